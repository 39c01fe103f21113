"""A selected part of a graph as plain items with flat attributes: what all network formats write."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from graph.export.attributes import edge_attributes, edge_years, node_attributes, node_years
from graph.export.columns import Column, edge_columns, node_columns
from graph.export.model import Selection
from graph.export.reading import Reading
from graph.ontology import ontology
from graph.stores.base import Store

Attributes = dict[str, Any]


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A node; `attributes` by the names of the columns, `years` those in which documents name it."""

    id: str
    attributes: Attributes
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """An edge; `directed` unless its relation is the same both ways, `years` those in which documents say so."""

    source: str
    target: str
    relation: str
    directed: bool
    attributes: Attributes
    years: tuple[int, ...]


class Network:
    """The nodes and the edges that are selected, each in the same order on every store.

    `counted`: how many nodes and edges have been given so far.
    """

    def __init__(self, store: Store, selection: Selection) -> None:
        self.selection = selection
        self.counted = Counter[str]()
        self._reading = Reading(store, selection)

    @property
    def node_columns(self) -> tuple[Column, ...]:
        """The attributes that a node may have."""
        return node_columns(self._reading.labels)

    @property
    def edge_columns(self) -> tuple[Column, ...]:
        """The attributes that an edge may have."""
        return edge_columns(each=self.selection.each)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and the last year of the documents."""
        found = [policy.year for policy in self._reading.policies.values() if policy.year is not None]
        return (min(found), max(found)) if found else None

    def nodes(self) -> Iterator[NetworkNode]:
        """The nodes, a page at a time."""
        columns = self.node_columns
        for node in self._reading.nodes():
            self.counted["node"] += 1
            yield NetworkNode(node.id, _typed(node_attributes(node), columns), node_years(node))

    def edges(self) -> Iterator[NetworkEdge]:
        """The edges, a page at a time; their ends are among the nodes."""
        columns, relations = self.edge_columns, ontology().relations
        numbers = self._reading.clause_numbers() if self.selection.each else None
        for edge in self._reading.edges():
            self.counted["edge"] += 1
            attributes = _typed(edge_attributes(edge, numbers), columns)
            directed = not relations[edge.type].symmetric
            yield NetworkEdge(edge.source, edge.target, edge.type, directed, attributes, edge_years(edge))


def _typed(attributes: Attributes, columns: tuple[Column, ...]) -> Attributes:
    """The attributes in the order of the columns and of their types."""
    return {column.name: _AS[column.type](attributes[column.name]) for column in columns if column.name in attributes}


_AS = {"text": str, "long": int, "double": float, "boolean": bool}
