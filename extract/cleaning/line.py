"""A line of text that knows where each of its characters stands in the source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.cleaning import offsets
from extract.cleaning.offsets import Offsets
from graph.values import value


@value
class Line:
    """`text[i]` stands at source offset `at[i]`."""

    text: str
    at: Offsets

    def slice(self, start: int, end: int) -> Line:
        """The characters [start, end)."""
        return Line(self.text[start:end], self.at[start:end])


def joined(lines: Sequence[Line]) -> Line:
    """The lines as one, in order."""
    if len(lines) == 1:
        return lines[0]
    return Line("".join(line.text for line in lines), offsets.joined(line.at for line in lines))


def without(line: Line, spans: Iterable[tuple[int, int]]) -> Line:
    """The line less the spans, which are in order and do not overlap."""
    kept, position = [], 0
    for start, end in spans:
        if start > position:
            kept.append(line.slice(position, start))
        position = max(position, end)
    if position == 0:
        return line
    kept.append(line.slice(position, len(line.text)))
    return joined(kept)
