"""How the names of parks are written: the nouns they end in, where they begin, how they are told in full."""

import re

from extract import cues
from extract.edges import HARD
from extract.gazetteers.place_signs import city_signs, place_signs
from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import generic
from extract.recognisers.names import after_conjunction, name_start, whole_stretch
from extract.scene import Scene
from extract.segment import is_name

SUFFIX = re.compile(cues.PARK)
# What is a park only with a place in its name: 晋江|分园区, 沪苏|大丰|产业联动集聚区
PLACED = frozenset(
    [
        "科创飞地",
        "产业飞地",
        "产业集聚区",
        "集聚区",
        "集控区",
        "分园区",
        "合作区",
        "石化基地",
        "合作示范区",
        "化工区",
        "石化区",
    ]
)
OPENED = frozenset(
    [
        "示范区",
        "创新试验区",
        "综合试验区",
        "先导区",
        "产业基地",
        "园区",
        "产业小镇",
        "小镇",
        "汽车城",
        "药谷",
        "网络谷",
        "机器人谷",
        "先行区",
        "科技新城",
        "海创园",
        "发展区",
        "协作园",
        "合作示范园",
        "袜业园",
        "高区",
        "经区",
        "汽开区",
        "航空基地",
        "能源化工基地",
        "石化产业基地",
    ]
)  # and only where the place opens the name
ZONES = ("高新区", "经开区", "综合保税区", "保税区", "自贸区")
LONG_FORMS = {
    "高新技术产业开发区": "高新区",
    "高新技术开发区": "高新区",
    "高新技术产业园区": "高新区",
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
}
POINTS = ("·", "•", "—", "－", "-")  # between the two parts of a name
_FIRM = re.compile(r"(?:（集团）|(?![，、])[\u4e00-\u9fff]){0,8}?(?:有限|有限责任|股份有限)公司")
COMMITTEE = re.compile(r"(?:党工委)?管委会|管理委员会")
# What no name contains, or begins with
NO_NAME = re.compile(
    r"[的等其各,，、；：;:]|^(?:[两二三四五六七八九十]{1,2}[市县区]|国家|省级|国家级|市级|特色|专业|现代|一批|若干|各类|"
    r"重点|老|村级|乡镇|镇级|绿色|智慧|平安|清廉|诚信|异地|共建|合作|标准|千亿|百亿|上述|所在|本地|周边|全国|建设|区域|内|入)"
)
LONGEST_NAME = 24
_SHORTEST_AREA, _LONGEST_AREA = 4, 8
_SUB = re.compile(
    r"(?P<sub>(?![等和与及]|建设|打造|规划|布局|发展|加快|引进|承接|引导|推动|支持)[\u4e00-\u9fff]{2,8}?"
    r"(?:产业创新园|创新园|(?:加工|化工|工业|产业|科技|物流)园区|产业园|片区|联动创新区|分园|园(?![区林艺中内])))"
)
_JOINED = re.compile("[区园城][与和]")  # 遂宁经开区与|潼南|高新区
_BUILT = re.compile(r"(?:区|园)(?:规划|加快)?(?:建设|打造)")  # 洛阳高新区建设|轴承产业园
_RULED = re.compile(r"新区(?=(?:党工委)?管委会|管理委员会)")
_USED = ("利用", "依托", "盘活", "用好")  # 支持柳北区|利用|白露工业园存量厂房
_LONGEST_FIRM_TAIL = 20
_LONGEST_FIRM, _LONGEST_HEAD = 10, 14
_BRAND, _DONE_WITH = (2, 3), ("建设", "共建", "依托", "打造", "建成", "办好")
_PARTNERS = frozenset("与和同、接")
_WORD, _PARTICLES = 2, frozenset("以为在的与和及至等向从由按将把")


def park_start(scene: Scene, suffix: int, ruled: frozenset[str], *, placed: bool) -> int | None:
    """Where a park's name begins that no region ends next to: at a region inside, else after the boundary word;
    None for what names no park, and without a region for what must be `placed`."""
    edge = name_start(scene, suffix)
    for start, end, _ in scene.regions_in(max(edge - 6, 0), suffix):
        whole = not any(sign in HARD for sign in scene.text[start:suffix])
        near = suffix - end == _WORD and scene.text.startswith(ZONES, suffix) and _is_brand(scene, end, suffix)
        if whole and (end >= edge or near) and suffix - end <= 12:
            gap = scene.text[end:suffix]
            used = next((verb for verb in _USED if gap.startswith(verb)), None)
            if used is not None:
                edge = end + len(used)
            elif (
                not NO_NAME.search(gap)
                and not _BUILT.search(gap)
                and not _JOINED.search(gap)
                and not _joins_places(scene, end, suffix)
            ):
                head = scene.text[edge:start]
                brand = set(head) <= place_signs() or is_name(head) or _follows_verb(scene, edge, start)
                return min(edge, start) if brand else start  # 沪苏|大丰, 光谷|黄冈, 建设|上汽|宁德
    if placed and not scene.regions_in(edge, suffix):
        return None
    area = scene.text.startswith("新区", suffix)
    governed = _governed_start(scene.text, suffix + len("新区"), ruled) if area else None
    if governed is not None:
        return governed
    edge = after_conjunction(scene, edge, suffix)
    if area and not _is_new_area(scene, edge, suffix):
        return None
    head = scene.text[edge:suffix]
    if (
        not 2 <= len(head) <= _LONGEST_HEAD
        or NO_NAME.search(head)
        or generic("Park").is_generic(scene.text[edge : suffix + 4])
    ):
        return None
    return edge


def _is_brand(scene: Scene, start: int, end: int) -> bool:
    """Whether an ordinary word between a place's short name and a zone is the zone's own name: 湛江|奋勇|高新区."""
    return scene.text[start - 1] not in "省市县区州旗" and not set(scene.text[start:end]) & _PARTICLES


def branded(scene: Scene, start: int) -> int:
    """Where a park's name begins whose own word stands before its place: 依托|长飞|潜江科技园; else `start`."""
    edge = scene.edges.name(start, _BRAND[-1])
    return edge if _follows_verb(scene, edge, start) and not scene.regions_in(edge, start) else start


def _follows_verb(scene: Scene, edge: int, start: int) -> bool:
    """Whether a short word before a place's name stands right behind what is done with a park: 依托|长飞|潜江科技园."""
    return start - edge in _BRAND and scene.text.endswith(_DONE_WITH, 0, edge)


def _joins_places(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch joins another place to what stands before it: 原阳县|与郑州市郑东|新区."""
    joint = scene.text.find("与", start, end)
    return joint >= 0 and bool(scene.regions_in(joint, end))


def _is_new_area(scene: Scene, edge: int, suffix: int) -> bool:
    """Whether X新区 is a named new area: a short name right behind a place (玉林市|龙港|新区)."""
    if 2 <= suffix - edge <= 3 and scene.region_before(edge) is not None:
        return True
    home = scene.place
    named = suffix - edge == 2 and scene.text[edge + 1] != "创"  # no 浦|创新区
    return named and home is not None and scene.text[edge] in city_signs(regions().path(home)[0])


def _governed_start(text: str, end: int, ruled: frozenset[str]) -> int | None:
    """Where the longest of the new areas `ruled` begins that ends at `end`; None where there is none."""
    lengths = range(_LONGEST_AREA, _SHORTEST_AREA - 1, -1) if ruled else ()
    return next((end - length for length in lengths if text[max(0, end - length) : end] in ruled), None)


def governed_areas(scene: Scene) -> frozenset[str]:
    """The new areas that have a committee of their own somewhere in the text: 科技城新区|管委会."""
    return areas_at(scene, _RULED)


def areas_at(scene: Scene, governed: re.Pattern[str]) -> frozenset[str]:
    """The short stretches that end where `governed` matches; of longer ones it is not known where they begin."""
    ends = [match.end() for match in governed.finditer(scene.text)]
    names = (scene.text[scene.fragment_start(end, max(0, end - _LONGEST_AREA - 1)) : end] for end in ends)
    return frozenset(name for name in names if _SHORTEST_AREA <= len(name) <= _LONGEST_AREA)


def opened_start(scene: Scene, suffix: re.Match[str]) -> int | None:
    """Where a name begins that a place opens and only nouns go on: 包头|金属深加工|园区, but not 长沙|省级|园区."""
    start = whole_stretch(scene, suffix.start())
    places = scene.regions_in(start, suffix.start()) if start is not None else []
    end = max((right for left, right, _ in places if left == start), default=0)
    gap = scene.text[end : suffix.start()].removeprefix("国家")
    return None if not places or NO_NAME.search(gap) or generic("Park").is_generic(gap + suffix.group()) else start


def joined_place(scene: Scene, start: int) -> int:
    """Where a name begins that a point joins to the place before it: 北京|·|沧州渤海新区生物医药产业园."""
    if scene.text[start - 1 : start] in POINTS:
        before = scene.region_before(start - 1)
        if before is None:
            ends = (start - 1 - length for length in (4, 3, 2))
            short = (end for end in ends if end >= 0 and regions().candidates(scene.text[end : start - 1]))
            return next(short, start)  # 武清|—|静宁东西部协作产业园
        return before[0]
    before = scene.region_before(start)
    pair = before is not None and scene.text[before[0] : start] == before[1].short
    return before[0] if before is not None and pair else start  # 平凉|西安飞地产业园


def opening_firm(scene: Scene, start: int) -> int:
    """Where a park's name begins that opens with a known firm: 比亚迪|襄阳产业园."""
    firms = scene.names_in("Enterprise", max(0, start - _LONGEST_FIRM), start)
    return firms[-1][0] if firms and firms[-1][1] == start else start


def own_division(scene: Scene, suffix: re.Match[str]) -> tuple[int, Region] | None:
    """A division of the document's own place whose short name is an ordinary word too: 无为|经开区 in 芜湖."""
    home = scene.place
    if home is None or (suffix.group() not in ZONES and suffix.group() not in LONG_FORMS):
        return None
    for length in (4, 3, 2):
        start = suffix.start() - length
        for region in regions().candidates(scene.text[max(0, start) : suffix.start()]):
            if start >= 0 and regions().is_within(region, home) and region != home:
                return start, region
    return _division_abroad(scene, suffix.start()) if not _is_known(scene, suffix) else None


def _is_known(scene: Scene, suffix: re.Match[str]) -> bool:
    """Whether the vocabulary knows a zone by the word right before its suffix: 滨海|高新区 is in 天津."""
    own = ("", *(region.short for region in (scene.home, scene.issuer_region) if region is not None))
    names = (scene.text[suffix.start() - length : suffix.end()] for length in (4, 3, 2))
    return any(scene.known.parks.find(opening + name) is not None for name in names for opening in own)


def _division_abroad(scene: Scene, end: int) -> tuple[int, Region] | None:
    """The one division of the country with a short name that ends right before a zone: 与|潼南|高新区."""
    for length in (4, 3, 2):
        start = end - length
        if start < 0 or scene.edges.name(end, length) != start or scene.text[start - 1] not in _PARTNERS:
            continue
        named = [region for region in regions().candidates(scene.text[start:end]) if region.level in ("city", "county")]
        if len(named) == 1:
            return start, named[0]
    return None


def is_of_a_firm(text: str, end: int) -> bool:
    """Whether a zone's name that ends at `end` is that of the firm that runs it: 上海紫竹高新区|（集团）有限公司."""
    return text.find("公司", end, end + _LONGEST_FIRM_TAIL) >= 0 and _FIRM.match(text, end) is not None


def is_division(name: str) -> bool:
    """Whether a new area is an administrative division by the same name (浦东新区): that is then what it is."""
    return any(region.name == name for region in regions().candidates(name))


def is_district(scene: Scene, start: int, end: int) -> bool:
    """Whether a new area is an administrative division: 天津市|滨海新区."""
    if not scene.text.endswith("新区", start, end):
        return False
    return any(is_division(scene.text[cut:end]) for cut in range(start, end - 3))


def sub_end(scene: Scene, end: int) -> int:
    """Where a zone's name ends that goes on with a park in it: 平江高新区|休闲食品产业园."""
    sub = _SUB.match(scene.text, end) if not COMMITTEE.match(scene.text, end) else None
    return sub.end() if sub is not None and scene.edges.name(sub.end(), sub.end() - end) <= end else end


def canonical_park(scene: Scene, start: int, end: int) -> str | None:
    """湘潭高新技术产业开发区, 湘潭市高新区 → 湘潭高新区; None for a generic noun."""
    surface = scene.text[start:end]
    if generic("Park").is_generic(surface):
        return None
    entry = scene.known.parks.find(surface)
    if entry is not None:
        return entry.name
    for long, short in LONG_FORMS.items():
        if surface.endswith(long):
            hits = scene.regions_in(start, end)
            if hits and hits[0][0] == start and hits[0][1] == end - len(long):
                return hits[0][2].short + short if hits[0][2].short else surface
    hits = scene.regions_in(start, end)
    if hits and hits[0][0] == start and surface.endswith(ZONES) and hits[0][2].short:
        return hits[0][2].short + surface[hits[0][1] - start :]
    return surface
