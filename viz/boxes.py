"""How much room a node and its name take, and how nodes are pushed apart until no name lies over another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from unicodedata import east_asian_width

Point = tuple[float, float]
FONT = 16
_LINE = 22
_GAP = 10.0
_CLEAR = 14.0
_ROUNDS = 300
_MANY = 40_000


@dataclass(frozen=True, slots=True)
class Box:
    """Room around a node's centre in pixels: half the width, above, below."""

    half: float
    above: float
    below: float


def box(name: str, radius: float, *, over: bool) -> Box:
    """The room of a node with this name and radius; `over`: the name stands above the shape."""
    width = sum(FONT if east_asian_width(character) in "WFA" else FONT * 0.58 for character in name)
    bare, named = radius + _GAP / 2, radius + _LINE + _GAP / 2
    return Box(max(radius, width / 2) + _GAP / 2, named if over else bare, bare if over else named)


def names_over(
    places: Mapping[str, Point], names: Mapping[str, str], edges: Sequence[tuple[str, str]]
) -> frozenset[str]:
    """The nodes whose name stands better above: more of their lines leave through the name below than above."""
    down = dict.fromkeys(places, 0)
    up = dict.fromkeys(places, 0)
    for one, other in edges:
        for here, there in ((one, other), (other, one)):
            x, y = places[there][0] - places[here][0], places[there][1] - places[here][1]
            half = len(names[here]) * FONT / 2
            # A line that leaves flat passes beside the name, whose middle is about 30 pixels off.
            if abs(y) * half > abs(x) * 30:
                (down if y > 0 else up)[here] += 1
    return frozenset(name for name in places if down[name] > up[name])


def spread(places: Mapping[str, Point], boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]]) -> dict[str, Point]:
    """Move nodes as little as needed: no box over another and, in small pictures, none on the line of others."""
    names = sorted(places)
    at = [list(places[name]) for name in names]
    rooms = [boxes[name] for name in names]
    index = {name: number for number, name in enumerate(names)}
    lines = [(index[one], index[other]) for one, other in edges]
    small = len(names) * len(lines) <= _MANY // 10
    for turn in range(_ROUNDS if len(names) ** 2 <= _MANY else 20):
        moved = _off_lines(at, rooms, lines) if small and turn < _ROUNDS * 2 // 3 else False
        if not (_apart(at, rooms) or moved):
            break
    return {name: (at[number][0], at[number][1]) for name, number in index.items()}


def _apart(at: list[list[float]], rooms: Sequence[Box]) -> bool:
    """Push every two overlapping boxes apart along the shorter way; whether any had to move."""
    moved = False
    for one in range(len(at)):
        for other in range(one + 1, len(at)):
            a, b, room, next_room = at[one], at[other], rooms[one], rooms[other]
            across = room.half + next_room.half - abs(a[0] - b[0])
            if across <= 0:
                continue
            first_above = (a[1], one) <= (b[1], other)
            upper, lower = (room, next_room) if first_above else (next_room, room)
            down = upper.below + lower.above - abs(a[1] - b[1])
            if down <= 0:
                continue
            moved = True
            if across < down:
                step = (across / 2 + 0.5) * (1 if (a[0], one) <= (b[0], other) else -1)
                a[0], b[0] = a[0] - step, b[0] + step
            else:
                step = (down / 2 + 0.5) * (1 if first_above else -1)
                a[1], b[1] = a[1] - step, b[1] + step
    return moved


def _off_lines(at: list[list[float]], rooms: Sequence[Box], lines: Sequence[tuple[int, int]]) -> bool:
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
