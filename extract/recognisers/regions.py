"""Regions and city groups: by the gazetteer, by deixis (我市, 全省), and joined short names (株洲—湘潭—娄底)."""

import re
from collections.abc import Iterator

from extract import cues
from extract.gazetteers.regions import LEVEL_WORDS, Region, regions
from extract.model import Found
from extract.scan import matches_at
from extract.scene import Scene, region_found
from extract.segment import cuts_word
from graph.ids import entity_id

_DEIXIS = re.compile(r"[我本全](?<![完健安齐保周成]全)(?P<level>自治区|自治州|自治县|省|市|县|区|州|盟|旗)(?!场)")
_ABBREVIATED = re.compile(
    r"[驻来在赴留](?P<abbr>[\u4e00-\u9fff])(?=[，、。；各]|单位|[\u4e00-\u9fff]{0,4}企业|高校|院校|机构|央企|投资|兴业|创业|就业|发展|落户|考察)"
)
_REACH, _LONGEST_BODY = 200, 8
_THAT = re.compile(r"该(?P<kind>[省市县区州盟旗])(?![场域块间])")
_TOWN_TAIL = re.compile(rf"(?:{cues.TOWN})(?![\u4e00-\u9fff]?[村企])")
_TOWN = re.compile(rf"[\u4e00-\u9fff]{{2,5}}?{_TOWN_TAIL.pattern}")
_LONGEST_TOWN = 5  # characters before the tail
_TOKEN_WINDOW = 6
_DEFINED = re.compile(
    r"“(?P<name>[\u4e00-\u9fff]{2,6})”[（(](?P<list>[\u4e00-\u9fff]{2,8}(?:、[\u4e00-\u9fff]{2,8}){1,9})[）)]"
)


def recognise_groups(scene: Scene) -> Iterator[Found]:
    """City groups by name, so that their parts (长沙 in 长株潭) are not taken for more."""
    for start, end, word in scene.names["CityGroup"]:
        group = scene.known.groups.find(word)
        bodies = scene.names_in("Institution", start, end + _LONGEST_BODY)
        if any(left == start and right > end for left, right, _ in bodies):
            continue  # 皖西|学院
        if group is not None and scene.free(start, end):
            yield Found(start, end, "CityGroup", group.name, entity_id("CityGroup", group.name), word, "group")


def recognise_defined_groups(scene: Scene) -> Iterator[Found]:
    """“三南”（龙南、定南、全南）: a group that the text names and whose members it lists."""
    for match in _DEFINED.finditer(scene.text):
        members = scene.regions_in(match.start("list"), match.end("list"))
        parts = match.group("list").split("、")
        if len(parts) != len(members) or [scene.text[start:end] for start, end, _ in members] != parts:
            continue
        key = entity_id("CityGroup", match.group("name"))
        if key not in scene.groups and scene.free(match.start("name"), match.end("name")):
            scene.groups[key] = tuple(entity_id(region.label, region.code) for _, _, region in members)
            name = match.group("name")
            yield Found(match.start("name"), match.end("name"), "CityGroup", name, key, "", "group-defined")


def recognise(scene: Scene) -> Iterator[Found]:
    """Regions that stand free in the text, and the pronouns that stand for the document's own."""
    for start, end, region in scene.region_hits:
        if scene.free(start, end) and _is_word(scene, start, end, region):
            yield region_found(region, start, end, scene.text[start:end], "gazetteer")
    yield from _deixis(scene)
    yield from _anaphora(scene)
    yield from _towns(scene)
    yield from _home(scene)


def _home(scene: Scene) -> Iterator[Found]:
    """The document's regions inside other names (the issuers'): unlisted, for relations to hold on to."""
    for own in dict.fromkeys((scene.home, *scene.issuer_regions)):
        hits = (hit for hit in scene.region_hits if hit[2] == own and not scene.free(hit[0], hit[1]))
        for start, end, region in list(hits)[:1]:
            yield region_found(region, start, end, scene.text[start:end], "inside", listed=False)


def _is_word(scene: Scene, start: int, end: int, region: Region) -> bool:
    """Whether a short form of a county stands as a word of its own (宜章, not a piece of 便宜章程)."""
    text = scene.text
    if end - start >= 3 and text[end - 1] == region.name[-1]:
        return True
    if region.level in ("province", "city"):
        return True
    left, right = max(0, start - _TOKEN_WINDOW), min(len(text), end + _TOKEN_WINDOW)
    return not cuts_word(text[left:right], start - left, end - left)


def _deixis(scene: Scene) -> Iterator[Found]:
    own = (
        (*match.span(), scene.own_region(LEVEL_WORDS[match.group("level")]))
        for match in matches_at(_DEIXIS, scene.names["own"], scene.text)
    )
    short = (
        (*match.span("abbr"), _abbreviated(scene, match.group("abbr"))) for match in _ABBREVIATED.finditer(scene.text)
    )
    for start, end, region in (*own, *short):
        if region is not None and scene.free(start, end):
            yield region_found(region, start, end, scene.text[start:end], "deixis")


def _anaphora(scene: Scene) -> Iterator[Found]:
    """该市, 该县: the last region of that kind that its clause has named before."""
    for match in _THAT.finditer(scene.text):
        floor = scene.clauses[scene.clause_at(match.start())].start
        before = [region for _, _, region in scene.regions_in(max(floor, match.start() - _REACH), match.start())]
        region = next((region for region in reversed(before) if region.name[-1] == match.group("kind")), None)
        if region is not None and scene.free(match.start(), match.end()):
            yield region_found(region, match.start(), match.end(), match.group(), "anaphora")


def _abbreviated(scene: Scene, sign: str) -> Region | None:
    """The document's own region by its one-character name, or the first of its short one: 驻|益|高校, 来|潭|投资."""
    own = [region for level in ("county", "city", "province") if (region := scene.own_region(level)) is not None]
    by_name = (region for region in own if sign in region.abbr.split(";"))
    return next(by_name, None) or next((region for region in own if region.short[:1] == sign), None)


def _town_names(scene: Scene) -> Iterator[re.Match[str]]:
    """Stretches that end like a township's name, looked for from their end, since most signs may begin one."""
    text, reached = scene.text, 0
    for tail in matches_at(_TOWN_TAIL, scene.names["town"], text):
        start, end = tail.span()
        match = _TOWN.search(text, max(reached, start - _LONGEST_TOWN), end + 2)
        if match is not None and match.end() == end:
            yield match
            reached = end


def _towns(scene: Scene) -> Iterator[Found]:
    """Townships by full name, inside the document's own region only."""
    if scene.home is None or scene.home.level == "province":
        return
    table = regions()
    for match in _town_names(scene):
        word = match.group()
        for skip in range(len(word) - 2):
            towns = [town for town in table.candidates(word[skip:]) if table.is_within(town, scene.home)]
            start = match.start() + skip
            if len(towns) == 1 and towns[0].level == "town" and scene.free(start, match.end()):
                yield region_found(towns[0], start, match.end(), word[skip:], "town")
                break
