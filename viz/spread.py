"""Nodes pushed apart until no name lies over another."""

from collections.abc import Mapping, Sequence
from math import floor, sqrt

from viz.arrangement import Point
from viz.boxes import Box

_CLEAR = 14.0
_HOME = 0.08
_ROUNDS = 300
# Of so many nodes nobody reads all names at once: what still overlaps after some rounds may stay.
_MANY, _FEW_ROUNDS = 2_000, 100
# Up to this many pairs of a node and a line, nodes keep off the lines of others.
_SMALL = 4_000
_AHEAD = ((1, 0), (-1, 1), (0, 1), (1, 1))
Places = list[list[float]]


def spread(
    places: Mapping[str, Point], boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], *, home: bool = False
) -> dict[str, Point]:
    """Move nodes as little as needed: no box over another and, in small pictures, none on the line of others.

    `home`: nodes are drawn back to where they were, since the place itself says something.
    """
    names = sorted(places)
    at = [list(places[name]) for name in names]
    rooms = [boxes[name] for name in names]
    index = {name: number for number, name in enumerate(names)}
    lines = [(index[one], index[other]) for one, other in edges]
    small = len(names) * len(lines) <= _SMALL
    rounds = _ROUNDS if len(names) <= _MANY else _FEW_ROUNDS
    for turn in range(rounds):
        if home and turn < rounds * 2 // 3:
            _back(at, names, places)
        moved = _off_lines(at, rooms, lines) if small and turn < _ROUNDS * 2 // 3 else False
        if not (_apart(at, rooms) or moved):
            break
    return {name: (at[number][0], at[number][1]) for name, number in index.items()}


def _back(at: Places, names: Sequence[str], places: Mapping[str, Point]) -> None:
    """Move every node a part of the way to where it was."""
    for name, spot in zip(names, at, strict=True):
        x, y = places[name]
        spot[0] += (x - spot[0]) * _HOME
        spot[1] += (y - spot[1]) * _HOME


def _apart(at: Places, rooms: Sequence[Box]) -> bool:
    """Push every two overlapping boxes apart along the shorter way; whether any had to move."""
    moved = False
    cells = _cells(at, rooms)
    for (column, row), inside in cells.items():
        around = [other for right, down in _AHEAD for other in cells.get((column + right, row + down), ())]
        for place, one in enumerate(inside):
            a, half = at[one], rooms[one].half
            for other in (*inside[place + 1 :], *around):
                b = at[other]
                across = half + rooms[other].half - abs(a[0] - b[0])
                if across > 0 and _push(a, b, across, one < other, rooms[one], rooms[other]):
                    moved = True
    return moved


def _cells(at: Places, rooms: Sequence[Box]) -> dict[tuple[int, int], list[int]]:
    """The nodes by cells as large as the largest boxes: only those in one cell or in neighbouring cells may overlap."""
    wide = max((room.half for room in rooms), default=0.0) * 2 or 1.0
    high = max((room.above for room in rooms), default=0.0) + max((room.below for room in rooms), default=0.0) or 1.0
    cells: dict[tuple[int, int], list[int]] = {}
    for number, (x, y) in enumerate(at):
        cells.setdefault((floor(x / wide), floor(y / high)), []).append(number)
    return cells


def _push(a: list[float], b: list[float], across: float, before: bool, room: Box, next_room: Box) -> bool:
    """Push two boxes apart that overlap by `across` from left to right, if they do so from top to bottom as well."""
    first_above = a[1] < b[1] or (a[1] == b[1] and before)
    down = (room.below + next_room.above if first_above else next_room.below + room.above) - abs(a[1] - b[1])
    if down <= 0:
        return False
    if across < down:
        step = (across / 2 + 0.5) * (1 if a[0] < b[0] or (a[0] == b[0] and before) else -1)
        a[0], b[0] = a[0] - step, b[0] + step
    else:
        step = (down / 2 + 0.5) * (1 if first_above else -1)
        a[1], b[1] = a[1] - step, b[1] + step
    return True


def _off_lines(at: Places, rooms: Sequence[Box], lines: Sequence[tuple[int, int]]) -> bool:
    """Push nodes off the lines between others; whether any had to move."""
    moved = False
    for number, (x, y) in enumerate(at):
        middle = y + (rooms[number].below - rooms[number].above) / 2
        for one, other in lines:
            if number in (one, other):
                continue
            gap = _beside((x, middle), at[one], at[other])
            need = (rooms[number].above + rooms[number].below) / 2 + _CLEAR
            distance = sqrt(gap[0] * gap[0] + gap[1] * gap[1]) if gap else need
            if gap is None or distance >= need:
                continue
            distance = distance or 1.0
            step = min(need - distance, 6.0) / distance
            at[number][0] += (gap[0] or 0.5) * step
            at[number][1] += (gap[1] or 0.5) * step
            moved = True
    return moved


def _beside(point: Point, start: Sequence[float], end: Sequence[float]) -> Point | None:
    """The way from a line to a point, or None where the point does not lie beside the line."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    length = along_x * along_x + along_y * along_y
    if not length:
        return None
    part = ((point[0] - start[0]) * along_x + (point[1] - start[1]) * along_y) / length
    if not 0.02 < part < 0.98:
        return None
    return point[0] - start[0] - part * along_x, point[1] - start[1] - part * along_y
