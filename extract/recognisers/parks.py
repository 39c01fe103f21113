"""Parks: development zones and industrial parks with a proper name; joined names undone (phenomenon 2 of DESIGN 5)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.claims import Claims
from extract.edges import HARD
from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import Entry, generic, parks
from extract.model import Found
from extract.recognisers.names import after_conjunction, inner_region, name_start
from extract.scene import Scene, region_found

_LONG = {
    "高新技术产业开发区": "高新区",
    "高新技术开发区": "高新区",
    "高新技术产业园区": "高新区",
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
}
_SUFFIX = re.compile(
    r"高新技术产业开发区|高新技术开发区|高新技术产业园区|经济技术开发区|经济开发区|产业开发区|工业集中区|产业集中区|产业集聚区|产业城|综合保税区|保税港区|保税物流中心|"
    r"高新区|经开区|开发区|保税区|自由贸易试验区|自贸试验区|自贸区|国家级新区|工业园区?|产业园区?|科技园区?|物流园区?|创业园|创新园|高科园|科创园|智造园|医药园|软件谷|光谷产业园|"
    r"科技城|科学城|孵化园|软件园|化工园区?|工业片区|工业区|产业新城|跨境电商综合试验区|跨境电子商务综合试验区|临港新区|产业合作区|联动创新区|新片区|特别试验区|先行示范区|新区(?![域位])"
)
_ZONE = ("高新区", "经开区", "综合保税区", "保税区", "自贸区")
_SUB = re.compile(
    r"(?P<sub>(?![等和与及]|建设|打造|规划|布局|发展|加快|引进)[\u4e00-\u9fff]{2,4}?(?:产业园|片区|联动创新区|分园|园(?![区林艺中内])))"
)
_THAT = re.compile(r"该(?:园区|开发区|高新区|经开区|保税区)")
_BUILT = re.compile(r"(?:区|园)(?:规划|加快)?(?:建设|打造)")  # 洛阳高新区建设|轴承产业园
_COMMITTEE = re.compile(r"(?:党工委)?管委会|管理委员会")
_NATIONAL = re.compile(r"中国[（(][\u4e00-\u9fff]{2,6}[）)]$")
_BAD = re.compile(
    r"[的等其,，、；：;:]|^(?:国家|省级|国家级|市级|特色|专业|现代|一批|若干|各类|重点|老|绿色|智慧|平安|清廉|诚信|异地|共建|合作|标准|千亿|百亿|上述|所在|本地|周边|全国|建设|区域|内|入)"
)


def recognise(scene: Scene) -> Iterator[Found]:
    """Parks by vocabulary, then by suffix; 经开区 alone after a full name in a joint phrase belongs to its region."""
    claims = Claims(len(scene.text))
    overlaps = False
    named: list[Found] = []
    for found in [*_known(scene), *_by_suffix(scene)]:
        if found.label == "Park":
            overlaps = not claims.claim(found.start, found.end)
        if not overlaps:
            named += [found] if found.label == "Park" else []
            yield found  # a park, then the region inside it
    yield from _anaphora(scene, named)


def _anaphora(scene: Scene, named: list[Found]) -> Iterator[Found]:
    """该园区, 该开发区: the last park that its clause has named before."""
    for match in _THAT.finditer(scene.text):
        floor = scene.clauses[scene.clause_at(match.start())].start
        before = [item for item in named if floor <= item.start and item.end <= match.start()]
        if before and scene.free(match.start(), match.end()):
            last = max(before, key=lambda item: item.end)
            yield replace(last, start=match.start(), end=match.end(), alias="", rule="park-anaphora")


def _known(scene: Scene) -> Iterator[Found]:
    for start, end, word in scene.names["Park"]:
        entry = parks().find(word)
        if entry is None or _is_division(word) or not scene.free(start, end) or _SUFFIX.match(scene.text, end):
            continue
        sub = _SUB.match(scene.text, end)
        stop = sub.end() if sub else end
        if stop != end:
            name = scene.text[start:stop]
        elif _elsewhere(scene, entry):
            name = _namesake(scene, word)
        else:
            name = entry.name
        yield _park(scene, start, stop, name, "vocabulary")
        if not _elsewhere(scene, entry):
            yield from inner_region(scene, start, stop)


def _is_division(name: str) -> bool:
    """Whether a new area is an administrative division by the same name (浦东新区): that is then what it is."""
    return any(region.name == name for region in regions().candidates(name))


def _elsewhere(scene: Scene, entry: Entry) -> bool:
    """Whether an ambiguous name (长春经开区) means another zone than the known one: in another province it does."""
    home = scene.place
    seat = regions().resolve(entry.region, None) if entry.region else None
    return entry.ambiguous and home is not None and (seat is None or seat.code[:2] != home.code[:2])


def _namesake(scene: Scene, word: str) -> str:
    """The zone of the document's own region that bears the name, as the vocabulary calls it (益阳长春经开区)."""
    own = [region.short + word for region in (scene.home, scene.issuer_region) if region is not None]
    return next((name for name in own if parks().find(name) is not None), word)


def _by_suffix(scene: Scene) -> Iterator[Found]:
    last: tuple[int, Region] | None = None
    for suffix in _SUFFIX.finditer(scene.text):
        region = scene.region_before(suffix.start())
        national = _NATIONAL.search(scene.text, max(0, suffix.start() - 12), suffix.start())
        if national is not None:
            start: int | None = national.start()
        elif region is not None or (region := _own_short(scene, suffix)) is not None:
            start = region[0]
            last = (suffix.end(), region[1])
        elif (
            last is not None
            and scene.text[last[0] : suffix.start()] in ("和", "与", "、", "及")
            and suffix.group() in _ZONE
        ):
            joint = last[1].short + suffix.group()
            yield _park(scene, suffix.start(), suffix.end(), joint, "joint")
            continue
        else:
            start = None if suffix.group() == "产业集聚区" else _start(scene, suffix.start())
        if start is None or not scene.free(start, suffix.end()):
            continue
        sub = _SUB.match(scene.text, suffix.end())
        end = sub.end() if sub and not _COMMITTEE.match(scene.text, suffix.end()) else suffix.end()
        name = canonical_park(scene, start, end)
        if name is not None:
            yield from _shared_tail(scene, start, suffix) if region is not None else ()
            yield _park(scene, start, end, name, "suffix")
            yield from inner_region(scene, start, end)


def _shared_tail(scene: Scene, start: int, suffix: re.Match[str]) -> Iterator[Found]:
    """龙南、|信丰经开区: the zones of the places that stand before in the list, where there are such zones."""
    while scene.text[start - 1 : start] == "、" and (before := scene.region_before(start - 1)) is not None:
        entry = parks().find(before[1].short + _LONG.get(suffix.group(), suffix.group()))
        if entry is None or not scene.free(before[0], start - 1):
            return
        yield replace(_park(scene, before[0], start - 1, entry.name, "shared"), alias="")
        yield region_found(before[1], before[0], start - 1, scene.text[before[0] : start - 1], "inside", listed=False)
        start = before[0]


def _own_short(scene: Scene, suffix: re.Match[str]) -> tuple[int, Region] | None:
    """A division of the document's own place whose short name is an ordinary word too: 无为|经开区 in 芜湖."""
    home = scene.place
    if home is None or suffix.group() not in _ZONE:
        return None
    for length in (4, 3, 2):
        start = suffix.start() - length
        for region in regions().candidates(scene.text[max(0, start) : suffix.start()]):
            if start >= 0 and regions().is_within(region, home) and region != home:
                return start, region
    return None


def _start(scene: Scene, suffix: int) -> int | None:
    """Where a park's name begins that no region ends next to: at a region inside, else after the boundary word."""
    edge = name_start(scene, suffix)
    for start, end, _ in scene.regions_in(max(edge - 6, 0), suffix):
        whole = not any(sign in HARD for sign in scene.text[start:suffix])
        if whole and end >= edge and suffix - end <= 12:
            gap = scene.text[end:suffix]
            if not _BAD.search(gap) and not _BUILT.search(gap):
                return start
    edge = after_conjunction(scene, edge, suffix)
    head = scene.text[edge:suffix]
    if scene.text.startswith("新区", suffix) and not _is_new_area(scene, edge, suffix):
        return None
    if not 2 <= len(head) <= 14 or _BAD.search(head) or generic("Park").is_generic(scene.text[edge : suffix + 4]):
        return None
    return edge


def _is_new_area(scene: Scene, edge: int, suffix: int) -> bool:
    """Whether X新区 is a named new area: a short name right behind a place (玉林市|龙港|新区)."""
    return 2 <= suffix - edge <= 3 and scene.region_before(edge) is not None


def canonical_park(scene: Scene, start: int, end: int) -> str | None:
    """湘潭高新技术产业开发区, 湘潭市高新区 → 湘潭高新区; None for a generic noun."""
    surface = scene.text[start:end]
    if generic("Park").is_generic(surface):
        return None
    entry = parks().find(surface)
    if entry is not None:
        return entry.name
    for long, short in _LONG.items():
        if surface.endswith(long):
            hits = scene.regions_in(start, end)
            if hits and hits[0][0] == start and hits[0][1] == end - len(long):
                return hits[0][2].short + short if hits[0][2].short else surface
    hits = scene.regions_in(start, end)
    if hits and hits[0][0] == start and surface.endswith(_ZONE) and hits[0][2].short:
        return hits[0][2].short + surface[hits[0][1] - start :]
    return surface


def _park(scene: Scene, start: int, end: int, name: str, rule: str) -> Found:
    entry = parks().find(name)
    if entry is None:
        own = (region.short + name for region in (scene.home, scene.issuer_region) if region is not None)
        entry = next((known for known in map(parks().find, own) if known is not None), None)
        name = entry.name if entry is not None else name
    properties = {"level": entry.level, "kind": entry.kind} if entry is not None else {}
    return Found(
        start,
        end,
        "Park",
        name,
        scene.id_of("Park", name),
        scene.text[start:end],
        f"park-{rule}",
        properties=properties,
    )
