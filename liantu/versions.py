"""What `liantu diff` compares: the documents behind a facts file, a document, a folder, or a name in the graph."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.model import Options
from extract.reading import READERS
from graph.errors import InputError, QueryError
from graph.loading import contribution
from graph.rows import Rows, rows
from graph.stores import Store, open_store, shown
from liantu.documents import extract_all, find_inputs
from liantu.facts_files import scan
from liantu.naming import tell_guess
from liantu.outcome import Failure, Result
from liantu.progress import track
from liantu.readings import readings
from queries.names import known

_FACTS = ".jsonl"


Correct = Callable[[Iterable[Result]], Iterator[Result]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How versions are read: the graph that holds those given by name, how many processes read, the options of
    extraction, and what puts facts right."""

    graph: str | None = None
    jobs: int = 1
    options: Options | None = None
    corrected: Correct = iter


def versions(where: str, reading: Reading) -> list[Rows | Failure]:
    """The documents that `where` names, as rows: those of a path where there is one, else the one in the graph.

    What cannot be read is among them as a Failure. Raises LiantuError where there is no document at all.
    """
    if not _is_path(where):
        return [_in_graph(where, reading.graph)]
    results = scan([Path(where)]) if Path(where).suffix.lower() == _FACTS else _documents(where, reading)
    found = [item if isinstance(item, Failure) else rows(item) for item in reading.corrected(results)]
    if not any(isinstance(item, Rows) for item in found):
        told = [item.message for item in found if isinstance(item, Failure)]
        raise InputError(told[0] if told else f"{where} holds no document; give a file with at least one.")
    return found


def _is_path(where: str) -> bool:
    """Whether `where` names a file or folder that exists, or one that reads as if it should."""
    pattern = any(mark in where for mark in "*?[") and Path(where).suffix.lower() in (*READERS, _FACTS)
    return where == "-" or pattern or Path(where).exists()


def _documents(where: str, reading: Reading) -> Iterator[Result]:
    inputs, failures = find_inputs([where])
    yield from failures
    yield from track(extract_all(inputs, reading.jobs, reading.options), len(inputs), "reading")


def _in_graph(name: str, graph: str | None) -> Rows:
    """A document by title, a part of it, number or id. Raises QueryError."""
    if Path(name).suffix.lower() in (*READERS, _FACTS):
        raise InputError(f"{name} does not exist; check the path.")
    with open_store(graph, writable=False) as store:
        return loaded(store, name, graph)


def loaded(store: Store, name: str, graph: str | None) -> Rows:
    """What the document called so contributed. Raises QueryError if there is none or several."""
    hits = known(store, name, "policy", readings).hits
    held = [hit for hit in hits if hit.read]
    if not held:
        raise QueryError(
            f"《{hits[0].name}》 is only cited in {shown(graph)}; ingest the document itself, or give its file."
        )
    if len(held) > 1 and held[0].name != name:
        several = "、".join(f"《{hit.name}》" for hit in held[:8])
        raise QueryError(f"{name!r} may mean {several}; give one of these titles in full.")
    tell_guess(name, held[0])
    found = contribution(store, held[0].id)
    assert found is not None
    return found
