"""LOCATED_IN by names: the places and parks inside a name, right before it, or in brackets behind it."""

import re

from extract.fragments import PLACES, owner_of
from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import place_of
from extract.model import Found
from extract.relations.own import seat_of
from extract.scene import Scene

_PAIR = re.compile("[—－至-]")  # 德阳—阿坝生态经济产业园, 衢州至南平铁路: in the plan's own of the two
_SHORTEST_TRADE, _LONGEST_PARK, _RUN = 4, 16, 60
_BOTH = 2


def _inside(scene: Scene, found: Found) -> str | None:
    """By the region inside its name; of a firm known everywhere (宁德时代), only where it is the plan's own."""
    inside = [place for place in scene.within(found.start, found.end, *PLACES) if not place.listed]
    if not inside:
        return None
    if len(inside) == _BOTH and _PAIR.fullmatch(scene.text, inside[0].end, inside[1].start):
        return _own_of_pair(scene, inside)
    place = regions().by_code(str(inside[-1].properties.get("adcode", "")))
    entry = scene.known.enterprises.find(found.name) if found.label == "Enterprise" else None
    famous = entry is not None and not entry.unplaced
    known = seat_of(scene, found) if famous else None
    brand = len(found.alias) - (inside[-1].end - inside[-1].start) < _SHORTEST_TRADE  # 宁德|时代
    seated = known is not None and place is not None and not brand and regions().is_within(known, place)
    if famous and not seated and not (place and scene.home and regions().is_within(place, scene.home)):
        return None
    home = place_of(scene.known.institutions.find(found.name)) if found.label == "Institution" else None
    if home is not None and place is not None and not regions().is_within(home, place):
        return None  # 中山大学 is in 广州
    return inside[-1].id


def _own_of_pair(scene: Scene, places: list[Found]) -> str | None:
    """Of the places that a name joins the one that the document's region is or holds: 德阳—阿坝生态经济产业园."""
    for place in places if scene.home is not None else ():
        region = regions().by_code(str(place.properties.get("adcode", "")))
        if region is not None and scene.home is not None and regions().is_within(region, scene.home):
            return place.id
    return None


def _other_end(scene: Scene, found: Found) -> str | None:
    """By the other of the two places that a line or a road joins: 合肥至|六安|市域铁路."""
    if "至" not in found.name:
        return None
    told = _inside(scene, found)
    ends = [place for place in scene.within(found.start, found.end, *PLACES) if not place.listed]
    return next((place.id for place in ends if place.id != told), None) if len(ends) == _BOTH else None


def _inside_town(scene: Scene, found: Found) -> str | None:
    """By a town that the document names and with whose short name a park's begins: 大溪|泵业智造产业园."""
    return scene.towns.get(found.name[:2]) or scene.towns.get(found.name[:3])


def _inside_wider(scene: Scene, found: Found) -> str | None:
    """By the wider of two regions inside its name: 湾沚区|芜湖|航空产业园 is in 芜湖, too."""
    inside = [place for place in scene.within(found.start, found.end, *PLACES) if not place.listed]
    finest = _inside(scene, found) if len(inside) > 1 else None
    return next((place.id for place in inside if finest is not None and place.id != finest), None)


def _inside_park(scene: Scene, found: Found) -> str | None:
    """By the park whose name opens its own: 兰州新区|大数据产业园."""
    if not scene.parks:
        return None
    for length in range(min(len(found.name) - 2, _LONGEST_PARK), 2, -1):
        park = scene.parks.get(found.name[:length])
        if park is not None and park != found.id:
            return park
    return None


def _owner(scene: Scene, found: Found) -> str | None:
    """By the place right before it: 醴陵市|华联瓷业, 郴州市的|永和贵金属."""
    owner = owner_of(scene, found)
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


# Each rule with the labels of what it locates; the first that tells a thing's place counts.
BY_NAME = (
    ("located-name", ("Park", "Institution", "Project", "Enterprise"), _inside),
    ("located-name-end", ("Project",), _other_end),
    ("located-name-wider", ("Park", "Institution", "Project", "Enterprise"), _inside_wider),
    ("located-name-town", ("Park",), _inside_town),
    ("located-name-park", ("Park", "Institution", "Project"), _inside_park),
    ("located-owner", ("Park", "Institution", "Enterprise"), _owner),
    ("located-listed", ("Park", "Institution", "Project", "Enterprise"), _listed),
)
