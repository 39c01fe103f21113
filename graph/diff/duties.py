"""Who answers for what: gained, lost, became lead or member, on a matter that both versions may number otherwise."""

from collections.abc import Iterator, Sequence
from functools import partial

from graph.diff.alignment import Matter
from graph.diff.both import Both
from graph.diff.values import CHANGED, GONE, NEW, Change, Passage
from graph.diff.version import Version
from graph.diff.words import words
from graph.rows import LinkRow


def duties(both: Both, kind: str) -> Iterator[Change]:
    """The changes of duties, matter by matter."""
    old, new = _by_clause(both.old), _by_clause(both.new)
    for matter in both.matters:
        before = _answering(both.old, matter.old, old)
        after = _answering(both.new, matter.new, new)
        if before or after:
            yield from _changes(both, kind, matter, before, after)


def _changes(
    both: Both, kind: str, matter: Matter, before: dict[str, LinkRow], after: dict[str, LinkRow]
) -> Iterator[Change]:
    """Units in the order of the new version, then those that it no longer names."""
    about = both.new.title(matter.new[0]) if matter.new else both.old.title(matter.old[0])
    for unit in sorted(dict.fromkeys([*after, *before]), key=lambda unit: _follows(after.get(unit, before.get(unit)))):
        was, now = before.get(unit), after.get(unit)
        state_old, state_new = _role(was), _role(now)
        if state_old == state_new:
            continue
        change = NEW if was is None else GONE if now is None else CHANGED
        name = (both.new if now else both.old).name(unit)
        said = partial(Change, kind, change, name, about, state_old, state_new)
        yield said(_said(both.old, was, before), _said(both.new, now, after))


def _by_clause(version: Version) -> dict[str, list[LinkRow]]:
    found: dict[str, list[LinkRow]] = {}
    for link in version.of("RESPONSIBLE_FOR"):
        found.setdefault(link.target, []).append(link)
    return found


def _answering(version: Version, places: Sequence[int], links: dict[str, list[LinkRow]]) -> dict[str, LinkRow]:
    """The units that answer for some clauses, each with the link of its highest role."""
    found: dict[str, LinkRow] = {}
    for place in places:
        for link in links.get(version.clauses[place].id, ()):
            if link.source not in found or link.properties.get("role") == "lead":
                found[link.source] = link
    return found


def _follows(link: LinkRow | None) -> bool:
    """Whether a unit is named after those that lead."""
    return link is None or link.properties.get("role") != "lead"


def _role(link: LinkRow | None) -> str:
    """The role as people read it."""
    role = link and link.properties.get("role", "member")
    return str(words()["roles"].get(role, role)) if role else ""


def _said(version: Version, link: LinkRow | None, others: dict[str, LinkRow]) -> Passage | None:
    """The words that give a unit its duty, or those that give it to others in its place."""
    return version.said(link) if link else next(map(version.said, others.values()), None)
