"""How two things hang together: the shortest ways between them, each step with the sentence that says so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from graph.ways import Ways, shortest, types
from queries.names import label_of

_TOUCHING = " UNION ALL ".join(
    f"MATCH (a)-[r]->(b) WHERE {end}.id IN $ids AND type(r) IN $types AND a.support IS NOT NULL AND "
    "b.support IS NOT NULL "
    "RETURN a.id AS source, b.id AS target, type(r) AS kind, count(DISTINCT r.clauseId) AS clauses"
    for end in ("a", "b")
)
_SAID = (
    "MATCH (a)-[r]->(b) WHERE a.id IN $ids AND b.id IN $ids AND type(r) IN $types AND a.support IS NOT NULL AND "
    "b.support IS NOT NULL "
    "WITH a, b, r, coalesce(r.policyId, '') AS policy_id, coalesce(r.clauseId, '') AS clause_id "
    "OPTIONAL MATCH (p:Policy {id: policy_id}) OPTIONAL MATCH (c:Clause {id: clause_id}) "
    "RETURN a.id AS a, b.id AS b, type(r) AS kind, r.quote AS quote, r.mode AS mode, r.role AS role, "
    "r.confidence AS confidence, p.name AS policy, p.number AS number, p.issuedOn AS issued, c.number AS clause, "
    "clause_id ORDER BY kind, policy, clause_id, a, b, quote"
)
_NODES = (
    f"MATCH (n) WHERE n.id IN $ids AND n.support IS NOT NULL RETURN n.id AS id, {label_of('n')} AS label, "
    "n.name AS name, n.heading AS heading, n.policyId AS policy ORDER BY id"
)


@dataclass(frozen=True, slots=True)
class Node:
    """A node on a way. A clause is named by its document, its number and its heading."""

    id: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What ties two nodes that follow one another on a way: a relation, how often it is stated, the newest sentence.

    `forward` if the relation runs the way one goes; one that has no direction is. The hierarchy of divisions is stated
    by no sentence: `clauses` is 0 and the texts are empty.
    """

    type: str
    zh: str
    forward: bool
    clauses: int
    notes: tuple[str, ...]
    quote: str
    policy: str
    number: str
    issued: str
    clause: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way: its nodes in turn, and between each two of them all statements that tie them."""

    nodes: tuple[Node, ...]
    steps: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Connections:
    """The shortest ways, of `steps` steps; `total` is their number, `ways` those of them that most clauses state."""

    steps: int
    total: int
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class _Tie:
    source: str
    target: str
    kind: str
    clauses: int


def connections(store: Store, start: str, end: str, *, limit: int = 5, most: int = 6) -> Connections | None:
    """The shortest ways of at most `most` steps between two nodes by their ids, at most `limit` of them.

    None if there are none. Raises QueryError.
    """
    for kinds in types():
        found = shortest(start, end, most, lambda ids, kinds=kinds: _touching(store, ids, kinds))  # type: ignore[misc]
        if found:
            break
    else:
        return None
    ways, total = _strongest(found, start, limit)
    ids = sorted({node for way in ways for node in way})
    nodes, said = _nodes(store, ids), _said(store, ids, kinds)
    return Connections(found.steps, total, tuple(_way(way, nodes, said) for way in ways))


def _touching(store: Store, ids: Sequence[str], types: Sequence[str]) -> list[_Tie]:
    return [_Tie(*row) for row in store.read(_TOUCHING, {"ids": list(ids), "types": list(types)}).rows]


def _strongest(found: Ways[_Tie], start: str, limit: int) -> tuple[list[tuple[str, ...]], int]:
    """The ids on the ways of most clauses, and the number of all ways."""
    onward: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for tie in set(found.ties):
        near, far = sorted((tie.source, tie.target), key=found.places.__getitem__)
        onward[near][far] += tie.clauses
    ways: dict[str, list[tuple[int, tuple[str, ...]]]] = {start: [(0, (start,))]}
    counts = {start: 1}
    for _ in range(found.steps):
        reached: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        number: dict[str, int] = defaultdict(int)
        for near, begun in ways.items():
            for far, clauses in onward[near].items():
                reached[far] += [(strength - clauses, (*way, far)) for strength, way in begun]
                number[far] += counts[near]
        ways, counts = {far: nsmallest(limit, begun) for far, begun in reached.items()}, dict(number)
    return [way for _, way in nsmallest(limit, (way for begun in ways.values() for way in begun))], sum(counts.values())


def _nodes(store: Store, ids: Sequence[str]) -> dict[str, Node]:
    rows = store.read(_NODES, {"ids": list(ids)}).rows
    policies = sorted({policy for *_, policy in rows if policy})
    titles = dict(store.read(
        "MATCH (p:Policy) WHERE p.id IN $ids RETURN p.id AS id, p.name AS name", {"ids": policies}
    ).rows)  # fmt: skip
    return {
        key: Node(key, label, _name(label, name, heading, titles.get(policy)))
        for key, label, name, heading, policy in rows
    }


def _name(label: str, name: str | None, heading: str | None, title: str | None) -> str:
    if label != "Clause":
        return name or ""
    return " ".join(filter(None, (f"《{title}》{name or ''}" if title else name, heading)))


Said = Mapping[frozenset[str], Sequence[Mapping[str, Any]]]


def _said(store: Store, ids: Sequence[str], types: Sequence[str]) -> Said:
    """What is stated between these nodes, by pair, the newest first."""
    answer = store.read(_SAID, {"ids": list(ids), "types": list(types)})
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    rows.sort(key=lambda row: (row["issued"] or "", row["confidence"] or 0.0), reverse=True)
    found: dict[frozenset[str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        found[frozenset((row["a"], row["b"]))].append(row)
    return found


def _way(ids: tuple[str, ...], nodes: Mapping[str, Node], said: Said) -> Way:
    pairs = pairwise(ids)
    steps = (tuple(_statements(near, said[frozenset((near, far))])) for near, far in pairs)
    return Way(tuple(nodes[key] for key in ids), tuple(steps))


def _statements(near: str, rows: Sequence[Mapping[str, Any]]) -> Iterator[Statement]:
    """One statement for each relation and direction between two nodes, in the order of the ontology."""
    groups: dict[tuple[str, bool], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["kind"], ontology().relations[row["kind"]].symmetric or row["a"] == near].append(row)
    order = list(ontology().relations)
    for (kind, forward), group in sorted(groups.items(), key=lambda item: (order.index(item[0][0]), not item[0][1])):
        first = group[0]
        notes = sorted({note for row in group for note in (row["mode"], row["role"]) if note})
        texts = (first[key] or "" for key in ("quote", "policy", "number", "issued", "clause"))
        clauses = len({row["clause_id"] for row in group} - {""})
        yield Statement(kind, ontology().relations[kind].zh, forward, clauses, tuple(notes), *texts)
