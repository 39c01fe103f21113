"""Names that share characters with a text: what was perhaps meant where no rung of the ladder found anything."""

from rapidfuzz import fuzz

from queries.matching.base import Ask, Candidate, Typed, any_name
from queries.matching.spelling import plain, understood

# How much alike in percent a name must be, and which part of the characters it must have.
CUTOFF = 40
_SHARE = 3


def ask(typed: Typed) -> Ask | None:
    """Names with at least a third of the characters."""
    text = understood(typed.text)
    if not text:
        return None
    signs = sorted(set(text))
    least = max(1, len(signs) // _SHARE)
    condition = any_name("size([c IN $signs WHERE toLower({0}) CONTAINS c]) >= $least")
    return Ask(condition, {"signs": signs, "least": least}, lambda node: "near" if likeness(text, node) else "")


def likeness(text: str, node: Candidate) -> float:
    """How much the most alike of its names is like a text in the form of `plain`, in percent; 0 below the cutoff."""
    return max(fuzz.ratio(text, plain(name), score_cutoff=CUTOFF) for name in node.names)
