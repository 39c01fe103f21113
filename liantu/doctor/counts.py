"""How much is in the graph."""

from collections.abc import Iterator

from graph.ontology import ontology
from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient
from liantu.options import plural


def check(patient: Patient) -> Iterator[Finding]:
    """Documents, nodes and relationships, and labels and types that the ontology does not have."""
    if patient.store is None:
        return
    counts, documents = patient.store.counts(), len(patient.store.documents())
    nodes, links = sum(counts.labels.values()), sum(counts.relations.values())
    told = f"{plural(documents, 'document')}, {plural(nodes, 'node')}, {plural(links, 'relationship')}"
    if documents:
        yield Finding("counts", OK, told)
    else:
        yield Finding("counts", WARN, f"{told}: the graph is empty", "load documents: liantu ingest FOLDER")
    strangers = [
        *(counts.labels.keys() - ontology().labels.keys()),
        *(counts.relations.keys() - ontology().relations.keys()),
    ]
    if strangers:
        message = f"labels or types that the ontology does not have: {', '.join(sorted(strangers))}"
        yield Finding("counts", FAIL, message, "ingest the documents into a new graph: something else has written here")
