"""One entity with all that is said of it: names, place, relations counted, targets, duties."""

from dataclasses import dataclass
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from queries.names import Found, Hit, find, label_of
from queries.sentences import Sentence, sentences

# Properties that only programs read. Those of a division are left out too: its path says the same.
_HIDDEN = ("sha256", "ingested")
_DEEPEST = 5


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
class Card:
    """All about one entity. `path` leads from the province down; `properties` are pairs of the ontology's name and the
    value; `documents` and `clauses` count those that name it."""

    hit: Hit
    path: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    documents: int
    clauses: int
    ties: tuple[Tie, ...]
    sentences: tuple[Sentence, ...]


def search(store: Store, name: str) -> Found:
    """What a name may mean, or the nearest names."""
    return find(store, name)


def card(store: Store, hit: Hit) -> Card:
    """The card of an entity."""
    documents, clauses = _mentioned(store, hit)
    return Card(
        hit, _path(store, hit), _properties(store, hit), documents, clauses, _ties(store, hit), sentences(store, hit)
    )


def _path(store: Store, hit: Hit) -> tuple[str, ...]:
    """From the province down to the entity: first where it lies by most clauses, then upward."""
    above = store.read(
        f"MATCH (a:{hit.label} {{id: $id}})-[r:PART_OF|LOCATED_IN]->(b) WHERE r.policyId IS NOT NULL "
        "WITH b, type(r) AS kind, count(r) AS clauses "
        "RETURN b.id AS id, b.name AS name ORDER BY kind DESC, clauses DESC, name, id LIMIT 1",
        {"id": hit.id},
    ).rows
    names = [hit.name]
    while above and len(names) < _DEEPEST:
        here, name = above[0]
        names.append(name)
        above = store.read(
            "MATCH (a:Region {id: $id})-[r:PART_OF]->(b) WHERE r.policyId IS NOT NULL "
            "RETURN b.id AS id, b.name AS name ORDER BY name, id LIMIT 1",
            {"id": here},
        ).rows
    return tuple(reversed(names))


def _properties(store: Store, hit: Hit) -> tuple[tuple[str, str], ...]:
    label = ontology().labels[hit.label]
    known = label.properties
    wanted = [key for key in known if key not in _HIDDEN]
    if label.region or not wanted:
        return ()
    returned = ", ".join(f"n.{key} AS {key}" for key in wanted)
    rows = store.read(f"MATCH (n:{hit.label} {{id: $id}}) RETURN {returned}", {"id": hit.id}).rows
    values: tuple[Any, ...] = rows[0] if rows else ()
    return tuple((key, str(value)) for key, value in zip(wanted, values, strict=False) if value not in (None, ""))


def _mentioned(store: Store, hit: Hit) -> tuple[int, int]:
    rows = store.read(
        f"MATCH (c:Clause)-[r:MENTIONS]->(n:{hit.label} {{id: $id}}) WHERE r.policyId IS NOT NULL "
        "RETURN count(DISTINCT c.policyId) AS documents, count(DISTINCT c.id) AS clauses",
        {"id": hit.id},
    ).rows
    return (int(rows[0][0]), int(rows[0][1])) if rows else (0, 0)


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
