"""Industry chains: X产业链, X产业集群, X产业, X行业, and lists with such a head (phenomena 1 and 6 of DESIGN 5)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from extract import cues
from extract.chain_names import chain_found, is_chain_name
from extract.enumeration import Endings, Item, list_items, strip_head
from extract.gazetteers.place_signs import city_signs, place_signs
from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import Vocabulary, generic, prose_words
from extract.model import Found
from extract.recognisers.bare_chains import aims, developed, headings, said
from extract.recognisers.joint_chains import divided, without_overlap
from extract.scan import matches_at
from extract.scene import Scene

_HEAD = re.compile(r"产业集群|集群产业链|产业链条|产业链|产业|集群|行业(?!领域)")
_NOT_HEAD = re.compile(
    r"(?:化(?!工)|园|城(?!市)|新城|小镇|学院|大脑|基金|工人|研究院|局|办公室|变革|标准|政策|协作区|功能区|联动集聚区|强市|强省|强县|强国|用地|协会|商会|金融|图谱|全景图|领导|链长|包抓|包联|调度|[\u4e00-\u9fff]{0,4}专班|链办|工作组)"
)
_FIELD_HEAD = re.compile(cues.FIELD)
_TITLE_CHAIN = re.compile(r"(?P<q>先进|高端|新型|现代|智能|绿色|特色)(?P<x>[\u4e00-\u9fff]{2,6}?)(?=产业|集群|行业)")
_APPLIED = re.compile(r"(?:的)?(?:应用|推广|使用|融合|普及)|的[\u4e00-\u9fff]{0,6}应用")
# A list whose head is a sector with a count: 粮食、茶叶、楠竹|十大特色农业|产业
_COUNTED = re.compile(
    r"[一二两三四五六七八九十\d]{1,3}(?:大|个|条|类)(?:特色|优势|重点|主导|支柱|现代|新兴){0,3}(?:农业|工业|制造业|服务业)$"
)
_DEVELOPED = re.compile(r"(?:发展|培育|壮大|布局|做强|做大|做优|打造|主攻|抢占|建设)(?:了|好)?$")
_MERGED = re.compile(r"(?:深度|有机|全面|相互|协同|紧密)?(?:融合|对接|联动|互动)")
_LONGEST, _SHORT = 10, 3
_TWO = 2
_QUALIFIED = ("高端", "先进", "现代", "智能", "绿色", "新型")
_BOTH = re.compile(r"(?:两|三|四)(?:市|地|省|县|区)|共育|共建")  # 两市|智能装备产业
_LEVELS = ("自治区", *"省市县区州")
_LINKS = re.compile(
    r"^(?:和|与|及|以及|或|等|的|为|是|以|在|所)|(?:全|层|级|的|等|为|是|以|在|和|与|及|相关|方面|方面对|对)$"
)
# Behind these words 产业 belongs to them: only a known chain stands before it (用钢|产业联盟, 亿元以上|产业项目)
_WEAK_NEXT = re.compile(r"带(?!动)|走廊|联盟|项目|大会|对接会|峰会|论坛|博览会|基金|大户")
# A part of a province by its one-character name: 滇中、滇南|有色金属产业
_AREA = re.compile(r"[冀豫皖鲁苏浙赣鄂桂晋陕闽粤川滇黔陇蜀湘疆藏琼渝](?:东北|西北|东南|西南|东|南|西|北|中)")
_YEAR = re.compile(r"(?:[到至])?(?:20)?\d{0,2}年(?:底|末)?")
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道)")
_AND_SO_ON = re.compile(r"(?<=[^高中同平])等(?=[\u4e00-\u9fff]{2})")


@cache
def modifiers(*, single: bool = False) -> Endings:
    """Words before a head noun that make no name (特色, 优势, 战略性新兴, 千亿级…), at the end of a stretch.

    `single`: before a head that has no list, where a name may end with some of them (食品|科技|产业).
    """
    table = generic("IndustryChain")
    return Endings(table.modifiers - (table.tails if single else frozenset()))


@cache
def _leading() -> re.Pattern[str]:
    """Adjectives in front that make no part of a name."""
    return re.compile(
        r"^(?:(?:世界|国家|国际|省|市|县|[一二三四五六七八九十两千百万]{0,3}亿元?)级|成|集|重大|重点|主要|优势|特色|传统|新兴|大型|若干|一批|完整|整个|[我全本][省市县区州盟旗]|全国|其他|其它|相关|现有|本地|多个|各类|上下游|上游|下游|以|国家|世界|亚洲)+(?=[\u4e00-\u9fff]{2})"
    )


def recognise(scene: Scene) -> Iterator[Found]:
    """Chains by their head noun; then those without one: in headings, and where they are to be developed."""
    scene.chain_abbreviations = title_abbreviations(scene)
    found: dict[tuple[int, int], Found] = {}
    for head in _HEAD.finditer(scene.text):
        if _NOT_HEAD.match(scene.text, head.end()):
            continue
        for item in _before(scene, head.start()):
            made = _chain(scene, item, head)
            if made is not None:
                found.setdefault((made.start, made.end), made)
    introduced = frozenset(made.name for made in found.values())
    for made in (*_fields(scene), *said(scene), *aims(scene, introduced), *headings(scene, introduced)):
        found.setdefault((made.start, made.end), made)
    introduced = frozenset(made.name for made in found.values())
    for made in developed(scene, introduced):
        found.setdefault((made.start, made.end), made)
    yield from without_overlap(divided(scene, found))


def title_abbreviations(scene: Scene) -> dict[str, str]:
    """Short forms of the chain in the title: a document on 先进材料产业 calls it 材料产业 too."""
    found: dict[str, str] = {}
    for match in _TITLE_CHAIN.finditer(scene.meta.title):
        long = scene.known.chains.find(match.group("q") + match.group("x"))
        if long is not None:
            found[match.group("x")] = long.name
    return found


def _before(scene: Scene, head: int) -> list[Item]:
    floor = max(0, head - 400)
    start = scene.fragment_start(head, floor)
    if scene.text[head - 1 : head] == "”":
        start = _joined_quotation(scene, head, floor, start)
    counted = _COUNTED.search(scene.text, start, head)
    if counted is not None:
        return list_items(scene, counted.start(), floor)

    whole = _whole_names(scene.known.chains)

    def is_whole(end: int) -> bool:
        return whole.before(scene.text, start, end) < end

    end, listed = strip_head(scene.text, start, head, modifiers(), is_whole)
    if not listed and end < head:
        end, _ = strip_head(scene.text, start, head, modifiers(single=True), is_whole)
    if end < start or (end == start and not listed) or "领域" in scene.text[end:head]:
        return []
    if scene.text[end - 1 : end] in ("和", "与", "及"):
        return []
    if scene.edges.name(end, 40) >= end and not listed:
        return []  # nothing but a verb or a particle stands before the head
    items = _whole_heading(scene, list_items(scene, end, floor), head)
    kind = _AND_SO_ON.search(scene.text, items[-1].start, items[-1].end) if items else None
    if kind is not None:  # 锡、铟、银|等|有色金属|产业
        items[-1:] = [Item(items[-1].start, kind.start()), Item(kind.end(), items[-1].end)]
    return items


def _whole_heading(scene: Scene, items: list[Item], head: int) -> list[Item]:
    """The two of a heading that is nothing but their name are counted as one: 6.|中医药和食品|产业链."""
    if len(items) != _TWO or scene.text[items[0].end : items[1].start] != "和":
        return items
    clause = scene.clauses[scene.clause_at(head)]
    whole = _HEAD.sub("", clause.heading) == scene.text[items[0].start : head]
    return [Item(items[0].start, items[1].end)] if whole else items


def _joined_quotation(scene: Scene, head: int, floor: int, start: int) -> int:
    """The start of a stretch whose end is a quotation joined to a name (蔬菜+“两油”|产业); `start` where it is not."""
    opening = scene.text.rfind("“", max(floor, head - 10), head)
    return scene.fragment_start(opening, floor) if opening > 0 and scene.text[opening - 1] in "+＋和及与" else start


@lru_cache(maxsize=4)
def _whole_names(chains: Vocabulary) -> Endings:
    """The names of the vocabulary that would lose a part if their last words were taken for modifiers."""
    names = (name for name in chains.surfaces() if 2 <= len(name) <= _LONGEST)
    return Endings(name for name in names if modifiers().before(name, 0, len(name)) < len(name))


def _chain(scene: Scene, item: Item, head: re.Match[str]) -> Found | None:
    """The mention of one chain; a region in front is left out (娄底市|先进材料产业)."""
    start, end = _own_start(scene, _behind_partner(scene, item, head), item.end), item.end
    name = scene.text[start:end]
    level = next((sign for sign in _LEVELS if name.startswith(sign)), "")
    if level and scene.known.chains.find(name[len(level) :]) is not None:
        start, name = start + len(level), name[len(level) :]  # 市|新能源产业链, 自治区|新能源汽车产业
    if scene.known.chains.find(name) is None:
        bare = _LINKS.sub("", name)
        bare = bare if _opens_known(scene, bare) else _leading().sub("", bare)
        start = scene.text.find(bare, start, end) if bare else -1
        if start < 0:
            return None
        cut = _known_tail(scene, bare)
        start, end, name = start + cut, start + len(bare), bare[cut:]
    inside = [hit for hit in scene.regions_in(start, end) if hit[0] > start and end - hit[1] >= 2]
    if inside and scene.known.chains.find(name) is None:
        start = inside[-1][1]  # 要复制|无锡|物联网
        name = scene.text[start:end]
    if _is_signs(scene, name):
        return None  # 许港, 郑许 before 产业带
    weak = _WEAK_NEXT.match(scene.text, head.end()) is not None and scene.known.chains.find(name) is None
    if weak or not is_chain_name(scene, name, scene.chain_abbreviations) or not scene.free(start, end):
        return None
    stop = head.end() if head.start() == end and scene.free(end, head.end()) else end
    return chain_found(scene, name, start, stop, "list" if stop == end else "suffix", head.group())


def _behind_partner(scene: Scene, item: Item, head: re.Match[str]) -> int:
    """Where the second of two begins that are to merge: 白酒与|文化旅游产业深度融合."""
    merged = _MERGED.match(scene.text, head.end()) is not None
    joint = scene.text.rfind("与", item.start + 1, item.end - 1) if merged else -1
    return joint + 1 if joint >= 0 else item.start


def _own_start(scene: Scene, start: int, end: int) -> int:
    """Where a chain begins behind the places that own it: 与|湖南|株洲|先进硬质材料, 长株潭|钢铁, 盛泽镇|纺织."""
    before = -1
    while before != start < end:
        before = start
        lead = _LINKS.match(scene.text[start:end])
        start += lead.end() if lead is not None else 0
        start = next((hit[1] for hit in scene.regions_in(start, end) if hit[0] == start), start)
        while start < end and not scene.free(start, start + 1):
            start += 1
        year = _YEAR.match(scene.text, start, end)
        start = year.end() if year is not None else start
        both = _BOTH.match(scene.text, start, end)
        start = both.end() if both is not None else start
        area = _AREA.match(scene.text, start, end)
        start = area.end() if area is not None else start
        start = _behind_signs(scene, start, end)
        town = _TOWN.match(scene.text, start, end)
        if town is not None and regions().town_candidates(town.group()):
            start = town.end()
    return start


def _behind_signs(scene: Scene, start: int, end: int) -> int:
    """Where a known chain begins behind the one-character names of two or three cities: 成德|高端能源装备."""
    if start < end and scene.text[start] not in _own_signs(scene):
        return start
    for cut in (start + 2, start + 3):
        if _is_signs(scene, scene.text[start:cut]):
            rest = scene.text[cut:end]
            if scene.known.chains.find(rest) is not None or (len(rest) > _SHORT and rest.startswith(_QUALIFIED)):
                return cut
    return start


def _is_signs(scene: Scene, text: str) -> bool:
    """Whether a short text consists of signs that stand for cities: 成德, 郑许, 许港."""
    own = _own_signs(scene)
    if len(text) > _SHORT or text[0] not in own or scene.known.chains.find(text) is not None:
        return False
    return all(sign in own or sign in place_signs() or sign == "港" for sign in text[1:])


def _own_signs(scene: Scene) -> Mapping[str, Region]:
    """The signs that stand for cities in the document's province; none where it has none."""
    return city_signs(regions().path(scene.place)[0]) if scene.place is not None else {}


def _opens_known(scene: Scene, name: str) -> bool:
    """Whether a name begins with one of the vocabulary (集成电路|与ICT), which is not to be cut."""
    return any(scene.known.chains.find(name[:length]) is not None for length in range(len(name) - 1, 2, -1))


def _known_tail(scene: Scene, name: str) -> int:
    """Where a chain of the vocabulary begins behind a word of prose (即建设|工程机械); 0 where there is none."""
    if scene.known.chains.find(name) is not None:
        return 0
    tails = (cut for cut in range(1, len(name) - 1) if scene.known.chains.find(name[cut:]) is not None)
    return next((cut for cut in tails if any(name[max(0, cut - n) : cut] in prose_words() for n in (1, 2, 3, 4))), 0)


def _fields(scene: Scene) -> Iterator[Found]:
    """Lists under 领域 or 优势产品: only names that the vocabulary knows as industries, and only where they are what is
    to be developed (重点发展…等领域): fields where things are applied, supervised or taught are no place's chains."""
    for head in matches_at(_FIELD_HEAD, scene.names["field"], scene.text):
        items = [] if _APPLIED.match(scene.text, head.end()) else _before(scene, head.start())
        if not items or not _DEVELOPED.search(scene.text, max(0, items[0].start - 8), items[0].start):
            continue
        for item in items:
            name = scene.text[item.start : item.end]
            if scene.known.chains.find(name) is not None and scene.free(item.start, item.end):
                yield chain_found(scene, name, item.start, item.end, "field")
