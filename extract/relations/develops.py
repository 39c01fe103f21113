"""DEVELOPS: the place whose industry a chain is: owner by name, subject of the fragment, or the document's region."""

import re
from collections.abc import Iterator

from extract.fragments import PLACES, acts, fragment, is_condition, negated, relied_on, run_before, subjects_of
from extract.model import Found, Link
from extract.relations.building import BUILDS
from extract.relations.developers import BY, PARTNER, by_other_words, named_chains
from extract.relations.own import homes, is_local, is_own
from extract.scene import Scene
from graph.ids import entity_id

_OTHER = re.compile(
    r"满足|对接|承接|引进|引入|招引|吸引|入驻|下游(?!延伸|发展)|上游|转移|人才|等行业领域|等领域的融合|协会|与$"
)
# 以甲为中心，乙、丙为支撑，…的X产业集聚发展格局: all these places develop X
_AROUND = re.compile(r"以[^，,。；]{1,40}为(?:中心|核心|龙头|主体|支撑|依托|重点|载体|主阵地|平台|主平台)(?=[，,])")
_AWAY = re.compile(r"(?:有序|梯度|整体|加快)(?:向[^，。]{0,12})?转移|转出|外迁")
_SEVERAL = 2
_AS = ("作为", "是", "为", "打造", "打造成", "打造成为", "建成", "成为")
_PAST = re.compile(r"曾|上世纪|淘汰|落后产能|退出|压减|化解|高耗能|两高|关停")


def relate(scene: Scene) -> Iterator[Link]:
    """Each chain with its place."""
    home = entity_id(scene.home.label, scene.home.code) if scene.home else None
    every = [entity_id(one.label, one.code) for one in homes(scene)]
    named = list(named_chains(scene))
    for found, sentence, start, end in ((item.chain, item.sentence, item.start, item.end) for item in named):
        before = scene.text[start : found.start]
        if (
            negated(before)
            or is_condition(scene, start)
            or _PAST.search(before)
            or _AWAY.search(scene.text, found.end, end)
        ):
            continue
        places = _subjects(scene, sentence.start, start, found)
        if places:
            places = _respective(scene, places, found, (start, end))
            for place in places:
                yield Link(place.id, "DEVELOPS", found.id, sentence.start, sentence.end, "develops-subject")
            if scene.home and home and is_local(scene.home) and all(is_own(scene, place) for place in places):
                yield Link(home, "DEVELOPS", found.id, sentence.start, sentence.end, "develops-lifted")
        elif home is not None and not _OTHER.search(before) and not _OTHER.match(scene.text, found.end):
            for region in every:
                yield Link(region, "DEVELOPS", found.id, sentence.start, sentence.end, "develops-document")
    yield from by_other_words(scene, named)


def _respective(scene: Scene, places: list[Found], found: Found, span: tuple[int, int]) -> list[Found]:
    """崇左市、百色市|分别|发展锰基正极材料、电池用铝产业: the place in the chain's turn, where as many."""
    mark = scene.text.find("分别", span[0], found.start)
    chains = scene.within(mark, span[1], "IndustryChain") if mark >= 0 else []
    alike = len(chains) == len(places) > 1 and found in chains
    return [places[chains.index(found)]] if alike else places


def _with_built(scene: Scene, places: list[Found], end: int) -> list[Found]:
    """Places with the park that they build together: 推动甲经开区与乙经开区|共建|丙合作产业园，重点发展…"""
    if len(places) < _SEVERAL:
        return places
    last = places[-1].end
    _, stop = fragment(scene, scene.sentence_at(places[0].start), last)
    parks = scene.within(last, min(stop, end), "Park")
    return [*places, *(park for park in parks if park.listed and BUILDS.fullmatch(scene.text, last, park.start))]


def _with_means(scene: Scene, places: list[Found], end: int) -> list[Found]:
    """A region with the parks by means of which it acts (临淄区|依托|齐鲁化学工业区|，重点发展…), a park being built
    with the region that builds it (支持|绵竹市|加快建设|某产业园|，发展…)."""
    if len(places) == 1 and places[0].label == "Park":
        sentence = scene.sentence_at(places[0].start)
        start, _ = fragment(scene, sentence, places[0].start)
        builders = [item for item in scene.within(start, places[0].start, *PLACES, "Park") if item.listed]
        return [*builders[-1:], *places] if builders and acts(scene, sentence, builders[-1]) else places
    if len(places) != 1 or places[0].label == "Park" or not scene.text.startswith(BY, places[0].end):
        return places
    _, stop = fragment(scene, scene.sentence_at(places[0].start), places[0].start)
    parks = scene.within(places[0].end, min(stop, end), "Park")
    return [*places, *(park for park in parks if park.listed)]


def _subjects(scene: Scene, sentence: int, start: int, found: Found) -> list[Found]:
    """The regions or parks that stand before the chain as its owner or as the subject of its fragment."""
    around = _AROUND.search(scene.text, sentence, found.start)
    if around is not None:
        first = [item for item in scene.within(sentence, around.start(), *PLACES) if item.end == around.start()]
        beside = [item for item in scene.within(around.start(), found.start, *PLACES, "Park") if item.listed]
        centres = [*first, *beside]
        if centres:
            return centres
    items = [item for item in scene.within(start, found.start, *PLACES, "Park") if item.listed]
    if not items:
        whole = scene.sentence_at(found.start)
        governing = _with_built(scene, _with_means(scene, subjects_of(scene, whole, found.start), start), start)
        governing = governing or [place for place in relied_on(scene, whole, start) if is_own(scene, place)]
        if len(governing) > 1 and _OTHER.search(scene.text, start, found.start):
            return []  # 支持甲与乙对接，承接丙的产业转移
        return (
            governing
            if governing
            else [
                item
                for item in scene.within(sentence, start, *PLACES)
                if item.rule == "deixis" and item.name.endswith(("省", "自治区"))
            ][-1:]
        )
    last = items[-1]
    relied = run_before(scene, items, len(items) - 1)
    before_them = len(items) - len(relied)
    if before_them and len(relied) > 1 and scene.text.endswith(BY, start, relied[0].start):
        return items[before_them - 1 :]  # 公主岭市依托|甲、乙|重点发展…
    if scene.text[max(start, last.start - 2) : last.start].endswith(BY):
        # 支持新化县以新化高新区为主阵地发展…, 泸西县依托泸西产业园区发展…, 吉林市做强…，以某园区为载体发展…
        acting = items[-2:-1] or subjects_of(scene, scene.sentence_at(found.start), start)[:1]
        return [*acting, last]
    if last.rule == "deixis":
        acts = len(items) > 1 and scene.text[items[-2].end : last.start] in _AS
        return [items[-2] if acts else last]
    if last.end < found.start and PARTNER.search(scene.text, max(start, last.start - 3), last.start):
        return []
    return run_before(scene, items, len(items) - 1)
