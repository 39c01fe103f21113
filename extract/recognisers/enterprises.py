"""Enterprises: known names, names with a company suffix, those that the words around them mark (firm_lists)."""

import re
from collections.abc import Iterator

from extract import cues
from extract.automaton import Automaton
from extract.claims import Claims
from extract.gazetteers.regions import LEVEL_WORDS, regions
from extract.gazetteers.vocabulary import Entry, generic, place_of
from extract.model import Found
from extract.recognisers.firm_lists import listed_firms
from extract.recognisers.names import cuts_latin, inner_region, name_start
from extract.scan import matches_at
from extract.scene import Scene
from extract.segment import cuts_word

_SUFFIX = re.compile(cues.FIRM)
_LIMITED = ("有限", "股份有限", "集团有限", "集团股份有限")
_BUSINESS = ("发展", "建设", "开发", "投资", "实业", "创新", "运营")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:分行|支行)")
_GENERIC_HEAD = re.compile(
    r"各|有关|相关|国有|省属|市属|大型|中央|行业|龙头|企业|一批|本地|重点|集团|投资|若干|推动|组建"
)
_CARRIERS = ("移动", "电信", "联通", "铁塔")
_SHORT, _SHORTEST = 4, 2
_SUBSIDIARY = re.compile(r"(?:(?![与和及])[\u4e00-\u9fff]){1,8}?(?:(?:股份|责任)?有限(?:责任)?|分)公司")
_REMARK, _WINDOW, _LONGEST, _ENDS = 8, 6, 16, "，。、；）和与等"
_PLANT, _PLANT_REACH = re.compile(r"[\u4e00-\u9fff]{0,2}(?:工厂|分公司|厂(?![区房家址]))"), 8
_SITE = re.compile(r"[\u4e00-\u9fff]{0,10}?(?:项目|基地|工程)")
_SEAT = re.compile(r"[（(](?P<place>[\u4e00-\u9fff]{2,4}(?<![省市县区旗]))[）)]")
_JOINED = re.compile(r"(?:以及|和|与|及|、)?(?:其)?(?:所属|旗下|下属)|以及|和|与|及|、")


def recognise(scene: Scene) -> Iterator[Found]:
    """By vocabulary, suffix and list; then each name so found wherever else it stands."""
    claims = Claims(len(scene.text))
    candidates = (*_by_suffix(scene), *_by_list(scene), *_known(scene))
    found = [item for item in candidates if claims.claim(item.start, item.end)]
    yield from found
    for item in found:
        yield from inner_region(scene, item.start, item.end)
    yield from _again(scene, found, claims)


def _known(scene: Scene) -> Iterator[Found]:
    for start, end, word in scene.names["Enterprise"]:
        entry = scene.known.enterprises.find(word)
        if entry is None or not scene.free(start, end) or (len(word) == 2 and not _alone(scene.text, start, end)):
            continue
        if cuts_latin(scene.text, start, end):
            continue
        branch = _BRANCH.match(scene.text, end) if word.endswith("银行") else None
        branch = branch if branch is not None and scene.regions_in(end, branch.end()) else None
        start = _behind_place(scene, start, entry)
        yield firm(scene, start, branch.end() if branch else _plant_end(scene, end), "vocabulary")


def _behind_place(scene: Scene, start: int, entry: Entry) -> int:
    """Where the name of a firm's subsidiary begins that the short name of its own place opens: |荆州|美的洗衣机."""
    before = scene.region_before(start)
    there = place_of(entry)
    if before is None or there is None or scene.home is None or scene.text[before[0] : start] != before[1].short:
        return start
    opens = scene.edges.name(start, _WINDOW) <= before[0] and not regions().is_within(there, before[1])
    return before[0] if opens and regions().is_within(before[1], scene.home) and scene.free(before[0], start) else start


def _plant_end(scene: Scene, end: int) -> int:
    """Where a firm's name ends that goes on with one of its works: 神龙汽车|襄阳工厂, but not 上汽集团|宁德基地."""
    seat = _SEAT.match(scene.text, end)
    site = seat is not None and _SITE.match(scene.text, seat.end()) is not None  # 巴斯夫（广东）|一体化基地项目
    if (
        seat is not None
        and not site
        and any(hit[:2] == seat.span("place") for hit in scene.regions_in(end, seat.end()))
    ):
        return seat.end()  # 中粮生化能源|（肇东）
    place = next((hit for hit in scene.regions_in(end, end + _PLANT_REACH) if hit[0] == end), None)
    plant = _PLANT.match(scene.text, place[1]) if place is not None else None
    return plant.end() if plant is not None else end


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a short name is a word of its own: by punctuation or an ordinary boundary beside it, else by jieba."""
    beside = text[end : end + 1]
    if not text[start - 1 : start].isalnum() or not beside.isalnum() or beside in "等和与公集":
        return True
    left = max(0, start - _WINDOW)
    return not cuts_word(text[left : end + _WINDOW], start - left, end - left)


def _by_suffix(scene: Scene) -> Iterator[Found]:
    last = 0
    for suffix in matches_at(_SUFFIX, scene.names["firm"], scene.text):
        if scene.text[suffix.start() - 1] == "（" and scene.text[suffix.end() : suffix.end() + 1] == "）":
            continue  # 五云茶叶（|集团|）有限公司
        if not _may_be_named(scene, suffix) or (
            suffix.group() == "集团" and _SUBSIDIARY.match(scene.text, suffix.end())
        ):
            continue  # 金川|集团|镍盐有限公司
        start = _behind_parent(scene, last, _suffix_start(scene, last, _core(scene.text, suffix.start())))
        if suffix.group() == "集团":
            start = _behind_division(scene, start, suffix.start())
        last = end = suffix.end()
        head = scene.text[start : suffix.start()]
        if len(head) < 2 or _GENERIC_HEAD.match(head) or not scene.free(start, end):
            continue
        if generic("Enterprise").is_generic(scene.text[start:end]) or not _is_named(scene, start, suffix):
            continue
        branch = _BRANCH.match(scene.text, end) if suffix.group().endswith("银行") else None
        end = branch.end() if branch is not None and scene.regions_in(end, branch.end()) else end
        yield firm(scene, start, end, "suffix")


def _behind_division(scene: Scene, start: int, end: int) -> int:
    """Where a group's name begins behind the county or district, told in full, that it is in: 铁东区|红嘴|集团."""
    for left, right, _ in scene.regions_in(start, end):
        if left == start and scene.text[right - 1] in "县区" and end - right >= _SHORTEST:
            return right
    return start


def _behind_parent(scene: Scene, floor: int, start: int) -> int:
    """Where a subsidiary's name begins that opens with its parent's: 国家能源集团|鄂尔多斯煤制油分公司."""
    parents = scene.names_in("Enterprise", max(floor, start - _WINDOW), start)
    return parents[-1][0] if parents and parents[-1][1] == start else start


def _may_be_named(scene: Scene, suffix: re.Match[str]) -> bool:
    """Whether it is worth while to look for a name before a suffix: not before most of 公司 and 电信."""
    if suffix.group() in _CARRIERS:
        return scene.region_before(suffix.start()) is not None
    if suffix.group() != "公司" or scene.text[suffix.end() : suffix.end() + 1] in _ENDS:
        return True
    listed = scene.text.rfind("、", max(0, suffix.start() - _SHORT), suffix.start()) >= 0  # 、|飞腾公司|开展
    return listed or bool(scene.regions_in(max(0, suffix.start() - _LONGEST), suffix.start()))


def _is_named(scene: Scene, start: int, suffix: re.Match[str]) -> bool:
    """Whether what ends in a suffix of ordinary words is a name: 公司 where its phrase ends, in a list, where a place
    opens it (兰州石化公司|龙头带动); a bank that is known or of a place; a carrier of a place (太原移动)."""
    kind, after = suffix.group(), scene.text[suffix.end() : suffix.end() + 1]
    if kind.endswith("银行"):
        return _is_bank(scene, start, suffix.end())
    placed = [hit[1] for hit in scene.regions_in(start, suffix.start()) if hit[0] == start]
    if kind in _CARRIERS:
        return suffix.start() in placed and (after in _ENDS or after in "建牵开为")
    if kind == "供电局":
        return bool(placed)
    listed = scene.text[start - 1 : start] == "、" and suffix.start() - start <= _SHORT
    return kind != "公司" or after in _ENDS or listed or any(end < suffix.start() for end in placed)


def _core(text: str, suffix: int) -> int:
    """Where a name's own part ends before a suffix: 昌河飞机工业|（集团）|有限责任公司, 华英农业|发展|股份有限公司."""
    if text.startswith(_LIMITED, suffix):
        while text.endswith(_BUSINESS, 0, suffix):
            suffix -= 2
    opening = text.rfind("（", max(0, suffix - _REMARK), suffix) if text[suffix - 1 : suffix] == "）" else -1
    return opening if opening > 0 else suffix


def _is_bank(scene: Scene, start: int, end: int) -> bool:
    """Whether a name that ends in 银行 is that of a bank: a known one, or a place's (长沙银行, but not 开户银行)."""
    known = scene.known.enterprises.find(scene.text[start:end]) is not None
    return known or any(hit[0] == start for hit in scene.regions_in(start, end))


def _suffix_start(scene: Scene, floor: int, suffix: int) -> int:
    """Where a firm's name begins: at the region that opens it, else after what joins it to something else.

    与 always joins; 和 joins only what is whole without it (郴州和|五矿集团, but not 永兴县永和贵金属).
    """
    start = max(floor, name_start(scene, suffix, firm=True))
    lead = _JOINED.match(scene.text, start, suffix)
    start = lead.end() if lead else start
    for joint in re.finditer(r"以及|与|及|和", scene.text[start:suffix]):
        left = scene.regions_in(start, start + joint.start())
        whole = any(hit[0] == start and hit[1] == start + joint.start() for hit in left)
        known = joint.group() == "和" and scene.regions_in(start + joint.end(), suffix)
        if joint.group() != "和" or whole or known:
            return start + joint.end()
    return start


def _by_list(scene: Scene) -> Iterator[Found]:
    for item in listed_firms(scene):
        yield firm(scene, item.start, item.end, "list")


def firm(scene: Scene, start: int, end: int, rule: str) -> Found:
    """The mention of a firm under its canonical name; 省财信金控集团 takes its province's full name."""
    surface = scene.text[start:end]
    entry = scene.known.enterprises.find(surface)
    name = entry.name if entry is not None else surface
    if entry is None and surface[0] in LEVEL_WORDS and len(surface) > _SHORT:
        region = scene.own_region(LEVEL_WORDS[surface[0]])
        if region is not None:
            name = region.name + surface[1:]
    return Found(start, end, "Enterprise", name, scene.id_of("Enterprise", name), surface, f"enterprise-{rule}")


def _again(scene: Scene, found: list[Found], claims: Claims) -> Iterator[Found]:
    """Names that a list introduced, wherever else the document uses them."""
    names = {item.alias: item for item in found if item.end - item.start >= 3}
    for start, end, word in Automaton(names).hits(scene.text) if names else ():
        if scene.free(start, end) and claims.free(start, end):
            item = names[word]
            yield Found(start, end, item.label, item.name, item.id, word, "enterprise-again")
