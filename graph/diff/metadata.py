"""What a document says of itself: title, number, dates, issuers, the region it is for."""

import re
from collections.abc import Iterator

from graph.diff.both import Both
from graph.diff.sentences import bare, split
from graph.diff.values import CHANGED, GONE, NEW, Change, Passage
from graph.diff.version import Version
from graph.diff.words import words
from graph.ontology import ontology

_STATED = ("number", "issuedOn", "effectiveUntil", "genre")
_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_LOOKED = 6  # clauses at either end, where a document speaks of itself


def metadata(both: Both, kind: str) -> Iterator[Change]:
    """The changes, each with the words that say so where the text has them."""
    known = ontology().labels["Policy"].properties
    facts = [(words()["metadata"]["title"], _title(both.old), _title(both.new))]
    facts += [(known[name], _property(both.old, name), _property(both.new, name)) for name in _STATED]
    facts += [
        (words()["metadata"][name], _ends(both.old, name), _ends(both.new, name)) for name in ("ISSUED", "APPLIES_TO")
    ]
    for about, (old, was), (new, now) in facts:
        if old != new:
            change = NEW if not old else GONE if not new else CHANGED
            yield Change(kind, change, about, "", old, new, was, now)


Told = tuple[str, Passage | None]


def _title(version: Version) -> Told:
    part = version.policy.part
    return str(part["name"]), _where(version, part["name"], *part["aliases"])


def _property(version: Version, name: str) -> Told:
    value = version.policy.part.get(name)
    return (str(value), _where(version, str(value), *_spoken(str(value)))) if value else ("", None)


def _ends(version: Version, kind: str) -> Told:
    """The other ends of a relation of the document itself, by name."""
    own = [link for link in version.of(kind) if version.policy.id in (link.source, link.target)]
    names = {version.name(link.target if link.source == version.policy.id else link.source) for link in own}
    return "、".join(sorted(names)), version.said(own[0]) if own else None


def _where(version: Version, *forms: str) -> Passage | None:
    """The sentence in which a document says one of some words of itself."""
    wanted = [bare(form) for form in forms]
    ends = version.clauses[:_LOOKED] + version.clauses[_LOOKED:][-_LOOKED:]
    for clause in ends:
        for sentence in split(clause.part["text"]):
            if any(form in bare(sentence) for form in wanted):
                return Passage(clause.part["number"], sentence)
    return None


def _spoken(value: str) -> list[str]:
    """A date as documents write it: 2023年9月18日."""
    found = _DATE.fullmatch(value)
    if not found:
        return []
    year, month, day = found.groups()
    return [f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")]
