"""What the user's own lexicon names: before all else where the name stands whole, at the end wherever nothing else has
taken it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from extract.gazetteers.regions import Region, regions
from extract.model import Found
from extract.own_names.model import OwnName
from extract.recognisers.agencies import level_before
from extract.recognisers.names import cuts_latin, inner_region
from extract.scene import Scene
from extract.segment import cuts_word
from graph.facts import Scalar

_LONGER = ("Agency", "NationalAgency", "CityGroup", "Institution", "Park", "Enterprise")
# The nouns with which a name goes on: 湘高电器|产业园, 湘高电器|销售有限公司
_TAILS = ("park", "institution", "firm")
_REACH, _SHORT = 12, 3
_LEGAL = re.compile(r"(?:集团)?(?:股份|责任)?有限(?:责任)?公司")
_CHAIN_HEAD = re.compile(r"产业|集群|行业")
_WINDOW, _LONGEST_REGION = 6, 16
_RULES = {"IndustryChain": "chain", "CityGroup": "group"}  # the first part of the name of a rule; else the label itself


def recognise(scene: Scene) -> Iterator[Found]:
    """The names that stand whole: neither inside a known longer one, nor going on with the noun of another thing."""
    for start, end, entry in _hits(scene):
        if not _goes_on(scene, start, end, entry):
            yield from _found(scene, start, end, entry)


def recognise_rest(scene: Scene) -> Iterator[Found]:
    """The names that no recogniser has taken for a part of a longer one."""
    for start, end, entry in _hits(scene):
        yield from _found(scene, start, end, entry)


def _hits(scene: Scene) -> Iterator[tuple[int, int, OwnName]]:
    for start, end, word in scene.names["Own"]:
        entry = _meant(scene, start, word) if scene.free(start, end) else None
        if entry is None or not _is_word(scene, start, end, entry) or _inside_longer(scene, start, end):
            continue
        yield start, end, entry


def _meant(scene: Scene, start: int, word: str) -> OwnName | None:
    """What a form stands for here: that of an agency at home only in documents of its own region."""
    for form in scene.known.own.find(word):
        if not form.level:
            return form.entry
        own = scene.own_region(form.level)
        if own is not None and own.code == form.entry.region and not _belongs_elsewhere(scene, start):
            return form.entry
    return None


def _belongs_elsewhere(scene: Scene, start: int) -> bool:
    """Whether the word before, or one that reaches into the form, tells another region: 邵阳|市链长办, 省|链长办."""
    near = scene.regions_in(max(0, start - _LONGEST_REGION), start + _SHORT)
    reaching = any(left < start <= right for left, right, _ in near)
    return reaching or bool(level_before(scene.text, start)[0])


def _is_word(scene: Scene, start: int, end: int, entry: OwnName) -> bool:
    """Whether a name is no piece of a longer word: Latin ones end where no letter follows, short ones and chains, which
    are made of ordinary words, where a word of the dictionary does (合金新材 is not in 合金新材料)."""
    if cuts_latin(scene.text, start, end):
        return False
    left = max(0, start - _WINDOW)
    sure = end - start > _SHORT and entry.label != "IndustryChain"
    return sure or not cuts_word(scene.text[left : end + _WINDOW], start - left, end - left)


def _inside_longer(scene: Scene, start: int, end: int) -> bool:
    """Whether the name is only part of a longer one that a vocabulary knows: 三一|重工."""
    for vocabulary in _LONGER:
        hits = scene.names[vocabulary]
        index = bisect_right(hits, start, key=itemgetter(0)) - 1
        if index >= 0 and hits[index][1] >= end and hits[index][:2] != (start, end):
            return True
    return False


def _goes_on(scene: Scene, start: int, end: int, entry: OwnName) -> bool:
    """Whether the noun of another thing follows with nothing between at which a name would begin."""
    if entry.label == "IndustryChain" and _CHAIN_HEAD.match(scene.text, end):
        return True
    stop = end + _REACH
    for tail in _TAILS:
        for left, right, _ in scene.names_in(tail, end, stop):
            legal = entry.label == "Enterprise" and left == end and _LEGAL.match(scene.text, end)
            if not legal and scene.edges.name(left, _REACH + right - start, firm=tail == "firm") <= start:
                return True
    return False


def _found(scene: Scene, start: int, end: int, entry: OwnName) -> Iterator[Found]:
    legal = _LEGAL.match(scene.text, end) if entry.label == "Enterprise" else None
    end = legal.end() if legal is not None else end
    name, label = entry.name, entry.label
    rule = f"{_RULES.get(label, label.lower())}-lexicon"
    yield Found(
        start, end, label, name, scene.id_of(label, name), scene.text[start:end], rule, properties=_properties(entry)
    )
    seat = regions().by_code(entry.region) if entry.region else None
    if label in ("Park", "Enterprise", "Institution"):
        yield from (item for item in inner_region(scene, start, end) if seat is None or _is_along(item, seat))


def _is_along(item: Found, seat: Region) -> bool:
    """Whether a region inside a name is one in which the thing can be: in, above or the same as its seat."""
    inside = regions().by_code(str(item.properties.get("adcode", "")))
    return inside is not None and (regions().is_within(seat, inside) or regions().is_within(inside, seat))


def _properties(entry: OwnName) -> dict[str, Scalar]:
    told = {"Enterprise": {"officialName": entry.full}, "Park": {"level": entry.level, "kind": entry.kind}}
    told |= {"Institution": {"kind": entry.kind}, "CityGroup": {"kind": entry.kind}}
    return {key: value for key, value in told.get(entry.label, {}).items() if value}
