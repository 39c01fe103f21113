"""The values that exports are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.values import value

Attributes = Mapping[str, Any]
# What stands between the values of an attribute that has several.
COMMA, BAR = "、", " | "


@dataclass(frozen=True, slots=True)
class Selection:
    """What part of a graph is wanted: the whole of its entities and their relations, unless told otherwise.

    `about`: the ids of nodes; only they and what touches them. `since`: the first year of issue of the documents.
    `confidence`: the least confidence of a fact, 0 to 1. `clauses`, `targets`: these as nodes too; without clauses a
    duty runs to the document in which the clause stands. `each`: one edge for each clause, with its sentence,
    instead of one for all that say the same of the same two.
    """

    about: frozenset[str] = frozenset()
    since: int | None = None
    confidence: float = 0.0
    clauses: bool = False
    targets: bool = False
    each: bool = False


@value
class Policy:
    """A document as facts refer to it; `issued` is ISO, or empty."""

    id: str
    name: str
    number: str
    issued: str

    @property
    def year(self) -> int | None:
        """The year of issue, if it is known."""
        return int(self.issued[:4]) if self.issued else None


@value
class Node:
    """A node with the properties that the ontology knows; `clauses` is how many name it, `policies` which documents."""

    id: str
    label: str
    properties: Attributes
    clauses: int
    policies: tuple[Policy, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.properties.get("name") or self.id)


@value
class Fact:
    """A relationship between two nodes, by their ids; `policy` is the document that says so, if one does."""

    source: str
    type: str
    target: str
    properties: Attributes
    policy: Policy | None

    @property
    def clause(self) -> str:
        """The id of the clause that says so; empty if none does."""
        return str(self.properties.get("clauseId") or "")

    @property
    def confidence(self) -> float:
        """How sure it is, 0 to 1."""
        stated = self.properties.get("confidence")
        return 1.0 if stated is None else float(stated)


@value
class Edge:
    """All facts of one type between the same two nodes, in the direction in which they are stored."""

    source: str
    type: str
    target: str
    facts: tuple[Fact, ...]
