"""Chains, enterprises, parks and the rest: their relations, and those that are only named."""

from collections.abc import Callable, Iterator

from graph.diff.both import Both
from graph.diff.links import Related, changed_links
from graph.diff.named import changed_names
from graph.diff.values import Change

Find = Callable[[Both, str], Iterator[Change]]


def things(*related: Related, label: str = "") -> Find:
    """The changes of some relations and, with a label, of what is named or not and has none of these changes."""

    def find(both: Both, kind: str) -> Iterator[Change]:
        told: set[tuple[str, str]] = set()
        for one in related:
            for change in changed_links(both, kind, one):
                if one.aside and (change.subject, change.change) in told:
                    continue
                told.add((change.subject, change.change))
                yield change
        if label:
            yield from (
                change for change in changed_names(both, kind, label) if (change.subject, change.change) not in told
            )

    return find
