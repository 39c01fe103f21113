"""The view `query`: what any read-only query returns, as far as it is nodes, relationships and paths."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions
from viz.reading import Fact


def query(store: Store, statement: str, parameters: Mapping[str, Any], options: ViewOptions) -> Picture:
    """The picture of all nodes, relationships and paths in the rows. Raises QueryError, also for what writes."""
    drawing = Drawing(store, "query", options)
    answer = store.read(statement, parameters)
    values = list(_flat(answer.rows))
    nodes = [drawing.reader.keep(value).id for value in values if _is_node(value)]
    wanted = [value for value in values if _is_relationship(value)]
    drawing.keep(_with_ends(drawing, nodes, wanted))
    return drawing.picture(
        drawing.words["question"].format(statement=" ".join(statement.split())),
        sorted(set(nodes)) if not drawing.facts else [],
        layout="force",
        empty=drawing.words["no_links"].format(nodes=len(set(nodes))) if nodes else "",
    )


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


def _with_ends(drawing: Drawing, nodes: list[str], wanted: list[Mapping[str, Any]]) -> Iterable[Fact]:
    """The facts that these relationships are: a store returns them without their ends, so these are looked for."""
    seen = {_print(value["type"], value["properties"]) for value in wanted}
    types = sorted({value["type"] for value in wanted})
    clauses = sorted({str(value["properties"].get("clauseId") or "") for value in wanted} - {""})
    found = drawing.reader.facts("between", ids=sorted(set(nodes)), types=types) if nodes and types else []
    found += drawing.reader.facts("resting", clauses=clauses, types=types) if clauses else []
    return [fact for fact in found if _print(fact.type, fact.properties) in seen]


def _print(kind: str, properties: Mapping[str, Any]) -> tuple[str, ...]:
    return kind, *(f"{name}={properties[name]}" for name in sorted(properties))
