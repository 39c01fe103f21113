"""What `ingest` remembers: documents whose bytes, read by the same reader, are those that the graph holds already.

The memory is kept in the records of the documents, written in the transaction that loads one and gone with it.
"""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.reading import Input, checksum
from graph.errors import NoGraph
from graph.loading import move
from graph.reading import reading
from graph.stores import DocumentRecord, Store, open_store
from liantu.outcome import Skipped

_LOG = logging.getLogger("liantu.memory")
_SOURCES = "MATCH (p:Policy) WHERE p.ingested = true AND p.support IS NOT NULL RETURN p.id, p.source"


@dataclass(slots=True)
class Memory:
    """Which of the inputs are to be read (`fresh`), and what is known of the others and of the graph.

    `held`: by policy id the title and the path of all that the graph held before; `sources`: where the documents of
    this run are, those read before and, as they come, those read now; `moved`: new paths of those that the graph has
    under a path where nothing is any more; `skipped`: copies of other inputs, and files that bear the title of another;
    `doubles`: the readings of such files by policy, as they are met.
    """

    reader: str = ""
    fresh: Sequence[Input] = ()
    sources: dict[str, str] = field(default_factory=dict)
    held: dict[str, tuple[str, str]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    doubles: dict[str, set[str]] = field(default_factory=dict)

    def leave_out(self, policy: str, source: str, sha256: str) -> None:
        """Remember a file that is left out for the document with this policy id, whose title it bears."""
        kept = reading(sha256, source, self.reader)
        if kept:
            self.doubles.setdefault(policy, set()).add(kept)

    def gone(self, folders: Iterable[str]) -> list[tuple[str, str]]:
        """(title, path) of what the graph has from one of these folders, though the file is no longer there or is
        another document now."""
        places = [Path(folder).resolve() for folder in folders if Path(folder).is_dir()]
        now = set(self.sources.values())
        left = [held for policy, held in self.held.items() if policy not in self.sources and held[1] not in ("", "-")]
        return sorted(
            (title, path)
            for title, path in left
            if path in now or (not Path(path).exists() and any(map(Path(path).resolve().is_relative_to, places)))
        )


def recall(graph: str | None, inputs: Sequence[Input], reader: str, *, again: bool = False) -> Memory:
    """Compare inputs with what the graph holds; `again` asks for all to be read whatever it holds.

    Of inputs with the same content only the first is kept. Raises GraphError, but not where there is no graph yet.
    """
    contents, memory = _contents(inputs, reader), Memory(reader)
    records, paths = _known(graph)
    memory.held = {record.id: (record.title, paths.get(record.id, "")) for record in records}
    if again:
        memory.fresh = [item for item, _ in _once(contents, memory)]
        return memory
    _LOG.info("the reader is %s; %d documents are looked at", reader, len(contents))
    own = {record.reading: record for record in records if record.reading}
    here = {kept for _, kept in contents}
    doubled = {kept: record for record in records if record.reading in here for kept in record.doubles}
    fresh: list[Input] = []
    for item, kept in _once(contents, memory):
        if kept in own:
            _found(memory, own[kept], str(item), paths.get(own[kept].id, ""))
        elif kept in doubled:
            memory.skipped.append(double(str(item), paths.get(doubled[kept].id, ""), doubled[kept].title))
        else:
            fresh.append(item)
    memory.fresh = fresh
    _LOG.info("%d are to be read, %d were read before", len(fresh), len(memory.sources))
    return memory


def double(source: str, first: str, title: str) -> Skipped:
    """A file that is left out because another one bears its title."""
    return Skipped(f"{source} has the title of {first}, 《{title}》, and is skipped; give one of the two.")


def settle(store: Store, memory: Memory) -> None:
    """Write down what is known now besides the documents themselves: new paths, and files that were left out."""
    for policy, source in memory.moved.items():
        move(store, policy, source)
    if memory.doubles:
        known = {record.id: record for record in store.documents()}
        for policy, doubles in sorted(memory.doubles.items()):
            record = known.get(policy)
            if record is not None and not doubles <= set(record.doubles):
                _remember(store, policy, {*doubles, *_by_this_reader(record.doubles, memory.reader)})


def _remember(store: Store, policy: str, doubles: Iterable[str]) -> None:
    store.write(lambda transaction: transaction.remember(policy, sorted(doubles)))


def _known(graph: str | None) -> tuple[Sequence[DocumentRecord], dict[str, str]]:
    """The records of a graph, and the path that each document came from; nothing where there is no graph."""
    try:
        with open_store(graph, writable=False) as store:
            return store.documents(), _sources(store)
    except NoGraph:
        return (), {}


def _sources(store: Store) -> dict[str, str]:
    return {policy: source or "" for policy, source in store.read(_SOURCES).rows}


def _contents(inputs: Iterable[Input], reader: str) -> list[tuple[Input, str]]:
    """Each input with its reading; '' for the standard input, and for what cannot be opened."""
    return [(item, reading("" if item == "-" else checksum(Path(item)), str(item), reader)) for item in inputs]


def _once(contents: Iterable[tuple[Input, str]], memory: Memory) -> Iterator[tuple[Input, str]]:
    """The inputs without those that are copies of one before, which are told."""
    first: dict[str, Input] = {}
    for item, kept in contents:
        if kept and first.setdefault(kept, item) != item:
            told = f"{item} is a copy of {first[kept]} and is skipped; one of the two is enough."
            memory.skipped.append(Skipped(told))
        else:
            yield item, kept


def _found(memory: Memory, record: DocumentRecord, source: str, before: str) -> None:
    """A document that was read before, perhaps at another path."""
    memory.sources[record.id] = source
    if source != before and not (before and Path(before).exists()):
        memory.moved[record.id] = source


def _by_this_reader(doubles: Iterable[str], reader: str) -> list[str]:
    return [kept for kept in doubles if kept.endswith(f" {reader}")]
