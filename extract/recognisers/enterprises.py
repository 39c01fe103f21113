"""Enterprises: known names, names with a company suffix, and names that only a list marks as firms
(依托深思电工、湘高电器等骨干企业; phenomenon 1 of DESIGN 5)."""

import re
from collections.abc import Iterator
from functools import cache

from extract.automaton import Automaton
from extract.claims import Claims
from extract.enumeration import Endings, Item, list_items, strip_head
from extract.gazetteers.vocabulary import chains, enterprises, firm_tails, generic
from extract.model import Found
from extract.recognisers.names import inner_region, name_start
from extract.scene import Scene
from extract.segment import cuts_word, is_plain_words
from graph.ids import entity_id

_SUFFIX = re.compile(
    r"(?:集团)?(?:股份有限公司|有限责任公司|有限公司)|集团公司|集团|股份公司|电力公司|公司(?=[，。、；）和与等])"
    r"|(?:农商|农村商业|村镇|城市商业)?银行(?!业|机构|信贷|贷款|间|账户|卡|网点|保函)"
)
_HEAD = re.compile(
    r"(?:骨干|龙头|领军|链主|头部|重点|核心|优势|本土|本地|知名|标杆|代表性?|配套|行业|大型|优质|上市|央企|国有|民营|环保|绿色|材料|先进|整机|再生资源|装配式建筑|"
    r"市域外|市外|省外|国内外|国内|外|绿色环保材料|高新技术|科技型?|制造业?|生产|建材)*(?:企业|公司|行业龙头|行业巨头|头部厂商)(?!家|集群|名单|主体)"
)
_TRIGGERS = (
    "依托",
    "引进",
    "引入",
    "依靠",
    "发挥",
    "支持",
    "鼓励",
    "推动",
    "带动",
    "培育",
    "招引",
    "对接",
    "吸引",
    "以",
    "围绕",
    "聚焦",
    "壮大",
    "做强",
    "做大",
    "与",
    "扶持",
    "重点",
    "包括",
    "加快",
    "由",
    "对",
    "盯",
    "瞄准",
    "促进",
)
_AS = re.compile(r"以(?P<items>[^，。；：\n]{2,80}?)(?:等)?(?:重点|骨干|龙头|本土)?(?:企业)?为(?:龙头|代表|骨干|链主)")
_RELIED = re.compile(
    r"(?:(?:依托|依靠)(?P<items>[^，。；：\n]{2,60})(?=，)|(?:巩固|发挥|放大)(?P<whose>[^，。；：\n]{2,60}?)(?=的|龙头|链主|优势))"
)
_JOINING = re.compile(
    r"(?:支持|推动|鼓励|引导)(?P<items>[^，。；：\n与同]{3,40})(?=[与同][^，。；\n]{2,24}(?:合作|共建|共享|联合|组建|对接))"
)
_LISTED = re.compile(
    r"(?:支持|推动|鼓励)(?P<name>[\u4e00-\u9fffA-Za-z]{3,10}?)(?:成功)?(?:上市|挂牌|认证为|与[^，。]{2,12}合作)"
)
_ACTIVE = re.compile(r"(?:以)(?P<name>[\u4e00-\u9fff]{3,8}?)为(?:研发|生产)")
_NUMERALS = frozenset("一二三四五六七八九十两百千万亿")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:分行|支行)")
# Heads under which even a single ordinary word is a firm (辉瑞、通快等跨国企业)
_SURE = re.compile(r"龙头|骨干|链主|跨国|知名|头部|领军|500强|[德日美韩台港]资")
_RELY = re.compile(r"(?:依托|依靠)$")
_SHORT, _REMARK = 4, 8
_WINDOW = 6
_JOINED = re.compile(r"以及|和|与|及|、")
_CJK = re.compile(r"[\u4e00-\u9fff]{2}|[A-Z]{3}")
_BAD = re.compile(
    r"[的等其第获未已需应将被把让使]|[\d]{2,}|^(?:各|有关|相关|国有|省属|市属|大型|中央|行业|龙头|企业|一批|本地|重点|集团|投资|若干|推动|组建)|(?:产业|行业|领域|项目|工程|机构|院校|园区|资源|设备|平台|中心|服务|技术|产品|制造|生产|处理厂|中小|优势|业务|装备|研究所|研所|科研院所|高校|商会|协会|领军|骨干|龙头|链主|巨人|小巨人|独角兽|瞪羚|冠军|单项冠军|隐形冠军|新特|上下游|外资|民营|央企|国企|规上|规模|以上|示范|试点|施工|融资|物业)$"
)


@cache
def enterprise_automaton() -> Automaton:
    """The firms of the vocabulary whose names are no ordinary words."""
    table = enterprises()
    return Automaton(s for s in table.surfaces() if len(s) >= 2 and not table.is_ambiguous(s))


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
    for start, end, word in enterprise_automaton().hits(scene.text):
        entry = enterprises().find(word)
        if entry is None or not scene.free(start, end) or (len(word) == 2 and not _alone(scene.text, start, end)):
            continue
        branch = _BRANCH.match(scene.text, end) if word.endswith("银行") else None
        branch = branch if branch is not None and scene.regions_in(end, branch.end()) else None
        yield firm(scene, start, branch.end() if branch else end, "vocabulary")


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
        if len(head) < 2 or _BAD.match(head) or not scene.free(start, suffix.end()):
            continue
        if generic("Enterprise").is_generic(scene.text[start : suffix.end()]):
            continue
        end = suffix.end()
        if suffix.group().endswith("银行"):
            if not _is_bank(scene, start, end):
                continue
            branch = _BRANCH.match(scene.text, end)
            end = branch.end() if branch is not None and scene.regions_in(end, branch.end()) else end
        yield firm(scene, start, end, "suffix")


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
    for head in _HEAD.finditer(scene.text):
        yield from _listed(scene, head.start(), head.group())
    for match in (*_AS.finditer(scene.text),):
        for item in list_items(scene, match.end("items"), match.start("items"), firm=True):
            yield from _item(scene, item)
    for match in _RELIED.finditer(scene.text):
        group = "items" if match.group("items") else "whose"
        for item in list_items(scene, match.end(group), match.start(group), firm=True):
            yield from _item(scene, item, strict=True)
    for match in _JOINING.finditer(scene.text):
        for item in list_items(scene, match.end("items"), match.start("items"), firm=True):
            yield from _item(scene, item, strict=True)
    for match in _LISTED.finditer(scene.text):
        start = max(match.start("name"), scene.edges.name(match.end("name"), firm=True))
        yield from _item(scene, Item(start, match.end("name")), strict=True)


def _listed(scene: Scene, head: int, noun: str) -> Iterator[Found]:
    start = max(0, head - 300)
    end, listed = strip_head(scene.text, start, head, _modifiers())
    if not listed:
        return
    items = list_items(scene, end, start, firm=True)
    sure = _SURE.search(scene.text, end, head + len(noun)) is not None or _relied_on(scene, items)
    for item in items:
        yield from _item(scene, item, sure=sure)


def _relied_on(scene: Scene, items: list[Item]) -> bool:
    """Whether a list stands right behind 依托, or names a known firm."""
    if items and _RELY.search(scene.text, max(0, items[0].start - 3), items[0].start):
        return True
    names = (scene.text[item.start : item.end] for item in items)
    return any(enterprises().find(name) is not None and not enterprises().is_ambiguous(name) for name in names)


@cache
def _modifiers() -> Endings:
    return Endings(generic("Enterprise").modifiers)


def _item(scene: Scene, item: Item, *, strict: bool = False, sure: bool = False) -> Iterator[Found]:
    """One item of a list as a firm. `strict`: only if it looks like one; `sure`: the head noun says that it is one."""
    start = item.start
    for joint in re.finditer(r"以及|和|与|及", scene.text[item.start : item.end]):
        if joint.start() >= 2 or joint.group() != "和":  # 和舰芯片 and 诺和诺德 are whole
            start = item.start + joint.end()
    opening = next((place[0] for place in scene.regions_in(start, item.end) if place[0] > start), start)
    if start < opening < item.end and is_plain_words(scene.text[start:opening]):
        start = opening  # 服务|宁波南大光电
    item = Item(start, item.end)
    name = scene.text[item.start : item.end]
    if not 2 <= len(name) <= 20 or not _CJK.search(name) or _BAD.search(name) or generic("Enterprise").is_generic(name):
        return
    if not scene.free(item.start, item.end) or {name[0], name[2:3]} <= _NUMERALS:
        return
    places = scene.regions_in(item.start, item.end)
    if any(place[:2] == (item.start, item.end) for place in places):
        return
    known = _firm_like(name) or enterprises().find(name) is not None or (bool(places) and not strict)
    plain = is_plain_words(name) and not (sure and len(name) <= _SHORT and chains().find(name) is None)
    if not known and (strict or plain):
        return
    yield firm(scene, item.start, item.end, "list")


def _firm_like(name: str) -> bool:
    """Whether a name ends as firms' names do; where industries end so too, the rest must be no ordinary word."""
    strong, weak = firm_tails()
    if chains().find(name) is not None:
        return False
    return name.endswith(strong) or (name.endswith(weak) and not is_plain_words(name))


def firm(scene: Scene, start: int, end: int, rule: str) -> Found:
    """The mention of a firm under its canonical name; 省财信金控集团 takes its province's full name."""
    surface = scene.text[start:end]
    entry = enterprises().find(surface)
    name = entry.name if entry is not None else surface
    if entry is None and surface[0] in "省市" and len(surface) > 4:
        region = scene.own_region("province" if surface[0] == "省" else "city")
        if region is not None:
            name = region.name + surface[1:]
    return Found(start, end, "Enterprise", name, entity_id("Enterprise", name), surface, f"enterprise-{rule}")


def _again(scene: Scene, found: list[Found], claims: Claims) -> Iterator[Found]:
    """Names that a list introduced, wherever else the document uses them."""
    names = {item.alias: item for item in found if item.end - item.start >= 3}
    for start, end, word in Automaton(names).hits(scene.text) if names else ():
        if scene.free(start, end) and claims.free(start, end):
            item = names[word]
            yield Found(start, end, item.label, item.name, item.id, word, "enterprise-again")
