"""Loaded documents read back from a store, for those who ask what a document holds.

A store keeps of a document what it contributes, not its source text: clauses follow one another without what stood
between them, evidence stands where its words are found, and mentions are the first in each clause.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation, Scalar
from graph.loading import contribution
from graph.ontology import ontology
from graph.rows import LinkRow, NodeRow, Rows
from graph.stores import Store

_EVIDENCE = ("policyId", "clauseId", "quote", "start", "end", "rule", "confidence")


def stored_documents(store: Store) -> Iterator[Document]:
    """The documents in a graph, by id."""
    for record in store.documents():
        rows = contribution(store, record.id)
        if rows is not None:
            yield _document(record.id, record.title, rows)


def _document(key: str, title: str, rows: Rows) -> Document:
    own = rows.nodes[key].part
    clauses = tuple(_clauses(rows))
    by_id = {clause.id: clause for clause in clauses}
    entities = tuple(_entity(node, rows, by_id) for node in rows.nodes.values() if node.label != "Clause")
    policy = Policy(key, title, own.get("number"), region=own.get("region"), source=own.get("source", ""))
    return Document(policy, clauses, entities, tuple(_relations(rows, by_id)))


def _clauses(rows: Rows) -> Iterator[Clause]:
    start = 0
    nodes = [node for node in rows.nodes.values() if node.label == "Clause"]
    for node in sorted(nodes, key=lambda node: int(node.part["position"])):
        text = node.part["text"]
        yield Clause(node.id, node.part["number"], node.part["heading"], start, start + len(text), text)
        start += len(text)


def _entity(node: NodeRow, rows: Rows, clauses: Mapping[str, Clause]) -> Entity:
    known = ontology().labels[node.label].properties
    properties: dict[str, Scalar] = {key: value for key, value in node.part.items() if key in known}
    name, aliases = node.part["name"], tuple(node.part["aliases"])
    mentions = []
    for link in rows.links.values():
        if link.type == "MENTIONS" and link.target == node.id:
            mentions += _found(clauses[link.clause], (name, *aliases))
    return Entity(node.id, node.label, name, aliases, properties, tuple(mentions))


def _found(clause: Clause, names: tuple[str, ...]) -> list[Mention]:
    for name in names:
        at = clause.text.find(name)
        if at >= 0:
            return [Mention(clause.start + at, clause.start + at + len(name), name, clause.id)]
    return []


def _relations(rows: Rows, clauses: Mapping[str, Clause]) -> Iterator[Relation]:
    grouped: dict[tuple[str, str, str], list[LinkRow]] = {}
    for link in rows.links.values():
        kind = ontology().relations.get(link.type)
        if link.clause and kind is not None and not kind.derived:
            grouped.setdefault((link.source, link.type, link.target), []).append(link)
    for (source, name, target), links in grouped.items():
        own: dict[str, Any] = {key: value for key, value in links[0].properties.items() if key not in _EVIDENCE}
        yield Relation(source, name, target, own, tuple(_evidence(link, clauses[link.clause]) for link in links))


def _evidence(link: LinkRow, clause: Clause) -> Evidence:
    told = link.properties
    at = max(clause.text.find(told["quote"]), 0) + clause.start
    end = min(at + len(told["quote"]), clause.end)
    return Evidence(clause.id, at, end, told["quote"], told["rule"], told["confidence"])
