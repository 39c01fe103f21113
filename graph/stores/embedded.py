"""The embedded store: one KGLite file, one writer, many readers, nothing to install but the package."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import kglite

from graph.errors import GraphError, GraphLocked, GraphLost, NoGraph, NotOurGraph, QueryError
from graph.ontology import ontology
from graph.stores.base import FORMAT, TIMEOUT, About, Answer, Counts, DocumentRecord, Outcome, Transaction
from graph.stores.books import LIST, record_of
from graph.stores.embedded_writes import EmbeddedTransaction
from graph.stores.guard import check_reads, too_slow
from graph.stores.log import LOG, asks
from graph.stores.values import plain_value

_BOOKS = ("LiantuDocument", "LiantuMeta")


class EmbeddedStore:
    """A graph in a file. Opened for reading it takes no lock; opened for writing it is the only writer."""

    def __init__(self, path: Path, *, writable: bool) -> None:
        """Open or, for writing, create the file. Raises GraphError, GraphLocked or NotOurGraph."""
        self._path, self._writable, self._dirty = path, writable, False
        LOG.info("opens %s for %s", path, "writing" if writable else "reading")
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

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Run a statement that only reads; at most `limit` rows, `timeout` seconds."""
        check_reads(statement)
        asks(statement, parameters)
        seconds = TIMEOUT if timeout is None else timeout
        try:
            view = self._graph.cypher(
                statement.strip().rstrip(";"), params=dict(parameters or {}), timeout_ms=max(1, round(seconds * 1000))
            )
            columns = tuple(view.columns)
            rows = [tuple(plain_value(row[column]) for column in columns) for row in view]
        except kglite.CypherTimeoutError as error:
            raise too_slow(seconds) from error
        except kglite.KgError as error:
            raise QueryError(
                f"The query cannot be run: {_plain(error)}; see `liantu schema` for labels and types."
            ) from error
        return Answer(columns, tuple(rows[:limit]), limit is not None and len(rows) > limit)

    def documents(self) -> Sequence[DocumentRecord]:
        """All records, without contributions."""
        return [record_of(row) for row in self._graph.cypher(LIST)]

    def write(self, work: Callable[[Transaction], Outcome]) -> Outcome:
        """One transaction of the engine."""
        try:
            with self._graph.begin() as begun:
                transaction = EmbeddedTransaction(self._path, begun, writable=self._writable)
                outcome = work(transaction)
                self._dirty |= transaction.wrote
            return outcome
        except (OSError, kglite.FileIoError) as error:
            # The engine's log refuses all that would follow: what is committed is in it, and this handle is done with.
            self._dirty = False
            raise GraphLost(
                f"{self._path} cannot be written ({_plain(error)}); what was loaded before is kept: free some space "
                "and run the command again."
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

    def about(self) -> About:
        """The engine; a file needs no migrations."""
        return About(f"KGLite {version('kglite')}")

    def close(self) -> None:
        """Save if anything was written."""
        try:
            if self._writable and self._dirty:
                with warnings.catch_warnings():
                    # The engine tells how it keeps some columns, which is no business of a user's.
                    warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
                    self._graph.close()
        except (OSError, kglite.KgError) as error:
            raise GraphLost(
                f"{self._path} cannot be saved: {_plain(error)}; what was loaded stays in {self._path}-wal: "
                "free some space and run the command again."
            ) from error
        finally:
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
    if not writable and not path.exists() and not _log(path).exists():
        raise NoGraph(f"There is no graph at {path}; make one with `liantu ingest FOLDER --graph {path}`.")
    if path.exists() and not os.access(path, os.W_OK if writable else os.R_OK):
        raise GraphError(f"{path} may not be {'written' if writable else 'read'}; check its permissions.")
    kglite.set_query_warning_policy("silent")  # an empty graph has no labels yet: nothing a user could mend
    try:
        if writable:
            path.parent.mkdir(parents=True, exist_ok=True)
            return kglite.open(str(path))
        return _load(path)
    except kglite.WriterLeaseHeldError as error:
        raise GraphLocked(
            f"{path} is being written by another process; try again when it has ended, or use another file."
        ) from error
    except kglite.FileFormatError as error:
        raise NotOurGraph(f"{path} is no graph file, or a damaged one; give another file with --graph.") from error
    except (OSError, kglite.KgError) as error:
        raise GraphError(f"{path} cannot be opened: {_plain(error)}; check the file and its folder.") from error


def _load(path: Path) -> Any:
    """The graph for reading: what was last saved, after what a writer that died had committed is taken in.

    While the first writer of a graph lives there is nothing to read yet: WriterLeaseHeldError.
    """
    if unsaved_log(path) is not None and (not path.exists() or os.access(path, os.W_OK)):
        try:
            kglite.open(str(path)).close()
        except kglite.WriterLeaseHeldError:
            if not path.exists():
                raise
    with warnings.catch_warnings():
        # The engine warns of what a living writer has not saved yet; that readers do not see it is as it should be.
        warnings.simplefilter("ignore")
        graph = kglite.load(str(path))
    graph.read_only(True)
    return graph


def unsaved_log(path: Path) -> Path | None:
    """The log beside a graph file if a writer has committed what is not saved yet, because it lives or has died."""
    log = _log(path)
    return log if log.exists() and log.stat().st_size >= _EMPTY_LOG else None


def _log(path: Path) -> Path:
    """Where the engine writes ahead."""
    return path.with_name(path.name + "-wal")


_EMPTY_LOG = 6  # an empty write-ahead log is its five-byte header


def _plain(error: BaseException) -> str:
    """The first sentence of an engine's message."""
    return str(error).split("\n")[0].split(". ")[0].rstrip(".")
