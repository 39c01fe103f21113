"""Named projects: railways, roads, airports, works, investment projects."""

import re
from collections.abc import Iterator

from extract import cues
from extract.claims import Claims
from extract.enumeration import Endings, list_items, strip_head
from extract.gazetteers.regions import regions
from extract.model import Found
from extract.recognisers.names import inner_region, name_start
from extract.recognisers.works import works
from extract.scan import matches_at
from extract.scene import Scene

_SUFFIX = re.compile(
    rf"(?:{cues.WORK})"
    r"(?:[\u4e00-\u9fff]{2,4}至[\u4e00-\u9fff]{2,4}段|[\u4e00-\u9fff]{2,3}段)?(?:扩容|改扩建|扩建|复线|[一二三四]期)?(?:工程|项目)?"
    r"(?:（[\u4e00-\u9fff]{2,6}段）)?"
)
_HEAD = re.compile(r"(?:工程|项目)(?:的)?(?:建设|开工|实施|落地|前期)?")
_BEFORE_HEAD = Endings(["重大", "重点", "一批", "标志性", "重要", "基础设施", "交通", "建设"])
_MAX_BEFORE_HEAD = 8
_WORK = re.compile(
    r"(?:高速|铁路|高铁|机场|货场|扩容|专用线|复航|大桥|电站|[一二三四五六]期|风电场|接收站|泊位|城际|扩建|扩能|整治|总装线|通道|港|线|站|管网|电厂|生产线|项目|工程|基地|产业园|段|公路|码头|枢纽)(?:（.{2,6}）)?$"
)
_ITEM = re.compile(
    r"^\s*\d{1,3}[.．、](?P<name>[\u4e00-\u9fffA-Za-z\d（）()+—\-]{4,40}?(?:项目|基地|工程))(?=[，,：:；;。\n]|$)", re.M
)
_NO_WORK_NEXT = (
    *"发增成质水度端效速铁口",
    "服务区",
    "沿线",
    "出入口",
    "收费",
    "网",
    "枢纽",
    "经开区",
    "高新区",
    "经济",
    "物流",
    "装备",
    "产业",
)
# A heading that only says what is to be done (招引重大项目) names no project.
_TASK = re.compile(
    r"^(?:招引|引进|推进|谋划|建设|实施|抓好|加快|加强|做强|做实|强化|储备|申报|争取|落实|组织|支持|推动|培育|壮大)"
)
_MAX_NAMED, _LONGEST_KIND = 30, 4
_MIN_NAME, _MAX_NAME = 4, 24
_MAX_ITEM, _MIN_WORK, _OWNER = 44, 7, 6
_WORKS = re.compile(
    r"(?:生产线|项目)(?=建设|加快|满产|扩能|扩产|尽快|早日|年内|落地|投产|达产|建成|竣工|开工|实施|完成|前期|在|[、，。；])"
)
_IN_A_ZONE = ("区建设", "园建设", "区建成", "区投资")
_MODIFIERS = Endings(["重大", "重点"])
_LEAD = re.compile(r"(?:研究|规划|加快|启动|推进|开工|新建|续建|谋划|实施|沿(?![江海边河湖黄]))+")
# What behind a place or a firm says nothing of the work: 洛阳|重点产业|项目
_ANY_WORK = re.compile(
    r"(?:重大|重点|产业|工业|基础设施|投资|招商|招引|引资|建设|科技|创新|成果|转化|民生|标志性|合作|外资|内资|示范|试点|技改|技术改造|改造|配套|储备|签约|龙头|优质|大|好|高质量|制造业|专项|的|个|等|类){0,8}项目"
)
_NAMED = re.compile(r"项目(?=实施|建设|开工|落地|投产|达产|建成|[、，。])")
_OF_SOMEBODY = ("产业化", "改造", "扩建", "生产基地", "制造基地")  # any firm has one
_KINDS = (
    "产业园",
    "改造",
    "扩建",
    "扩能",
    "技改",
    "产业化",
    "制造基地",
    "生产基地",
    "生产线",
    *(f"{n}期" for n in "一二三四五六七八九十"),
)
_DOING = re.compile(
    r"(?:布局|承接|共建|引进|招引|投资|推进|实施|谋划|储备|开展|参与|加快|推动|在|围绕|组织|申报|争取|(?:扩建|新建|建设|发展)(?!项目|工程))"
)
_JOINED = re.compile(r"[及与]")
_BAD = re.compile(
    r"(?<!美)的|(?<![高中同平])等|其|^[充加换]|^(?:重大|重点|新型|一批|各|相关|交通|基础|国际|高速|城际|货运|支线|空|出海|国内|高标准|通用|干线|普通|智慧|现代|主要|铁路|高铁|货场|共用|专用|机场|通用机场|运河)+$|基础设施"
)


def recognise(scene: Scene) -> Iterator[Found]:
    """Members of lists whose head is 工程/项目 and that look like works; transport works by suffix; named 项目."""
    claims = Claims(len(scene.text))
    for found in (
        *_items(scene),
        *_furthered(scene),
        *_by_list(scene),
        *_by_suffix(scene),
        *_named(scene),
        *_sited(scene),
    ):
        if claims.claim(found.start, found.end):
            yield found
            yield from inner_region(scene, found.start, found.end)
            yield from _owner(scene, found)


def _owner(scene: Scene, found: Found) -> Iterator[Found]:
    """The known firm with whose name a work's name opens: 东材科技|光学膜材料项目."""
    for start, end, word in scene.names_in("Enterprise", found.start, found.end):
        entry = scene.known.enterprises.find(word)
        if entry is not None and start - found.start <= _OWNER and not scene.known.enterprises.is_ambiguous(word):
            yield Found(
                start, end, "Enterprise", entry.name, scene.id_of("Enterprise", entry.name), word, "enterprise-owner"
            )
            return


def _project(scene: Scene, start: int, end: int, rule: str, *, told: bool = False) -> Iterator[Found]:
    """A work, if it can be named so; `told`: the words around say that all of it is one name, be it long or joint."""
    lead = _LEAD.match(scene.text[start:end])
    start += lead.end() if lead else 0
    joint = scene.text.rfind("和", start, end)
    if joint > start and _WORK.search(scene.text[start:joint]):
        start = joint + 1  # 某过江通道|和|某铁路
    name = scene.text[start:end]
    fits = len(name) <= _MAX_ITEM if told else len(name) <= _MAX_NAME and not _JOINED.search(name)
    if len(name) >= _MIN_NAME and fits and not _BAD.search(name) and scene.free(start, end):
        yield Found(start, end, "Project", name, scene.id_of("Project", name), name, f"project-{rule}")


def _furthered(scene: Scene) -> Iterator[Found]:
    for item in works(scene):
        yield from _project(scene, item.start, item.end, "furthered", told=True)


def _by_list(scene: Scene) -> Iterator[Found]:
    for start in _heads(scene.text):
        floor = max(0, start - 300)
        end, listed = strip_head(scene.text, floor, start, _MODIFIERS)
        if not listed:
            continue
        for item in list_items(scene, end, floor):
            start = _whole(scene, item.start)
            if _WORK.search(scene.text[start : item.end]):
                yield from _project(scene, start, item.end, "list")


def _heads(text: str) -> Iterator[int]:
    """Where the heads of lists begin, with the words before their noun: 重大|基础设施|工程."""
    reached = 0
    for head in _HEAD.finditer(text):
        start = head.start()
        for _ in range(_MAX_BEFORE_HEAD):
            before = _BEFORE_HEAD.before(text, reached, start)
            if before == start:
                break
            start = before
        yield start
        reached = head.end()


def _whole(scene: Scene, start: int) -> int:
    """The start of a work's name that a particle or a quotation cut: 桥头河|至白果高速, 娄底“材料谷”|铁路专用线."""
    text = scene.text
    if text[start - 1 : start] == "”":
        opening = text.rfind("“", max(0, start - 12), start)
        region = scene.region_before(opening) if opening >= 0 else None
        return region[0] if region else opening if opening >= 0 else start
    if text[start - 1 : start] in ("至", "到"):
        return scene.edges.name(start - 1, 12)
    return start


def _by_suffix(scene: Scene) -> Iterator[Found]:
    for suffix in matches_at(_SUFFIX, scene.names["work"], scene.text):
        if scene.text.startswith(_NO_WORK_NEXT, suffix.end()):
            continue
        start = _whole(scene, name_start(scene, suffix.start()))
        if regions().candidates(scene.text[start : suffix.end()]):
            continue  # 北海市|铁山港区
        yield from _project(scene, start, suffix.end(), "suffix")


def _named(scene: Scene) -> Iterator[Found]:
    for match in _NAMED.finditer(scene.text):
        if not scene.text.endswith(_KINDS, max(0, match.start() - _LONGEST_KIND), match.start()):
            continue
        start = name_start(scene, match.start(), _MAX_NAMED)
        owned = scene.regions_in(start, match.end()) or scene.names_in("Enterprise", start, match.end())
        if not owned and scene.text.endswith(_OF_SOMEBODY, start, match.start()):
            continue
        yield from _project(scene, start, match.end(), "named")


def _sited(scene: Scene) -> Iterator[Found]:
    """三峡|大丰|80万千瓦海上风电项目, 绵阳|京东方第6代AMOLED生产线: works with a place or a known firm in the name."""
    for match in _WORKS.finditer(scene.text):
        if scene.text.endswith(_IN_A_ZONE, 0, match.start()):
            continue  # 在某产业园区|建设项目
        start = scene.fragment_start(match.end(), max(0, match.start() - _MAX_ITEM))
        doing = max((verb.end() for verb in _DOING.finditer(scene.text, start, match.start())), default=start)
        if scene.names_in("Enterprise", doing, match.start()):
            start = doing  # 兰溪经济开发区推进|欣旺达锂电池项目
        places = scene.regions_in(start, match.start())
        firms = scene.names_in("Enterprise", start, match.start())
        first = min((hit[0] for hit in (*places, *firms)), default=-1)
        group = scene.text.find("集团", start, match.start()) if first < 0 else -1
        first = name_start(scene, group, firm=True) if group >= 0 else first  # 兰石集团|…二期项目
        begin = name_start(scene, first) if first > start else first  # 三峡|大丰80万千瓦海上风电项目
        first = begin if 0 < first - begin <= _OWNER else first
        opening = max((hit[1] for hit in (*places, *firms) if hit[0] == first), default=first)
        if first >= 0 and _DOING.search(scene.text, opening, match.end()):
            continue  # 三台县|因地制宜承接|锂电材料项目
        if (
            first >= 0
            and match.end() - first >= _MIN_WORK
            and not _ANY_WORK.fullmatch(scene.text, opening, match.end())
        ):
            yield from _project(scene, first, match.end(), "sited", told=True)


def _items(scene: Scene) -> Iterator[Found]:
    """The items of a numbered list of projects: 1.南宁比亚迪动力电池及储能系统项目，业主：…"""
    listed = any("项目" in heading for heading in scene.headings.values())
    for match in _ITEM.finditer(scene.text) if listed else ():
        listed_here = "项目" in _headings(scene, match.start()) and not _TASK.match(match.group("name"))
        if listed_here and scene.free(match.start("name"), match.end("name")):
            yield from _project(scene, match.start("name"), match.end("name"), "item", told=True)


def _headings(scene: Scene, offset: int) -> str:
    """The headings of the clause at an offset and of those above it."""
    path = scene.clauses[scene.clause_at(offset)].path
    return "".join(scene.headings.get(path[:depth], "") for depth in range(1, len(path) + 1))
