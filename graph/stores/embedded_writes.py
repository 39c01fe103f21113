"""The changes of one document as statements of the embedded engine, run inside one transaction."""

from typing import Any

from graph.errors import GraphError
from graph.ontology import ontology
from graph.rows import LinkRow
from graph.stores.base import Changes, DocumentRecord, NodeChange

_BATCH = 5000


def known_label(label: str) -> None:
    """Raise GraphError unless the ontology has the label: only such names are put into a statement."""
    if label not in ontology().labels:
        raise GraphError(f"unknown label {label!r}; the labels are {', '.join(ontology().labels)}.")


def write(transaction: Any, changes: Changes) -> None:
    """First what is lost and dead goes, then the rest comes."""
    for link in changes.lost:
        _unlink(transaction, link)
    for label, node in changes.dead:
        known_label(label)
        transaction.cypher(f"MATCH (n:{label} {{id: $id}}) DETACH DELETE n", params={"id": node})
    _nodes(transaction, changes.nodes)
    _links(transaction, changes.links)
    if changes.gone is not None:
        transaction.cypher("MATCH (d:LiantuDocument {id: $id}) DETACH DELETE d", params={"id": changes.gone})
    if changes.record is not None:
        _record(transaction, changes.record)


def _record(transaction: Any, record: DocumentRecord) -> None:
    transaction.cypher(
        "MERGE (d:LiantuDocument {id: $id}) SET d.name = $name, d.number = $number, d.digest = $digest, "
        "d.contribution = $contribution",
        params={
            "id": record.id,
            "name": record.title,
            "number": record.number,
            "digest": record.digest,
            "contribution": record.contribution,
        },
    )


def _nodes(transaction: Any, nodes: tuple[NodeChange, ...]) -> None:
    grouped: dict[str, list[NodeChange]] = {}
    for node in nodes:
        grouped.setdefault(node.label, []).append(node)
    for label, group in sorted(grouped.items()):
        known_label(label)
        region = " SET n:Region" if group[0].region else ""
        for start in range(0, len(group), _BATCH):
            rows = [{"id": n.id, "properties": dict(n.properties)} for n in group[start : start + _BATCH]]
            # `=` and not `+=`: a property that no remaining document states must go.
            transaction.cypher(
                f"UNWIND $rows AS r MERGE (n:{label} {{id: r.id}}) SET n = r.properties{region}", params={"rows": rows}
            )


def _links(transaction: Any, links: tuple[LinkRow, ...]) -> None:
    grouped: dict[tuple[str, str, str], list[LinkRow]] = {}
    for link in links:
        grouped.setdefault((link.source_label, link.type, link.target_label), []).append(link)
    for (source, kind, target), group in sorted(grouped.items()):
        known_label(source)
        known_label(target)
        if kind not in ontology().relations:
            raise GraphError(f"unknown relation type {kind!r}; the types are {', '.join(ontology().relations)}.")
        for start in range(0, len(group), _BATCH):
            rows = [
                {"s": x.source, "t": x.target, "c": x.clause, "properties": dict(x.properties)}
                for x in group[start : start + _BATCH]
            ]
            transaction.cypher(
                f"UNWIND $rows AS r MATCH (a:{source} {{id: r.s}}) MATCH (b:{target} {{id: r.t}}) "
                f"MERGE (a)-[x:{kind} {{clauseId: r.c}}]->(b) SET x = r.properties",
                params={"rows": rows},
            )


def _unlink(transaction: Any, link: LinkRow) -> None:
    transaction.cypher(
        f"MATCH (a:{link.source_label} {{id: $s}})-[x:{link.type} {{clauseId: $c}}]->"
        f"(b:{link.target_label} {{id: $t}}) DELETE x",
        params={"s": link.source, "t": link.target, "c": link.clause},
    )
