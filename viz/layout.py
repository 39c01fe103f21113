"""Where nodes stand. Computed beforehand and frozen: the picture is the same each time and does not move on opening."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from graph.errors import OutputError
from viz.boxes import Point, box, names_over, spread
from viz.model import Node, Picture
from viz.stress import stress

WIDTH, HEIGHT = 820.0, 580.0


def radius(picture: Picture) -> dict[str, float]:
    """The size of each node's shape, by the clauses of its stated links."""
    strength = {node.id: 0 for node in picture.nodes}
    for link in picture.links:
        for end in (link.source, link.target):
            strength[end] += 0 if link.derived else link.weight
    return {node: round(10 + min(3.2 * sqrt(weight), 14), 1) for node, weight in strength.items()}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, in whole pixels, and whether its name stands above it."""

    x: int
    y: int
    over: bool


def arrange(picture: Picture, layout: str) -> dict[str, Place]:
    """The place of each node by id. Raises OutputError for an unknown layout."""
    if layout not in LAYOUTS:
        raise OutputError(f"There is no layout {layout!r}; the layouts are {', '.join(LAYOUTS)}.")
    sizes = radius(picture)
    names = {node.id: node.name for node in picture.nodes}
    edges = sorted({(link.source, link.target) for link in picture.links})
    places = LAYOUTS[layout](picture.nodes, edges)
    over = names_over(places, names, edges)
    boxes = {name: box(names[name], sizes[name], over=name in over) for name in names}
    spaced = spread(places, boxes, edges if layout == "force" else [])
    return {name: Place(round(x), round(y), name in over) for name, (x, y) in spaced.items()}


def unplaced(picture: Picture) -> tuple[Node, ...]:
    """The nodes that no map knows."""
    return tuple(node for node in picture.nodes if node.lon is None or node.lat is None)


def _force(nodes: Sequence[Node], edges: Sequence[tuple[str, str]]) -> dict[str, Point]:
    """By the links: what is tied stands together. Turned so that it lies along the page."""
    return _fit(_lying(stress([node.id for node in nodes], edges)), len(nodes), stretch=True)


def _map(nodes: Sequence[Node], edges: Sequence[tuple[str, str]]) -> dict[str, Point]:
    """By longitude and latitude, those without in rows below."""
    known = {node.id: (node.lon, node.lat) for node in nodes if node.lon is not None and node.lat is not None}
    middle = sum(lat for _, lat in known.values()) / len(known) if known else 0.0
    flat = {name: (lon * cos(radians(middle)), -lat) for name, (lon, lat) in known.items()}
    placed = _fit(flat, len(nodes), stretch=False)
    bottom = max((y for _, y in placed.values()), default=0.0) + 120
    others = sorted((node.id for node in nodes if node.id not in known), key=lambda name: _amid(name, edges, placed))
    across = max(min(7, len(others)), 1)
    for number, name in enumerate(others):
        column, row = number % across, number // across
        placed[name] = ((column + 0.5) * WIDTH / across - WIDTH / 2, bottom + row * 80)
    return placed


def _amid(name: str, edges: Sequence[tuple[str, str]], placed: Mapping[str, Point]) -> tuple[float, str]:
    """How far right the neighbours of a node stand."""
    ends = [other for edge in edges if name in edge for other in edge if other in placed]
    return sum(placed[end][0] for end in ends) / len(ends) if ends else 0.0, name


# The layouts by name.
LAYOUTS: dict[str, Callable[[Sequence[Node], Sequence[tuple[str, str]]], dict[str, Point]]] = {
    "force": _force,
    "map": _map,
}


def _lying(places: Mapping[str, Point]) -> dict[str, Point]:
    """Turned so that the longest extent runs from left to right."""
    if len(places) < 2:
        return dict(places)
    middle_x = sum(x for x, _ in places.values()) / len(places)
    middle_y = sum(y for _, y in places.values()) / len(places)
    moved = {name: (x - middle_x, y - middle_y) for name, (x, y) in places.items()}
    xx = sum(x * x for x, _ in moved.values())
    yy = sum(y * y for _, y in moved.values())
    xy = sum(x * y for x, y in moved.values())
    half = (xx - yy) / 2
    along, up = half + sqrt(half * half + xy * xy), xy
    length = sqrt(along * along + up * up)
    if not length:
        return moved if xx >= yy else {name: (y, -x) for name, (x, y) in moved.items()}
    along, up = along / length, up / length
    return {name: (x * along + y * up, y * along - x * up) for name, (x, y) in moved.items()}


def _fit(places: Mapping[str, Point], count: int, *, stretch: bool) -> dict[str, Point]:
    """Into the page, around its middle; larger than the page when there are many. `stretch`: width and height apart."""
    if not places:
        return {}
    room = max(1.0, sqrt(count / 24))
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    by_x, by_y = WIDTH * room / wide, HEIGHT * room / high
    if not stretch:
        by_x = by_y = min(by_x, by_y)
    by_x, by_y = min(by_x, by_y * 2), min(by_y, by_x * 2)
    across, down = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return {name: ((x - across) * by_x, (y - down) * by_y) for name, (x, y) in places.items()}
