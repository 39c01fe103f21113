"""What the recognisers of names with a suffix share: where such a name begins, and the region inside it."""

import re
from collections.abc import Iterator

from extract.edges import HARD
from extract.gazetteers.regions import Region, regions
from extract.model import Found
from extract.scene import Scene, region_found

_LEAD = re.compile(
    r"^(?:和|与|及|以及|或|由|以|在|对|向|从|到|至|等|的|为|将|把|是|其|该|本|各|有关|相关|包括|如|即|含|中的|后|前|并|且)+"
)
_JOINT_LEAD = re.compile(r"(?:和|与|及|以及|或)")  # 、|前沿生物药业
_REMARK = 9
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z\d]{1,6}")
_NOMINAL = frozenset(
    ["发展", "创新", "研究", "开发", "应用", "转化", "服务", "促进", "合作", "开放", "保护", "管理", "推广", "孵化"]
)
_JOINS_ENDS = ("至", "—", "－", "-")
_LATIN_PAIR = re.compile(r"[A-Za-z\d]{2}", re.A)
_SPLIT = re.compile(r"(?:和|与|及|以及|或)")


def name_start(scene: Scene, suffix: int, limit: int = 24, *, firm: bool = False) -> int:
    """The left edge of a name whose suffix begins at `suffix`: after punctuation or the last boundary word.

    A region that begins inside the stretch and reaches back over the edge keeps the name whole.
    """
    start = scene.fragment_start(suffix, max(0, suffix - limit))
    delimited = scene.text[start - 1 : start] == "、"
    edge = (scene.edges.strong if delimited else scene.edges.name)(suffix, limit, firm=firm)
    opening = _opening(scene, edge)
    if opening is not None:
        return name_start(scene, opening, limit, firm=firm)
    if scene.text[edge - 3 : edge - 1] == "中国" and scene.text[edge - 1 : edge] in "—－-":
        return edge - 3  # 中国—东盟信息港
    lead = (_JOINT_LEAD if delimited else _LEAD).match(scene.text[edge:suffix])
    return edge + lead.end() if lead else edge


def _opening(scene: Scene, edge: int) -> int | None:
    """Where a remark in brackets inside a name begins that ends at an edge (粤桂|（贵港）|热电产业园), or None."""
    if scene.text[edge - 1 : edge] not in ("）", ")"):
        return None
    opening = max(
        scene.text.rfind("（", max(0, edge - _REMARK), edge), scene.text.rfind("(", max(0, edge - _REMARK), edge)
    )
    inner = scene.text[opening + 1 : edge - 1]
    name_before = opening > 0 and scene.text[opening - 1] not in HARD
    return opening if opening >= 0 and name_before and _PLAIN.fullmatch(inner) else None


def after_conjunction(scene: Scene, start: int, end: int, protected: re.Pattern[str] | None = None) -> int:
    """The start of the part behind the last conjunction in [start, end), or `start`: 湘潭高新区和|经开区."""
    last = start
    for match in _SPLIT.finditer(scene.text, start + 1, end):
        if protected is not None and protected.search(scene.text, match.start() - 2, match.end() + 2):
            continue
        last = match.end()
    return last


def whole_stretch(scene: Scene, suffix: int, limit: int = 24) -> int | None:
    """Where a name begins that a region opens right behind punctuation or a boundary word, if no verbs stand in it but
    those that names use as nouns (郴州市可持续发展现代产业创新|研究院); None otherwise."""
    start = scene.fragment_start(suffix, max(0, suffix - limit))
    for left, right, _ in scene.regions_in(start, suffix):
        begins = right < suffix and (left == start or scene.edges.name(left, limit) == left)
        if begins and _only_nominal(scene, right, suffix, limit):
            return left
    return None


def _only_nominal(scene: Scene, floor: int, suffix: int, limit: int) -> bool:
    edge = scene.edges.name(suffix, limit)
    while edge > floor:
        if scene.text[edge - 2 : edge] not in _NOMINAL:
            return False
        edge = scene.edges.name(edge - 1, limit)
    return True


def cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether a border of a name lies between two Latin letters or digits: ZX9 in ZX90."""
    before, after = text[start - 1 : start] + text[start], text[end - 1 : end + 1]
    return _LATIN_PAIR.fullmatch(before) is not None or _LATIN_PAIR.fullmatch(after) is not None


def _nested(one: Region, other: Region) -> bool:
    return regions().is_within(one, other) or regions().is_within(other, one)


def inner_region(scene: Scene, start: int, end: int) -> Iterator[Found]:
    """The regions inside a name, as unlisted mentions: they serve LOCATED_IN (海峡两岸产业合作区|郴州|产业园).

    Of several the last (西安电子科技大学|芜湖|研究院), unless it follows another at once that has nothing to do with it
    (芜湖|宣州机场); of two that lie one in the other both, the wider first (湾沚区|芜湖|航空产业园), and of a line both
    ends (武汉至鄂州市域铁路).
    """
    inside = [hit for hit in scene.regions_in(start, end) if hit[1] < end][-2:]
    if len(inside) > 1 and inside[0][1] == inside[1][0] and not _nested(inside[0][2], inside[1][2]):
        inside.pop()
    elif len(inside) > 1 and regions().is_within(inside[0][2], inside[1][2]):
        inside.reverse()
    elif len(inside) > 1 and not regions().is_within(inside[1][2], inside[0][2]):
        inside = inside if scene.text[inside[0][1] : inside[1][0]] in _JOINS_ENDS else inside[1:]
    for left, right, region in inside:
        yield region_found(region, left, right, scene.text[left:right], "inside", listed=False)
