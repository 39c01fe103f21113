"""Where the characters of a text stand in its source: as runs, since most of them follow one another there too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True, slots=True)
class Offsets(Sequence[int]):
    """The source offset of each of `length` characters: run i begins at character `starts[i]`, at source offset
    `sources[i]`."""

    starts: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()
    length: int = 0

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Offsets: ...
    def __getitem__(self, index: int | slice) -> int | Offsets:
        if isinstance(index, slice):
            start, stop, _ = index.indices(self.length)
            return self._cut(start, stop)
        index = index + self.length if index < 0 else index
        if not 0 <= index < self.length:
            raise IndexError(index)
        run = bisect_right(self.starts, index) - 1
        return self.sources[run] + index - self.starts[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source offset of character `start`, and the one just after character `end - 1`."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1, first) - 1
        return self.sources[first] + start - self.starts[first], self.sources[last] + end - self.starts[last]

    def _cut(self, start: int, stop: int) -> Offsets:
        if start >= stop:
            return Offsets()
        first, end = bisect_right(self.starts, start) - 1, bisect_left(self.starts, stop)
        starts = (0, *(other - start for other in self.starts[first + 1 : end]))
        source = self.sources[first] + start - self.starts[first]
        return Offsets(starts, (source, *self.sources[first + 1 : end]), stop - start)


def run(source: int, length: int) -> Offsets:
    """Characters that follow one another in the source, too."""
    return Offsets((0,), (source,), length) if length else Offsets()


def joined(parts: Iterable[Offsets]) -> Offsets:
    """The offsets of texts put side by side."""
    starts: list[int] = []
    sources: list[int] = []
    length, following = 0, -1
    for part in parts:
        if part.length:
            if part.sources[0] != following:  # else it goes on where the last run stops
                starts.append(length)
                sources.append(part.sources[0])
            if len(part.starts) > 1:
                starts.extend(length + start for start in part.starts[1:])
                sources.extend(part.sources[1:])
            length += part.length
            following = part.sources[-1] + part.length - part.starts[-1]
    return Offsets(tuple(starts), tuple(sources), length)
