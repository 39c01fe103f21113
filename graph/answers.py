"""What the rows of an answer hold of the graph: nodes and relationships, alone, in lists or in paths."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

Row = Sequence[Mapping[str, Any]]


class Ended(Protocol):
    """A relationship with the ids of its ends."""

    @property
    def source(self) -> str:
        """Where it starts."""

    @property
    def target(self) -> str:
        """Where it ends."""

    @property
    def type(self) -> str:
        """Its type in the ontology."""

    @property
    def properties(self) -> Mapping[str, Any]:
        """Its properties."""


Known = TypeVar("Known", bound=Ended)


def flat(value: Any) -> Iterator[Mapping[str, Any]]:
    """The mappings in rows, lists and paths."""
    if isinstance(value, Mapping):
        if {"nodes", "relationships"} <= value.keys():
            yield from flat([value["nodes"], value["relationships"]])
        else:
            yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from flat(item)


def is_node(value: Mapping[str, Any]) -> bool:
    """Whether it is a node of a graph of Liantu's."""
    return {"labels", "properties"} <= value.keys() and bool(value["labels"]) and "id" in value["properties"]


def is_relationship(value: Mapping[str, Any]) -> bool:
    """Whether it is a relationship."""
    return {"type", "properties"} <= value.keys()


def relation_types(rows: Iterable[Row]) -> list[str]:
    """The types of the relationships in flat rows, each once, in order."""
    return sorted({str(value["type"]) for row in rows for value in row if is_relationship(value)})


def with_ends(rows: Iterable[Row], known: Iterable[Known]) -> Iterator[Known]:
    """Those of the `known` relationships that are in flat rows.

    Stores return a relationship without its ends: it is one of those that are like it, whose ends stand in its row.
    """
    alike: dict[tuple[str, ...], list[Known]] = defaultdict(list)
    for fact in known:
        alike[_print(fact.type, fact.properties)].append(fact)
    for row in rows:
        within = {str(value["properties"]["id"]) for value in row if is_node(value)}
        for value in filter(is_relationship, row):
            for fact in alike[_print(str(value["type"]), value["properties"])]:
                if {fact.source, fact.target} <= within:
                    yield fact


def _print(kind: str, properties: Mapping[str, Any]) -> tuple[str, ...]:
    return kind, *(f"{name}={properties[name]}" for name in sorted(properties))
