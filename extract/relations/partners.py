"""Who can be a partner in a cooperation, and the pairs across its two sides."""

import re
from collections.abc import Iterator

from extract.fragments import PLACES, owner_of
from extract.model import Found
from extract.relations.own import homes
from extract.scene import Scene
from graph.ids import entity_id

# What a region opens: the name of a port (宁波|舟山港), of a zone of a city group (长三角|产业合作区)
_PORT = re.compile(r"港(?![区口市产])")
_ZONE = re.compile(r"[\u4e00-\u9fff]{0,8}(?:合作区|示范区|实验区|试验区|科技城|研究院|创新中心|科创走廊)")
_NOTHING = re.compile(r"(?!)")
_OPENS_NAME = {**dict.fromkeys(PLACES, _PORT), "CityGroup": _ZONE}


def partners(scene: Scene, start: int, end: int, labels: tuple[str, ...]) -> list[Found]:
    """The possible partners in [start, end). A region that only opens a group's name (湖南省“3+5”城市群) is none,
    nor one that owns the next (长沙的中南大学, 深圳市|南山区) or opens another name (长三角|产业合作区, 舟山|港)."""
    items = [item for item in scene.within(start, end, *labels) if item.listed]
    opening = {item.start for item in items if _OPENS_NAME.get(item.label, _NOTHING).match(scene.text, item.end)}
    items = [item for item in items if not {item.start, item.end} & opening]
    groups = {item.start for item in items if item.label == "CityGroup"}
    owners = {owner.start for item in items if (owner := owner_of(scene, item)) is not None}
    return [
        item
        for item in items
        if item.label not in PLACES or not ({item.end, item.end + 1} & groups or item.start in owners)
    ]


def home_mention(scene: Scene, offset: int) -> list[Found]:
    """The document's region as a mention without place, of a plan that cities made together each; none where it has no
    region."""
    return [
        Found(offset, offset, one.label, one.name, entity_id(one.label, one.code), properties={"adcode": one.code})
        for one in homes(scene)
    ]


def pairs(left: list[Found], right: list[Found]) -> Iterator[tuple[str, str]]:
    """The pairs across two sides, none within one."""
    for one in left:
        for other in right:
            if is_pair(one, other):
                yield ordered(one.id, other.id)


def is_pair(one: Found, other: Found) -> bool:
    """Whether two mentions can be partners: a region and what lies in it or above it by pronoun cannot."""
    if one.id == other.id or (one.rule == "deixis" and other.rule == "deixis"):
        return False
    codes = [str(item.properties.get("adcode", "")) for item in (one, other)]
    if all(codes):
        return not any(code[2:] == "0000" for code in codes) or codes[0][:2] != codes[1][:2]
    return True


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two ids in the order in which a symmetric relation keeps them."""
    return (one, other) if one < other else (other, one)
