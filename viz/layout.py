"""Where nodes stand. Computed beforehand and frozen: the picture is the same each time and does not move on opening."""

from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from graph.errors import OutputError
from viz.arrangement import Arrangement, Outline, Place, Rectangle, Sketch
from viz.boxes import FONT, Box, box, names_over
from viz.layouts.force import force
from viz.layouts.layered import layered
from viz.layouts.map import by_map
from viz.model import Node, Picture
from viz.spread import spread

__all__ = ["LAYOUTS", "Arrangement", "Outline", "Place", "area", "arrange", "radius", "rooms", "unplaced"]
_MARGIN = 12.0
# The room for a picture on a screen of 1366 x 768 pixels with a browser around it; the least letters read there.
_SCREEN = (830.0, 430.0)
_READ = 12.0
# Letters a little smaller still find room, since a name may go to another side of its node.
_ENOUGH = 10.0
# Small pictures are laid out again up to so many times, but not where shapes would shrink to less than this.
_FEW, _TURNS, _SHRUNK = 60, 3, 0.85

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
    again, as long as that helps, until the names that can be read fit. On a map things stay where they are.
    """
    if layout not in LAYOUTS:
        raise OutputError(f"There is no layout {layout!r}; the layouts are {', '.join(LAYOUTS)}.")
    font, found = float(FONT), _arranged(picture, layout, FONT)
    scale = _scale(picture, found, font)
    for _ in range(_TURNS if len(picture.nodes) <= _FEW and layout != "map" else 0):
        if font * scale >= _ENOUGH:
            break
        font = min(_READ / scale * 1.04, _READ / scale + 3.0)
        wider = _arranged(picture, layout, font)
        smaller = _scale(picture, wider, font)
        if smaller < scale * _SHRUNK:
            break
        found, scale = wider, smaller
    return found


def _scale(picture: Picture, arranged: Arrangement, font: float) -> float:
    """How much smaller it all has to be drawn to be seen whole."""
    left, top, right, bottom = area(picture, arranged, font)
    return min(_SCREEN[0] / max(right - left, 1.0), _SCREEN[1] / max(bottom - top, 1.0), 1.0)


def _arranged(picture: Picture, layout: str, font: float) -> Arrangement:
    """Places with room for names in letters of this size."""
    sizes = radius(picture)
    names = {node.id: node.name for node in picture.nodes}
    edges = sorted({(link.source, link.target) for link in picture.links})
    boxes = {name: box(names[name], sizes[name], over=False, font=font) for name in names}
    sketch = LAYOUTS[layout](picture.nodes, edges, boxes)
    points, over = sketch.points, frozenset[str]()
    if not sketch.settled:
        over = names_over(points, boxes, edges)
        boxes |= {name: box(names[name], sizes[name], over=True, font=font) for name in over}
        points = spread(points, boxes, edges if layout == "force" else [], home=layout == "map")
    places = {name: Place(round(x), round(y), name in over) for name, (x, y) in points.items()}
    return Arrangement(places, sketch.outlines)


def rooms(picture: Picture, arranged: Arrangement, font: float = FONT) -> tuple[Rectangle, ...]:
    """Left, top, right and bottom of each node with its name in such letters, in the order of the picture."""
    sizes, found = radius(picture), []
    for node in picture.nodes:
        place = arranged.places[node.id]
        room = box(node.name, sizes[node.id], over=place.over, font=font)
        found.append((place.x - room.half, place.y - room.above, place.x + room.half, place.y + room.below))
    return tuple(found)


def area(picture: Picture, arranged: Arrangement, font: float = FONT) -> Rectangle:
    """Left, top, right and bottom of all that is drawn, with some room around; zeros where there is nothing."""
    borders = [(x, y, x, y) for outline in arranged.outlines for ring in outline.rings for x, y in ring]
    if not picture.nodes:
        return 0.0, 0.0, 0.0, 0.0
    lefts, tops, rights, bottoms = zip(*rooms(picture, arranged, font), *borders, strict=True)
    return min(lefts) - _MARGIN, min(tops) - _MARGIN, max(rights) + _MARGIN, max(bottoms) + _MARGIN


def unplaced(picture: Picture) -> tuple[Node, ...]:
    """The nodes that no map knows."""
    return tuple(node for node in picture.nodes if node.lon is None or node.lat is None)
