"""The sentences of a text, clause by clause."""

import re
from collections.abc import Iterable, Iterator

from extract.model import Piece
from extract.structure import ClauseSpan

_BRACKET_REACH = 400
_LONGEST = 1000  # of some 3,000 sentences of real documents the longest has 300 characters
_END = re.compile(r"[。；！？\n]+")


def sentences(text: str, clauses: Iterable[ClauseSpan]) -> Iterator[Piece]:
    """The sentences in order; a semicolon in brackets ends none."""
    for index, clause in enumerate(clauses):
        position, stop = clause.start, clause.end
        for match in _END.finditer(text, position, stop):
            start, end = match.span()
            if text[start] == "；" and end - start == 1 and _in_brackets(text, position, start):
                continue
            if start > position:
                if end - position > _LONGEST:
                    yield from _pieces(text, position, end, index)
                else:
                    yield Piece(position, end, index)
            position = end
        if position < stop:
            yield from _pieces(text, position, stop, index)


def _pieces(text: str, start: int, end: int, clause: int) -> Iterator[Piece]:
    """A sentence; a stretch too long for one is cut at commas, since rules look at a sentence as a whole."""
    while end - start > _LONGEST:
        stop = start + _LONGEST
        comma = max(text.rfind(sign, start + 1, stop) for sign in "，、")
        stop = comma + 1 if comma > 0 else stop
        yield Piece(start, stop, clause)
        start = stop
    yield Piece(start, end, clause)


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket opened in [start, end) is still open at its end (within reason)."""
    count, start = text.count, max(start, end - _BRACKET_REACH)
    opened = count("（", start, end) + count("(", start, end)
    return opened > 0 and opened > count("）", start, end) + count(")", start, end)
