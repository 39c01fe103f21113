"""Reads the part of a graph that is wanted from a store, in pages and in one order: the same on every store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import groupby
from typing import Any

from graph.errors import GraphError
from graph.export.model import Edge, Fact, Node, Policy, Selection
from graph.ontology import ontology
from graph.stores.base import Store

PAGE = 2000
_ENDS = "a.support IS NOT NULL AND b.support IS NOT NULL AND r.policyId IS NOT NULL"
_TOUCHING = (
    "MATCH (a)-[r]->(b) WHERE a.id IN $ids AND {ends} RETURN a.id AS a, r, b.id AS b",
    "MATCH (a)-[r]->(b) WHERE b.id IN $ids AND {ends} RETURN a.id AS a, r, b.id AS b",
)
# A duty is about what its clause names.
_DUTIES = (
    "MATCH (c:Clause)-[:MENTIONS]->(x) WHERE x.id IN $ids WITH DISTINCT c "
    "MATCH (a)-[r:RESPONSIBLE_FOR]->(c) RETURN a.id AS a, r, c.id AS b"
)
# All that a document says is about it.
_SAID = "MATCH (a)-[r]->(b) WHERE r.policyId IN $ids AND {ends} RETURN a.id AS a, r, b.id AS b"
_NAMING = "MATCH (:Clause)-[m:MENTIONS]->(n) WHERE n.id IN $ids RETURN DISTINCT m.policyId AS policy"
_MENTIONED = "MATCH (c:Clause)-[m:MENTIONS]->(n) WHERE m.policyId IN $policies RETURN DISTINCT n.id AS id"


@contextmanager
def steady(store: Store) -> Iterator[None]:
    """The block reads one state of the graph. Raises GraphError at its end if documents came or went meanwhile."""
    before = store.documents()
    yield
    if store.documents() != before:
        raise GraphError("The graph was changed by somebody else while it was read; run the command again.")


def node_ids(store: Store, label: str) -> list[str]:
    """The ids of all nodes of ours with a label, in order."""
    rows = store.read(f"MATCH (n:{label}) WHERE n.support IS NOT NULL RETURN n.id AS id").rows
    return sorted(str(key) for (key,) in rows)


def pages(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Ids in pieces that one question may hold."""
    for start in range(0, len(ids), PAGE):
        yield ids[start : start + PAGE]


class Reading:
    """What is selected of a graph: nodes by label and id, facts by their first end, type, second end and clause."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store, self.selection = store, selection
        found = store.read(
            "MATCH (p:Policy) WHERE p.support IS NOT NULL "
            "RETURN p.id AS id, p.name AS name, p.number AS number, p.issuedOn AS issued"
        ).rows
        self.policies = {str(key): Policy(key, name, number or "", issued or "") for key, name, number, issued in found}

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the nodes, in the order of the ontology."""
        left_out = {"Clause": not self.selection.clauses, "Target": not self.selection.targets}
        return tuple(label for label in ontology().labels if not left_out.get(label))

    def nodes(self, labels: Sequence[str] | None = None) -> Iterator[Node]:
        """The nodes in order; with `labels` only those with one of them."""
        for label in self.labels if labels is None else labels:
            ids = [key for key in node_ids(self._store, label) if self._kept is None or key in self._kept]
            for page in pages(ids):
                yield from self._page(label, page)

    def edges(self) -> Iterator[Edge]:
        """The facts as edges: one for all of the same type between the same two, or one for each."""
        for (source, kind, target), facts in groupby(self.facts(), key=_ends):
            found = tuple(facts)
            for several in [(fact,) for fact in found] if self.selection.each else [found]:
                yield Edge(source, kind, target, several)

    def clause_numbers(self) -> Mapping[str, str]:
        """How people cite the clauses, by id: 二、（六）3."""
        rows = self._store.read(
            "MATCH (c:Clause) WHERE c.support IS NOT NULL RETURN c.id AS id, c.number AS number"
        ).rows
        return {str(key): str(number or "") for key, number in rows}

    def facts(self, types: Iterable[str] | None = None) -> Iterator[Fact]:
        """The facts in order; with `types` only those of one of them.

        Those of the gazetteer have no date: they stand where both their ends do.
        """
        since = self.selection.since
        for fact in self._facts(self._types if types is None else frozenset(types)):
            undated = fact.policy is None and since is not None
            if not undated or (self._kept and {fact.source, fact.target} <= self._kept):
                yield fact

    @cached_property
    def _kept(self) -> frozenset[str] | None:
        """The ids of the nodes that are wanted; None for all."""
        since, about = self.selection.since, self.selection.about
        if since is None and not about:
            return None
        facts = self._facts(self._types)
        ends = {end for fact in facts if fact.policy or since is None for end in (fact.source, fact.target)}
        return frozenset(ends | about | (set() if about else self._mentioned()))

    def wanted_policies(self) -> frozenset[str] | None:
        """The ids of the documents that say what is selected, or name it, or are named; None for all."""
        if self._kept is None:
            return None
        said = {fact.policy.id for fact in self._facts(self._types) if fact.policy is not None}
        names = {str(key) for (key,) in self._store.read(_NAMING, {"ids": sorted(self.selection.about)}).rows}
        named = {key for key in names if self._timely(self.policies.get(key))}
        return frozenset(said | named | (self._kept & self.policies.keys()))

    def _mentioned(self) -> set[str]:
        """What the documents of the wanted years name."""
        wanted = [policy.id for policy in self.policies.values() if self._timely(policy)]
        return {str(key) for (key,) in self._store.read(_MENTIONED, {"policies": wanted}).rows}

    def _timely(self, policy: Policy | None) -> bool:
        since = self.selection.since
        return since is None or (policy is not None and policy.year is not None and policy.year >= since)

    def _facts(self, types: frozenset[str]) -> Iterator[Fact]:
        """The facts of these types, of the wanted years and confidence, in order."""
        for page in [self._touching] if self.selection.about else self._all(types):
            found = (fact for row in page if row[1]["type"] in types and (fact := self._fact(*row)) is not None)
            yield from sorted(found, key=_order)

    def _fact(self, source: str, relationship: Any, target: str) -> Fact | None:
        """A relationship as a fact, if it is wanted."""
        kind, properties = str(relationship["type"]), relationship["properties"]
        policy = self.policies.get(str(properties.get("policyId")))
        if kind == "RESPONSIBLE_FOR" and not self.selection.clauses and policy is not None:
            target = policy.id
        fact = Fact(source, kind, target, properties, policy)
        timely = policy is None or self._timely(policy)
        return fact if timely and fact.confidence >= self.selection.confidence else None

    @cached_property
    def _types(self) -> frozenset[str]:
        left_out = {"HAS_TARGET"} if not self.selection.targets else set()
        return frozenset(
            name
            for name, relation in ontology().relations.items()
            if name not in left_out and (self.selection.clauses or not relation.derived)
        )

    @property
    def _condition(self) -> str:
        """What the ends of a relationship are, as a condition in Cypher."""
        return _ENDS if self.selection.targets else f"{_ENDS} AND NOT b:Target"

    def _all(self, wanted: frozenset[str]) -> Iterator[Sequence[Any]]:
        """All relationships of these types, a page of the nodes that they start at after the other."""
        for label in self.labels:
            types = "|".join(name for name in sorted(wanted) if _starts(label, name))
            statement = (
                f"UNWIND $ids AS wanted MATCH (a:{label} {{id: wanted}})-[r:{types}]->(b) WHERE {self._condition} "
                "RETURN a.id AS a, r, b.id AS b"
            )
            for page in pages(node_ids(self._store, label)) if types else ():
                yield self._store.read(statement, {"ids": list(page)}).rows

    @cached_property
    def _touching(self) -> Sequence[Any]:
        """The relationships that touch what the selection is about."""
        ids = sorted(self.selection.about)
        statements = [*_TOUCHING, _DUTIES, *([_SAID] if self.selection.about & self.policies.keys() else [])]
        asked = [statement.format(ends=self._condition) for statement in statements]
        rows = [row for statement in asked for row in self._store.read(statement, {"ids": ids}).rows]
        return list({(a, r["type"], b, str(r["properties"].get("clauseId"))): (a, r, b) for a, r, b in rows}.values())

    def _page(self, label: str, ids: Sequence[str]) -> Iterator[Node]:
        """The nodes with these ids, with the documents that name them."""
        said: dict[str, tuple[int, list[Policy]]] = {}
        for key, policy, clauses in self._mentions(label, ids):
            number, policies = said.get(key, (0, []))
            said[key] = (number + clauses, [*policies, policy])
        statement = (
            f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) WHERE n.support IS NOT NULL "
            "RETURN n, n.policyId AS policy"
        )
        rows = self._store.read(statement, {"ids": list(ids)}).rows
        for properties, own in sorted(((row[0]["properties"], row[1]) for row in rows), key=lambda row: row[0]["id"]):
            number, policies = said.get(properties["id"], (0, [self.policies[own]] if own in self.policies else []))
            named = sorted(policies, key=lambda policy: (policy.issued, policy.id))
            yield Node(str(properties["id"]), label, properties, number, tuple(named))

    def _mentions(self, label: str, ids: Sequence[str]) -> Iterator[tuple[str, Policy, int]]:
        """(id, document, number of its clauses that name it)."""
        statement = (
            f"UNWIND $ids AS wanted MATCH (:Clause)-[m:MENTIONS]->(n:{label} {{id: wanted}}) "
            "RETURN n.id AS id, m.policyId AS policy, count(*) AS clauses"
        )
        for key, policy, clauses in self._store.read(statement, {"ids": list(ids)}).rows if label != "Clause" else ():
            document = self.policies.get(policy)
            if document is not None and self._timely(document):
                yield str(key), document, int(clauses)


def years(policies: Iterable[Policy | None]) -> tuple[int, ...]:
    """The years of issue of documents, each once, in order; documents without one have none."""
    return tuple(sorted({policy.year for policy in policies if policy is not None and policy.year is not None}))


def _starts(label: str, kind: str) -> bool:
    return any(label in left for left, _ in ontology().relations[kind].ends)


def _ends(fact: Fact) -> tuple[str, str, str]:
    return fact.source, fact.type, fact.target


def _order(fact: Fact) -> tuple[str, ...]:
    said = fact.properties
    return (
        *_ends(fact),
        fact.clause,
        str(said.get("start", "")),
        str(said.get("quote", "")),
        str(said.get("role", "")),
    )
