"""Where the characters of a text stand in its source: as runs, since most of them follow one another there too."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import overload

from graph.values import value


@value
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
        starts, sources = self.starts, self.sources
        first = bisect_right(starts, start) - 1
        last = bisect_left(starts, end, first) - 1
        return sources[first] + start - starts[first], sources[last] + end - starts[last]

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
        size = part.length
        if size:
            at, places = part.starts, part.sources
            if places[0] != following:  # else it goes on where the last run stops
                starts.append(length)
                sources.append(places[0])
            if len(at) > 1:
                starts.extend([length + start for start in at[1:]])
                sources.extend(places[1:])
            length += size
            following = places[-1] + size - at[-1]
    return Offsets(tuple(starts), tuple(sources), length)
