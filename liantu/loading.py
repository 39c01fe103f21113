"""Facts into the graph: what `load`, `ingest` and `demo` share."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import click

from graph.errors import GraphLost, LiantuError
from graph.facts import Document
from graph.loading import load_many
from graph.stores import Store, open_store, shown
from liantu.hierarchy import divisions
from liantu.memory import Memory, double, settle
from liantu.options import plural, say
from liantu.outcome import Failure, Result
from liantu.output.safe import safe
from liantu.report import Tally
from liantu.summary import asking, record, tell_list, tell_summary

OUTCOMES = ("new", "changed", "same")
_WORDS = ("new", "changed", "the same")


@dataclass(slots=True)
class Loaded:
    """What loading did: documents by outcome, and all that was counted or left out on the way.

    `before`: how many documents were not read, since the graph holds what they say; `moved`: how many of them the graph
    has under another path now; `gone`: (title, source) of documents whose files are no longer in the folders.
    """

    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    tally: Tally = field(default_factory=Tally)
    memory: Memory = field(default_factory=Memory)
    gone: Sequence[tuple[str, str]] = ()
    before: int = 0
    moved: int = 0
    lost: bool = False

    @property
    def others(self) -> int:
        """The documents that came through while some were left out; 0 when the graph was lost: the rest waits."""
        return 0 if self.lost else self.tally.documents + self.before

    def sentence(self, graph: str | None) -> str:
        """The outcome in one line."""
        found = ", ".join(f"{self.outcomes[name]:,} {word}" for name, word in zip(OUTCOMES, _WORDS, strict=True))
        found += f", {self.before:,} read before" if self.before else ""
        found += f" ({self.moved:,} moved)" if self.moved else ""
        unchanged = not self.outcomes["new"] + self.outcomes["changed"] + self.moved
        told = f"{plural(self.tally.documents + self.before, 'document')} → {shown(graph)}: {found}."
        return safe(told + (" The graph is as it was." if unchanged else ""))


def load_all(
    graph: str | None, results: Iterable[Result], memory: Memory | None = None, folders: Iterable[str] = ()
) -> Loaded:
    """Load each document on its own, so that one that cannot be loaded leaves the others in the graph.

    `graph` is opened, and where it is missing made, when the first document comes: without one nothing is touched. When
    the graph itself is lost on the way, the documents that would follow are not tried. `memory` tells what was read
    before; of the documents from `folders` those are told whose files are gone.
    """
    loaded = Loaded(memory=memory or Memory())
    loaded.before, loaded.moved = len(loaded.memory.sources), len(loaded.memory.moved)
    loaded.tally.failures += loaded.memory.skipped
    documents = _wanted(results, loaded)
    first = next(documents, None)
    try:
        if first is not None:
            with open_store(graph, writable=True) as store:
                _load(store, chain([first], documents), loaded)
                settle(store, loaded.memory)
        elif loaded.memory.moved or loaded.memory.doubles:
            with open_store(graph, writable=True) as store:
                settle(store, loaded.memory)
    except GraphLost as error:
        loaded.tally.failures.append(Failure(str(error)))
        loaded.lost = True
    loaded.gone = loaded.memory.gone(folders)
    return loaded


def _wanted(results: Iterable[Result], loaded: Loaded) -> Iterator[Document]:
    """The documents to load. A second one of the same title would only take the place of the first."""
    sources = loaded.memory.sources
    for result in results:
        if isinstance(result, Failure):
            loaded.tally.failures.append(result)
            continue
        policy = result.policy
        first = sources.setdefault(policy.id, policy.source)
        if first == policy.source:
            yield result
            continue
        loaded.tally.failures.append(double(policy.source, first, policy.title))
        loaded.memory.leave_out(policy.id, policy.source, policy.sha256)


def _load(store: Store, documents: Iterable[Document], loaded: Loaded) -> None:
    """Load and count them."""
    for document, outcome in load_many(store, documents, divisions, loaded.memory.reader):
        if isinstance(outcome, LiantuError):
            loaded.tally.failures.append(Failure(f"{document.policy.source}: {outcome}"))
            continue
        loaded.outcomes[outcome] += 1
        loaded.tally.add(document)


def tell(loaded: Loaded, graph: str | None, as_json: bool, further: Mapping[str, Any] | None = None) -> None:
    """Say what loading did: for people on standard error, for a program as JSON on standard output, with `further`."""
    if as_json:
        outcome = {
            "documents": loaded.outcomes,
            "read_before": loaded.before,
            "moved": loaded.memory.moved,
            "gone": [{"title": title, "source": source} for title, source in loaded.gone],
        }
        click.echo(json.dumps(outcome | record(loaded.tally) | dict(further or {}), ensure_ascii=False))
    if loaded.tally.documents + loaded.before:
        say(loaded.sentence(graph))
    tell_summary(loaded.tally, graph, loaded=True)
    tell_list("Gone from the folder, still in the graph", [f"{source}, 《{title}》" for title, source in loaded.gone])
    if loaded.gone:
        say(f"  To take one out of the graph: liantu forget 'TITLE'{asking(graph)}")
