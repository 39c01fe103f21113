"""The changes of one document as statements for Neo4j, run inside one transaction that keeps other writers out.

Every node of ours carries the label Liantu besides its own, and is found by it: nodes that only look like ours are
never touched. Every relationship of ours carries `policyId`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from neo4j import ManagedTransaction

from graph.errors import GraphError
from graph.ontology import ontology
from graph.rows import LinkRow
from graph.stores.base import Changes, DocumentRecord, NodeChange
from graph.stores.books import BY_ID, CONTRIBUTION, DOUBLES, KEEP, RECORD, parameters_of, record_of
from graph.stores.log import writes
from graph.stores.names import MARKER, known_type, link_properties, node_labels, node_properties

_BATCH = 2500
Item = TypeVar("Item")
Key = TypeVar("Key")


class Neo4jTransaction:
    """The marked part of a database in one write transaction. `place` is for messages."""

    def __init__(self, transaction: ManagedTransaction, place: str) -> None:
        """Work inside a transaction that is begun and ended elsewhere."""
        self._transaction, self._place = transaction, place

    def listed(self, policy: str) -> DocumentRecord | None:
        """The record of a document, without its contribution."""
        return next(map(record_of, self._run(f"{BY_ID} {RECORD}", id=policy)), None)

    def document(self, policy: str) -> DocumentRecord | None:
        """The record of a loaded document, when other writers have ended: from now on nobody else writes."""
        self._wait()
        return next(map(record_of, self._run(f"{BY_ID} {RECORD}, {CONTRIBUTION}", id=policy)), None)

    def supports(self, labels: Mapping[str, str]) -> Mapping[str, str]:
        """The stored support of nodes."""
        found: dict[str, str] = {}
        for batch in _batches(list(labels.items())):
            # One row that is a list costs the driver less than many rows.
            (answer,) = self._run(
                f"UNWIND $rows AS r MATCH (n:{MARKER} {{id: r[0]}}) WHERE n.support IS NOT NULL "
                "RETURN collect([r[0], r[1] IN labels(n), n.support]) AS found",
                rows=[list(pair) for pair in batch],
            )
            for node, as_labelled, support in answer["found"]:
                if not as_labelled:
                    raise GraphError(f"{node} is no {labels[node]} in the {self._place}; extract the document again.")
                found[node] = support
        return found

    def apply(self, changes: Changes) -> None:
        """First what is lost and dead goes, then the rest comes."""
        for kind, links in _grouped(changes.lost, lambda link: link.type):
            self._each(f"{_ENDS} MATCH (a)-[x:{known_type(kind)} {_KEY}]->(b) DELETE x", map(_link_row, links))
        self._bury(changes.dead)
        self._nodes(changes.nodes)
        self._links(changes)
        if changes.gone is not None:
            self._send("MATCH (d:LiantuDocument {id: $id}) DELETE d", id=changes.gone)
        if changes.record is not None:
            self._send(KEEP, **parameters_of(changes.record))

    def remember(self, policy: str, doubles: Sequence[str]) -> None:
        """Set the readings of what was left out."""
        self._wait()
        self._send(f"{BY_ID} {DOUBLES}", id=policy, doubles=list(doubles))

    def _wait(self) -> None:
        """Wait for our turn: to set a property takes the lock of the node until the transaction ends."""
        if not self._run("MATCH (m:LiantuMeta {id: 'liantu'}) SET m.turns = coalesce(m.turns, 0) + 1 RETURN m.turns"):
            raise GraphError(f"The {self._place} was emptied by somebody else meanwhile; run the command again.")

    def _nodes(self, nodes: Sequence[NodeChange]) -> None:
        """What a node has besides, of somebody else, stays; what no remaining document states goes."""
        fresh = _grouped((node for node in nodes if node.new), lambda node: node.label)
        self._at_once(_create_nodes(), {label: list(map(_node_row, group)) for label, group in fresh})
        self._each(_RENEW, map(_renewed, (node for node in nodes if not node.new)))

    def _links(self, changes: Changes) -> None:
        """A clause that is new has no relationships yet: they are made without looking for them."""
        fresh = {node.id for node in changes.nodes if node.new}
        made: dict[str, list[list[Any]]] = {}
        for (kind, new), group in _grouped(changes.links, lambda link: (link.type, link.clause in fresh)):
            if new:
                made[kind] = list(map(_link_row, group))
                continue
            told = _columns(link_properties(kind), first=2)
            merge = f"{_ENDS} MERGE (a)-[x:{known_type(kind)} {_KEY}]->(b) SET x = {{{told}}}"
            self._each(merge, map(_link_row, group))
        self._at_once(_create_links(), made)

    def _at_once(self, statement: str, rows: Mapping[str, list[list[Any]]]) -> None:
        """Rows of several labels or types in one statement, whose text is always the same: the server plans it once."""
        batches = {name: list(_batches(group)) for name, group in rows.items()}
        for turn in range(max((len(found) for found in batches.values()), default=0)):
            given = {name: found[turn] for name, found in batches.items() if turn < len(found)}
            self._send(statement, rows=given)

    def _bury(self, dead: Sequence[tuple[str, str]]) -> None:
        """Delete nodes that no document supports, with the relationships of ours that are left.

        One that somebody else has joined to something by a relationship of their own is not deleted: that would take
        their relationship along. It loses our labels and properties, and keeps its id, by which it can be found.
        """
        for label, pairs in _grouped(dead, lambda pair: pair[0]):
            ids = [node for _, node in pairs]
            self._each(_STRIP_LINKS, ids)
            self._each(_DELETE, ids)
            gone = ", ".join(f"n.{name}" for name in node_properties(label))
            self._each(
                f"UNWIND $rows AS id MATCH (n:{MARKER} {{id: id}}) REMOVE {gone}, n:{':'.join(node_labels(label))}", ids
            )

    def _each(self, statement: str, rows: Iterable[Any]) -> None:
        for batch in _batches(list(rows)):
            self._send(statement, rows=batch)

    def _send(self, statement: str, **parameters: Any) -> None:
        """Run a statement that gives no rows; while the server works on it the next one can be made ready."""
        writes(statement)
        self._transaction.run(statement, parameters)

    def _run(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a statement whose text is ours: labels, types and properties are those of the ontology."""
        return self._transaction.run(statement, parameters).data()


# Rows are lists, and names of properties stand in the statement: a third of the work for the driver and the server.
_ENDS = f"UNWIND $rows AS r MATCH (a:{MARKER} {{id: r[0]}}) MATCH (b:{MARKER} {{id: r[1]}})"
_KEY = "{clauseId: r[2], policyId: r[3]}"
_RENEW = f"UNWIND $rows AS r MATCH (n:{MARKER} {{id: r[0]}}) SET n += r[1]"
_STRIP_LINKS = (
    f"UNWIND $rows AS id MATCH (n:{MARKER} {{id: id}})-[x]-(:{MARKER}) WHERE x.policyId IS NOT NULL "
    "WITH DISTINCT x DELETE x"
)
_DELETE = f"UNWIND $rows AS id MATCH (n:{MARKER} {{id: id}}) WHERE NOT EXISTS {{ (n)--() }} DELETE n"


@cache
def _create_nodes() -> str:
    """New nodes of all labels, by rows in `$rows.LABEL`."""
    told = {label: _columns(node_properties(label), first=1) for label in ontology().labels}
    return " ".join(
        f"CALL () {{ UNWIND $rows.{label} AS r CREATE (:{':'.join(node_labels(label))} {{id: r[0], {columns}}}) }}"
        for label, columns in told.items()
    )


@cache
def _create_links() -> str:
    """New relationships of all types, by rows in `$rows.TYPE`."""
    told = {kind: _columns(link_properties(kind), first=2) for kind in ontology().relations}
    return " ".join(
        f"CALL () {{ {_ENDS.replace('$rows', f'$rows.{kind}')} CREATE (a)-[:{kind} {{{columns}}}]->(b) }}"
        for kind, columns in told.items()
    )


def _columns(names: Sequence[str], first: int) -> str:
    """Properties in a statement, as the columns of a row from `first` on; what is null there is not set, or goes."""
    return ", ".join(f"{name}: r[{column}]" for column, name in enumerate(names, start=first))


def _node_row(node: NodeChange) -> list[Any]:
    return [node.id, *map(node.properties.get, node_properties(node.label))]


def _renewed(node: NodeChange) -> list[Any]:
    return [node.id, {name: node.properties.get(name) for name in node.differs}]


def _link_row(link: LinkRow) -> list[Any]:
    return [link.source, link.target, *map(link.properties.get, link_properties(link.type))]


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> Iterator[tuple[Key, list[Item]]]:
    """Items by a key, in the order of the keys."""
    groups: dict[Key, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    yield from sorted(groups.items(), key=lambda group: repr(group[0]))


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), _BATCH):
        yield items[start : start + _BATCH]
