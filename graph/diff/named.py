"""Things that only one version names at all."""

from collections.abc import Iterator

from graph.diff.both import Both
from graph.diff.sentences import naming
from graph.diff.values import GONE, NEW, Change, Passage
from graph.diff.version import Version
from graph.diff.words import words
from graph.rows import LinkRow


def changed_names(both: Both, kind: str, label: str) -> Iterator[Change]:
    """The things of a label that one version names and the other does not, each with the first sentence that does."""
    old, new, named = _first(both.old, label), _first(both.new, label), words()["states"]["named"]
    for key, link in new.items():
        if key not in old:
            said = _said(both.new, link)
            was = both.in_old(link.clause, said.quote)
            yield Change(kind, NEW, both.new.name(key), "", "", named, was, said)
    for key, link in old.items():
        if key not in new:
            said = _said(both.old, link)
            now = both.in_new(link.clause, said.quote)
            yield Change(kind, GONE, both.old.name(key), "", named, "", said, now)


def _first(version: Version, label: str) -> dict[str, LinkRow]:
    """The first mention of each thing of a label."""
    found: dict[str, LinkRow] = {}
    for link in version.of("MENTIONS"):
        if link.target_label == label and link.target != version.policy.id:
            found.setdefault(link.target, link)
    return found


def _said(version: Version, link: LinkRow) -> Passage:
    """The sentence of a clause that names a thing."""
    part = version.nodes[link.target].part
    text = version.nodes[link.clause].part["text"]
    return Passage(version.number(link.clause), naming(text, (part["name"], *part["aliases"])))
