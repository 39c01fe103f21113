"""LOCATED_IN: the region inside a name, the place a thing is said to be of, the place where it settles, the place that
governs the sentence; else a local plan's own parks and firms."""

import re
from collections.abc import Callable, Iterator

from extract.fragments import PLACES, fragment, in_duty, owner_of, subject_of
from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import enterprises, institutions, parks
from extract.model import Found, Link
from extract.scene import Scene
from graph.ids import entity_id

_LABELS = ("Park", "Institution", "Project", "Enterprise")
_ELSEWHERE = re.compile(
    r"引进|引入|招引|吸引|招商|对接|合作|与|瞄准|域外|市外|省外|县外|交流|外地|入驻|央企|跨国|承接|学习|来自|的订单|采购"
)
_ELSEWHERE_AFTER = re.compile(r"的订单|等地|入驻|落户|对接|战略合作")
_OWN = re.compile(
    r"依托|扶持|引导|巩固|发挥|骨干|龙头|链主|支持|培育|做强|做大|引领|带动|壮大|推动|以.{1,20}为|重点|鼓励|促进|聚焦"
)
# The words between a firm (or the list it stands in) and the place where it settles.
_SETTLES = re.compile(
    r"(?:等)?(?:[\u4e00-\u9fff]{0,6}(?:企业|项目|基地))?(?:成功|先后|相继)?(?:落户|入驻|落地|布局|进驻|在|位于|迁入)"
)
# A firm that is told to act (志浩电子、骏亚电子等要扩规模), or that has gathered in the place
_ACTS = re.compile(r"(?:、[^，。；]{2,20})?(?:等)?(?:企业)?[要应须]")
_GATHERS = re.compile(r"聚集|集聚|汇聚|拥有|形成")
_COUNT = re.compile(r"[两二三四五六七八九十\d]{1,2}家")  # 鑫晶、鑫华|两家|徐州经开区|企业
_RELIED = re.compile(r"依托|发挥|支持|鼓励")
_LEADERS = re.compile(r"(?:龙头|骨干|链主|领军)(?:企业|作用)|等企业")
_WITH = re.compile(r"(?:等)?(?:与|同)")
_LISTED_ON = re.compile(r"[（(][^（）()]{1,6}[）)]|、|和|与|及|等")
_BUILDS = re.compile(r"(?:规划|布局|加快|联合|合作|共同)?(?:建设|共建|设立|打造|布局|建立|建成)(?:了|好)?")
_RUN = 60
# Rules that tell something more of what is located already: an owner (郴州市的|永兴县永和贵金属); of a firm in a park
# the city whose plan counts it; of a firm with a province or city in its name where in it it is.
_ALWAYS = ("located-owner",)
_CLOSER = (*_ALWAYS, "located-listed", "located-settled", "located-governed", "located-local")


def relate(scene: Scene) -> Iterator[Link]:
    """The first rule that tells a thing's place counts, once for each thing."""
    things = [found for found in scene.found if found.listed and found.label in _LABELS]
    located: set[str] = set()
    also: dict[str, tuple[str, ...]] = {}
    for rule, tell in _RULES:
        new: set[str] = set()
        for found in things:
            if found.id in located and rule not in also.get(found.id, _ALWAYS):
                continue
            if found.label == "Enterprise" and in_duty(scene, found.start):
                continue
            place = tell(scene, found)
            if place is not None:
                new.add(found.id)
                if found.label == "Enterprise" and place.startswith(("Park:", "Province:", "City:")):
                    also[found.id] = (*_ALWAYS, "located-local") if place.startswith("Park:") else _CLOSER
                sentence = scene.sentence_at(found.start)
                yield Link(found.id, "LOCATED_IN", place, sentence.start, max(sentence.end, found.end), rule)
        located |= new


def _inside(scene: Scene, found: Found) -> str | None:
    """By the region inside its name; of a firm known everywhere (宁德时代), only where it is the plan's own."""
    inside = [place for place in scene.within(found.start, found.end, *PLACES) if not place.listed]
    if not inside:
        return None
    place = regions().by_code(str(inside[-1].properties.get("adcode", "")))
    famous = found.label == "Enterprise" and enterprises().find(found.name) is not None
    if famous and not (place and scene.home and regions().is_within(place, scene.home)):
        return None
    known = institutions().find(found.name) if found.label == "Institution" else None
    seat = regions().resolve(known.region, None) if known is not None and known.region else None
    if seat is not None and place is not None and not regions().is_within(seat, place):
        return None  # 中山大学 is in 广州
    return inside[-1].id


def _owner(scene: Scene, found: Found) -> str | None:
    """By the place right before it: 醴陵市|华联瓷业, 郴州市的|永和贵金属."""
    owner = owner_of(scene, found) if found.label != "Project" else None
    return owner.id if owner is not None else None


def _listed(scene: Scene, found: Found) -> str | None:
    """By a remark in brackets that is nothing but places: 深百产业园|（百色市）; of several the first."""
    if scene.text[found.end : found.end + 1] not in ("（", "("):
        return None
    closing = scene.text.find("）" if scene.text[found.end] == "（" else ")", found.end, found.end + _RUN)
    inner = scene.within(found.end + 1, closing, *PLACES) if closing > 0 else []
    said = "".join(scene.text[item.start : item.end] for item in inner)
    rest = scene.text[found.end + 1 : closing]
    return _lowest(inner) if inner and len(said) >= len(rest) - rest.count("、") else None


def _lowest(places: list[Found]) -> str:
    """Of 肇庆市封开县 the county: the last of the places that stand without a sign between."""
    last = places[0]
    for place in places[1:]:
        if place.start != last.end:
            break
        last = place
    return last.id


def _built(scene: Scene, found: Found) -> str | None:
    """By the place where it is being built: 在|百色|建设深百产业园."""
    if found.label not in ("Park", "Institution", "Project"):
        return None
    start, _ = fragment(scene, scene.sentence_at(found.start), found.start)
    for place in reversed(scene.within(start, found.start, *PLACES, "Park")):
        if place.listed and scene.text[place.start - 1 : place.start] in ("在", "市", "省", "县"):
            between = scene.text[place.end : found.start]
            return place.id if _BUILDS.fullmatch(between) and "在" in scene.text[start : place.start] else None
    return None


def _settled(scene: Scene, found: Found) -> str | None:
    """By the place where it settles: 甲、乙等企业落户|湘潭经开区; 丙在|湘潭经开区|建成基地."""
    if found.label not in ("Enterprise", "Institution"):
        return None
    sentence = scene.sentence_at(found.start)
    position = found.end
    for item in scene.within(found.end, min(sentence.end, found.end + _RUN)):
        if not item.listed:
            continue
        between = scene.text[position : item.start]
        if item.label in (*PLACES, "Park") and item.listed:
            counted = _COUNT.fullmatch(between) and scene.text.startswith("企业", item.end)
            return item.id if counted or _SETTLES.fullmatch(between) else None
        if item.label != found.label or not _LISTED_ON.fullmatch(between):
            return None
        position = item.end
    return None


def _governed(scene: Scene, found: Found) -> str | None:
    """By the place that governs its sentence: 支持双峰县依托|农友机械."""
    sentence = scene.sentence_at(found.start)
    place = subject_of(scene, sentence, found.start)
    if place is None or place.id == found.id or not _is_own(scene, found, known=True, placed=True):
        return None
    opens = found.label == "Park" and fragment(scene, sentence, found.start)[0] == found.start
    beside = place.label == found.label and not _BUILDS.fullmatch(scene.text, place.end, found.start)
    if beside or opens:
        return None  # parks side by side (but 绵阳高新区|建设|智能终端产业园), and one that acts itself
    return place.id


def _local(scene: Scene, found: Found) -> str | None:
    """By the plan that counts it as its own."""
    home = scene.home
    if home is None or home.level not in ("city", "county") or not _is_own(scene, found, known=False):
        return None
    seat = _seat(found, home)
    here = seat is None or regions().is_within(seat, home) or _relied_on(scene, found)
    return entity_id(home.label, home.code) if here else None


def _relied_on(scene: Scene, found: Found) -> bool:
    """Whether a firm with its seat elsewhere is one of the place's own leaders: 依托金风科技、远景能源等龙头企业."""
    start, end = fragment(scene, scene.sentence_at(found.start), found.start)
    relied = _RELIED.search(scene.text, start, found.start) is not None
    return found.label == "Enterprise" and relied and _LEADERS.search(scene.text, found.end, end) is not None


def _is_own(scene: Scene, found: Found, *, known: bool, placed: bool = False) -> bool:
    """Whether a local plan means its own: parks, and firms it relies on. `known`: parks of the vocabulary anyway;
    `placed`: the sentence is about a place, so that a firm that acts there is enough."""
    start, end = fragment(scene, scene.sentence_at(found.start), found.start)
    if in_duty(scene, found.start) or _ELSEWHERE.search(scene.text, start, found.start):
        return False
    if found.label == "Park":
        if _WITH.match(scene.text, found.end):
            return False  # 某科技城等|与娄底市…合作 is the partner
        return found.rule == "park-suffix" or known or _seat(found, scene.home) is not None
    if found.label != "Enterprise" or _ELSEWHERE_AFTER.search(scene.text, found.end, end):
        return False
    if scene.text[found.start] in "省国":
        return False  # 省财信金控集团 is the province's
    acts = placed and (_ACTS.match(scene.text, found.end) or _GATHERS.search(scene.text, start, found.start))
    return _OWN.search(scene.text, start, end) is not None or bool(acts)


def _seat(found: Found, home: Region | None) -> Region | None:
    """Where the vocabulary says that a park or firm is."""
    if found.label == "Park":
        park = parks().find(found.name)
        return regions().resolve(park.region, home) if park is not None and park.region else None
    firm = enterprises().find(found.name)
    return regions().by_code(firm.region) if firm is not None and firm.region else None


_RULES: tuple[tuple[str, Callable[[Scene, Found], str | None]], ...] = (
    ("located-name", _inside),
    ("located-owner", _owner),
    ("located-listed", _listed),
    ("located-built", _built),
    ("located-settled", _settled),
    ("located-governed", _governed),
    ("located-local", _local),
)
