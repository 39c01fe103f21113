"""By longitude and latitude, with the outlines of the provinces behind; nodes without a place in rows below."""

from collections.abc import Mapping, Sequence
from math import cos, radians

from viz.arrangement import Point, Sketch
from viz.boxes import Box
from viz.layouts.frame import WIDTH, frame
from viz.model import Node


def by_map(nodes: Sequence[Node], edges: Sequence[tuple[str, str]], _rooms: Mapping[str, Box]) -> Sketch:
    """The nodes as on a map."""
    known = {node.id: (node.lon, node.lat) for node in nodes if node.lon is not None and node.lat is not None}
    middle = sum(lat for _, lat in known.values()) / len(known) if known else 0.0
    narrow = cos(radians(middle))
    flat = {name: (lon * narrow, -lat) for name, (lon, lat) in known.items()}
    onto = frame(flat, len(nodes), stretch=False)
    placed = {name: onto(point) for name, point in flat.items()}
    return Sketch(placed | _below([node.id for node in nodes if node.id not in known], edges, placed))


def _below(names: Sequence[str], edges: Sequence[tuple[str, str]], placed: Mapping[str, Point]) -> dict[str, Point]:
    """Rows under the map, each node about under its neighbours."""
    bottom = max((y for _, y in placed.values()), default=0.0) + 120
    across = max(min(7, len(names)), 1)
    order = sorted(names, key=lambda name: _amid(name, edges, placed))
    return {
        name: ((number % across + 0.5) * WIDTH / across - WIDTH / 2, bottom + number // across * 80)
        for number, name in enumerate(order)
    }


def _amid(name: str, edges: Sequence[tuple[str, str]], placed: Mapping[str, Point]) -> tuple[float, str]:
    """How far right the neighbours of a node stand."""
    ends = [other for edge in edges if name in edge for other in edge if other in placed]
    return sum(placed[end][0] for end in ends) / len(ends) if ends else 0.0, name
