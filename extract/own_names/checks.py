"""What a row of a lexicon says, if it can be said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import generic
from extract.own_names.forms import spelled
from extract.own_names.kinds import Kind, choices, kinds
from extract.own_names.model import OwnName
from extract.own_names.places import Unsettled, settled
from extract.own_names.told import Told
from extract.segment import is_word

_LONGEST = 60
_FEWEST_MEMBERS = 2
_PROSE = re.compile(r"[，。；！？：\n\t]")
_HEAD = re.compile(r"(?<=..)(?:产业链条|产业链|产业集群|产业|集群|行业)$")
_COLUMNS = ("region", "members", "kind", "level")


@dataclass(slots=True)
class Checked:
    """A row with the entry that it makes, what is wrong with it, and what its writer should know."""

    told: Told
    entry: OwnName | None = None
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def check(told: Told) -> Checked:
    """Check one row by itself."""
    row = Checked(told)
    kind = kinds().get(told.type.casefold())
    if kind is None:
        row.problems.append(f"{told.type!r} is no type; the types are {choices()}")
        return row
    row.problems += _useless(told, kind)
    region, members = _regions(told, row)
    name, full, aliases = _names(told, kind)
    for text in dict.fromkeys((name, *([full] if full else []), *aliases)):
        problem = _wrong_name(text, kind)
        if problem:
            row.problems.append(problem)
    if kind.label == "CityGroup" and len(told.members) < _FEWEST_MEMBERS:
        row.problems.append(f"{name or 'a group'} has no members; name at least two regions, with 、 between them")
    if not row.problems:
        words = frozenset() if kind.label == "Agency" and region else frozenset(_ordinary((name, *aliases)))
        _tell_words(row, kind, words)
        code = region.code if region is not None else ""
        codes = tuple(member.code for member in members)
        row.entry = OwnName(kind.label, name, aliases, full, code, codes, told.kind, told.level, words)
    return row


def _names(told: Told, kind: Kind) -> tuple[str, str, tuple[str, ...]]:
    """(the name that the thing is to bear, its full name, its other names), each once; chains without 产业链."""
    texts = [spelled(text) for text in (told.name, told.full, *told.aliases)]
    if kind.label == "IndustryChain":
        texts = [_HEAD.sub("", text) for text in texts]
    name, full, *aliases = texts
    if kind.label == "Agency" and full:
        name, full, aliases = full, "", [name, *aliases]
    others = tuple(dict.fromkeys(text for text in aliases if text not in ("", name, full)))
    return name, full if full != name else "", others


def _wrong_name(text: str, kind: Kind) -> str:
    """What is wrong with a name, or nothing."""
    if not text:
        return "the name is empty; write one or delete the line"
    if len(text) < 2:
        return f"{text} is a single character, which stands in too many words; give a longer name"
    if len(text) > _LONGEST or _PROSE.search(text):
        return f"{text[:20]!r} is a sentence and no name; give the name alone, other names with 、 between them"
    if same := regions().candidates(text):
        return f"{text} is a name of the region {same[0].name} too; give a longer name"
    if kind.label != "CityGroup" and generic(kind.label).is_generic(text):
        return f"{text} names no {kind.label} of its own, but any; give the name of one"
    return ""


def _useless(told: Told, kind: Kind) -> Iterator[str]:
    """The cells that say nothing of such a thing."""
    for column in _COLUMNS:
        if getattr(told, column) and column not in kind.takes:
            yield f"{column} says nothing of an entry of type {kind.label}; leave the cell empty"


def _regions(told: Told, row: Checked) -> tuple[Region | None, tuple[Region, ...]]:
    """The region and the members that a row names; what is unknown or ambiguous becomes a problem of the row."""
    found: list[Region | None] = []
    for text in (told.region, *told.members):
        try:
            found.append(settled(text) if text else None)
        except Unsettled as error:
            row.problems.append(str(error))
            found.append(None)
    return found[0], tuple(dict.fromkeys(region for region in found[1:] if region is not None))


def _ordinary(names: tuple[str, ...]) -> Iterator[str]:
    return (name for name in names if is_word(name))


def _tell_words(row: Checked, kind: Kind, words: frozenset[str]) -> None:
    for word in sorted(words):
        if kind.ordinary:
            where = "before 产业链 or 产业 and in lists" if kind.label == "IndustryChain" else "in lists"
            row.remarks.append(f"{word} is an ordinary word; it counts only {where}, not wherever it stands")
        else:
            row.problems.append(f"{word} is an ordinary word; give a name that stands for nothing else")
