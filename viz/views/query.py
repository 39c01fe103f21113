"""The view `query`: what any read-only query returns, as far as it is nodes, relationships and paths."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions
from viz.reading import Fact


def query(store: Store, statement: str, parameters: Mapping[str, Any], options: ViewOptions) -> Picture:
    """The picture of the relationships and paths in the rows, with their nodes.

    A relationship is drawn if its row has the nodes at its ends. Raises QueryError, also for a statement that writes.
    """
    drawing = Drawing(store, "query", options)
    rows = [list(_flat(row)) for row in store.read(statement, parameters).rows]
    nodes = {drawing.reader.keep(value).id for row in rows for value in row if _is_node(value)}
    drawing.keep(_with_ends(drawing, nodes, rows))
    bare = any(_is_relationship(value) for row in rows for value in row)
    empty = "no_ends" if bare else "no_links" if nodes else "empty"
    asked = " ".join(statement.split())
    return drawing.picture([], layout="force", empty=empty, statement=asked, nodes=len(nodes))


def _flat(value: Any) -> Iterator[Mapping[str, Any]]:
    """The mappings in rows, lists and paths."""
    if isinstance(value, Mapping):
        if {"nodes", "relationships"} <= value.keys():
            yield from _flat([value["nodes"], value["relationships"]])
        else:
            yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _flat(item)


def _is_node(value: Mapping[str, Any]) -> bool:
    return {"labels", "properties"} <= value.keys() and bool(value["labels"]) and "id" in value["properties"]


def _is_relationship(value: Mapping[str, Any]) -> bool:
    return {"type", "properties"} <= value.keys()


def _with_ends(drawing: Drawing, nodes: set[str], rows: list[list[Mapping[str, Any]]]) -> Iterator[Fact]:
    """The facts that the relationships are: a store returns them without their ends, so these are looked for."""
    types = sorted({str(value["type"]) for row in rows for value in row if _is_relationship(value)})
    alike: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in drawing.reader.facts("between", ids=sorted(nodes), types=types) if nodes and types else []:
        alike[_print(fact.type, fact.properties)].append(fact)
    for row in rows:
        within = {str(value["properties"]["id"]) for value in row if _is_node(value)}
        for value in filter(_is_relationship, row):
            for fact in alike[_print(str(value["type"]), value["properties"])]:
                if {fact.source, fact.target} <= within:
                    yield fact


def _print(kind: str, properties: Mapping[str, Any]) -> tuple[str, ...]:
    return kind, *(f"{name}={properties[name]}" for name in sorted(properties))
