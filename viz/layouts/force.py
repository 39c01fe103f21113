"""By the links: what is tied stands together. Turned so that it lies along the page."""

from collections.abc import Mapping, Sequence
from math import sqrt

from viz.arrangement import Point, Sketch
from viz.boxes import Box
from viz.layouts.frame import frame
from viz.layouts.pieces import by_pieces
from viz.model import Node
from viz.stress import stress


def force(nodes: Sequence[Node], edges: Sequence[tuple[str, str]], _rooms: Mapping[str, Box]) -> Sketch:
    """The nodes by the distances in the graph."""
    if not nodes:
        return Sketch({})
    drawn = by_pieces([node.id for node in nodes], edges, lambda names, tied: _lying(stress(names, tied)))
    onto = frame(drawn.values(), len(nodes), stretch=True)
    return Sketch({name: onto(point) for name, point in drawn.items()})


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
