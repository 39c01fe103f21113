"""Graphs of networkx: the whole of a graph, a part of it, or what any query returns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.answers import flat, is_node, is_relationship, relation_types, with_ends
from graph.errors import QueryError
from graph.export.model import COMMA, Fact, Selection
from graph.export.network import Network
from graph.ontology import ontology
from graph.stores.base import Answer, Store

if TYPE_CHECKING:
    import networkx

_BETWEEN = "MATCH (a)-[r]->(b) WHERE a.id IN $ids AND b.id IN $ids AND type(r) IN $types RETURN a.id AS a, r, b.id AS b"


def network(
    store: Store,
    statement: str | None = None,
    parameters: Mapping[str, Any] | None = None,
    *,
    selection: Selection | None = None,
) -> networkx.MultiDiGraph:
    """A networkx graph of what a Cypher statement returns, or without one of what is selected of the graph.

    Without a statement: entities and their relations, as `liantu export graphml` writes them. A node is known by its id
    (`City:431300`) and has `label` (its name), `type` (its label in the ontology), `category` (that in Chinese),
    `mentions` and `documents` (how many clauses and documents name it), `first` and `last` (years) and its properties.
    An edge has the relation as its key, and `label`, `relation`, `weight` (in how many clauses it is said),
    `documents`, `first`, `last`, `modes`, `confidence` and `clauses` (ids). `selection` narrows it down; `each` in it
    makes one edge of each clause, with `quote`, `policy`, `number` and `clause`, under the key `RELATION CLAUSE-ID`.

    With a statement that returns nodes, relationships or paths: these, with all their properties; a relationship needs
    the nodes at its ends in the same row (`RETURN a, r, b`). With one that returns other values: one edge a row, from
    the value of the first column to that of the second, with the other columns as attributes; a row without one of the
    two is left out, and of one column only nodes are made.

    Relations that have no direction, such as COOPERATES_WITH, run from the lesser id to the greater; `to_undirected()`
    takes the direction from all. Attributes are text, numbers and truth values, lists joined by 、, so that networkx
    can write the graph in any of its formats. Raises QueryError for a statement that cannot be run or that writes, for
    relationships without their ends, and for a selection beside a statement.
    """
    import networkx

    graph = networkx.MultiDiGraph()
    if statement is None:
        _add_selected(graph, Network(store, selection or Selection()))
        return graph
    if selection is not None:
        raise QueryError("A selection is for the whole graph; with a statement say it in the statement's WHERE.")
    _add_answer(graph, store, store.read(statement, parameters))
    return graph


def _add_selected(graph: networkx.MultiDiGraph, selected: Network) -> None:
    for node in selected.nodes():
        graph.add_node(node.id, **node.attributes)
    for edge in selected.edges():
        key = f"{edge.relation} {edge.attributes.get('clauses', '')}".strip()
        graph.add_edge(edge.source, edge.target, key if selected.selection.each else edge.relation, **edge.attributes)


def _add_answer(graph: networkx.MultiDiGraph, store: Store, answer: Answer) -> None:
    rows = [list(flat(row)) for row in answer.rows]
    if any(is_node(value) or is_relationship(value) for row in rows for value in row):
        _add_returned(graph, store, rows)
    else:
        _add_rows(graph, answer)


def _add_returned(graph: networkx.MultiDiGraph, store: Store, rows: Sequence[Sequence[Mapping[str, Any]]]) -> None:
    nodes = {str(value["properties"]["id"]): value for row in rows for value in row if is_node(value)}
    types = relation_types(rows)
    if types and not nodes:
        raise QueryError(
            "The relationships come without the nodes at their ends; return these in the same row, "
            "as in MATCH (a)-[r]->(b) RETURN a, r, b."
        )
    for key in sorted(nodes):
        graph.add_node(key, **_node(nodes[key]))
    for fact in with_ends(rows, _between(store, sorted(nodes), types)) if types else ():
        said = {"label": _zh(fact.type), "relation": fact.type, "weight": 1.0, **_plain(fact.properties)}
        graph.add_edge(fact.source, fact.target, f"{fact.type} {fact.clause}".strip(), **said)


def _between(store: Store, ids: Sequence[str], types: Sequence[str]) -> Iterator[Fact]:
    found = store.read(_BETWEEN, {"ids": list(ids), "types": list(types)}).rows
    for source, relationship, target in sorted(found, key=lambda row: (row[0], row[2], str(row[1]))):
        yield Fact(source, relationship["type"], target, relationship["properties"], None)


def _add_rows(graph: networkx.MultiDiGraph, answer: Answer) -> None:
    """One edge a row of values, from the first to the second."""
    for row in answer.rows:
        ends = [str(_scalar(value)) for value in row[:2] if value is not None]
        if len(ends) < min(2, len(row)):
            continue
        for end in ends:
            graph.add_node(end, label=end)
        if len(ends) == 2:
            graph.add_edge(*ends, **_plain(dict(zip(answer.columns[2:], row[2:], strict=True))))


def _node(value: Mapping[str, Any]) -> dict[str, Any]:
    label, properties = str(value["labels"][0]), value["properties"]
    known = ontology().labels.get(label)
    told = {
        "label": properties.get("name") or properties["id"],
        "type": label,
        "category": known.zh if known else label,
    }
    return told | {name: item for name, item in _plain(properties).items() if name not in ("id", "name")}


def _zh(kind: str) -> str:
    relation = ontology().relations.get(kind)
    return relation.zh if relation else kind


def _plain(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Properties as attributes; those that say nothing are left out."""
    told = {name: _scalar(value) for name, value in properties.items()}
    return {name: value for name, value in told.items() if value is not None and value != ""}


def _scalar(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        return COMMA.join(str(_scalar(item)) for item in value)
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, Mapping) else str(value)
