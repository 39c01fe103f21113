"""One entity with all that is said of it: names, place, relations counted, targets, duties."""

from dataclasses import dataclass
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from queries.matching.base import Readings
from queries.names import Found, Hit, find, label_of, unread
from queries.place import paths
from queries.sentences import Sentence, sentences

# Properties that only programs read. Of a division only the code is told: its names and its path say the rest.
_HIDDEN = ("sha256", "ingested")
_CODE = "adcode"


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation to another entity, with the number of clauses that state it.

    `direction` is out, in or both; `notes` are the modes or roles told; `policy` is the document of a partner that is a
    clause, else empty.
    """

    type: str
    direction: str
    zh: str
    partner: str
    partner_label: str
    clauses: int
    notes: tuple[str, ...]
    policy: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A document that names an entity: title, number and ISO date of issue, which may be empty."""

    policy: str
    number: str
    issued: str


@dataclass(frozen=True, slots=True)
class Card:
    """All about one entity.

    `path` leads from the province down; `properties` are pairs of the ontology's name and the value; `documents` and
    `clauses` count those that name it; `first` and `last` are those of the documents with the earliest and the latest
    date of issue, None where no date is known.
    """

    hit: Hit
    path: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    documents: int
    clauses: int
    first: Naming | None
    last: Naming | None
    ties: tuple[Tie, ...]
    sentences: tuple[Sentence, ...]


def search(store: Store, name: str, readings: Readings = unread) -> Found:
    """What a name may mean, or the nearest names."""
    return find(store, name, readings=readings)


def card(store: Store, hit: Hit) -> Card:
    """The card of an entity."""
    documents, clauses = _mentioned(store, hit)
    dated = [naming for naming in documents if naming.issued]
    above = paths(store, [(hit.id, hit.label, hit.name)])[hit.id]
    return Card(
        hit, (*above, hit.name), _properties(store, hit), len(documents), clauses,
        dated[0] if dated else None, dated[-1] if dated else None, _ties(store, hit), sentences(store, hit),
    )  # fmt: skip


def _properties(store: Store, hit: Hit) -> tuple[tuple[str, str], ...]:
    label = ontology().labels[hit.label]
    known = label.properties
    wanted = [_CODE] if label.region else [key for key in known if key not in _HIDDEN]
    if not wanted:
        return ()
    returned = ", ".join(f"n.{key} AS {key}" for key in wanted)
    rows = store.read(f"MATCH (n:{hit.label} {{id: $id}}) RETURN {returned}", {"id": hit.id}).rows
    values: tuple[Any, ...] = rows[0] if rows else ()
    return tuple((key, str(value)) for key, value in zip(wanted, values, strict=False) if value not in (None, ""))


def _mentioned(store: Store, hit: Hit) -> tuple[list[Naming], int]:
    """The documents that name it, by date, and the number of their clauses that do."""
    rows = store.read(
        f"MATCH (c:Clause)-[r:MENTIONS]->(n:{hit.label} {{id: $id}}) WHERE r.policyId IS NOT NULL "
        "WITH c.policyId AS policy, count(DISTINCT c.id) AS clauses MATCH (p:Policy {id: policy}) "
        "RETURN p.name AS name, p.number AS number, p.issuedOn AS issued, clauses, p.id AS id ORDER BY name, id",
        {"id": hit.id},
    ).rows
    namings = [Naming(name, number or "", issued or "") for name, number, issued, _, _ in rows]
    return sorted(namings, key=lambda naming: naming.issued), sum(clauses for _, _, _, clauses, _ in rows)


def _ties(store: Store, hit: Hit) -> tuple[Tie, ...]:
    """By kind of relation, the strongest first; clauses in the order of their documents."""
    found: list[tuple[tuple[Any, ...], Tie]] = []
    order = list(ontology().relations)
    for direction, pattern in (("out", "-[r]->"), ("in", "<-[r]-")):
        rows = store.read(
            f"MATCH (n:{hit.label} {{id: $id}}){pattern}(m) WHERE r.quote IS NOT NULL "
            "WITH m, type(r) AS kind, count(DISTINCT r.clauseId) AS clauses, "
            "collect(DISTINCT r.mode) AS modes, collect(DISTINCT r.role) AS roles, min(r.policyId) AS policy "
            "OPTIONAL MATCH (p:Policy {id: policy}) "
            f"RETURN kind, m.id AS id, m.name AS name, {label_of('m')} AS label, m.heading AS heading, "
            "m.position AS position, clauses, modes, roles, p.name AS policy ORDER BY kind, name, id",
            {"id": hit.id},
        ).rows
        for kind, key, name, label, heading, position, clauses, modes, roles, policy in rows:
            relation = ontology().relations.get(kind)
            if relation is None:
                continue
            way = "both" if relation.symmetric else direction
            duty = label == "Clause"
            partner = f"{name} {heading or ''}".strip() if duty else name
            notes = tuple(sorted(note for note in (*modes, *roles) if note))
            tie = Tie(kind, way, relation.zh, partner, label, clauses, notes, policy or "" if duty else "")
            rank = (order.index(kind), way, tie.policy, position or 0 if duty else 0, -clauses, partner, key)
            found.append((rank, tie))
    return tuple(tie for _, tie in sorted(found, key=lambda item: item[0]))
