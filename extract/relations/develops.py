"""DEVELOPS: the place whose industry a chain is: owner by name, subject of the fragment, or the document's region."""

import re
from collections.abc import Iterator

from extract.fragments import PLACES, fragment, in_duty, is_condition, negated, run_before, subjects_of
from extract.model import Found, Link
from extract.scene import Scene
from extract.sections import topic_at
from graph.ids import entity_id

_OTHER = re.compile(r"满足|对接|承接|引进|引入|招引|吸引|入驻|下游|上游|转移|人才|等行业领域|等领域的融合|协会|与$")
_PARTNER = re.compile(r"与|对接|承接|融入|学习")
# 以甲为中心，乙、丙为支撑，…的X产业集聚发展格局: all these places develop X
_AROUND = re.compile(r"以[^，,。；]{1,40}为(?:中心|核心|龙头|主体|支撑|依托|重点)(?=[，,])")
_CARRIER = re.compile(
    r"以(?P<places>[^，,。；\n]{2,40})为(?:[\u4e00-\u9fff]{0,3}(?:核心|主要|主|重要|重点))?(?:承载区|承载地|承接地|载体|主阵地|主战场|阵地|集聚区|核心区|核心)(?![和与、])"
)
_SITED = re.compile(r"(?:主要|重点|优先)?(?:布局|集中|集聚)在|向(?=[^，。；]{2,20}(?:集中|集聚|布局))")
_AWAY = re.compile(r"(?:有序|梯度|整体|加快)(?:向[^，。]{0,12})?转移|转出|外迁")
_AS = ("作为", "是", "为", "打造", "打造成", "打造成为", "建成", "成为")
_PAST = re.compile(r"曾|上世纪|淘汰|落后产能|退出|压减|化解|高耗能|两高|关停")


def relate(scene: Scene) -> Iterator[Link]:
    """Each chain with its place."""
    home = entity_id(scene.home.label, scene.home.code) if scene.home else None
    for found in scene.found:
        if found.label != "IndustryChain" or in_duty(scene, found.start):
            continue
        sentence = scene.sentence_at(found.start)
        start, end = fragment(scene, sentence, found.start)
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
            for place in places:
                yield Link(place.id, "DEVELOPS", found.id, sentence.start, sentence.end, "develops-subject")
        elif home is not None and not _OTHER.search(before) and not _OTHER.match(scene.text, found.end):
            yield Link(home, "DEVELOPS", found.id, sentence.start, sentence.end, "develops-document")
    yield from _carriers(scene)
    yield from _sited(scene)


def _sited(scene: Scene) -> Iterator[Link]:
    """精品钢材产业主要布局在|铜山区; 化工新材料产业向|新沂市…|集中."""
    for match in _SITED.finditer(scene.text):
        sentence = scene.sentence_at(match.start())
        chains = [
            item for item in scene.within(sentence.start, match.start(), "IndustryChain") if item.end == match.start()
        ]
        places = [item for item in scene.within(match.end(), match.end() + 24, *PLACES, "Park") if item.listed]
        for place in places[:1] if chains else ():
            yield Link(place.id, "DEVELOPS", chains[-1].id, sentence.start, sentence.end, "develops-sited")


def _carriers(scene: Scene) -> Iterator[Link]:
    """以芦淞区董家塅高科园为核心承载区: the place carries the chain of its sentence, else that of its section."""
    for match in _CARRIER.finditer(scene.text):
        sentence = scene.sentence_at(match.start())
        chains = scene.within(sentence.start, sentence.end, "IndustryChain")
        chain = chains[0] if chains else topic_at(scene, match.start())
        if chain is None:
            continue
        for place in scene.within(match.start("places"), match.end("places"), *PLACES, "Park"):
            if place.listed and place.rule != "deixis":
                yield Link(place.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-carrier")


def _subjects(scene: Scene, sentence: int, start: int, found: Found) -> list[Found]:
    """The regions or parks that stand before the chain as its owner or as the subject of its fragment."""
    around = _AROUND.search(scene.text, sentence, found.start)
    if around is not None:
        centres = [item for item in scene.within(around.start(), found.start, *PLACES, "Park") if item.listed]
        if centres:
            return centres
    items = [item for item in scene.within(start, found.start, *PLACES, "Park") if item.listed]
    if not items:
        governing = subjects_of(scene, scene.sentence_at(found.start), found.start)
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
    if len(items) > 1 and scene.text[max(start, last.start - 2) : last.start].endswith(("以", "依托")):
        return items[-2:]  # 支持新化县以新化高新区为主阵地发展…, 泸西县依托泸西产业园区发展…
    if last.rule == "deixis":
        acts = len(items) > 1 and scene.text[items[-2].end : last.start] in _AS
        return [items[-2] if acts else last]
    if last.end < found.start and _PARTNER.search(scene.text, max(start, last.start - 3), last.start):
        return []
    return run_before(scene, items, len(items) - 1)
