"""Parks: development zones and industrial parks with a proper name; joined names undone (phenomenon 2 of DESIGN 5)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.automaton import Automaton
from extract.claims import Claims
from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import Entry, place_of
from extract.model import Found
from extract.recognisers.names import inner_region, name_start
from extract.recognisers.park_names import (
    COMMITTEE,
    LONG_FORMS,
    LONGEST_NAME,
    NO_NAME,
    OPENED,
    PLACED,
    POINTS,
    SUFFIX,
    ZONES,
    areas_at,
    branded,
    canonical_park,
    governed_areas,
    is_district,
    is_division,
    is_of_a_firm,
    joined_place,
    opened_start,
    opening_firm,
    own_division,
    park_start,
    sub_end,
)
from extract.scan import matches_at
from extract.scene import Scene, region_found

_THAT = re.compile(r"该(?:园区|开发区|高新区|经开区|保税区)")
_GOVERNED = re.compile(r"[区城园谷港岛](?=(?:党工委)?管委会|管理委员会|管理办公室)")
_ANY = re.compile(r"^[省市县区州由在]|(?:[省市县]|县区|园区|开发区|功能区)$")  # 市属园区管委会, 各开发区管委会
_NAMELESS = frozenset("各该级家类等其")  # before the noun of a zone: none in particular
_NATIONAL = re.compile(r"中国[（(][\u4e00-\u9fff]{2,6}[）)]$")


def recognise(scene: Scene) -> Iterator[Found]:
    """Parks by vocabulary, then by suffix; 经开区 alone after a full name in a joint phrase belongs to its region."""
    claims = Claims(len(scene.text))
    overlaps = False
    named: list[Found] = []
    for found in [*_known(scene), *_by_suffix(scene), *_by_committee(scene)]:
        if found.label == "Park" and found.rule != "park-base":
            overlaps = not claims.claim(found.start, found.end)
        if not overlaps:
            named += [found] if found.label == "Park" else []
            yield found  # a park, then the region inside it
    yield from _anaphora(scene, named)


def _by_committee(scene: Scene) -> Iterator[Found]:
    """What has a committee of its own somewhere in the text, wherever it is named: 凯州新城, 城陵矶新港区."""
    areas = areas_at(scene, _GOVERNED)
    names = {name for name in areas if not NO_NAME.search(name) and not _ANY.search(name)}
    for start, end, name in Automaton(names).hits(scene.text) if names else ():
        if not regions().candidates(name) and scene.free(start, end) and not COMMITTEE.match(scene.text, end):
            yield _park(scene, start, end, name, "committee")
            yield from inner_region(scene, start, end)


def _anaphora(scene: Scene, named: list[Found]) -> Iterator[Found]:
    """该园区, 该开发区: the last park that its clause has named before."""
    for match in _THAT.finditer(scene.text):
        floor = scene.clauses[scene.clause_at(match.start())].start
        before = [item for item in named if floor <= item.start and item.end <= match.start()]
        if before and scene.free(match.start(), match.end()):
            last = max(before, key=lambda item: item.end)
            yield replace(last, start=match.start(), end=match.end(), alias="", rule="park-anaphora")


def _known(scene: Scene) -> Iterator[Found]:
    for start, end, word in scene.names["Park"]:
        entry = scene.known.parks.find(word)
        if entry is None or is_division(word) or not scene.free(start, end) or _goes_on(scene.text, end):
            continue
        stop = sub_end(scene, end)
        if stop != end:
            name = scene.text[start:stop]
        elif _elsewhere(scene, entry):
            name = _namesake(scene, word)
        else:
            name = entry.name
        yield _park(scene, start, stop, name, "vocabulary")
        yield from _base(scene, start, end) if stop > end else ()
        if not _elsewhere(scene, entry):
            inner = _inside(scene, start, stop, _known_place(scene, entry, start))
            yield from (item for item in inner if item.start - start != 1)  # no 安新 in 雄安新区


def _goes_on(text: str, end: int) -> bool:
    """Whether the name of a known zone is only part of another: of a zone with a suffix, of a firm."""
    return SUFFIX.match(text, end) is not None or is_of_a_firm(text, end)


def _known_place(scene: Scene, entry: Entry, start: int) -> tuple[int, Region] | None:
    """The place of a known park whose name opens with it, an ordinary word or not: 白银|高新区."""
    region = place_of(entry)
    for place in regions().path(region) if region is not None else ():
        if place.short and scene.text.startswith(place.short, start):
            return start, place
    return None


def _elsewhere(scene: Scene, entry: Entry) -> bool:
    """Whether an ambiguous name (长春经开区) means another zone than the known one: in another province it does."""
    home = scene.place
    there = place_of(entry)
    return entry.ambiguous and home is not None and (there is None or there.code[:2] != home.code[:2])


def _namesake(scene: Scene, word: str) -> str:
    """The zone of the document's own region that bears the name, as the vocabulary calls it (益阳长春经开区)."""
    own = [region.short + word for region in (scene.home, scene.issuer_region) if region is not None]
    return next((name for name in own if scene.known.parks.find(name) is not None), word)


def _by_suffix(scene: Scene) -> Iterator[Found]:
    last: tuple[int, Region] | None = None
    ruled, own = governed_areas(scene), _own_zones(scene)
    for suffix in matches_at(SUFFIX, scene.names["park"], scene.text):
        trial, placed = suffix.group() in OPENED, suffix.group() in PLACED
        if is_of_a_firm(scene.text, suffix.end()):
            continue
        if trial and not scene.regions_in(max(0, suffix.start() - LONGEST_NAME), suffix.start()):
            continue
        region = scene.region_before(suffix.start()) if not trial else None
        national = _NATIONAL.search(scene.text, max(0, suffix.start() - 12), suffix.start())
        if national is not None:
            start: int | None = national.start()
        elif region is not None or (region := own_division(scene, suffix)) is not None:
            start = branded(scene, region[0])
            last = (suffix.end(), region[1])
        elif (
            last is not None
            and scene.text[last[0] : suffix.start()] in ("和", "与", "、", "及")
            and suffix.group() in ZONES
        ):
            joint = last[1].short + suffix.group()
            yield _park(scene, suffix.start(), suffix.end(), joint, "joint")
            continue
        elif suffix.group() in own and _is_bare(scene, suffix.start()):
            yield replace(_park(scene, suffix.start(), suffix.end(), own[suffix.group()], "own"), alias="")
            continue
        else:
            start = opened_start(scene, suffix) if trial else park_start(scene, suffix.start(), ruled, placed=placed)
        if start is None or not scene.free(start, suffix.end()) or is_district(scene, start, suffix.end()):
            continue
        start = opening_firm(scene, joined_place(scene, start))
        end = sub_end(scene, suffix.end())
        name = canonical_park(scene, start, end)
        if name is not None:
            yield from _shared_tail(scene, start, suffix) if region is not None else ()
            yield _park(scene, start, end, name, "suffix")
            yield from _inside(scene, start, end, region)
            yield from _base(scene, start, suffix.end()) if end > suffix.end() else ()


def _base(scene: Scene, start: int, end: int) -> Iterator[Found]:
    """The zone in whose name a park's begins (平江高新区|休闲食品产业园), unlisted: it is where that park is."""
    name = canonical_park(scene, start, end)
    if name is not None and not any(point in name for point in POINTS):
        yield replace(_park(scene, start, end, name, "base"), listed=False)


def _inside(scene: Scene, start: int, end: int, opening: tuple[int, Region] | None) -> Iterator[Found]:
    """The region inside a park's name; at the least the one with which it opens, its name an ordinary word or not."""
    inner = list(inner_region(scene, start, end))
    if not inner and opening is not None and opening[0] == start:
        stop = start + len(opening[1].short)
        inner.append(region_found(opening[1], start, stop, scene.text[start:stop], "inside", listed=False))
    yield from inner


def _own_zones(scene: Scene) -> dict[str, str]:
    """The zones that a city's document means by 经开区 alone: those of its own that it names somewhere."""
    home = scene.home
    if home is None or home.level == "province":
        return {}
    names = {zone: home.short + zone for zone in ZONES}
    return {zone: name for zone, name in names.items() if name in scene.text or f"、{zone}管委会" in scene.text}


def _is_bare(scene: Scene, start: int) -> bool:
    """Whether a zone's noun stands without a name: 鼓励|经开区, but not 各|经开区, 国家级|经开区."""
    return scene.text[start - 1 : start] not in _NAMELESS and name_start(scene, start) == start


def _shared_tail(scene: Scene, start: int, suffix: re.Match[str]) -> Iterator[Found]:
    """龙南、|信丰经开区: the zones of the places that stand before in the list, where there are such zones."""
    while scene.text[start - 1 : start] == "、" and (before := scene.region_before(start - 1)) is not None:
        entry = scene.known.parks.find(before[1].short + LONG_FORMS.get(suffix.group(), suffix.group()))
        if entry is None or not scene.free(before[0], start - 1):
            return
        yield replace(_park(scene, before[0], start - 1, entry.name, "shared"), alias="")
        yield region_found(before[1], before[0], start - 1, scene.text[before[0] : start - 1], "inside", listed=False)
        start = before[0]


def _park(scene: Scene, start: int, end: int, name: str, rule: str) -> Found:
    entry = scene.known.parks.find(name)
    if entry is None:
        own = (region.short + name for region in (scene.home, scene.issuer_region) if region is not None)
        entry = next((known for known in map(scene.known.parks.find, own) if known is not None), None)
        name = entry.name if entry is not None else name
    properties = {"level": entry.level, "kind": entry.kind} if entry is not None else {}
    return Found(
        start,
        end,
        "Park",
        name,
        scene.id_of("Park", name),
        scene.text[start:end],
        f"park-{rule}",
        properties=properties,
    )
