"""The text is a name but for one character: another one, one too many, one missing, or two that changed places."""

from collections.abc import Mapping

from rapidfuzz.distance import OSA

from graph.ids import canonical_key
from queries.matching.base import Ask, Candidate, Typed, all_of, any_name, holds_any, known
from queries.matching.spelling import plain, simplified, understood

_TITLE = 5


def ask(typed: Typed) -> Ask | None:
    """Names of nearly that length with a piece of the text: one slip leaves one side of any cut as it is."""
    text = understood(typed.text)
    if len(text) < 2 or known(typed):
        return None

    def way(node: Candidate) -> str:
        return "slip" if any(near(text, plain(name)) for name in node.names) else ""

    written = simplified(typed.text)
    held, pieces = holds_any("piece", _pieces(written))
    condition = any_name(all_of("size({0}) >= $least", "size({0}) <= $most", held))
    keys: Mapping[str, str] = {}
    if len(text) > _TITLE:  # it may lack marks that stand in the middle of a title
        held, keys = holds_any("key", _pieces(canonical_key(written)))
        condition += " OR " + held.format("n.id")
    lengths = {"least": len(text) - 1, "most": len(written) + 1}
    return Ask(condition, {**pieces, **keys, **lengths}, way)


def _pieces(text: str) -> list[str]:
    """Both sides of the middle, and what is behind two characters that may have changed places there."""
    middle = len(text) // 2
    return [piece for piece in (text[:middle], text[middle:], text[middle + 1 :]) if piece]


def near(text: str, name: str) -> bool:
    """Whether one slip makes one text of the other."""
    return abs(len(text) - len(name)) < 2 and len(name) > 1 and OSA.distance(text, name, score_cutoff=1) <= 1
