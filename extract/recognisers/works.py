"""Works that a text sets going: 加快推进|虞公港一期工程、岳阳煤炭铁水联运储配基地二期|建设."""

import re
from collections.abc import Iterator

from extract.enumeration import Item
from extract.fragments import fragment
from extract.scene import Scene

# Each alternative begins with a plain sign: so the search passes at once over what none begins with.
_GO = re.compile(
    r"(?:加快(?:推进|建设|实施|推动)?|推进|推动|加速|启动|实施|新建|续建|谋划|争取|做好|抓好|确保|建成投产|建成|促进|开工建设|建设)"
    r"(?!项目|工程|用地|[，。；、]|$)"
)
_NOT_GOING = ("不", "再", "已", "规划")  # before it: 不再|新建, 规划|建设
_JOIN = re.compile(r"、(?!\d{1,3}号(?:泊位|线|井))|以及|和|及")
_REACH = 160
# What a work is called by.
_KINDS = (
    *("项目", "工程", "改扩建", "扩建", "扩能改造", "扩能", "深加工", "生产线", "总装线", "基地", "工厂", "机场"),
    *("铁路", "高铁", "城际", "轻轨", "公路", "高速", "大桥", "隧道", "通道", "泊位", "码头", "航道", "港", "枢纽"),
    *("电站", "核电", "接收站", "风电场", "风电", "水库", "电厂", "污水处理厂", "矿井"),
    *(f"{stage}期" for stage in "一二三四五六七八九十"),
    *(f"{which}井" for which in "一二三四东西南北"),
)
_KIND = re.compile("|".join(_KINDS))
_REMARK = re.compile(r"[（(][^（）()]{2,12}[）)]")
# What may follow the last work of a list up to the end of its fragment.
_DONE = (
    r"(?P<done>(?:的)?(?:建设|前期|开工|投产|投运|达产|满产|稳产|竣工|落地|建成|实施|全面|尽快|早日|年内|按期|如期|在[^，。；、]{2,20}建设"
    r"|\d{4}年|完成|通车|投用)[^，。；、]{0,24})?$"
)
_LISTED = re.compile(r"(?<![高中同平])等(?:(?!企业|公司|单位|行业)[\u4e00-\u9fff]){0,10}?(?:项目|工程)" + _DONE)
_TAIL = re.compile(r"(?:项目|工程)?" + _DONE)
_FIRM = re.compile(r"集团|公司|股份|企业|科技|电器|药业")
_FIRM_FIRST = re.compile(r"[\u4e00-\u9fff]{2,4}(?:集团|公司|股份|[铜铝锡钛锂]业|药业|重工)")
_WAY = re.compile(r"[\u4e00-\u9fff]{2}(?:铁路|高铁|高速|公路|港|机场|大桥|隧道|航道|水道)")
# What is said only of one work: by when it is done, or that it is being prepared.
_DATED = re.compile(r"\d{4}年|前期|早日|投产|达产|开工|竣工|通车|投运|投用")
_NEXT = re.compile(r"，(?:确保|力争|争取|计划)?(?:\d{4}年|早日|年内|尽早)")
_NUMBER = re.compile(r"[一二三四五六七八九十]期|第[一二三四五六]条|\d")
# Words that tell nothing of one work: what is left of a name without them must be something.
_PLAIN = re.compile(
    r"重大|重点|重要|标志性|一批|各类|相关|有关|产业|工业|农业|基础设施|交通|水利|能源|投资|招商|招引|引资|签约|建设|科技|创新|成果|转化|民生|合作|外资"
    r"|示范|试点|技术|改造|升级|技改|智能化|数字化|绿色化|绿色|节能|降碳|低碳|环保|安全|设备|更新|配套|储备|龙头|优质|高质量|制造业|专项|企业|补链|强链|延链"
    r"|延伸|标准|厂房|新能源|新材料|重大|大|好|新|的|个|类|园区|县域|乡村|提升|增效|提质|扩能|扩产|增资|等|在建|拟建|前期|本地|全市|全省|全县|全区"
    r"|制造|生产|研发|加工|基地|工程|项目|设施|公共|服务|平台|集群|链|产业链|产业园|智能|未来|标杆|海外|工厂|车间"
)
_CLOSED = re.compile(
    r"(?:基地|园|园区|区|小镇|中心|平台|实验室|研究院|体系|机制|网络|集群|产业|产业链|企业)(?:[一二三四五六]期)?$"
)
# What no name of a work holds: a number of works, or what somebody does.
_OTHER = re.compile(
    r"\d工程|\d(?:个|项|条|家|座|批)|亿级|^(?:至少|不少于|每年)|承接|布局|共建|完善|落地|引进|打造|培育|形成|与|如期|(?<![高中同平])等"
)
_PROJECT = re.compile(r"(?:项目|工程)$")
_LONGEST, _SHORTEST, _TELLING, _SOME = 44, 4, 7, 2


def works(scene: Scene) -> Iterator[Item]:
    """The works of each list that follows a word of furthering, if they can be told from works in general.

    A work is one of its own by a place or firm in its name, a stage or a figure, by what is said of it, or because the
    sentence tells whose it is; where one work of a list is, those beside it are.
    """
    text, reached = scene.text, 0
    for kind in _KIND.finditer(text):
        if kind.start() < reached:
            continue
        start, reached = fragment(scene, scene.sentence_at(kind.start()), kind.start())
        end = reached
        go = _going(text, start, end)
        if go is None or not _SHORTEST <= end - go.end() <= _REACH:
            continue
        items, tail = _items(text, go.end(), end)
        if tail is None:
            continue
        dated = _DATED.search(tail["done"] or "") is not None or _NEXT.match(text, end) is not None
        if dated or any(_is_one(scene, item, go.start()) for item in items):
            yield from (item for item in items if (tail.re is _LISTED and len(items) > 1) or _tells(text, item, _SOME))
        elif _is_whose(scene, go.start()):
            yield from (item for item in items if _PROJECT.search(text, item.start, item.end) and _tells(text, item))


def _going(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last word of furthering in a fragment."""
    last = None
    for go in _GO.finditer(text, start, end):
        if not text.endswith(_NOT_GOING, start, go.start()):
            last = go
    return last


def _items(text: str, start: int, end: int) -> tuple[list[Item], re.Match[str] | None]:
    """The works of the list in [start, end), and what follows its last one up to the end."""
    *parts, (first, last) = _split(text, start, end)
    items = [Item(*part) for part in parts]
    tail = _LISTED.search(text, first, last)
    if tail is not None:
        items.append(Item(first, tail.start()))
        return [item for item in items if _fits(text, item, told=True)], tail
    for kind in reversed(list(_KIND.finditer(text, first, last))):
        tail = _TAIL.match(text, kind.end(), last)
        if tail is not None:
            items.append(Item(first, kind.end()))
            works = all(_ends(text, item.start, item.end) for item in items)
            told = any(_PROJECT.search(text, item.start, item.end) for item in items)
            return [item for item in items if works and _fits(text, item, told)], tail
    return [], None


def _ends(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends as a work does, a remark in brackets aside."""
    if text[end - 1] in "）)":
        opening = max(text.rfind("（", start, end), text.rfind("(", start, end))
        end = opening if opening > start and _REMARK.fullmatch(text, opening, end) else end
    return text.endswith(_KINDS, start, end)


def _fits(text: str, item: Item, told: bool) -> bool:
    """Whether a stretch may be the name of a work; `told`: the list says that its items are."""
    fits = _SHORTEST <= item.end - item.start <= _LONGEST and not _OTHER.search(text, item.start, item.end)
    return fits and (told or not _CLOSED.search(text, item.start, item.end))


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the joints of a list; one in brackets is none, nor a conjunction behind what is no work."""
    for joint in _JOIN.finditer(text, start, end):
        if text.count("（", start, joint.start()) != text.count("）", start, joint.start()):
            continue
        alike = text.startswith(text[start : start + 2], joint.end())  # 临沂智慧物流城和|临沂启阳机场改扩建工程
        if joint.group() == "、" or alike or _ends(text, start, joint.start()):
            if joint.start() > start:
                yield start, joint.start()
            start = joint.end()
    yield start, end


def _is_one(scene: Scene, item: Item, offset: int) -> bool:
    """Whether a name tells one work: by a place or firm in it (also one that its sentence names before `offset`), a
    stage or a figure."""
    text = scene.text
    if not _tells(text, item, _SOME):
        return False
    if _FIRM_FIRST.match(text, item.start, item.end) or _WAY.search(text, item.start, item.end):
        return True
    known = text.find(text[item.start : item.start + 2], scene.sentence_at(offset).start, offset)
    if known >= 0 and _FIRM.search(text, known + 2, known + 6):
        return True  # 支持鸣志电器…，加快|鸣志智能制造基地项目
    named = scene.regions_in(item.start, item.end - 1) or scene.names_in("Enterprise", item.start, item.end)
    return bool(named) or _NUMBER.search(text, item.start, item.end) is not None


def _is_whose(scene: Scene, offset: int) -> bool:
    """Whether the sentence says before `offset` whose the works are: it names a firm."""
    start = scene.sentence_at(offset).start
    return _FIRM.search(scene.text, start, offset) is not None or bool(scene.names_in("Enterprise", start, offset))


def _tells(text: str, item: Item, least: int = _TELLING) -> bool:
    """Whether a name holds at least so many characters beside the words of any work."""
    return len(_PLAIN.sub("", text[item.start : item.end])) >= least
