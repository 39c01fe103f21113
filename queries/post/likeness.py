"""Entities of one label that may be the same: one's alias is the other's name, or their names are spelt much alike.

Takes entities (`id`, `label`, `name`, `aliases`). Only names that begin or end alike are compared, and of those that
begin with a place only the rest: 泉州市商务局 is not 荆州市商务局, though both are called 市商务局.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz

from graph.stores import Answer

_COLUMNS = ("label", "a", "b", "likeness", "reason")
_PLACE = re.compile(r"^.{1,7}?[省市县区州盟旗](?=..)")
_FIGURE = re.compile(r"[0-9〇一二三四五六七八九十]+")
_ENDS = 2
_CROWD = 300  # more names than this that begin or end alike say nothing
_SHORTENED = ("Enterprise", "Institution", "Park", "Project")
_SHORT = 3
_SCHOOLS = ("大学", "学院")  # 湖南大学 is not short for 湖南科技大学
_HELD = 75  # percent: 湘电 in 湘电集团 says something, 汽车 in 汽车零部件 nothing


@dataclass(frozen=True, slots=True)
class _Entity:
    """An entity; its name in two, the place it begins with and the rest, and the figures in the rest."""

    id: str
    label: str
    name: str
    aliases: frozenset[str]
    place: str
    rest: str
    figures: tuple[str, ...]


def step(answer: Answer, parameters: Mapping[str, Any]) -> Answer:
    """Pairs, the most alike first; `least` is the likeness in percent from which spelling counts."""
    found = dict[tuple[str, str], tuple[Any, ...]]()
    for one, other in _candidates([_entity(*row) for row in answer.rows]):
        reason, likeness = _compared(one, other, parameters["least"])
        if reason:
            a, b = sorted((one, other), key=lambda entity: (entity.name, entity.id))
            found[a.id, b.id] = a.label, a.name, b.name, likeness, reason
    rows = sorted(found.items(), key=lambda item: (-item[1][3], item[1][:3], item[0]))
    return Answer(_COLUMNS, tuple(row for _, row in rows))


def _entity(key: str, label: str, name: str, aliases: Iterable[str] | None) -> _Entity:
    match = _PLACE.match(name)
    place = match[0] if match else ""
    known = frozenset(aliases or ()) if label != "Agency" else frozenset[str]()
    rest = name.removeprefix(place)
    return _Entity(key, label, name, known, place, rest, tuple(_FIGURE.findall(rest)))


def _candidates(entities: Iterable[_Entity]) -> Iterator[tuple[_Entity, _Entity]]:
    """Pairs worth comparing: of one label and place with a beginning or an ending in common, or a name and an alias."""
    groups = defaultdict[tuple[str, ...], list[_Entity]](list)
    for entity in entities:
        groups[entity.label, entity.place, "<", entity.rest[:_ENDS]].append(entity)
        groups[entity.label, entity.place, ">", entity.rest[-_ENDS:]].append(entity)
        for known in {entity.name, *entity.aliases}:
            groups[entity.label, "=", known].append(entity)
    for group in groups.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)


def _compared(a: _Entity, b: _Entity, least: float) -> tuple[str, int]:
    """Why two may be the same (empty if nothing speaks for it), and how alike their names are in percent."""
    if a.name == b.name or a.name in b.aliases or b.name in a.aliases:
        return "同名或以别名相称", round(fuzz.ratio(a.name, b.name))
    if a.place != b.place or a.figures != b.figures:
        return "", 0
    likeness = round(fuzz.ratio(a.rest, b.rest))
    if likeness >= _HELD and (a.rest in b.rest or b.rest in a.rest):
        return "名称相含", likeness
    if a.label in _SHORTENED and a.rest[:_ENDS] == b.rest[:_ENDS] and a.rest[-1:] == b.rest[-1:]:
        short, full = sorted((a.rest, b.rest), key=len)
        if _shortens(short, full):
            return "疑为简称", likeness
    return ("写法相近", likeness) if likeness >= least else ("", likeness)


def _shortens(short: str, full: str) -> bool:
    """Whether a name whose ends are those of another may be short for it: its characters are there in their order."""
    if short.endswith(_SCHOOLS) or not _SHORT <= len(short) < len(full):
        return False
    rest = iter(full)
    return all(character in rest for character in short)
