"""Enterprises: known names, names with a company suffix, those that the words around them mark (firm_lists)."""

import re
from collections.abc import Iterator

from extract.automaton import Automaton
from extract.claims import Claims
from extract.gazetteers.vocabulary import enterprises, generic
from extract.model import Found
from extract.recognisers.firm_lists import listed_firms
from extract.recognisers.names import inner_region, name_start
from extract.scene import Scene
from extract.segment import cuts_word

_SUFFIX = re.compile(
    # Each alternative begins with a plain sign: so the search passes at once over what none begins with.
    r"集团(?:股份有限公司|有限责任公司|有限公司)|股份有限公司|有限责任公司|有限公司|集团公司|集团|股份公司|电力公司|供电公司"
    r"|公司(?=[，。、；）和与等])"
    + "".join(
        rf"|{bank}(?!业|机构|信贷|贷款|间|账户|卡|网点|保函)"
        for bank in ("农商银行", "农村商业银行", "村镇银行", "城市商业银行", "银行")
    )
)
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:分行|支行)")
_GENERIC_HEAD = re.compile(
    r"各|有关|相关|国有|省属|市属|大型|中央|行业|龙头|企业|一批|本地|重点|集团|投资|若干|推动|组建"
)
_SITE = re.compile(r"(?:生产)?(?:基地|工厂|分公司)")
_REMARK, _WINDOW, _SITE_REACH = 8, 6, 8
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
        entry = enterprises().find(word)
        if entry is None or not scene.free(start, end) or (len(word) == 2 and not _alone(scene.text, start, end)):
            continue
        branch = _BRANCH.match(scene.text, end) if word.endswith("银行") else None
        branch = branch if branch is not None and scene.regions_in(end, branch.end()) else None
        yield firm(scene, start, branch.end() if branch else _site_end(scene, end), "vocabulary")


def _site_end(scene: Scene, end: int) -> int:
    """Where a firm's name ends that goes on with one of its sites: 上汽集团|宁德基地."""
    place = next((hit for hit in scene.regions_in(end, end + _SITE_REACH) if hit[0] == end), None)
    site = _SITE.match(scene.text, place[1]) if place is not None else None
    return site.end() if site is not None else end


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a short name is a word of its own: by punctuation or an ordinary boundary beside it, else by jieba."""
    beside = text[end : end + 1]
    if not text[start - 1 : start].isalnum() or not beside.isalnum() or beside in "等和与公集":
        return True
    left = max(0, start - _WINDOW)
    return not cuts_word(text[left : end + _WINDOW], start - left, end - left)


def _by_suffix(scene: Scene) -> Iterator[Found]:
    last = 0
    for suffix in _SUFFIX.finditer(scene.text):
        start = _suffix_start(scene, last, _core(scene.text, suffix.start()))
        last = suffix.end()
        head = scene.text[start : suffix.start()]
        if len(head) < 2 or _GENERIC_HEAD.match(head) or not scene.free(start, suffix.end()):
            continue
        if generic("Enterprise").is_generic(scene.text[start : suffix.end()]):
            continue
        end = suffix.end()
        if suffix.group().endswith("银行"):
            if not _is_bank(scene, start, end):
                continue
            branch = _BRANCH.match(scene.text, end)
            end = branch.end() if branch is not None and scene.regions_in(end, branch.end()) else end
        yield firm(scene, start, _site_end(scene, end), "suffix")


def _core(text: str, suffix: int) -> int:
    """Where a name's own part ends before a suffix: 昌河飞机工业|（集团）|有限责任公司."""
    opening = text.rfind("（", max(0, suffix - _REMARK), suffix) if text[suffix - 1 : suffix] == "）" else -1
    return opening if opening > 0 else suffix


def _is_bank(scene: Scene, start: int, end: int) -> bool:
    """Whether a name that ends in 银行 is that of a bank: a known one, or a place's (长沙银行, but not 开户银行)."""
    known = enterprises().find(scene.text[start:end]) is not None
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
    entry = enterprises().find(surface)
    name = entry.name if entry is not None else surface
    if entry is None and surface[0] in "省市" and len(surface) > 4:
        region = scene.own_region("province" if surface[0] == "省" else "city")
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
