"""Documents into a store and out again: only the difference to what a document contributed before is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from time import perf_counter
from typing import Any

from graph.errors import GraphError, GraphLost, LiantuError
from graph.facts import Document
from graph.ontology import ontology
from graph.reading import reading
from graph.rows import Hierarchy, LinkRow, NodeRow, Rows, encode_rows, pack, rows, unpack_rows
from graph.stores.base import Changes, DocumentRecord, NodeChange, Store, Transaction
from graph.stores.books import CONTRIBUTED
from graph.stores.log import LOG
from graph.support import Support, changed, merged, read_support, write_support
from graph.verify import verify

_NOTHING = Rows({}, {})


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as it is to be written: its rows, and the record of them."""

    rows: Rows
    record: DocumentRecord


def prepare(document: Document, hierarchy: Hierarchy | None = None, reader: str = "") -> Prepared:
    """All of the work on a document that needs no store. Raises FactsError if it does not agree with its text.

    `reader` is the fingerprint of what read it, where the store is to remember that.
    """
    verify(document)
    now = rows(document, hierarchy)
    digest, contribution = _packed(now)
    policy = document.policy
    kept = reading(policy.sha256, policy.source, reader)
    return Prepared(now, DocumentRecord(policy.id, policy.title, policy.number or "", digest, contribution, kept))


def _packed(contribution: Rows) -> tuple[str, str]:
    """The checksum of a contribution, and the text in which a store keeps it."""
    text = encode_rows(contribution)
    return sha256(text.encode("utf-8")).hexdigest(), pack(text)


def load(store: Store, document: Document, hierarchy: Hierarchy | None = None, reader: str = "") -> str:
    """Load one document in place of what it contributed before: `new`, `changed`, or `same` if nothing was written.

    Raises FactsError if the facts do not agree with their text, GraphError if the store cannot be written.
    """
    return _write(store, prepare(document, hierarchy, reader))


def load_many(
    store: Store, documents: Iterable[Document], hierarchy: Hierarchy | None = None, reader: str = ""
) -> Iterator[tuple[Document, str | LiantuError]]:
    """Load documents in turn, each on its own; gives each with what `load` returns, or with the error that it raises.

    While the store puts one away the next is prepared. Raises GraphLost, after which nothing more is tried.
    """
    coming = iter(documents)
    document = next(coming, None)
    with ThreadPoolExecutor(max_workers=1) as ahead:
        ready = _Ahead(ahead, document, hierarchy, reader)
        while document is not None:
            following = next(coming, None)
            then = _Ahead(ahead, following, hierarchy, reader)
            yield document, _outcome(store, ready, then)
            document, ready = following, then


class _Ahead:
    """A document that is prepared when it is asked to begin, and at the latest when it is needed."""

    def __init__(
        self, pool: ThreadPoolExecutor, document: Document | None, hierarchy: Hierarchy | None, reader: str
    ) -> None:
        self._pool, self._document, self._hierarchy, self._reader = pool, document, hierarchy, reader
        self._future: Future[Prepared] | None = None

    def begin(self) -> None:
        if self._future is None and self._document is not None:
            self._future = self._pool.submit(prepare, self._document, self._hierarchy, self._reader)

    def result(self) -> Prepared:
        self.begin()
        assert self._future is not None
        return self._future.result()


def _outcome(store: Store, ready: _Ahead, then: _Ahead) -> str | LiantuError:
    try:
        return _write(store, ready.result(), then.begin)
    except GraphLost:
        raise
    except LiantuError as error:
        return error


def _write(store: Store, prepared: Prepared, sent: Callable[[], None] = lambda: None) -> str:
    """Write a document; `sent` is called when all is said and the store has to put it away."""

    def work(transaction: Transaction) -> str:
        outcome = _replace(transaction, prepared.rows, prepared.record)
        sent()
        return outcome

    began = perf_counter()
    outcome = store.write(work)
    LOG.info("%s is %s, in %.2f s", prepared.record.title, outcome, perf_counter() - began)
    return outcome


def _replace(transaction: Transaction, now: Rows, kept: DocumentRecord) -> str:
    """What a document contributes now in place of what it did; the difference is computed where nobody else writes."""
    listed = transaction.listed(kept.id)
    if listed is not None and _says(listed, kept):
        return "same"
    record = transaction.document(kept.id)
    if record is not None and record.digest == kept.digest:
        if not _says(record, kept):  # else another writer was quicker
            transaction.apply(Changes(record=kept))
        return "same"
    before = unpack_rows(record.contribution) if record else _NOTHING
    transaction.apply(_changes(transaction, before, now, kept, None))
    return "changed" if record else "new"


def _says(record: DocumentRecord, kept: DocumentRecord) -> bool:
    """Whether a record tells the same contribution, and what it was read in unless that is not known now."""
    return record.digest == kept.digest and kept.reading in ("", record.reading)


def move(store: Store, policy: str, source: str) -> None:
    """Let a loaded document, by its policy id, come from another path: the same bytes, elsewhere or renamed.

    One that is no longer loaded is left alone. Raises GraphError if the store cannot be written.
    """
    store.write(lambda transaction: _move(transaction, policy, source))


def _move(transaction: Transaction, policy: str, source: str) -> None:
    record = transaction.document(policy)
    if record is None:
        return
    before = unpack_rows(record.contribution)
    own = before.nodes[policy]
    now = Rows({**before.nodes, policy: NodeRow(own.id, own.label, {**own.part, "source": source})}, before.links)
    digest, contribution = _packed(now)
    kept = replace(record, digest=digest, contribution=contribution)
    transaction.apply(_changes(transaction, before, now, kept, None))


def contribution(store: Store, policy: str) -> Rows | None:
    """What the document with this policy id contributed to the graph; None if it is not loaded."""
    found = store.read(CONTRIBUTED, {"id": policy}).rows
    return unpack_rows(found[0][0]) if found else None


def forget(store: Store, policy: str) -> str:
    """Take out what only one document supports; `policy` is its id, title or number. Returns its title.

    Raises GraphError if no document, or more than one, is called so.
    """
    found = _policy_id(store, policy)
    return store.write(lambda transaction: _take_out(transaction, found, policy))


def _take_out(transaction: Transaction, found: str, policy: str) -> str:
    record = transaction.document(found)
    if record is None:
        raise GraphError(f"{policy} is no longer in the graph; list the documents with `liantu query policies`.")
    transaction.apply(_changes(transaction, unpack_rows(record.contribution), _NOTHING, None, record.id))
    return record.title


def _policy_id(store: Store, policy: str) -> str:
    wanted = policy.strip()
    found = [record.id for record in store.documents() if wanted in (record.id, record.title, record.number)]
    if not wanted or not found:
        raise GraphError(f"No document called {policy!r} is loaded; list the documents with `liantu query policies`.")
    if len(found) > 1:
        raise GraphError(f"{policy} may mean {'、'.join(found)}; give one of these ids.")
    return found[0]


def _changes(
    transaction: Transaction, before: Rows, after: Rows, record: DocumentRecord | None, gone: str | None
) -> Changes:
    nodes, dead = _nodes(transaction, before.nodes, after.nodes)
    links = tuple(link for key, link in after.links.items() if before.links.get(key) != link)
    return Changes(nodes, links, _lost(before, after), dead, record, gone)


def _nodes(
    transaction: Transaction, before: Mapping[str, NodeRow], after: Mapping[str, NodeRow]
) -> tuple[tuple[NodeChange, ...], tuple[tuple[str, str], ...]]:
    """The nodes to write anew and the (label, id) of those that no document supports any more."""
    touched = {
        key: (before.get(key), after.get(key)) for key in {**before, **after} if before.get(key) != after.get(key)
    }
    labels = {key: (new or old).label for key, (old, new) in touched.items() if new or old}  # type: ignore[union-attr]
    stored = transaction.supports(labels)
    nodes: list[NodeChange] = []
    dead: list[tuple[str, str]] = []
    for key, (old, new) in touched.items():
        had = read_support(stored.get(key))
        support = changed(had, old.part if old else None, new.part if new else None)
        if support:
            label = ontology().labels[labels[key]]
            properties = _properties(support)
            # Where only the numbers of documents differ, nothing else of the node does.
            differs = {"support"} if had.keys() == support.keys() else properties.keys() | _properties(had).keys()
            nodes.append(NodeChange(key, label.name, label.region, key not in stored, properties, frozenset(differs)))
        else:
            dead.append((labels[key], key))
    return tuple(nodes), tuple(dead)


def _properties(support: Support) -> dict[str, Any]:
    """All that a node with this support has."""
    return merged(support) | {"support": write_support(support)} if support else {}


def _lost(before: Rows, after: Rows) -> tuple[LinkRow, ...]:
    """Relationships to delete. Those of the gazetteer (no clause) are not the document's own.

    Every document that names a division, or one below it, brings the same link upward; it goes with the division.
    """
    return tuple(link for key, link in before.links.items() if link.clause and key not in after.links)
