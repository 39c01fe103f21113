"""Where nodes stand. Computed beforehand and frozen: the picture is the same each time and does not move on opening."""

from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from graph.errors import OutputError
from viz.arrangement import Arrangement, Outline, Place, Point, Sketch
from viz.boxes import FONT, Box, box, names_over
from viz.layouts.force import force
from viz.layouts.layered import layered
from viz.layouts.map import by_map
from viz.model import Node, Picture
from viz.spread import spread

__all__ = ["LAYOUTS", "Arrangement", "Outline", "Place", "arrange", "radius", "unplaced"]

# The room for a picture on a screen of 1366 x 768 pixels with a browser around it; the least letters read there.
_SCREEN = (830.0, 430.0)
_READ = 12.0
# Small pictures are laid out up to so many times.
_FEW, _TURNS = 60, 4
# The layouts by name.
LAYOUTS: dict[str, Callable[[Sequence[Node], Sequence[tuple[str, str]], Mapping[str, Box]], Sketch]] = {
    "force": force,
    "map": by_map,
    "layered": layered,
}


def radius(picture: Picture) -> dict[str, float]:
    """The size of each node's shape, by the clauses of its stated links."""
    strength = {node.id: 0 for node in picture.nodes}
    for link in picture.links:
        for end in (link.source, link.target):
            strength[end] += 0 if link.derived else link.weight
    return {node: round(10 + min(3.2 * sqrt(weight), 14), 1) for node, weight in strength.items()}


def arrange(picture: Picture, layout: str) -> Arrangement:
    """The place of each node by id. Raises OutputError for an unknown layout.

    A picture that has to be made smaller to be seen whole needs larger letters, and these more room: so it is laid out
    again, as long as that helps, until the names that can be read fit.
    """
    if layout not in LAYOUTS:
        raise OutputError(f"There is no layout {layout!r}; the layouts are {', '.join(LAYOUTS)}.")
    sizes, font = radius(picture), float(FONT)
    for _ in range(_TURNS if len(picture.nodes) <= _FEW else 1):
        found, area = _arranged(picture, layout, sizes, font)
        scale = min(_SCREEN[0] / max(area[0], 1.0), _SCREEN[1] / max(area[1], 1.0), 1.0)
        if font * scale >= _READ:
            break
        font = min(_READ / scale * 1.04, _READ / scale + 3.0)
    return found


def _arranged(
    picture: Picture, layout: str, sizes: Mapping[str, float], font: float
) -> tuple[Arrangement, tuple[float, float]]:
    """Places with room for names in letters of this size, and the width and height of it all."""
    names = {node.id: node.name for node in picture.nodes}
    edges = sorted({(link.source, link.target) for link in picture.links})
    rooms = {name: box(names[name], sizes[name], over=False, font=font) for name in names}
    sketch = LAYOUTS[layout](picture.nodes, edges, rooms)
    points, over = sketch.points, frozenset[str]()
    if not sketch.settled:
        over = names_over(points, rooms, edges)
        rooms |= {name: box(names[name], sizes[name], over=True, font=font) for name in over}
        points = spread(points, rooms, edges if layout == "force" else [])
    places = {name: Place(round(x), round(y), name in over) for name, (x, y) in points.items()}
    return Arrangement(places, sketch.outlines), _extent(points, rooms)


def _extent(points: Mapping[str, Point], rooms: Mapping[str, Box]) -> tuple[float, float]:
    """Width and height of all rooms together."""
    if not points:
        return 0.0, 0.0
    left, right = min(points[n][0] - rooms[n].half for n in points), max(points[n][0] + rooms[n].half for n in points)
    top, bottom = min(points[n][1] - rooms[n].above for n in points), max(points[n][1] + rooms[n].below for n in points)
    return right - left, bottom - top


def unplaced(picture: Picture) -> tuple[Node, ...]:
    """The nodes that no map knows."""
    return tuple(node for node in picture.nodes if node.lon is None or node.lat is None)
