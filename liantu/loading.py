"""Facts into the graph: what `load`, `ingest` and `demo` share."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

import click

from graph.errors import GraphLost, LiantuError
from graph.facts import Document
from graph.loading import load_many
from graph.stores import Store, open_store, shown
from liantu.hierarchy import divisions
from liantu.options import plural, say
from liantu.outcome import Failure, Result
from liantu.output.safe import safe
from liantu.report import Skipped, Tally, warn

OUTCOMES = ("new", "changed", "same")
_WORDS = ("new", "changed", "the same")


@dataclass(slots=True)
class Loaded:
    """What loading did: documents by outcome, and all that was counted or left out on the way."""

    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))
    tally: Tally = field(default_factory=Tally)
    sources: dict[str, str] = field(default_factory=dict)
    doubles: list[str] = field(default_factory=list)
    lost: bool = False

    @property
    def others(self) -> int:
        """The documents that came through while some were left out; 0 when the graph was lost: the rest waits."""
        return 0 if self.lost else self.tally.documents

    def sentence(self, graph: str | None) -> str:
        """The outcome in one line."""
        found = ", ".join(f"{self.outcomes[name]:,} {word}" for name, word in zip(OUTCOMES, _WORDS, strict=True))
        unchanged = " The graph is as it was." if not self.outcomes["new"] + self.outcomes["changed"] else ""
        return safe(f"{plural(self.tally.documents, 'document')} → {shown(graph)}: {found}.{unchanged}")


def load_all(graph: str | None, results: Iterable[Result]) -> Loaded:
    """Load each document on its own, so that one that cannot be loaded leaves the others in the graph.

    `graph` is opened, and where it is missing made, when the first document comes: without one nothing is touched. When
    the graph itself is lost on the way, the documents that would follow are not tried.
    """
    loaded = Loaded()
    documents = _wanted(results, loaded)
    for first in documents:
        with open_store(graph, writable=True) as store:
            try:
                _load(store, chain([first], documents), loaded)
            except GraphLost as error:
                loaded.tally.failures.append(Failure(str(error)))
                loaded.lost = True
        break
    return loaded


def _wanted(results: Iterable[Result], loaded: Loaded) -> Iterator[Document]:
    """The documents to load. A second one of the same title would only take the place of the first."""
    for result in results:
        if isinstance(result, Failure):
            loaded.tally.failures.append(result)
            continue
        policy = result.policy
        first = loaded.sources.setdefault(policy.id, policy.source)
        if first == policy.source:
            yield result
            continue
        told = f"{policy.source} has the title of {first}, 《{policy.title}》, and is skipped; give one of the two."
        loaded.tally.failures.append(Skipped(told))
        loaded.doubles.append(told)


def _load(store: Store, documents: Iterable[Document], loaded: Loaded) -> None:
    """Load and count them."""
    for document, outcome in load_many(store, documents, divisions):
        if isinstance(outcome, LiantuError):
            loaded.tally.failures.append(Failure(f"{document.policy.source}: {outcome}"))
            continue
        loaded.outcomes[outcome] += 1
        loaded.tally.add(document)


def tell(loaded: Loaded, graph: str | None, as_json: bool) -> None:
    """Say what loading did: for people on standard error, for a program as JSON on standard output."""
    if as_json:
        failures = [failure.message for failure in loaded.tally.failures if not isinstance(failure, Skipped)]
        skipped = [failure.message for failure in loaded.tally.failures if isinstance(failure, Skipped)]
        outcome = {"documents": loaded.outcomes, "failures": failures, "skipped": skipped}
        click.echo(json.dumps(outcome, ensure_ascii=False))
    for told in loaded.doubles:
        warn(told)
    say(loaded.tally.counts())
    if loaded.tally.documents:
        say(loaded.sentence(graph))
