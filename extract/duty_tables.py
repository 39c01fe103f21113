"""Tables that give tasks to units (phenomenon 5 of DESIGN 5): under a header with 牵头单位 or 责任单位 each row is a
list of units. A row is a line of clean text with its cells between bars, as Markdown writes it and readers give it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BAR = "|"
_RULE = frozenset(" -:")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at [start, end) of the clean text under the heading `mark` (牵头单位)."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row at [start, end) of the clean text, with its cells of units in order."""

    start: int
    end: int
    cells: tuple[Cell, ...]


def rows(text: str, is_mark: Callable[[str], bool]) -> Iterator[Row]:
    """The rows under each header in which a cell `is_mark`; the table ends with the first line of other width."""
    if _BAR not in text:
        return
    header: list[str] = []
    start = 0
    for line in text.split("\n"):
        cells = list(_cells(line, start))
        names = [text[a:b] for a, b in cells]
        if len(cells) > 1 and any(map(is_mark, names)):
            header = names
        elif len(cells) != len(header):
            header = []
        elif not all(set(name) <= _RULE for name in names):
            marked = tuple(
                Cell(a, b, mark) for (a, b), mark in zip(cells, header, strict=True) if is_mark(mark) and b > a
            )
            if marked:
                yield Row(start, start + len(line), marked)
        start += len(line) + 1


def _cells(line: str, offset: int) -> Iterator[tuple[int, int]]:
    """The spans of the cells of a line, without the bars at its ends; nothing where there is no bar."""
    if _BAR not in line:
        return
    position = 1 if line.startswith(_BAR) else 0
    end = len(line.rstrip(_BAR))
    while position <= end:
        stop = line.find(_BAR, position, end)
        stop = end if stop < 0 else stop
        left, right = position, stop
        while left < right and line[left] == " ":
            left += 1
        while right > left and line[right - 1] == " ":
            right -= 1
        yield offset + left, offset + right
        position = stop + 1
