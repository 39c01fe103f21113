"""Documents into a store and out again: only the difference to what a document contributed before is written."""

from collections.abc import Mapping
from hashlib import sha256

from graph.errors import GraphError
from graph.facts import Document
from graph.ontology import ontology
from graph.rows import Hierarchy, LinkRow, NodeRow, Rows, decode_rows, encode_rows, rows
from graph.stores.base import Changes, DocumentRecord, NodeChange, Store, Transaction
from graph.support import changed, merged, read_support, write_support
from graph.verify import verify

_NOTHING = Rows({}, {})


def load(store: Store, document: Document, hierarchy: Hierarchy | None = None) -> str:
    """Load one document in place of what it contributed before: `new`, `changed`, or `same` if nothing was written.

    Raises FactsError if the facts do not agree with their text, GraphError if the store cannot be written.
    """
    verify(document)
    now = rows(document, hierarchy)
    contribution = encode_rows(now)
    digest = sha256(contribution.encode("utf-8")).hexdigest()
    policy = document.policy
    kept = DocumentRecord(policy.id, policy.title, policy.number or "", digest, contribution)
    return store.write(lambda transaction: _replace(transaction, now, kept))


def _replace(transaction: Transaction, now: Rows, kept: DocumentRecord) -> str:
    """What a document contributes now in place of what it did; the difference is computed where nobody else writes."""
    if transaction.digest(kept.id) == kept.digest:
        return "same"
    record = transaction.document(kept.id)
    if record is not None and record.digest == kept.digest:
        return "same"  # another writer was quicker
    before = decode_rows(record.contribution) if record else _NOTHING
    transaction.apply(_changes(transaction, before, now, kept, None))
    return "changed" if record else "new"


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
    transaction.apply(_changes(transaction, decode_rows(record.contribution), _NOTHING, None, record.id))
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
        support = changed(read_support(stored.get(key)), old.part if old else None, new.part if new else None)
        if support:
            properties = merged(support) | {"support": write_support(support)}
            label = ontology().labels[labels[key]]
            nodes.append(NodeChange(key, label.name, label.region, key not in stored, properties))
        else:
            dead.append((labels[key], key))
    return tuple(nodes), tuple(dead)


def _lost(before: Rows, after: Rows) -> tuple[LinkRow, ...]:
    """Relationships to delete. Those of the gazetteer (no clause) are not the document's own.

    Every document that names a division, or one below it, brings the same link upward; it goes with the division.
    """
    return tuple(link for key, link in before.links.items() if link.clause and key not in after.links)
