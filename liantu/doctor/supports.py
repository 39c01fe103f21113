"""Nodes that no document supports, or that none mentions."""

from collections.abc import Iterator

from graph.ontology import ontology
from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient, some

_LOST = (
    "MATCH (n:{label}) WHERE n.support IS NULL AND EXISTS {{ MATCH (n)-[r]-() WHERE r.policyId IS NOT NULL }} "
    "RETURN n.id ORDER BY n.id"
)
# A division that stands above one that is named is in the graph without being mentioned.
_SILENT = (
    "MATCH (n:{label}) WHERE n.support IS NOT NULL AND NOT EXISTS {{ MATCH (:Clause)-[:MENTIONS]->(n) }} "
    "AND NOT EXISTS {{ MATCH ()-[:PART_OF]->(n) }} RETURN n.id ORDER BY n.id"
)
_OWN = ("Clause",)  # a clause is mentioned by none: it mentions


def check(patient: Patient) -> Iterator[Finding]:
    """Nodes that take part in facts without the record of who supports them, and entities that no clause mentions."""
    store = patient.store
    if store is None:
        return
    labels = ontology().labels
    lost = [str(row[0]) for label in labels for row in store.read(_LOST.format(label=label)).rows]
    silent = [
        str(row[0]) for label in labels if label not in _OWN for row in store.read(_SILENT.format(label=label)).rows
    ]
    if lost:
        message = f"{len(lost):,} nodes have no support: {some(lost)}"
        yield Finding("supports", FAIL, message, "ingest the documents into a new graph: these cannot be forgotten")
    if silent:
        message = f"{len(silent):,} entities are mentioned in no clause: {some(silent)}"
        yield Finding("supports", WARN, message, "ingest the documents that are to name them again")
    if not lost and not silent:
        yield Finding("supports", OK, "every node is supported by a document and mentioned in a clause")
