"""The summary at the end of a run, on standard error: what was read and found, what was left out, what to look at.

Short unless the run is verbose (`-v`): then everything is listed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.ontology import ontology
from graph.stores import DEFAULT, chosen, shown
from liantu.logs import verbose
from liantu.options import plural, say
from liantu.outcome import messages
from liantu.output.safe import safe
from liantu.report import POOR, UNDATED, UNDIVIDED, UNISSUED, UNNUMBERED, Tally

_KINDS, _LISTED = 8, 3


def tell_summary(tally: Tally, graph: str | None = None, *, loaded: bool = False) -> None:
    """Say what a run found. `loaded`: the facts are in `graph`, where one can look further."""
    if tally.documents or not loaded:
        say(tally.counts())
    for line in _facts(tally) if tally.documents else ():
        say(line)
    tell_list("Skipped", messages(tally.failures, skipped=True))
    for line in _look(tally, asking(graph) if loaded else None):
        say(line)


def tell_list(what: str, items: Sequence[str]) -> None:
    """The first of a list, and with `-v` all of it."""
    listed = items if verbose() else items[:_LISTED]
    for item in listed:
        say(f"{what}: {safe(item)}")
    if len(items) > len(listed):
        say(f"{what}: {len(items) - len(listed):,} more; -v lists them.")


def asking(graph: str | None) -> str:
    """What follows a command that is to ask the same graph."""
    return "" if chosen(graph) in (DEFAULT, chosen()) else f" --graph {shown(graph)}"


def record(tally: Tally) -> dict[str, Any]:
    """The whole of it for a program."""
    return {
        "clauses": tally.clauses,
        "entities": dict(tally.labels.most_common()),
        "relations": dict(tally.types.most_common()),
        "doubtful": tally.doubtful,
        "lacking": dict(tally.lacking),
        "failures": messages(tally.failures, skipped=False),
        "skipped": messages(tally.failures, skipped=True),
    }


def _facts(tally: Tally) -> Iterator[str]:
    """What was found, by type, the most frequent first."""
    known = ontology()
    relations = {name: relation.zh for name, relation in known.relations.items()}
    labels = {name: label.zh for name, label in known.labels.items()}
    for what, counts, names in (("Relations", tally.types, relations), ("Entities", tally.labels, labels)):
        if counts:
            yield f"{what}: {_most(counts, names)}"


def _most(counts: Counter[str], names: dict[str, str]) -> str:
    shown = counts.most_common(None if verbose() else _KINDS)
    more = len(counts) - len(shown)
    told = "、".join(f"{names.get(name, name)} {number:,}" for name, number in shown)
    return told + (f" …… (-v: {more} more)" if more else "")


def _look(tally: Tally, ask: str | None) -> Iterator[str]:
    """What an analyst should look at, with the command that shows it where there is a graph to ask."""
    metadata = [what for what in (UNNUMBERED, UNISSUED, UNDATED) if what in tally.lacking]
    if metadata:
        told = ", ".join(f"{len(tally.lacking[what]):,} without {what}" for what in metadata)
        yield from _worth(told, "incomplete_policies", ask, dict.fromkeys(_titles(tally, metadata)))
    for what, told in ((UNDIVIDED, "not divided into clauses"), (POOR, "with few facts for their length")):
        if what in tally.lacking:
            titles = tally.lacking[what]
            yield from _worth(f"{plural(len(titles), 'document')} {told}", "document_facts", ask, titles)
    if tally.doubtful:
        yield from _worth(f"{plural(tally.doubtful, 'fact')} by rules of low confidence", "low_confidence", ask, ())


def _titles(tally: Tally, what: Iterable[str]) -> Iterator[str]:
    for name in what:
        yield from tally.lacking[name]


def _worth(told: str, pack: str, ask: str | None, titles: Iterable[str]) -> Iterator[str]:
    yield f"Look at: {told}" + ("" if ask is None else f": liantu query {pack}{ask}")
    if verbose():
        yield from (f"         《{safe(title)}》" for title in titles)
