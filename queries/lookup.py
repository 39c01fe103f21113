"""One entity with all that is said of it: names, place, relations counted, targets, duties, sentences."""

from dataclasses import dataclass
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from queries.names import Found, Hit, find

_SENTENCES = 8
_HIDDEN = (
    "id",
    "name",
    "aliases",
    "support",
    "title",
    "type",
    "shortName",
    "level",
    "adcode",
    "lon",
    "lat",
    "source",
    "sha256",
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation to another entity: type, direction (out, in, both), its Chinese name, partner, number of clauses."""

    type: str
    direction: str
    zh: str
    partner: str
    partner_label: str
    clauses: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that says something of the entity, with where it stands."""

    relation: str
    partner: str
    quote: str
    policy: str
    number: str
    issued: str
    clause: str


@dataclass(frozen=True, slots=True)
class Card:
    """All about one entity. `path` leads from the province down; `documents` counts those that name it."""

    hit: Hit
    path: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    documents: int
    ties: tuple[Tie, ...]
    sentences: tuple[Sentence, ...]


def search(store: Store, name: str) -> Found:
    """What a name may mean, or the nearest names."""
    return find(store, name)


def card(store: Store, hit: Hit) -> Card:
    """The card of an entity."""
    return Card(
        hit,
        _path(store, hit),
        _properties(store, hit),
        _documents(store, hit),
        _ties(store, hit),
        _sentences(store, hit),
    )


def _path(store: Store, hit: Hit) -> tuple[str, ...]:
    names, here = [hit.name], hit.id
    for _ in range(4):
        above = store.read(
            f"MATCH (a:{_label(hit.label if here == hit.id else None)} {{id: $id}})-[:PART_OF]->(b) RETURN b.id AS id, b.name AS name ORDER BY name LIMIT 1",
            {"id": here},
        ).rows
        if not above:
            break
        here, name = above[0]
        names.append(name)
    return tuple(reversed(names))


def _label(label: str | None) -> str:
    return label if label in ontology().labels else "Region"


def _properties(store: Store, hit: Hit) -> tuple[tuple[str, str], ...]:
    known = ontology().labels[hit.label].properties
    wanted = [key for key in known if key not in _HIDDEN]
    if not wanted:
        return ()
    returned = ", ".join(f"n.{key} AS {key}" for key in wanted)
    rows = store.read(f"MATCH (n:{hit.label} {{id: $id}}) RETURN {returned}", {"id": hit.id}).rows
    values: tuple[Any, ...] = rows[0] if rows else ()
    return tuple(
        (known[key].split("：")[0], str(value))
        for key, value in zip(wanted, values, strict=False)
        if value not in (None, "")
    )


def _documents(store: Store, hit: Hit) -> int:
    rows = store.read(
        f"MATCH (c:Clause)-[:MENTIONS]->(n:{hit.label} {{id: $id}}) RETURN count(DISTINCT c.policyId) AS number",
        {"id": hit.id},
    ).rows
    return int(rows[0][0]) if rows else 0


def _ties(store: Store, hit: Hit) -> tuple[Tie, ...]:
    found = []
    for direction, pattern in (("out", "-[r]->"), ("in", "<-[r]-")):
        rows = store.read(
            f"MATCH (n:{hit.label} {{id: $id}}){pattern}(m) WITH m, type(r) AS kind, count(DISTINCT r.clauseId) AS clauses "
            "RETURN kind, m.name AS name, labels(m)[0] AS label, clauses, m.id AS id ORDER BY kind, clauses DESC, name, id",
            {"id": hit.id},
        ).rows
        for kind, name, label, clauses, _ in rows:
            relation = ontology().relations.get(kind)
            if relation is None or kind in ("MENTIONS", "HAS_CLAUSE", "PART_OF"):
                continue
            way = "both" if relation.symmetric else direction
            found.append(Tie(kind, way, relation.zh, name, label, clauses))
    order = list(ontology().relations)
    return tuple(sorted(found, key=lambda tie: (order.index(tie.type), tie.direction, -tie.clauses, tie.partner)))


def _sentences(store: Store, hit: Hit) -> tuple[Sentence, ...]:
    rows = store.read(
        f"MATCH (n:{hit.label} {{id: $id}})-[r]-(m) WHERE r.quote IS NOT NULL "
        "MATCH (p:Policy) WHERE p.id = r.policyId MATCH (c:Clause) WHERE c.id = r.clauseId "
        "RETURN type(r) AS kind, m.name AS partner, r.quote AS quote, p.name AS policy, p.number AS number, p.issuedOn AS issued, "
        "c.number AS clause, r.confidence AS confidence ORDER BY confidence DESC, issued DESC, policy, clause, kind, partner",
        {"id": hit.id},
    ).rows
    chosen: dict[str, Sentence] = {}
    kinds: dict[str, int] = {}
    for kind, partner, quote, policy, number, issued, clause, _ in rows:
        if quote not in chosen and kinds.get(kind, 0) < 2:
            kinds[kind] = kinds.get(kind, 0) + 1
            zh = ontology().relations[kind].zh
            chosen[quote] = Sentence(zh, partner or "", quote, policy, number or "", issued or "", clause or "")
    return tuple(chosen.values())[:_SENTENCES]
