"""The pieces of a graph that hang together: drawn each by itself, evenly filled, then packed side by side."""

from collections.abc import Callable, Sequence
from math import sqrt

from viz.arrangement import Point
from viz.layouts.frame import HEIGHT, WIDTH, extent

Points = dict[str, Point]
Edges = Sequence[tuple[str, str]]
# A piece of more nodes is made even: its middle would be far too full and its rim empty.
_MANY = 120
_EVEN = 0.6
# Between two pieces, from left to right and from top to bottom.
_ASIDE, _BELOW = 1.3, 0.8


def by_pieces(names: Sequence[str], edges: Edges, draw: Callable[[Sequence[str], Edges], Points]) -> Points:
    """The points of all pieces; a unit is about the length of an edge."""
    pieces = _pieces(names, edges)
    piece_of = {name: number for number, piece in enumerate(pieces) for name in piece}
    tied: list[list[tuple[str, str]]] = [[] for _ in pieces]
    for edge in edges:
        tied[piece_of[edge[0]]].append(edge)
    drawn = []
    for piece, own in zip(pieces, tied, strict=True):
        points = draw(piece, own)
        drawn.append(_sized(_evened(points) if len(piece) > _MANY else points))
    return drawn[0] if len(drawn) == 1 else _packed(drawn)


def _pieces(names: Sequence[str], edges: Edges) -> list[list[str]]:
    """The connected parts, the largest first."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_edges_from(edges)
    order = {name: number for number, name in enumerate(names)}
    found = [sorted(part, key=order.__getitem__) for part in nx.connected_components(graph)]
    return sorted(found, key=lambda part: (-len(part), order[part[0]]))


def _evened(points: Points) -> Points:
    """Each node moved most of the way to where it would stand if all had the same room, in strips side by side."""
    names = sorted(points, key=lambda name: (points[name], name))
    (low_x, low_y), (right, bottom) = extent(points.values())
    wide, high = right - low_x, bottom - low_y
    strips = max(1, round(sqrt(len(names) * wide / (high or 1.0))))
    across = {name: (number + 0.5) / len(names) * wide for number, name in enumerate(names)}
    found = {}
    for strip in range(strips):
        inside = names[len(names) * strip // strips : len(names) * (strip + 1) // strips]
        inside.sort(key=lambda name: (points[name][1], name))
        for number, name in enumerate(inside):
            even = low_x + across[name], low_y + (number + 0.5) / len(inside) * high
            x, y = points[name]
            found[name] = x + (even[0] - x) * _EVEN, y + (even[1] - y) * _EVEN
    return found


def _sized(points: Points) -> Points:
    """From the corner (0, 0) on, and at least so large that each node has a square of its own."""
    (left, top), (right, bottom) = extent(points.values())
    scale = max(1.0, sqrt(len(points) / (max(right - left, 1.0) * max(bottom - top, 1.0))))
    return {name: ((x - left) * scale, (y - top) * scale) for name, (x, y) in points.items()}


def _packed(pieces: Sequence[Points]) -> Points:
    """In rows, the highest first, that together have about the proportions of the page; low ones stacked in a row."""
    # They begin at the corner (0, 0).
    corners = (extent(points.values())[1] for points in pieces)
    sizes = [(wide + _ASIDE, high + _BELOW) for wide, high in corners]
    row = max(max(wide for wide, _ in sizes), sqrt(sum(wide * high for wide, high in sizes) * WIDTH / HEIGHT) * 1.05)
    found: Points = {}
    # The upper edge and the height of the row, the left edge and the width of the stack, and how far it is filled.
    top = deep = left = broad = filled = 0.0
    for number in sorted(range(len(pieces)), key=lambda number: (-sizes[number][1], number)):
        wide, high = sizes[number]
        if filled + high > deep or left + max(wide, broad) > row:
            left, broad, filled = left + broad, 0.0, 0.0
            if left + wide > row or not deep:
                top, deep, left = top + deep, high, 0.0
        found |= {name: (x + left, y + top + filled) for name, (x, y) in pieces[number].items()}
        broad, filled = max(broad, wide), filled + high
    return found
