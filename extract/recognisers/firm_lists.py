"""Firms that only the words around them mark: items of lists (依托深思电工、湘高电器等骨干企业), leaders of a chain
(以甲为链主), partners (支持甲、乙与某大学合作). Phenomenon 1 of DESIGN 5."""

import re
from collections.abc import Iterator
from functools import cache

from extract import cues
from extract.enumeration import Endings, Item, list_items, strip_head
from extract.fragments import fragment
from extract.gazetteers.vocabulary import firm_tails, firm_verbs, generic
from extract.scan import matches_at
from extract.scene import Scene
from extract.segment import is_plain_words, opens_with_name

_HEAD = re.compile(r"(?:企业|公司|行业龙头|行业巨头|头部厂商)(?!家|集群|名单|主体)")
# Heads under which even a single ordinary word is a firm (辉瑞、通快等跨国企业)
_SURE = re.compile(r"龙头|骨干|链主|跨国|知名|头部|领军|500强|[德日美韩台港]资")
_RELY = re.compile(r"(?:依托|依靠)$")
# Phrases whose items may be firms, and whether an item must look like one (strict), does so only where the list names
# no known firm (known), or is one by the words (sure); and the cue of those that begin with rare words.
_PHRASES: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(rf"(?:{cues.LEADERS})[：:](?P<items>[^，。；：\n]{{2,60}})"), "sure", "leaders"),
    (
        re.compile(
            r"以(?P<items>[^，。；：\n]{2,80}?)(?:等)?(?:重点|骨干|龙头|本土)?(?:企业)?为(?:龙头|代表|骨干|链主|配套|引领)"
        ),
        "sure",
        "",
    ),
    # 引导利民控股从…转向…, 支持福建联合石化、中化泉州石化延链补链
    (
        re.compile(
            rf"(?:支持|鼓励|引导|推动|扶持)(?P<items>[^，。；：\n]{{3,40}}?)"
            rf"(?=[{''.join(sorted({verb[0] for verb in firm_verbs()}))}])(?<!参(?=与))(?={'|'.join(firm_verbs())})"
        ),
        "known",
        "",
    ),
    (
        re.compile(rf"(?:{cues.COURTS})(?P<items>[^，。；：\n]{{2,40}}?)(?=等[^，。；：\n]{{0,12}}(?:企业|公司))"),
        "known",
        "courts",
    ),
    (re.compile(r"(?:依托|依靠)(?P<items>[^，。；：\n]{2,60})(?=，)"), "strict", ""),
    (re.compile(r"依托(?P<items>[^，。；：\n]{3,40}?)(?=发展|建设|打造|做强|布局|推进|培育)"), "known", ""),
    (re.compile(r"(?:巩固|发挥|放大)(?P<items>[^，。；：\n]{2,60}?)(?=的|龙头|链主|优势)"), "strict", ""),
    (
        re.compile(
            r"(?:支持|推动|鼓励|引导)(?P<items>[^，。；：\n与同]{3,40})"
            r"(?=(?<!参)[与同][^，。；\n]{2,24}(?:合作|共建|共享|联合|组建|对接))"
        ),
        "strict",
        "",
    ),
)
# What stands behind firms that open their fragment, by which they are known for firms
_BEHIND = (
    # 志浩电子、骏亚电子等要扩规模: firms that are told to act
    (re.compile(r"[要应须](?<![主重需只不还必将相对适供响反效理])(?!求|急|用|时|对|当地|素|点)"), "strict"),
    # 鑫晶半导体、鑫华半导体两家徐州经开区企业
    (re.compile(r"家(?<=[两二三四五六七八九十\d]家)(?=[^，。；：\n]{0,10}企业)"), ""),
)
_MIN_OPENING, _MAX_OPENING, _MAX_SETTLING = 3, 40, 60
# 推动卧龙电驱、英思特磁材落户…: a list with a known firm in it is a list of firms
_SETTLING = re.compile(cues.SETTLES)
_MOVED = re.compile(r"推动|引导|促进|支持|吸引|引进|推进")
_KIND = re.compile(r"(?:等)?(?:[\u4e00-\u9fff]{0,4}企业)?$")
_NAMED = re.compile(
    r"(?:支持|推动|鼓励)(?P<name>[\u4e00-\u9fffA-Za-z]{3,10}?)(?:成功)?(?:上市|挂牌|认证为|与[^，。]{2,12}合作)"
)
_REACH, _SHORT, _SHORTEST = 300, 4, 3
_REMARK = re.compile(r"[（(][^（）()]*[）)]$")  # 贝特瑞|（江苏）
_SURE_TAILS = ("集团", "公司", "股份", "控股")
_MAX_KIND = 8
_PLAIN_TAILS = ("业", "集团", "股份", "控股", "科技")  # 大屯铝业, 利民控股: ordinary words before it or not
_JOINT_VENTURE, _LONGEST = 8, 20  # 时代一汽: a known name within a longer one
_COUNT = frozenset("等两二三四五六七八九十0123456789")
_NUMERALS = frozenset("一二三四五六七八九十两百千万亿")
_CJK = re.compile(r"[\u4e00-\u9fff]{2}|[A-Z]{3}")
_LATIN = re.compile(r"[A-Z]{2}")  # SK新能源
_JOINED = re.compile(r"[、和与及]")
_JOINT = re.compile(r"以及|和|与|及")


@cache
def _not_firms() -> re.Pattern[str]:
    """Characters, beginnings and ends that no firm's name has."""
    words = generic("Enterprise")
    starts, ends = ("|".join(map(re.escape, sorted(kind))) for kind in (words.starts, words.ends))
    return re.compile(rf"[的等其第获未已需应将被把让使]|(?<!转)向|[\d]{{2,}}|^(?:{starts})|(?:{ends})$")


@cache
def _modifiers() -> Endings:
    return Endings(generic("Enterprise").modifiers)


def listed_firms(scene: Scene) -> Iterator[Item]:
    """The spans of firms, phrase by phrase; they may overlap, the first counts."""
    for head in _HEAD.finditer(scene.text):
        yield from _under_head(scene, head)
    for pattern, how, cue in _PHRASES:
        text = scene.text
        for match in matches_at(pattern, scene.names[cue], text) if cue else pattern.finditer(text):
            if how == "known" and not _may_be_firms(scene, *match.span("items")):
                continue
            items = list_items(scene, match.end("items"), match.start("items"), firm=True)
            strict = how == "strict" or (how == "known" and not _is_of_firms(scene, items))
            for item in items:
                yield from _firm(scene, item, strict=strict, sure=how == "sure")
    yield from _openings(scene)
    yield from _settling(scene)
    for match in _NAMED.finditer(scene.text):
        start = max(match.start("name"), scene.edges.name(match.end("name"), firm=True))
        yield from _firm(scene, Item(start, match.end("name")), strict=True)


def _openings(scene: Scene) -> Iterator[Item]:
    """Firms with which a fragment opens, known by what stands behind them."""
    for pattern, how in _BEHIND:
        for match in pattern.finditer(scene.text):
            start, _ = fragment(scene, scene.sentence_at(match.start()), match.start())
            end = match.start()
            while end > start and scene.text[end - 1] in _COUNT:
                end -= 1
            if _MIN_OPENING <= end - start <= _MAX_OPENING and _may_be_firms(scene, start, end):
                for item in list_items(scene, end, start, firm=True):
                    yield from _firm(scene, item, strict=how == "strict")


def _settling(scene: Scene) -> Iterator[Item]:
    """Firms that settle: all of a list with a known one in it."""
    for match in matches_at(_SETTLING, scene.names["settles"], scene.text):
        floor, _ = fragment(scene, scene.sentence_at(match.start()), match.start())
        verb = _MOVED.search(scene.text, floor, match.start())
        if verb is None or match.start() - verb.end() > _MAX_SETTLING:
            continue
        kind = _KIND.search(scene.text, verb.end(), match.start())
        end = kind.start() if kind is not None else match.start()
        items = list_items(scene, end, verb.end(), firm=True)
        strict = not _is_of_firms(scene, items)
        for item in items:
            yield from _firm(scene, item, strict=strict)


@cache
def _tails() -> tuple[str, ...]:
    strong, weak = firm_tails()
    return (*strong, *weak)


def _may_be_firms(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch holds a known firm or ends as firms' names do."""
    if scene.text.endswith(_tails(), start, end) or scene.names_in("Enterprise", start, end):
        return True
    items = _JOINED.split(scene.text[start:end])  # one that is an ordinary word too may stand here: 支持|江化微|扩大…
    return any(len(item) >= _SHORTEST and scene.known.enterprises.find(item) is not None for item in items)


def _under_head(scene: Scene, head: re.Match[str]) -> Iterator[Item]:
    floor = max(0, head.start() - _REACH)
    end, listed = strip_head(scene.text, floor, head.start(), _modifiers())
    if not listed:
        end = scene.text.rfind("等", max(floor, end - _MAX_KIND), end)  # 甲、乙|等|老名酒企业
        if end < 0 or scene.edges.name(head.start(), _MAX_KIND) > end + 1:
            return
    items = list_items(scene, end, floor, firm=True)
    sure = _SURE.search(scene.text, end, head.end()) is not None or _relied_on(scene, items)
    firms = [firm for item in items for firm in _firm(scene, item, sure=sure)]
    if sure or 2 * len(firms) >= len(items):  # else a list of things: 齿轮箱、塔筒、主轴等本地企业
        yield from firms


def _is_of_firms(scene: Scene, items: list[Item]) -> bool:
    """Whether a list of several shows by one of them that all are firms."""
    return len(items) > 1 and _relied_on(scene, items)


def _relied_on(scene: Scene, items: list[Item]) -> bool:
    """Whether a list stands right behind 依托, or names a known firm."""
    if items and _RELY.search(scene.text, max(0, items[0].start - 3), items[0].start):
        return True
    names = [_REMARK.sub("", scene.text[item.start : item.end]) for item in items]
    if any(name.endswith(_SURE_TAILS) and len(name) > _SHORTEST for name in names):
        return True
    if any(
        scene.known.enterprises.find(name) is not None and not scene.known.enterprises.is_ambiguous(name)
        for name in names
    ):
        return True
    alike = [name for name in names if name.endswith(_tails()) and _ends_like_one(scene, name, is_plain_words(name))]
    return 2 * len(alike) > len(names) > 1


def _firm(scene: Scene, item: Item, *, strict: bool = False, sure: bool = False) -> Iterator[Item]:
    """One item if it is a firm. `strict`: only if it looks like one; `sure`: the words say that it is one."""
    item = _without_site(scene, _without_place(scene, item))
    start, end = _own_start(scene, item), item.end
    if not can_name_firm(scene, start, end, sure=sure):
        return
    known = scene.known.enterprises.find(scene.text[start:end]) is not None
    if known or _reads_like_one(scene, start, end, strict=strict, sure=sure):
        yield Item(start, end)


def can_name_firm(scene: Scene, start: int, end: int, *, sure: bool = False) -> bool:
    """Whether a stretch can be a firm's name: of some length, with no sign or noun that no firm bears, and no place."""
    name = scene.text[start:end]
    if not 2 <= len(name) <= _LONGEST or not _CJK.search(name) or _not_firms().search(name):
        return False
    if generic("Enterprise").is_generic(name) or not scene.free(start, end):
        return False
    programme = not sure and {name[0], name[2:3]} <= _NUMERALS  # 三高四新
    return not programme and not any(place[:2] == (start, end) for place in scene.regions_in(start, end))


def _reads_like_one(scene: Scene, start: int, end: int, *, strict: bool, sure: bool) -> bool:
    """Whether a name that no vocabulary knows is a firm's by its parts: a place or a known firm in it, its end."""
    name, places = scene.text[start:end], bool(scene.regions_in(start, end))
    within, tail = scene.names_in("Enterprise", start, end), name.endswith((*_tails(), "公司"))
    if places and not strict:
        return True
    if strict and not tail and not within:
        return False
    plain = is_plain_words(name) and not (tail and opens_with_name(name))
    phrase = strict and plain  # ordinary words where nothing but their form could make them a name
    if name.endswith("公司") and (places or within):
        return True  # 中国石油|西南油气田公司
    if _ends_like_one(scene, name, plain) and (not phrase or places or name.endswith(_PLAIN_TAILS)):
        return True
    opening = max((right for left, right, _ in within if left == start), default=start)
    branch = start < opening and 2 <= end - opening <= _SHORT  # 长虹|能源, 徐工|汉云
    venture = bool(within) and opening == start and not phrase  # 时代|一汽
    if (branch or venture) and len(name) <= _JOINT_VENTURE:
        return True
    short = len(name) <= _SHORT or _LATIN.match(name) is not None
    return not strict and (not plain or (sure and short and scene.known.chains.find(name) is None))


def _without_place(scene: Scene, item: Item) -> Item:
    """The item without a place in brackets behind it: 章源钨业|（崇义县）."""
    opening = max(scene.text.rfind(sign, item.start, item.end) for sign in "（(")
    if opening <= item.start or scene.text[item.end - 1] not in "）)":
        return item
    placed = any((start, end) == (opening + 1, item.end - 1) for start, end, _ in scene.regions_in(opening, item.end))
    full = scene.text[item.end - 2] in "省市县区旗"  # 贝特瑞|（江苏） is the name of a subsidiary
    return Item(item.start, opening) if placed and full else item


def _without_site(scene: Scene, item: Item) -> Item:
    """The item without a site that stands behind a known firm's name: 上汽集团|宁德基地."""
    if not scene.text.endswith(("基地", "工厂"), item.start, item.end):
        return item
    ends = {hit[1] for hit in scene.names_in("Enterprise", item.start, item.end) if hit[0] == item.start}
    sites = [place[0] for place in scene.regions_in(item.start, item.end) if place[0] in ends]
    return Item(item.start, sites[0]) if sites else item


def _own_start(scene: Scene, item: Item) -> int:
    """Where the name begins in an item: behind a conjunction, and behind an ordinary word before its place."""
    start = item.start
    for joint in _JOINT.finditer(scene.text, item.start, item.end):
        if joint.start() >= item.start + 2 or joint.group() != "和":  # 和舰芯片 and 诺和诺德 are whole
            start = joint.end()
    full = [place[1] for place in scene.regions_in(start, item.end) if place[0] == start]
    if full and scene.text[full[0] - 1] in "市县区旗" and item.end - full[0] >= _SHORTEST:
        start = full[0]  # 绵竹市|川发龙蟒
    opening = next((place[0] for place in scene.regions_in(start, item.end) if place[0] > start), start)
    if start < opening and is_plain_words(scene.text[start:opening]):
        known = scene.known.enterprises.find(scene.text[start:opening]) is not None
        return start if known else opening  # 服务|宁波南大光电, but 中化泉州石化
    return start


def _ends_like_one(scene: Scene, name: str, plain: bool) -> bool:
    """Whether a name ends as firms' names do; where industries end so too, the rest must be no ordinary word."""
    strong, weak = firm_tails()
    return scene.known.chains.find(name) is None and (name.endswith(strong) or (name.endswith(weak) and not plain))
