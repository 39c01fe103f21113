"""Nodes that no document supports, or that none mentions."""

from collections.abc import Iterable, Iterator

from graph.ontology import ontology
from graph.stores import Store
from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient, some

_LOST = (
    "MATCH (n:{label}) WHERE {ours}n.support IS NULL AND EXISTS {{ MATCH (n)-[r]-() WHERE r.policyId IS NOT NULL }} "
    "RETURN n.id ORDER BY n.id"
)
# A division that stands above one that is named is in the graph without being mentioned.
_SILENT = (
    "MATCH (n:{label}) WHERE {ours}n.support IS NOT NULL AND NOT EXISTS {{ MATCH (:Clause)-[:MENTIONS]->(n) }} "
    "AND NOT EXISTS {{ MATCH ()-[:PART_OF]->(n) }} RETURN n.id ORDER BY n.id"
)
_OWN = frozenset(["Clause"])  # a clause is mentioned by none: it mentions


def check(patient: Patient) -> Iterator[Finding]:
    """Nodes that take part in facts without the record of who supports them, and entities that no clause mentions."""
    store = patient.store
    if store is None:
        return
    ours = "n:Liantu AND " if patient.server else ""  # beside ours a database may hold nodes of the same labels
    labels = ontology().labels
    lost = _ids(store, _LOST, labels, ours)
    silent = _ids(store, _SILENT, labels.keys() - _OWN, ours)
    if lost:
        message = f"{len(lost):,} nodes have no support: {some(lost)}"
        yield Finding("supports", FAIL, message, "ingest the documents into a new graph: these cannot be forgotten")
    if silent:
        message = f"{len(silent):,} entities are mentioned in no clause: {some(silent)}"
        yield Finding("supports", WARN, message, "ingest the documents that are to name them again")
    if not lost and not silent:
        yield Finding("supports", OK, "every node is supported by a document and mentioned in a clause")


def _ids(store: Store, statement: str, labels: Iterable[str], ours: str) -> list[str]:
    """The ids that a statement gives for each of some labels."""
    return [
        str(row[0]) for label in sorted(labels) for row in store.read(statement.format(label=label, ours=ours)).rows
    ]
