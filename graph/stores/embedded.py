"""The embedded store: one KGLite file, one writer, many readers, nothing to install but the package."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from graph.errors import GraphError, GraphLocked, NotOurGraph, QueryError
from graph.ontology import ontology
from graph.rows import LinkRow
from graph.stores.base import Answer, Changes, Counts, DocumentRecord, NodeChange
from graph.stores.guard import check_reads

FORMAT = 1
_BOOKS = ("LiantuDocument", "LiantuMeta")
_BATCH = 5000
_TIMEOUT_MS = 60_000


class EmbeddedStore:
    """A graph in a file. Opened for reading it takes no lock; opened for writing it is the only writer."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        """Open or, for writing, create the file. Raises GraphError, GraphLocked or NotOurGraph."""
        self._path, self._writable, self._dirty = path, writable, False
        self._graph = _open(path, writable)
        try:
            self._check(fresh=writable)
        except Exception:
            self._release()
            raise

    def _check(self, *, fresh: bool) -> None:
        found = list(self._graph.cypher("MATCH (n:LiantuMeta) RETURN n.format AS format"))
        if not found:
            empty = not list(self._graph.cypher("MATCH (n) RETURN n.id AS id LIMIT 1"))
            if not (empty and fresh):
                raise NotOurGraph(
                    f"{self._path} is a graph of something else; give another file with --graph, such as liantu.kgl."
                )
            self._graph.cypher("MERGE (n:LiantuMeta {id: 'liantu'}) SET n.format = $format", params={"format": FORMAT})
            self._dirty = True
        elif found[0]["format"] != FORMAT:
            raise NotOurGraph(
                f"{self._path} was written by another version of Liantu (format {found[0]['format']}, here {FORMAT}); "
                "ingest the documents into a new file."
            )

    def read(self, statement: str, parameters: Mapping[str, Any] | None = None, *, limit: int | None = None) -> Answer:
        """Run a statement that only reads; at most `limit` rows."""
        check_reads(statement)
        try:
            view = self._graph.cypher(
                statement.strip().rstrip(";"), params=dict(parameters or {}), timeout_ms=_TIMEOUT_MS
            )
            columns = tuple(view.columns)
            rows = [tuple(row[column] for column in columns) for row in view]
        except kglite.CypherTimeoutError as error:
            raise QueryError(f"The query took longer than {_TIMEOUT_MS // 1000} s; narrow it, or add LIMIT.") from error
        except kglite.KgError as error:
            raise QueryError(
                f"The query cannot be run: {_plain(error)}; see `liantu schema` for labels and types."
            ) from error
        return Answer(columns, tuple(rows[:limit]), limit is not None and len(rows) > limit)

    def document(self, policy: str) -> DocumentRecord | None:
        """The record of a loaded document."""
        found = self._graph.cypher(
            "MATCH (d:LiantuDocument {id: $id}) RETURN d.id AS id, d.name AS name, d.number AS number, d.digest AS digest, d.facts AS facts",
            params={"id": policy},
        )
        rows = list(found)
        if not rows:
            return None
        row = rows[0]
        return DocumentRecord(row["id"], row["name"], row["number"] or "", row["digest"], row["facts"])

    def documents(self) -> Sequence[DocumentRecord]:
        """All records, without facts."""
        found = self._graph.cypher(
            "MATCH (d:LiantuDocument) RETURN d.id AS id, d.name AS name, d.number AS number, d.digest AS digest ORDER BY d.id"
        )
        return [DocumentRecord(r["id"], r["name"], r["number"] or "", r["digest"], "") for r in found]

    def supports(self, labels: Mapping[str, str]) -> Mapping[str, str]:
        """The stored support of nodes."""
        grouped: dict[str, list[str]] = {}
        for node, label in labels.items():
            grouped.setdefault(label, []).append(node)
        found: dict[str, str] = {}
        for label, ids in sorted(grouped.items()):
            _known_label(label)
            view = self._graph.cypher(
                f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) RETURN n.id AS id, n.support AS support",
                params={"ids": ids},
            )
            found |= {row["id"]: row["support"] for row in view}
        return found

    def apply(self, changes: Changes) -> None:
        """One transaction."""
        self._dirty = True
        try:
            with self._graph.begin() as transaction:
                _write(transaction, changes)
        except OSError as error:
            raise GraphError(
                f"{self._path} cannot be written ({error}); free some space and run the command again."
            ) from error
        except kglite.KgError as error:
            raise GraphError(
                f"{self._path} cannot be written: {_plain(error)}; nothing of this document was loaded."
            ) from error

    def counts(self) -> Counts:
        """Counted by primary label and by type."""
        known = ontology()
        labels = dict.fromkeys(known.labels, 0)
        for row in self._graph.cypher("MATCH (n) RETURN labels(n)[0] AS label, count(*) AS number"):
            if row["label"] not in _BOOKS:
                labels[row["label"]] = row["number"]
        types = {
            row["type"]: row["number"]
            for row in self._graph.cypher("MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS number")
        }
        return Counts({k: v for k, v in sorted(labels.items()) if v}, dict(sorted(types.items())))

    def close(self) -> None:
        """Save if anything was written."""
        if self._writable and self._dirty:
            try:
                self._graph.close()
            except (OSError, kglite.KgError) as error:
                raise GraphError(
                    f"{self._path} cannot be saved: {_plain(error)}; what was loaded stays in {self._path}-wal: free some space and run the command again."
                ) from error
            self._dirty = False
        self._release()

    def _release(self) -> None:
        del self._graph
        self._graph = None

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _open(path: Path, writable: bool) -> Any:
    """The engine's graph, with its errors turned into ours."""
    if path.is_dir():
        raise GraphError(f"{path} is a folder; give a file for the graph with --graph, such as {path / 'liantu.kgl'}.")
    if not path.exists() and not writable:
        raise GraphError(f"There is no graph at {path}; make one with `liantu ingest FOLDER --graph {path}`.")
    if path.exists() and not os.access(path, os.W_OK if writable else os.R_OK):
        raise GraphError(f"{path} may not be {'written' if writable else 'read'}; check its permissions.")
    kglite.set_query_warning_policy("silent")  # an empty graph has no labels yet: nothing a user could mend
    try:
        if writable:
            path.parent.mkdir(parents=True, exist_ok=True)
            return kglite.open(str(path))
        _replay(path)
        graph = kglite.load(str(path))
        graph.read_only(True)
    except kglite.WriterLeaseHeldError as error:
        raise GraphLocked(
            f"{path} is being written by another process; try again when it has ended, or use another file."
        ) from error
    except kglite.FileFormatError as error:
        raise NotOurGraph(f"{path} is no graph file, or a damaged one; give another file with --graph.") from error
    except (OSError, kglite.KgError) as error:
        raise GraphError(f"{path} cannot be opened: {_plain(error)}; check the file and its folder.") from error
    return graph


def _replay(path: Path) -> None:
    """Take in what a writer that died had committed; while a writer lives, its last saved state is read."""
    log = path.with_name(path.name + "-wal")
    if not log.exists() or log.stat().st_size < _EMPTY_LOG or not os.access(path, os.W_OK):
        return
    try:
        kglite.open(str(path)).close()
    except kglite.WriterLeaseHeldError:
        return


_EMPTY_LOG = 6  # an empty write-ahead log is its five-byte header


def _plain(error: BaseException) -> str:
    """The first sentence of an engine's message."""
    return str(error).split("\n")[0].split(". ")[0].rstrip(".")


def _known_label(label: str) -> None:
    if label not in ontology().labels:
        raise GraphError(f"unknown label {label!r}; the labels are {', '.join(ontology().labels)}.")


def _write(transaction: Any, changes: Changes) -> None:
    for link in changes.lost:
        _unlink(transaction, link)
    for label, node in changes.dead:
        _known_label(label)
        transaction.cypher(f"MATCH (n:{label} {{id: $id}}) DETACH DELETE n", params={"id": node})
    _nodes(transaction, changes.nodes)
    _links(transaction, changes.links)
    if changes.gone is not None:
        transaction.cypher("MATCH (d:LiantuDocument {id: $id}) DETACH DELETE d", params={"id": changes.gone})
    record = changes.record
    if record is not None:
        transaction.cypher(
            "MERGE (d:LiantuDocument {id: $id}) SET d.name = $name, d.number = $number, d.digest = $digest, d.facts = $facts",
            params={
                "id": record.id,
                "name": record.title,
                "number": record.number,
                "digest": record.digest,
                "facts": record.facts,
            },
        )


def _nodes(transaction: Any, nodes: tuple[NodeChange, ...]) -> None:
    grouped: dict[str, list[NodeChange]] = {}
    for node in nodes:
        grouped.setdefault(node.label, []).append(node)
    for label, group in sorted(grouped.items()):
        _known_label(label)
        for start in range(0, len(group), _BATCH):
            rows = [{"id": n.id, "properties": dict(n.properties)} for n in group[start : start + _BATCH]]
            # A property that no remaining document states must go: the node is written anew from nothing but its id.
            keys = sorted(set(ontology().labels[label].properties) - {"id"})
            absent = ", ".join(f"n.{key} = null" for key in keys)
            transaction.cypher(
                f"UNWIND $rows AS r MERGE (n:{label} {{id: r.id}})" + (f" SET {absent}" if absent else ""),
                params={"rows": rows},
            )
            transaction.cypher(
                f"UNWIND $rows AS r MATCH (n:{label} {{id: r.id}}) SET n += r.properties", params={"rows": rows}
            )
            if group[0].region:
                transaction.cypher(
                    f"UNWIND $rows AS r MATCH (n:{label} {{id: r.id}}) SET n:Region", params={"rows": rows}
                )


def _links(transaction: Any, links: tuple[LinkRow, ...]) -> None:
    grouped: dict[tuple[str, str, str], list[LinkRow]] = {}
    for link in links:
        grouped.setdefault((link.source_label, link.type, link.target_label), []).append(link)
    for (source, kind, target), group in sorted(grouped.items()):
        _known_label(source)
        _known_label(target)
        if kind not in ontology().relations:
            raise GraphError(f"unknown relation type {kind!r}.")
        for start in range(0, len(group), _BATCH):
            rows = [
                {"s": x.source, "t": x.target, "c": x.clause, "properties": dict(x.properties)}
                for x in group[start : start + _BATCH]
            ]
            transaction.cypher(
                f"UNWIND $rows AS r MATCH (a:{source} {{id: r.s}}) MATCH (b:{target} {{id: r.t}}) "
                f"MERGE (a)-[x:{kind} {{clauseId: r.c}}]->(b) SET x += r.properties",
                params={"rows": rows},
            )


def _unlink(transaction: Any, link: LinkRow) -> None:
    transaction.cypher(
        f"MATCH (a:{link.source_label} {{id: $s}})-[x:{link.type} {{clauseId: $c}}]->(b:{link.target_label} {{id: $t}}) DELETE x",
        params={"s": link.source, "t": link.target, "c": link.clause},
    )
