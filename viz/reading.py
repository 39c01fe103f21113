"""What the views ask of a graph: facts with both ends, the clauses they stand in and the documents these are from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.stores import Store
from viz.resources import text

Properties = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the graph: its label in the ontology and its properties."""

    id: str
    label: str
    properties: Properties

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.properties.get("name") or self.id)


@dataclass(frozen=True, slots=True)
class Fact:
    """A relationship of the graph between two nodes, by their ids."""

    source: str
    target: str
    type: str
    properties: Properties

    @property
    def clause(self) -> str:
        """The id of the clause that says so; empty if none does."""
        return str(self.properties.get("clauseId") or "")

    @property
    def policy(self) -> str:
        """The id of the document that says so; empty if none does."""
        return str(self.properties.get("policyId") or "")


class Reader:
    """Asks the queries of this package and keeps every node it has met."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.things: dict[str, Thing] = {}

    def rows(self, query: str, **parameters: Any) -> list[Properties]:
        """The rows of `queries/NAME.cypher`, as mappings from column to value. Raises QueryError."""
        answer = self._store.read(text(f"queries/{query}.cypher"), parameters)
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    def facts(self, query: str, **parameters: Any) -> list[Fact]:
        """The facts of a query that returns a, r, b: each once, in an order that does not depend on the store."""
        return self.kept((row["a"], row["r"], row["b"]) for row in self.rows(query, **parameters))

    def kept(self, triples: Iterable[tuple[Properties, Properties, Properties]]) -> list[Fact]:
        """Facts from nodes and relationships as a store gives them."""
        found = {}
        for a, r, b in triples:
            fact = Fact(self.keep(a).id, self.keep(b).id, str(r["type"]), r["properties"])
            found[_order(fact)] = fact
        return [found[key] for key in sorted(found)]

    def keep(self, node: Properties) -> Thing:
        """Remember a node as a store gives it."""
        properties = node["properties"]
        thing = Thing(str(properties["id"]), str(node["labels"][0]), properties)
        return self.things.setdefault(thing.id, thing)

    def thing(self, key: str) -> Thing:
        """The node with this id; one that was not met yet is asked for."""
        if key not in self.things:
            self.meet([key])
        return self.things.get(key) or Thing(key, "", {})

    def meet(self, keys: Iterable[str]) -> None:
        """Ask for the nodes with these ids that were not met yet."""
        unknown = sorted({key for key in keys if key} - self.things.keys())
        for row in self.rows("things", ids=unknown) if unknown else []:
            self.keep(row["n"])


def _order(fact: Fact) -> tuple[str, ...]:
    place = fact.properties.get("start")
    return (
        fact.type, fact.source, fact.target, fact.policy, fact.clause, f"{place if place is not None else -1:09d}",
        str(fact.properties.get("quote") or ""), str(fact.properties.get("role") or fact.properties.get("mode") or ""),
    )  # fmt: skip
