"""LOCATED_IN: by names first; then the place where a thing is built or settles, the place that governs the sentence;
else a local plan's own parks and firms."""

import re
from collections.abc import Callable, Iterator

from extract.fragments import PLACES, SUPPORTS, acts, fragment, heading_start, in_duty, relied_on, subject_of
from extract.gazetteers.regions import regions
from extract.model import Found, Link
from extract.relations.building import BUILDS, built_at, first_of_run
from extract.relations.location_by_name import BY_NAME
from extract.relations.own import counts_as_own, is_local, is_near, is_relied_on, seat_of
from extract.scene import Scene
from graph.ids import entity_id

_LABELS = ("Park", "Institution", "Project", "Enterprise")
# The words between a firm (or the list it stands in) and the place where it settles.
_SETTLES = re.compile(
    r"(?:等)?(?:[\u4e00-\u9fff]{0,6}(?:企业|项目|基地))?(?:成功|先后|相继)?(?:落户|入驻|落地|布局|进驻|在|位于|迁入)"
)
_SITE = re.compile(r"(?:生产|研发|制造|整车)?(?:基地|工厂|分公司)")  # 上汽集团|宁德|基地
_COUNT = re.compile(r"等|(?:等)?[两二三四五六七八九十\d]{1,2}家")  # 鑫晶、鑫华|两家|徐州经开区|企业
_FIRMS = re.compile(r"(?:市|本地|龙头|骨干|链主|主机|配套|重点|知名|头部|整车|领军|优势){0,2}(?:企业|公司)")
_LISTED_ON = re.compile(r"[（(][^（）()]{1,6}[）)]|、|和|与|及|等")
_CARRIED = re.compile(r"以[^，。；]{2,20}为[\u4e00-\u9fff]{0,4}(?:载体|承载区|承载地|承接地|主阵地|核心区|平台)[，,]$")
_PUSHING = re.compile(r"推进|加快|建设|实施|推动|建成|启动|谋划|开工")
_PUSHED = re.compile(r"(?:推进|推动|加快|建设|实施|启动|谋划|开工)(?:[^，。；、]{2,16}、)*$")
_RUN = 60
_BY = ("以", "依托")
# Rules that tell something more of what is located already: an owner (郴州市的|永兴县永和贵金属); of a firm in a park
# the city whose plan counts it; of a firm with a province or city in its name where in it it is.
_ALWAYS = (
    "located-name-end",
    "located-name-wider",
    "located-name-park",
    "located-owner",
    "located-built",
    "located-carried",
)
_WIDE = ("Province", "City")
_FURTHER = {
    "abroad": (*_ALWAYS, "located-listed"),
    "Park": (*_ALWAYS, "located-local"),
    "County": (*_ALWAYS, "located-relied"),
    "Province": (*_ALWAYS, "located-listed", "located-governed", "located-local"),
    "City": (*_ALWAYS, "located-listed"),
}
_CLOSER = (*_ALWAYS, "located-listed", "located-settled", "located-governed", "located-local")


def relate(scene: Scene) -> Iterator[Link]:
    """The first rule that tells a thing's place counts, once for each thing."""
    things: dict[str, list[Found]] = {label: [] for label in _LABELS}
    for item in scene.found:
        if item.label in things and (item.listed or _is_base(scene, item)):
            things[item.label].append(item)
    located: set[str] = set()
    also: dict[str, tuple[str, ...]] = {}
    for rule, labels, tell in _RULES:
        new: set[str] = set()
        for found in (item for label in labels for item in things[label]):
            if found.id in located and rule not in also.get(found.id, _ALWAYS):
                continue
            if found.label == "Enterprise" and not rule.startswith("located-name") and in_duty(scene, found.start):
                continue
            place = tell(scene, found)
            if place is not None:
                new.add(found.id)
                also[found.id] = _further(scene, found, place)
                sentence = scene.sentence_at(found.start)
                yield Link(found.id, "LOCATED_IN", place, sentence.start, max(sentence.end, found.end), rule)
        located |= new


def _is_base(scene: Scene, item: Found) -> bool:
    """Whether a zone that opens a park's name is in one place: not 海峡两岸产业合作区, which has parks in several."""
    return item.rule == "park-base" and (
        bool(scene.regions_in(item.start, item.end)) or scene.known.parks.find(item.name) is not None
    )


def _further(scene: Scene, found: Found, place: str) -> tuple[str, ...]:
    """The rules that may tell more of what is located in `place`: of what is told to be in a city where in it it is."""
    label = place.partition(":")[0]
    if _is_abroad(scene, place):
        return _FURTHER["abroad"]
    if found.label == "Enterprise":
        return _CLOSER if label in _WIDE else _FURTHER["Park"]
    if found.label == "Project" and label == "City":
        return (*_FURTHER["City"], "located-governed")  # 南谯区…，加快建设|国轩高科滁州电池项目
    return _FURTHER.get(label, _ALWAYS)


def _is_abroad(scene: Scene, place: str) -> bool:
    """Whether a place is a region that neither lies in the document's nor holds it."""
    region, home = regions().by_code(place.partition(":")[2]), scene.home
    if region is None or home is None:
        return False
    return not regions().is_within(region, home) and not regions().is_within(home, region)


def _known(scene: Scene, found: Found) -> str | None:
    """By the user's lexicon: its region, else the county or city above, that the document names or is about."""
    entry = scene.known.own.entry(found.label, found.name)
    region = regions().by_code(entry.region) if entry is not None and entry.region else None
    path = regions().path(region) if region is not None else ()
    for place in reversed(path):
        key = entity_id(place.label, place.code)
        if place == scene.home or (key in scene.places and (place is region or place.level != "province")):
            return key
    return None


def _built(scene: Scene, found: Found) -> str | None:
    place = built_at(scene, found)
    return place.id if place is not None else None


def _carried(scene: Scene, found: Found) -> str | None:
    """By the place that carries what is being built: 以|马龙产业园区|为载体，规划建设…产业园."""
    opening, _ = fragment(scene, scene.sentence_at(found.start), found.start)
    first = first_of_run(scene, found)
    if opening >= first or not BUILDS.fullmatch(scene.text, opening, first):
        return None
    carrier = _CARRIED.search(scene.text, max(0, opening - _RUN), opening)
    places = scene.within(carrier.start(), opening, *PLACES, "Park") if carrier is not None else []
    listed = [place.id for place in places if place.listed]
    return listed[0] if len(listed) == 1 else None


def _settled(scene: Scene, found: Found) -> str | None:
    """By the place where it settles: 甲、乙等企业落户|湘潭经开区; 丙在|湘潭经开区|建成基地."""
    sentence = scene.sentence_at(found.start)
    position, alone = found.end, True
    for item in scene.within(found.end, min(sentence.end, found.end + _RUN)):
        if not item.listed:
            continue
        between = scene.text[position : item.start]
        if item.label in (*PLACES, "Park"):
            counted = alone and _COUNT.fullmatch(between) and _FIRMS.match(scene.text, item.end)  # 等|高安|企业
            site = not between and found.label == "Enterprise" and _SITE.match(scene.text, item.end)
            settles = _SETTLES.fullmatch(between) and not (between == "在" and found.name.endswith("大学"))
            return item.id if counted or site or settles else None
        if item.label != found.label or not _LISTED_ON.fullmatch(between):
            return None
        alone = alone and between != "与"  # 甲与|乙、丙等六安企业
        position = item.end
    return None


def _governed(scene: Scene, found: Found) -> str | None:
    """By the place that governs its sentence: 支持双峰县依托|农友机械."""
    sentence = scene.sentence_at(found.start)
    first = first_of_run(scene, found)
    place = subject_of(scene, sentence, first) or _relied_place(scene, found)
    if place is None or place.id == found.id:
        return None
    if found.label == "Project":
        pushed = _PUSHED.search(scene.text, place.end, first) is not None
        wide = scene.home is not None and scene.home.level == "province"
        one = (
            (wide or place.label != "City")
            and not scene.text.startswith("建设", place.end)
            and acts(scene, sentence, place)
        )
        return place.id if pushed and one else None
    if found.label == "Institution" and scene.text[place.end : first] == "依托":
        return place.id
    if not counts_as_own(scene, found, known=True, placed=True):
        return None
    opening, _ = fragment(scene, sentence, found.start)
    alone = first == found.start and acts(scene, sentence, found)
    opens = found.label == "Park" and (opening == found.start or alone)
    verb = SUPPORTS.match(scene.text, opening)
    other, _ = fragment(scene, sentence, place.start)
    if verb is not None and place.end < opening and scene.text.startswith(verb.group(), other):
        return None  # 支持甲区…，支持某厂…: one beside the other
    built = (
        BUILDS.fullmatch(scene.text, opening, first) if place.end <= opening < first else None
    )  # 甲园区重点发展…，|建设|乙产业园
    beside = place.label == found.label and not built and not BUILDS.fullmatch(scene.text, place.end, first)
    if beside or opens:
        return None  # parks side by side (but 绵阳高新区|建设|智能终端产业园), and one that acts itself
    return place.id


def _headed(scene: Scene, found: Found) -> str | None:
    """By the city with which the clause of a firm opens in a province's plan: （三）|昆明市|重点发展半导体材料产业。"""
    clause = scene.clauses[scene.clause_at(found.start)]
    if scene.home is None or scene.home.level != "province" or not clause.heading:
        return None
    start = heading_start(scene, clause)
    named = [item for item in scene.within(start, start + len(clause.heading), *PLACES) if item.listed]
    seat = seat_of(scene, found)
    if len(named) != 1 or named[0].start != start or named[0].label != "City":
        return None
    region = regions().by_code(str(named[0].properties.get("adcode", "")))
    there = region is not None and (seat is None or regions().is_within(seat, region))
    return named[0].id if there and counts_as_own(scene, found, known=True, placed=True) else None


def _relied(scene: Scene, found: Found) -> str | None:
    """By the region that acts by means of a park, which a county's name opens: 绥化市以|肇东经济开发区|为载体."""
    sentence = scene.sentence_at(found.start)
    first = first_of_run(scene, found)
    place = subject_of(scene, sentence, first)
    if place is None or place.label not in PLACES or place.end > first:
        return None
    return place.id if scene.text[place.end : first] in _BY else None


def _relied_place(scene: Scene, found: Found) -> Found | None:
    """The one place on which the sentence of a firm or a project relies."""
    if found.label not in ("Enterprise", "Project"):
        return None
    places = relied_on(scene, scene.sentence_at(found.start), found.start)
    alone = len(places) == 1 and places[0].end <= found.start
    return places[0] if alone and scene.text[places[0].end : places[0].end + 1] not in "、和与" else None


def _local(scene: Scene, found: Found) -> str | None:
    """By the plan that counts it as its own."""
    home = scene.home
    if found.label == "Project" and home is not None and is_local(home) and not in_duty(scene, found.start):
        start, _ = fragment(scene, scene.sentence_at(found.start), found.start)
        return entity_id(home.label, home.code) if _PUSHING.search(scene.text, start, found.start) else None
    if home is None or not is_local(home) or not counts_as_own(scene, found, known=False):
        return None
    seat = seat_of(scene, found)
    near = is_near(seat, home) if seat is not None else not _is_bank_of_more(scene, found)
    return entity_id(home.label, home.code) if near or is_relied_on(scene, found) else None


def _is_bank_of_more(scene: Scene, found: Found) -> bool:
    """Whether a bank bears the name of a place that holds the document's: 江西银行 in a plan of 景德镇."""
    home = scene.home
    places = [region for _, _, region in scene.regions_in(found.start, found.end)]
    wide = any(home is not None and region != home and regions().is_within(home, region) for region in places)
    return wide and found.name.endswith("银行")


def _provincial(scene: Scene, found: Found) -> str | None:
    """By a province's plan that relies on a firm of its own and names no place in it: 吉林省 on 富奥股份."""
    home = scene.home
    alone = len(scene.issuer_regions) < 2
    if home is None or home.level != "province" or is_local(home) or not alone:
        return None
    if not counts_as_own(scene, found, known=False):
        return None
    seat = seat_of(scene, found)
    return entity_id(home.label, home.code) if seat is None or regions().is_within(seat, home) else None


_RULES: tuple[tuple[str, tuple[str, ...], Callable[[Scene, Found], str | None]], ...] = (
    ("located-lexicon", ("Park", "Institution", "Enterprise"), _known),
    *BY_NAME,
    ("located-built", ("Park", "Institution", "Project"), _built),
    ("located-carried", ("Park", "Project"), _carried),
    ("located-settled", ("Enterprise", "Institution"), _settled),
    ("located-governed", _LABELS, _governed),
    ("located-relied", ("Park",), _relied),
    ("located-headed", ("Enterprise",), _headed),
    ("located-local", _LABELS, _local),
    ("located-province", ("Enterprise",), _provincial),
)
