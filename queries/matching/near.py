"""Names that share characters with a text: what was perhaps meant where no rung of the ladder found anything."""

from rapidfuzz import fuzz

from graph.ids import canonical_key
from queries.matching.base import Ask, Candidate, Typed, any_name, holds_any
from queries.matching.spelling import LONGEST, plain, simplified, understood

# How much alike in percent a name must be.
CUTOFF = 40
# A name must share so many characters in a row, by the length of the text up to which this holds, among its beginning.
_SHARED = ((4, 1), (8, 2), (LONGEST, 3))
_PIECES = 5


def ask(typed: Typed) -> Ask | None:
    """Names with a piece of the text."""
    text = understood(typed.text)
    if not text:
        return None
    written = canonical_key(simplified(typed.text))
    size = next(size for length, size in _SHARED if len(written) <= length)
    pieces = [written[at : at + size] for at in range(0, len(written), size)][:_PIECES]
    condition, parameters = holds_any("piece", pieces)
    return Ask(any_name(condition), parameters, lambda node: "near" if likeness(text, node) else "")


def likeness(text: str, node: Candidate) -> float:
    """How much the most alike of its names is like a text in the form of `plain`, in percent; 0 below the cutoff."""
    return max(fuzz.ratio(text, plain(name), score_cutoff=CUTOFF) for name in node.names)
