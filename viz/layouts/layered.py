"""In columns from left to right, by the layer of each node; those without a layer stand in a column of their own, last.

Columns are ordered as by K. Sugiyama, S. Tagawa and M. Toda (1981): each node goes to the mean place of its neighbours,
forth and back, and the order with the fewest crossings is kept. A long column is broken into several side by side, so
that the whole keeps the proportions of the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil, log

from viz.arrangement import Point, Sketch
from viz.boxes import Box
from viz.layouts.frame import HEIGHT, WIDTH
from viz.model import Node

_SWEEPS = 12
_LONG = 14
_LEAST = 7
# Pixels that lines need between two layers, and the space between the broken parts of one.
_BETWEEN, _WITHIN = 70.0, 12.0
# Beyond this many pairs of lines crossings are not counted: the last order is taken.
_COUNTED = 400_000
Columns = list[list[str]]
Neighbours = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Part:
    """A column or a part of a long one: its nodes, how far down each stands (0 to 1), the widest and the highest."""

    names: Sequence[str]
    depths: Sequence[float]
    wide: float
    high: float
    first: bool


def layered(nodes: Sequence[Node], edges: Sequence[tuple[str, str]], rooms: Mapping[str, Box]) -> Sketch:
    """The nodes column by column."""
    columns = _ordered(_columns(nodes), edges)
    parts = _parts(columns, rooms, _rows(columns, rooms))
    high = max([HEIGHT, *(len(part.names) * part.high for part in parts)])
    total = _wide(parts)
    # What the page has left in width goes between the layers.
    layers = sum(part.first for part in parts) - 1
    extra = min(max(WIDTH - total, 0.0) / layers, 160.0) if layers > 0 else 0.0
    points: dict[str, Point] = {}
    left = -(total + extra * max(layers, 0)) / 2
    for number, part in enumerate(parts):
        if number:
            left += _BETWEEN + extra if part.first else _WITHIN
        points |= _stand(part, left + part.wide / 2, high, rooms)
        left += part.wide
    return Sketch(points, settled=True)


def _columns(nodes: Sequence[Node]) -> Columns:
    """The ids layer by layer, in the order of the picture."""
    found: dict[tuple[bool, int], list[str]] = {}
    for node in nodes:
        found.setdefault((node.layer is None, node.layer or 0), []).append(node.id)
    return [found[key] for key in sorted(found)]


def _ordered(columns: Columns, edges: Sequence[tuple[str, str]]) -> Columns:
    """The columns with short lines and few crossings."""
    ends: dict[str, list[str]] = {name: [] for column in columns for name in column}
    for one, other in edges:
        ends[one].append(other)
        ends[other].append(one)
    best, least = columns, _crossings(columns, edges)
    for turn in range(_SWEEPS):
        columns = _swept(columns, ends, back=bool(turn % 2))
        crossed = _crossings(columns, edges)
        if crossed < least or not turn or least < 0:
            best, least = columns, crossed
    return best


def _swept(columns: Columns, ends: Neighbours, *, back: bool) -> Columns:
    """Each column sorted by the mean place of the neighbours in the columns already gone through."""
    found: Columns = []
    place: dict[str, float] = {}
    # On the first way everything still stands where it stood before; what was gone through is up to date.
    for column in columns:
        place |= _heights(column)
    for column in reversed(columns) if back else columns:
        own = set(column)
        mean = {name: _mean([place[end] for end in ends[name] if end not in own], place[name]) for name in column}
        found.append(sorted(column, key=lambda name: (mean[name], place[name])))
        place |= _heights(found[-1])
    return found[::-1] if back else found


def _heights(column: Sequence[str]) -> dict[str, float]:
    """How far down each node stands, from 0 to 1."""
    return {name: (number + 0.5) / len(column) for number, name in enumerate(column)}


def _mean(values: Sequence[float], default: float) -> float:
    return sum(values) / len(values) if values else default


def _crossings(columns: Columns, edges: Sequence[tuple[str, str]]) -> int:
    """How many lines between the same two columns cross; -1 where there are too many to count."""
    spot = {name: (number, row) for number, column in enumerate(columns) for row, name in enumerate(column)}
    between: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for edge in edges:
        (left, one), (right, other) = sorted(spot[end] for end in edge)
        if left != right:
            between.setdefault((left, right), []).append((one, other))
    if sum(len(lines) ** 2 for lines in between.values()) > _COUNTED:
        return -1
    pairs = (pair for lines in between.values() for pair in combinations(lines, 2))
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in pairs)


def _rows(columns: Columns, rooms: Mapping[str, Box]) -> int:
    """How many nodes a column may hold, so that the picture comes close to the proportions of the page."""
    longest = max((len(column) for column in columns), default=1)
    if longest <= _LEAST:
        return longest
    most = max(_LONG, ceil(len(rooms) ** 0.5) * 2)

    def off(rows: int) -> tuple[float, int]:
        parts = _parts(columns, rooms, rows)
        high = max(len(part.names) * part.high for part in parts)
        return abs(log(max(_wide(parts), WIDTH) / max(high, HEIGHT) * HEIGHT / WIDTH)), rows

    return min(range(_LEAST, min(longest, most) + 1), key=off)


def _parts(columns: Columns, rooms: Mapping[str, Box], rows: int) -> list[_Part]:
    """The columns, those of more nodes than `rows` dealt out from the top: no two of a column stand at one height."""
    parts: list[_Part] = []
    for column in columns:
        count = ceil(len(column) / rows)
        for number in range(count):
            names = column[number::count]
            wide = max(rooms[name].half * 2 for name in names)
            high = max(rooms[name].above + rooms[name].below for name in names)
            depths = [(row + 0.5) / len(column) for row in range(number, len(column), count)]
            parts.append(_Part(names, depths, wide, high, number == 0))
    return parts


def _wide(parts: Sequence[_Part]) -> float:
    """The width of all parts with what lies between."""
    gaps = sum(_BETWEEN if part.first else _WITHIN for part in parts[1:])
    return sum(part.wide for part in parts) + gaps


def _stand(part: _Part, middle: float, high: float, rooms: Mapping[str, Box]) -> dict[str, Point]:
    """The nodes of a part, each with its shape and name around the middle of its row."""
    return {
        name: (middle, (depth - 0.5) * high + (rooms[name].above - rooms[name].below) / 2)
        for name, depth in zip(part.names, part.depths, strict=True)
    }
