"""By longitude and latitude, with the outlines of the provinces behind; nodes without a place in rows below."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, radians

from viz.arrangement import Outline, Point, Sketch
from viz.boxes import Box
from viz.layouts.clip import Corners, clipped
from viz.layouts.frame import WIDTH, Frame, extent, frame
from viz.model import Node
from viz.outlines import Province, provinces_of

# A map is drawn larger than the page, up to so many times, until most names have room where they belong.
_LARGER = 1.7
# Provinces are shown whole if names would have room at up to this many times the page; else what is around the places.
_WHOLE = 2.6
_AROUND = 90.0
_MARGIN = 14.0
# A group stands amid its members, which may be in a province that has none of them.
_MANY = 400
_NOWHERE = frozenset({"CityGroup"})


def by_map(nodes: Sequence[Node], edges: Sequence[tuple[str, str]], rooms: Mapping[str, Box]) -> Sketch:
    """The nodes as on a map."""
    known = {node.id: (node.lon, node.lat) for node in nodes if node.lon is not None and node.lat is not None}
    narrow = cos(radians(sum(lat for _, lat in known.values()) / len(known))) if known else 1.0
    flat = {name: (lon * narrow, -lat) for name, (lon, lat) in known.items()}
    provinces = provinces_of(known[node.id] for node in nodes if node.id in known and node.label not in _NOWHERE)
    shown, around = [*flat.values(), *_corners(provinces, narrow)], _MARGIN
    onto = frame(shown, len(nodes), stretch=False)
    need = _need({name: onto(point) for name, point in flat.items()}, rooms)
    if need > _WHOLE:
        shown, around = [*flat.values()], _AROUND
        onto = frame(shown, len(nodes), stretch=False)
        need = _need({name: onto(point) for name, point in flat.items()}, rooms)
    onto = onto.larger(min(max(need, 1.0), _LARGER))
    placed = {name: onto(point) for name, point in flat.items()}
    (left, top), (right, bottom) = extent(map(onto, shown))
    window = (left - around, top - around), (right + around, bottom + around)
    outlines = tuple(_outlines(provinces, narrow, onto, window))
    without = [node.id for node in nodes if node.id not in known]
    return Sketch(placed | _below(without, edges, placed, window[1][1] if outlines else bottom), outlines)


def _corners(provinces: Sequence[Province], narrow: float) -> Iterator[Point]:
    """Two corners of each province."""
    for each in provinces:
        yield from ((each.west * narrow, -each.south), (each.east * narrow, -each.north))


def _need(points: Mapping[str, Point], rooms: Mapping[str, Box]) -> float:
    """How many times larger a map must be until only a few of its names lie over others."""
    names = sorted(points, key=lambda name: points[name])
    needs = []
    for one, other in combinations(names[:_MANY], 2):
        (x, y), (to_x, to_y) = points[one], points[other]
        across = (rooms[one].half + rooms[other].half) / max(abs(x - to_x), 0.1)
        down = (rooms[one].below + rooms[one].above) / max(abs(y - to_y), 0.1)
        needs.append(min(across, down))
    few = len(names) // 3
    return sorted(needs, reverse=True)[few] if len(needs) > few else 1.0


def _outlines(provinces: Sequence[Province], narrow: float, onto: Frame, window: Corners) -> Iterator[Outline]:
    """The borders in pixels, as far as they lie in the window."""
    for province in provinces:
        found = []
        for ring in province.rings:
            inside = clipped([onto((lon * narrow, -lat)) for lon, lat in ring], window)
            pixels = tuple(dict.fromkeys((round(x), round(y)) for x, y in inside))
            # Five points or fewer are the window itself or a corner of it: nothing of the border is in sight.
            if len(pixels) > 5:
                found.append(pixels)
        if found:
            yield Outline(province.name, tuple(found))


def _below(
    names: Sequence[str], edges: Sequence[tuple[str, str]], placed: Mapping[str, Point], bottom: float
) -> dict[str, Point]:
    """Rows under the map, each node about under its neighbours."""
    across = max(min(7, len(names)), 1)
    order = sorted(names, key=lambda name: _amid(name, edges, placed))
    return {
        name: ((number % across + 0.5) * WIDTH / across - WIDTH / 2, bottom + 70 + number // across * 80)
        for number, name in enumerate(order)
    }


def _amid(name: str, edges: Sequence[tuple[str, str]], placed: Mapping[str, Point]) -> tuple[float, str]:
    """How far right the neighbours of a node stand."""
    ends = [other for edge in edges if name in edge for other in edge if other in placed]
    return sum(placed[end][0] for end in ends) / len(ends) if ends else 0.0, name
