"""City groups that no vocabulary knows and whose names spell their members by one sign each: 襄十随神城市群,
“汉孝随襄十”, 宁马芜产业走廊."""

import re
from collections.abc import Iterator, Mapping

from extract import cues
from extract.gazetteers.place_signs import city_signs, signs_abroad
from extract.gazetteers.regions import Region, regions
from extract.model import Found
from extract.scan import matches_at
from extract.scene import Scene
from graph.ids import entity_id

_TAIL = re.compile(cues.GROUP)
_PART_OF_NAME = ("城市群", "都市圈", "城镇群")
_QUOTED = re.compile(r"“(?P<signs>[\u4e00-\u9fff]{3,6})”")
_MERGING = ("一体化", "同城化")  # of two: 乌昌|一体化
_FEWEST, _MOST = 3, 6


def recognise(scene: Scene) -> Iterator[Found]:
    """Each such name, with its members noted in `scene.groups`. None in a document without a region."""
    if scene.place is None:
        return
    own = city_signs(regions().path(scene.place)[0])
    for quoted in _QUOTED.finditer(scene.text):
        if quoted.group("signs")[0] not in own and quoted.group("signs")[-1] not in own:
            continue
        yield from _group(scene, *quoted.span("signs"), quoted.group("signs"), own)
    for tail in matches_at(_TAIL, scene.names["group"], scene.text):
        start = tail.start()
        while tail.start() - start < _MOST and (
            scene.text[start - 1 : start] in own or scene.text[start - 1 : start] in signs_abroad()
        ):
            start -= 1
        end = tail.end() if tail.group() in _PART_OF_NAME else tail.start()
        fewest = 2 if tail.group() in _MERGING else _FEWEST
        yield from _group(scene, start, end, scene.text[start : tail.start()], own, fewest)


def _group(
    scene: Scene, start: int, end: int, signs: str, own: Mapping[str, Region], fewest: int = 3
) -> Iterator[Found]:
    members = [own.get(sign) or signs_abroad().get(sign) for sign in signs]
    known = [member for member in members if member is not None]
    several = fewest <= len(signs) == len(known) == len(set(known))
    if fewest == 2 and any(member.level == "province" for member in known):
        return  # 川南一体化 is no pair
    if scene.regions_in(start, start + len(signs)):
        return  # 江苏 is a name
    if not several or not any(sign in own for sign in signs) or not scene.free(start, end):
        return
    name = scene.text[start:end]
    key = entity_id("CityGroup", name)
    scene.groups.setdefault(key, tuple(entity_id(member.label, member.code) for member in known))
    yield Found(start, end, "CityGroup", name, key, "", "group-spelled")
