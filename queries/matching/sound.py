"""The text sounds like a name: other characters with the same pinyin, as input methods offer them (株州, 娄低)."""

from queries.matching.base import Ask, Candidate, Typed, all_of, any_name, known
from queries.matching.spelling import han, plain, understood
from queries.matching.syllables import sounding_like, sounds


def ask(typed: Typed) -> Ask | None:
    """Names of the same length whose first character sounds alike."""
    text = understood(typed.text)
    if len(text) < 2 or not han(text) or known(typed):
        return None

    def way(node: Candidate) -> str:
        return "sound" if any(_alike(text, plain(name)) for name in node.names) else ""

    condition = any_name(all_of("size({0}) >= $length", "$alike CONTAINS left({0}, 1)"))
    return Ask(condition, {"length": len(text), "alike": sounding_like(text[0])}, way)


def _alike(text: str, name: str) -> bool:
    return len(text) == len(name) and all(
        one == other or set(sounds(one)) & set(sounds(other)) for one, other in zip(text, name, strict=True)
    )
