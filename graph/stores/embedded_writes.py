"""The changes of one document as statements of the embedded engine, run inside one transaction."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.errors import GraphError
from graph.rows import LinkRow
from graph.stores.base import Changes, DocumentRecord, NodeChange
from graph.stores.books import BY_ID, CONTRIBUTION, DOUBLES, KEEP, RECORD, parameters_of, record_of
from graph.stores.log import writes
from graph.stores.names import known_label, known_type

_BATCH = 5000
Send = Callable[[str, Mapping[str, Any]], None]


class EmbeddedTransaction:
    """One transaction of the engine: the writer's lease keeps other writers out. `path` is for messages."""

    def __init__(self, path: Path, transaction: Any, *, writable: bool) -> None:
        """Work inside a transaction that is begun and ended elsewhere."""
        self._path, self._transaction, self._writable = path, transaction, writable
        self.wrote = False

    def listed(self, policy: str) -> DocumentRecord | None:
        """The record of a document, without its contribution."""
        return next(map(record_of, self._transaction.cypher(f"{BY_ID} {RECORD}", params={"id": policy})), None)

    def document(self, policy: str) -> DocumentRecord | None:
        """The record of a loaded document."""
        found = self._transaction.cypher(f"{BY_ID} {RECORD}, {CONTRIBUTION}", params={"id": policy})
        return next(map(record_of, found), None)

    def supports(self, labels: Mapping[str, str]) -> Mapping[str, str]:
        """The stored support of nodes."""
        grouped: dict[str, list[str]] = {}
        for node, label in labels.items():
            grouped.setdefault(known_label(label), []).append(node)
        found: dict[str, str] = {}
        for label, ids in sorted(grouped.items()):
            view = self._transaction.cypher(
                f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) RETURN n.id AS id, n.support AS support",
                params={"ids": ids},
            )
            found |= {row["id"]: row["support"] for row in view}
        return found

    def apply(self, changes: Changes) -> None:
        """First what is lost and dead goes, then the rest comes."""
        self._begin()
        for link in changes.lost:
            _unlink(self._send, link)
        for label, node in changes.dead:
            self._send(f"MATCH (n:{known_label(label)} {{id: $id}}) DETACH DELETE n", {"id": node})
        _nodes(self._send, changes.nodes)
        _links(self._send, changes.links)
        if changes.gone is not None:
            self._send("MATCH (d:LiantuDocument {id: $id}) DETACH DELETE d", {"id": changes.gone})
        if changes.record is not None:
            self._send(KEEP, parameters_of(changes.record))

    def remember(self, policy: str, doubles: Sequence[str]) -> None:
        """Set the readings of what was left out."""
        self._begin()
        self._send(f"{BY_ID} {DOUBLES}", {"id": policy, "doubles": list(doubles)})

    def _send(self, statement: str, params: Mapping[str, Any]) -> None:
        writes(statement)
        self._transaction.cypher(statement, params=params)

    def _begin(self) -> None:
        """Something is about to be written."""
        if not self._writable:
            raise GraphError(f"{self._path} was opened for reading; open it for writing to load or forget documents.")
        self.wrote = True


def _nodes(send: Send, nodes: tuple[NodeChange, ...]) -> None:
    grouped: dict[str, list[NodeChange]] = {}
    for node in nodes:
        grouped.setdefault(node.label, []).append(node)
    for label, group in sorted(grouped.items()):
        region = " SET n:Region" if group[0].region else ""
        for start in range(0, len(group), _BATCH):
            rows = [{"id": n.id, "properties": dict(n.properties)} for n in group[start : start + _BATCH]]
            # `=` and not `+=`: a property that no remaining document states must go.
            send(
                f"UNWIND $rows AS r MERGE (n:{known_label(label)} {{id: r.id}}) SET n = r.properties{region}",
                {"rows": rows},
            )


def _links(send: Send, links: tuple[LinkRow, ...]) -> None:
    grouped: dict[tuple[str, str, str], list[LinkRow]] = {}
    for link in links:
        grouped.setdefault((link.source_label, link.type, link.target_label), []).append(link)
    for (source, kind, target), group in sorted(grouped.items()):
        known_label(source)
        known_label(target)
        known_type(kind)
        for start in range(0, len(group), _BATCH):
            rows = [
                {"s": x.source, "t": x.target, "c": x.clause, "properties": dict(x.properties)}
                for x in group[start : start + _BATCH]
            ]
            send(
                f"UNWIND $rows AS r MATCH (a:{source} {{id: r.s}}) MATCH (b:{target} {{id: r.t}}) "
                f"MERGE (a)-[x:{kind} {{clauseId: r.c}}]->(b) SET x = r.properties",
                {"rows": rows},
            )


def _unlink(send: Send, link: LinkRow) -> None:
    send(
        f"MATCH (a:{link.source_label} {{id: $s}})-[x:{link.type} {{clauseId: $c}}]->"
        f"(b:{link.target_label} {{id: $t}}) DELETE x",
        {"s": link.source, "t": link.target, "c": link.clause},
    )
