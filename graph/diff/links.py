"""Relations between things: there now and not before, gone, or of another mode or role."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.diff.both import Both
from graph.diff.values import CHANGED, GONE, NEW, Change
from graph.diff.version import Version
from graph.diff.words import words
from graph.ontology import ontology
from graph.rows import LinkRow

_OWN = "own"  # stands for the id of the document itself, which may be another in each version


@dataclass(frozen=True, slots=True)
class Related:
    """Relations of one type whose source has the label `source` (empty: any).

    Their changes are about the target where `about_target`, else about the source; if symmetric, about both. What is
    `aside` is told of things of which nothing else is told.
    """

    type: str
    source: str = ""
    about_target: bool = False
    aside: bool = False


def changed_links(both: Both, kind: str, related: Related) -> Iterator[Change]:
    """The changes of the relations of one type, each with the first words that state it."""
    old, new = _stated(both.old, related), _stated(both.new, related)
    for key, after in new.items():
        now, shown = both.new.said(after[0]), _shown(both.new, after[0], related)
        before = old.get(key)
        if before is None:
            yield Change(kind, NEW, *shown, "", _state(after), both.in_old(after[0].clause, now.quote), now)
        elif _state(before) != _state(after):
            yield Change(kind, CHANGED, *shown, _state(before), _state(after), both.old.said(before[0]), now)
    for key, before in old.items():
        if key not in new:
            was, shown = both.old.said(before[0]), _shown(both.old, before[0], related)
            yield Change(kind, GONE, *shown, _state(before), "", was, both.in_new(before[0].clause, was.quote))


def _stated(version: Version, related: Related) -> dict[tuple[str, str], list[LinkRow]]:
    """The links of a type by their ends."""
    found: dict[tuple[str, str], list[LinkRow]] = {}
    for link in version.of(related.type):
        if related.source in ("", link.source_label):
            ends = (_OWN if end == version.policy.id else end for end in (link.source, link.target))
            found.setdefault((next(ends), next(ends)), []).append(link)
    return found


def _shown(version: Version, link: LinkRow, related: Related) -> tuple[str, str]:
    """Subject and matter: the two ends, or both as the subject."""
    source, target = version.name(link.source), version.name(link.target)
    if ontology().relations[link.type].symmetric:
        return f"{source} — {target}", ""
    if link.source == version.policy.id:
        return target, ""
    return (target, source) if related.about_target else (source, target)


def _state(links: Sequence[LinkRow]) -> str:
    """What a relation is: its modes or roles where told, else its name."""
    told = (link.properties.get("mode") or link.properties.get("role") for link in links)
    known = words()["roles"]
    states = dict.fromkeys(known.get(state, state) for state in told if state)
    return "、".join(states) or ontology().relations[links[0].type].zh
