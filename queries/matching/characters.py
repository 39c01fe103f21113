"""The text is an abbreviation whose characters stand in the name in their order, near together: 湘钢 in 湘潭钢铁."""

from queries.matching.base import Ask, Candidate, Typed, all_of, any_name
from queries.matching.spelling import han, plain, simplified, understood

# How far apart the characters may stand: in a stretch of so many times the text, and two more.
_STRETCH, _MORE = 3, 2
# A longer text abbreviates nothing.
_LONGEST = 10


def ask(typed: Typed) -> Ask | None:
    """Asks the engine for names with all the characters."""
    text = understood(typed.text)
    if not 2 <= len(text) <= _LONGEST or not han(text):
        return None

    def way(node: Candidate) -> str:
        return "characters" if any(abbreviates(text, plain(name)) for name in node.names) else ""

    signs = {f"sign{place}": sign for place, sign in enumerate(dict.fromkeys(simplified(typed.text)))}
    return Ask(any_name(all_of(*(f"{{0}} CONTAINS ${name}" for name in signs))), signs, way)


def abbreviates(short: str, name: str) -> bool:
    """Whether a name holds the characters of a shorter text in their order, in one stretch."""
    most = _STRETCH * len(short) + _MORE
    for start in (index for index, sign in enumerate(name) if sign == short[0]):
        end = start
        for sign in short[1:]:
            end = name.find(sign, end + 1)
            if end < 0:
                return False
        if end - start < most:
            return True
    return False
