"""Places for the nodes of a graph such that distance on the page follows distance in the graph.

Stress is brought down one pair at a time, with steps that grow smaller (J. X. Zheng, S. Pawar, D. F. M. Goodman: Graph
drawing by stochastic gradient descent, 2018). Nothing but + - * / and square roots, and a seeded order: the same graph
gives the same picture on every machine.
"""

from collections.abc import Mapping, Sequence
from math import sqrt
from random import Random

from viz.arrangement import Point

Terms = list[tuple[int, int, float]]
_TURNS = 30
_CALM = 0.8
_TRIES = 12
_FULL = 400
_PIVOTS = 40
# Longer lists of pairs are shuffled once and then read forth and back.
_SHUFFLED = 100_000
_APART = 2.5


def stress(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, Point]:
    """A place for each node; an edge is about 1 long. Small graphs: the best of some tries."""
    if not nodes:
        return {}
    terms = _terms(nodes, edges)
    index = {name: number for number, name in enumerate(nodes)}
    lines = [(index[one], index[other]) for one, other in edges]
    tries = _TRIES if len(nodes) <= 60 else 1
    drawings = [_settle(len(nodes), terms, Random(seed)) for seed in range(tries)]
    best = min(drawings, key=lambda at: (_crossings(at, lines), _badness(at, terms))) if tries > 1 else drawings[0]
    return {name: (best[number][0], best[number][1]) for name, number in index.items()}


def _terms(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> Terms:
    """Pairs of nodes with their distance in the graph: all of them, or in a large graph those with some pivots."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    index = {name: number for number, name in enumerate(nodes)}
    whole = len(nodes) <= _FULL
    starts = list(nodes) if whole else sorted(nodes, key=lambda name: -graph.degree(name))[:_PIVOTS]
    terms: Terms = [] if whole else [(index[one], index[other], 1.0) for one, other in edges if one != other]
    for start in starts:
        near: Mapping[str, int] = nx.single_source_shortest_path_length(graph, start)
        for name in nodes:
            if index[name] > index[start] or (not whole and name != start):
                terms.append((index[start], index[name], float(near.get(name, _APART))))
    return terms


def _settle(size: int, terms: Terms, random: Random) -> list[Point]:
    """Places at which the pairs have about their distance. Each turn moves them less; no pair ever moves too far."""
    xs, ys = [0.0] * size, [0.0] * size
    for number in range(size):
        xs[number], ys[number] = random.random(), random.random()
    rate = max((distance for _, _, distance in terms), default=0.0) ** 2
    order = list(terms)
    for turn in range(_TURNS):
        if len(order) <= _SHUFFLED or not turn:
            random.shuffle(order)
        else:
            order.reverse()
        # The innermost loop of all pictures: written out, without a call.
        for one, other, distance in order:
            x, y = xs[one] - xs[other], ys[one] - ys[other]
            length = sqrt(x * x + y * y) or 1e-9
            share = rate / (distance * distance)
            step = (length - distance) / (2 * length) * (share if share < 1.0 else 1.0)
            x, y = x * step, y * step
            xs[one] -= x
            ys[one] -= y
            xs[other] += x
            ys[other] += y
        rate *= _CALM
    return list(zip(xs, ys, strict=True))


def _badness(at: Sequence[Sequence[float]], terms: Terms) -> float:
    return sum((_length(at[one], at[other]) - distance) ** 2 / (distance * distance) for one, other, distance in terms)


def _length(a: Sequence[float], b: Sequence[float]) -> float:
    x, y = a[0] - b[0], a[1] - b[1]
    return sqrt(x * x + y * y)


def _crossings(at: Sequence[Sequence[float]], lines: Sequence[tuple[int, int]]) -> int:
    """How many lines cross."""
    return sum(
        1
        for number, (a, b) in enumerate(lines)
        for c, d in lines[:number]
        if not {a, b} & {c, d}
        and _side(at[a], at[b], at[c]) != _side(at[a], at[b], at[d])
        and _side(at[c], at[d], at[a]) != _side(at[c], at[d], at[b])
    )


def _side(a: Sequence[float], b: Sequence[float], point: Sequence[float]) -> bool:
    """On which side of the line from a to b a point lies."""
    return (b[0] - a[0]) * (point[1] - a[1]) > (b[1] - a[1]) * (point[0] - a[0])
