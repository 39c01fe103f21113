"""Where the graph is and whether it can be read."""

from collections.abc import Iterator

from graph.stores import FORMAT, shown
from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient


def check(patient: Patient) -> Iterator[Finding]:
    """The graph, its engine and format; on a server the constraints and indexes that are still to be made."""
    if patient.store is None:
        yield Finding("graph", FAIL if patient.named else WARN, patient.trouble)
        return
    about = patient.store.about()
    yield Finding("graph", OK, f"{shown(patient.place)}: {about.engine}, format {FORMAT}")
    if patient.unsaved:
        message = "a writer was stopped before it saved; what it had loaded stands in the log beside the file"
        yield Finding("graph", WARN, message, "run any command on the graph, such as `liantu stats`: it takes it in")
    if about.changed:
        message = f"migrations are other than they were when applied: {', '.join(about.changed)}"
        yield Finding("migrations", FAIL, message, "install the release of Liantu that made this graph, or a newer one")
    if about.pending:
        message = f"constraints and indexes are missing: {', '.join(about.pending)}"
        yield Finding("migrations", WARN, message, "load or ingest something: the first writer makes them")
    elif patient.server and not about.changed:
        yield Finding("migrations", OK, "all applied")
