"""What is the document's own: its region's divisions and parks, the parks and firms that a local plan speaks of."""

import re

from extract.fragments import acts, fragment, in_duty
from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import place_of
from extract.model import Found
from extract.relations.in_chain import COURTED
from extract.scene import Scene

_ELSEWHERE = re.compile(
    r"引进|引入|招引|吸引|招商|对接|合作|与|瞄准|域外|市外|省外|县外|交流|外地|入驻|央企|跨国|承接|学习|来自|的订单|采购|(?:力争|争取|推动)落地"
)
_ELSEWHERE_AFTER = re.compile(r"的订单|等地|入驻|落户|对接|战略合作")
_OWN = re.compile(
    r"依托|扶持|引导|巩固|发挥|骨干|龙头|链主|支持|培育|做强|做大|引领|带动|壮大|推动|以.{1,20}为|重点|鼓励|促进|聚焦"
)
_BRANCH = re.compile(r"（[\u4e00-\u9fff]{2,4}）$")  # 维达纸业（浙江）: not the parent of that name
_GATHERS = re.compile(r"聚集|集聚|汇聚|拥有|形成")
_RELIED = re.compile(r"依托|发挥|支持|鼓励")
_LEADERS = re.compile(r"(?:龙头|骨干|链主|领军)(?:企业|作用)|等[\u4e00-\u9fff]{0,6}企业")
_AS_LEADERS = re.compile(r"(?:企业)?为(?:龙头|链主|骨干|引领)")
# What only a firm does that is there already
_GROWS = re.compile(r"增资扩产|扩产|扩能|增产|达产|满产|(?:扩大|释放|提升)[^，。；]{0,4}产能|技改")
_NATIVE = re.compile(r"(?:、[^，。；]{2,20})?等?(?:本地|[我全](?:市|区|县)|(?:市|区|县)内)[\u4e00-\u9fff]{0,4}企业")
_HIGHER = re.compile(r"省|国(?:家(?!能源集团|电投)|网|能|投)")
_WITH = re.compile(r"(?:等)?(?:与|同)")
# A firm that is told to act (志浩电子、骏亚电子等要扩规模), or that has gathered in the place
_ACTS = re.compile(r"(?:、[^，。；]{2,20})?(?:等)?(?:企业)?[要应须]")


def is_local(home: Region) -> bool:
    """Whether a plan of a region speaks of its own firms: cities and counties do, provinces speak of their cities'."""
    return home.level in ("city", "county") or home.name.endswith("市")


def homes(scene: Scene) -> list[Region]:
    """The document's region, and of a plan that cities made together the others."""
    home = scene.home
    if home is None:
        return []
    together = [one for one in scene.issuer_regions if one.level == home.level == "city"]
    return [home, *(one for one in together if one != home and home in together)]


def is_own(scene: Scene, place: Found) -> bool:
    """Whether a region lies in the document's, or a park is put elsewhere neither by its name nor by the vocabulary."""
    home = scene.home
    if home is None:
        return False
    if place.label != "Park":
        region = regions().by_code(str(place.properties.get("adcode", "")))
        return region is not None and regions().is_within(region, home)
    known = place_of(scene.known.parks.find(place.name))
    places = [region for _, _, region in scene.regions_in(place.start, place.end)] + ([known] if known else [])
    return all(regions().is_within(region, home) or regions().is_within(home, region) for region in places)


def is_near(seat: Region, home: Region) -> bool:
    """Whether a seat is in a plan's region, or is told only as the city that a plan's county belongs to."""
    return regions().is_within(seat, home) or (seat.level == "city" and regions().is_within(home, seat))


def is_relied_on(scene: Scene, found: Found) -> bool:
    """Whether a firm with its seat elsewhere is one of the place's own leaders: 依托金风科技、远景能源等龙头企业."""
    start, end = fragment(scene, scene.sentence_at(found.start), found.start)
    if found.label != "Enterprise" or COURTED.match(scene.text, found.end):
        return False
    if _GROWS.search(scene.text, found.end, end) is not None:
        return _ELSEWHERE.search(scene.text, start, found.start) is None
    relied = _RELIED.search(scene.text, start, found.start) is not None
    if _GATHERS.search(scene.text, start, found.start) is not None:
        return _ELSEWHERE.search(scene.text, start, found.start) is None  # 累计集聚|某汽车等6家整车企业
    led = scene.text.startswith("以", start) and _AS_LEADERS.search(scene.text, found.end, end) is not None
    return led or (relied and _LEADERS.search(scene.text, found.end, end) is not None)


def counts_as_own(scene: Scene, found: Found, *, known: bool, placed: bool = False) -> bool:
    """Whether a local plan means its own: parks, and firms it relies on. `known`: parks of the vocabulary anyway;
    `placed`: the sentence is about a place, so that a firm that acts there is enough."""
    start, end = fragment(scene, scene.sentence_at(found.start), found.start)
    away = _ELSEWHERE.search(scene.text, start, found.start) is not None
    seat = seat_of(scene, found) if found.label == "Enterprise" else None
    if seat is not None and scene.home is not None and regions().is_within(seat, scene.home) and not placed:
        return not in_duty(scene, found.start)
    if in_duty(scene, found.start) or (away and _NATIVE.match(scene.text, found.end) is None):
        return False
    if found.label == "Park":
        if _WITH.match(scene.text, found.end) and not acts(scene, scene.sentence_at(found.start), found):
            return False  # 某科技城等|与娄底市…合作 is the partner
        unknown = found.rule in ("park-suffix", "park-committee") or (
            scene.known.parks.find(found.name) is None and found.rule != "park-base"
        )
        return unknown or known or seat_of(scene, found) is not None
    if found.label != "Enterprise" or _ELSEWHERE_AFTER.search(scene.text, found.end, end):
        return False
    if COURTED.match(scene.text, found.end):
        return False
    if _NATIVE.match(scene.text, found.end):
        return True
    if _HIGHER.match(scene.text, found.start):
        return False  # 省财信金控集团 is the province's
    if not placed and _is_at_home(scene, found):
        return True  # told of in its city's plan
    told = placed and (_ACTS.match(scene.text, found.end) or _GATHERS.search(scene.text, start, found.start))
    return _OWN.search(scene.text, start, end) is not None or bool(told)


def _is_at_home(scene: Scene, found: Found) -> bool:
    """Whether a firm is one that no vocabulary places, or one with its seat in the document's region."""
    entry = scene.known.enterprises.find(found.name)
    if entry is None or entry.unplaced or _BRANCH.search(found.name) is not None:
        return True
    there, home = seat_of(scene, found), scene.home
    return there is not None and home is not None and regions().is_within(there, home)


def seat_of(scene: Scene, found: Found) -> Region | None:
    """Where the vocabulary says that a park or firm is."""
    known = scene.known.parks if found.label == "Park" else scene.known.enterprises
    return place_of(known.find(found.name), scene.home)
