"""The values that travel from extraction to the graph: frozen, without behaviour.

All offsets are half-open character offsets into the decoded source text, before any clean-up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.values import value

Scalar = str | int | float | bool | None
Properties = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Policy:
    """The document itself. Dates are ISO (`2022-11-24`), or a year or month where the text says no more.

    `region` is the region the policy is about, `source` the path as given, `sha256` that of the file's bytes.
    """

    id: str
    title: str
    number: str | None = None
    issuer: str | None = None
    issued: str | None = None
    effective_until: str | None = None
    genre: str | None = None
    region: str | None = None
    source: str = ""
    sha256: str = ""


@value
class Clause:
    """One piece of the document's partition; `text` is the exact slice `source[start:end]`.

    The tree is in the ids: `…#2.1.3` stands under `…#2.1`; `…#0` is what precedes the first numbered clause.
    `number` is the whole path as people cite it: 二、（六）3.
    """

    id: str
    number: str
    heading: str
    start: int
    end: int
    text: str


@value
class Mention:
    """Where an entity is named. `clause` is the id of the clause that holds the span."""

    start: int
    end: int
    text: str
    clause: str


@value
class Entity:
    """A thing the document speaks of, once a document, with every place that names it."""

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    properties: Properties = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()


@value
class Evidence:
    """The words that say a relation, the rule that read them, and how often that rule is right (0 to 1)."""

    clause: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float


@value
class Relation:
    """A typed, directed link between two ids of the document (entity ids, or a clause id for duties)."""

    source: str
    type: str
    target: str
    properties: Properties = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """All that was read in one document."""

    policy: Policy
    clauses: tuple[Clause, ...] = ()
    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
