"""How central the nodes of a network are: partners, strength, and how many shortest connections lead through each.

Takes links (`source`, `source_name`, `target`, `target_name`, `weight`); a node whose name is null takes part without
being listed. In a large network the connections are counted from a fixed sample of nodes.
"""

from collections.abc import Mapping
from typing import Any

import networkx as nx

from graph.stores import Answer

_COLUMNS = ("name", "partners", "strength", "between")
_WORK = 200_000  # nodes sampled times links: about half a second
_SEED = 1


def step(answer: Answer, _parameters: Mapping[str, Any]) -> Answer:
    """One row a node, the most central first."""
    network, names = nx.Graph(), dict[str, str | None]()
    for source, source_name, target, target_name, weight in sorted(answer.rows, key=lambda row: (row[0], row[2])):
        network.add_edge(source, target, weight=weight)
        names |= {source: source_name, target: target_name}
    sample = max(1, _WORK // max(1, network.number_of_edges()))
    sampled = sample if sample < network.number_of_nodes() else None
    between = nx.betweenness_centrality(network, k=sampled, seed=_SEED)
    rows = [
        (name, network.degree(node), network.degree(node, weight="weight"), round(between[node], 4), node)
        for node, name in names.items()
        if name is not None
    ]
    rows.sort(key=lambda row: (-row[3], -row[2], -row[1], row[0], row[4]))
    return Answer(_COLUMNS, tuple(row[:4] for row in rows))
