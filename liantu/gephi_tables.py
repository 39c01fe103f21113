"""Nodes and edges as two tables that Excel opens and that Gephi imports: its column names first, ours in Chinese."""

import io
from collections.abc import Iterable, Sequence

from graph.export.columns import Column
from graph.export.network import Network
from liantu.output.csv import write_rows
from liantu.output.folders import Opener

# What Gephi has columns of its own for.
_OWN = ("label", "weight")


def write(network: Network, opener: Opener) -> None:
    """Write nodes.csv and edges.csv."""
    nodes, edges = (_told(columns) for columns in (network.node_columns, network.edge_columns))
    _write(
        opener, "nodes.csv", ("Id", "Label", *(column.zh for column in nodes)),
        ((node.id, node.attributes["label"], *_values(nodes, node.attributes)) for node in network.nodes()),
    )  # fmt: skip
    _write(
        opener, "edges.csv",
        ("Source", "Target", "Type", "Kind", "Id", "Label", "Weight", *(column.zh for column in edges)),
        (
            (
                edge.source, edge.target, "Directed" if edge.directed else "Undirected", edge.attributes["label"],
                f"e{number}", edge.attributes["label"], edge.attributes["weight"], *_values(edges, edge.attributes),
            )
            for number, edge in enumerate(network.edges())
        ),
    )  # fmt: skip


def _told(columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.name not in _OWN)


def _values(columns: Sequence[Column], attributes: dict[str, object]) -> Iterable[object]:
    return (attributes.get(column.name) for column in columns)


def _write(opener: Opener, name: str, titles: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """One table, with the byte order mark by which Excel knows UTF-8."""
    with opener(name) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=False)
        write_rows(titles, rows, text)
        text.detach()
