"""Where nodes stand. Computed beforehand and frozen: the picture is the same each time and does not move on opening."""

from collections.abc import Callable, Mapping, Sequence
from math import sqrt

from graph.errors import OutputError
from viz.arrangement import Arrangement, Outline, Place, Sketch
from viz.boxes import Box, box, names_over
from viz.layouts.force import force
from viz.layouts.layered import layered
from viz.layouts.map import by_map
from viz.model import Node, Picture
from viz.spread import spread

__all__ = ["LAYOUTS", "Arrangement", "Outline", "Place", "arrange", "radius", "unplaced"]

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
    """The place of each node by id. Raises OutputError for an unknown layout."""
    if layout not in LAYOUTS:
        raise OutputError(f"There is no layout {layout!r}; the layouts are {', '.join(LAYOUTS)}.")
    sizes = radius(picture)
    names = {node.id: node.name for node in picture.nodes}
    edges = sorted({(link.source, link.target) for link in picture.links})
    rooms = {name: box(names[name], sizes[name], over=False) for name in names}
    sketch = LAYOUTS[layout](picture.nodes, edges, rooms)
    points, over = sketch.points, frozenset[str]()
    if not sketch.settled:
        over = names_over(points, rooms, edges)
        rooms |= {name: box(names[name], sizes[name], over=True) for name in over}
        points = spread(points, rooms, edges if layout == "force" else [], home=layout == "map")
    places = {name: Place(round(x), round(y), name in over) for name, (x, y) in points.items()}
    return Arrangement(places, sketch.outlines)


def unplaced(picture: Picture) -> tuple[Node, ...]:
    """The nodes that no map knows."""
    return tuple(node for node in picture.nodes if node.lon is None or node.lat is None)
