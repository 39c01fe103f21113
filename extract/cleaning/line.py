"""A line of text that knows where each of its characters stands in the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

OFFSET = "I"


@dataclass(frozen=True, slots=True)
class Line:
    """`text[i]` stands at source offset `at[i]`."""

    text: str
    at: array[int]

    def slice(self, start: int, end: int) -> Line:
        """The characters [start, end)."""
        return Line(self.text[start:end], self.at[start:end])

    def keep(self, spans: Iterable[tuple[int, int]]) -> Line:
        """Only the characters in the spans, in order."""
        parts, at = [], array(OFFSET)
        for start, end in spans:
            parts.append(self.text[start:end])
            at.extend(self.at[start:end])
        return Line("".join(parts), at)


def joined(lines: Iterable[Line]) -> Line:
    """The lines as one, in order."""
    parts, at = [], array(OFFSET)
    for line in lines:
        parts.append(line.text)
        at.extend(line.at)
    return Line("".join(parts), at)


def without(line: Line, spans: Iterable[tuple[int, int]]) -> Line:
    """The line less the spans, which are in order and do not overlap."""
    kept, position = [], 0
    for start, end in spans:
        if start > position:
            kept.append((position, start))
        position = max(position, end)
    if position == 0:
        return line
    kept.append((position, len(line.text)))
    return line.keep(kept)
