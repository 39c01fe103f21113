"""Universities, institutes, laboratories, hospitals, associations and other platforms with a proper name."""

import re
from collections.abc import Iterator

from extract import cues
from extract.claims import Claims
from extract.gazetteers.vocabulary import generic
from extract.model import Found
from extract.recognisers.names import after_conjunction, inner_region, name_start, whole_stretch
from extract.scan import matches_at
from extract.scene import Scene
from extract.segment import is_name

_SUFFIX = re.compile(cues.INSTITUTION)
# A part of an institution: 湖南国际低碳技术交易中心|郴州分中心
_PART = re.compile(r"(?![在设建与和及])[\u4e00-\u9fff]{2,6}?(?:研究院|分中心|分院|分所|分校|校区|分会)")
# An institute of an academy: 中国科学院|苏州纳米所
_BRANCH = re.compile(
    r"(?:科学与工程|科学与技术|(?![等和与、及])[\u4e00-\u9fff]){2,12}?(?:研究所(?:[\u4e00-\u9fff]{2,4}分所)?|研究院|研发中心|研究中心|分院|医院|所)(?![在有以属需长])"
)
_FACULTY = re.compile(
    r"(?:第[一二三四五六]附属医院|总医院)|(?![与和及])(?:附属)?[\u4e00-\u9fff]{2,8}?(?:学院|研究院|医院|研究所|研究中心|重点实验室|校区|分校|研究生院)"
)
_PLACE = re.compile(r"[（(](?P<place>[\u4e00-\u9fff]{2,6})[）)]")
_REMARK = re.compile(r"[（(][^（）()]{0,6}[）)]")  # 省级工程（技术）研究中心 is any of them
# Any firm or trade may have one: a name only with a place in it.
_PLACED = frozenset(["研发中心", "孵化器", "产业联盟", "创新联盟", "技术联盟", "创新服务综合体", "产教融合联合体"])
_SHORTEST_HEAD, _REACH, _SHARED = 4, 24, ("国家地方共建", "国地共建")
_FIRM = ("有限公司", "股份有限公司", "有限责任公司", "公司", "集团")
_NUMBERED = re.compile(r"第?[一二三四五六七八九十百\d]{1,4}(?:研究)?[所院](?![有在以属需长])")  # 中国电科|二所
_AND, _BODY = re.compile(r"[与和及]"), re.compile(r"(?:大学|学院|院|所|公司|集团|中心|企业|高校|实验室)$")
# 深海|科学与工程|研究所, 真实世界数据|研究与创新|中心: one field, not two
_FIXED = re.compile(r"(?:科学|研究|信息|数据|技术)与(?:工程|技术|发展|创新|应用|管理)")
_BAD = re.compile(
    r"[的等]|^[式型化类级]|^[进出]口|^(?:各|有关|相关|国家级|省级|市级|重点|一批|新型|高等|职业|本地|知名|企业|产业|行业|工程|技术|科技|国内外|国家|地方|专业|设立|县级|基层|定点|三甲|公立|海外|离岸|共享|联合|概念|公共|综合|若干|校企|共性|国际|城市)+$"
)


def recognise(scene: Scene) -> Iterator[Found]:
    """By vocabulary, then by suffix with a proper name in front."""
    claims = Claims(len(scene.text))
    for start, end, word in scene.names["Institution"]:
        entry = scene.known.institutions.find(word)
        if entry is not None and scene.free(start, end) and not _SUFFIX.match(scene.text, end):
            branch = _branch(scene, end, word)
            stop = branch.end() if branch else end
            campus = branch is not None or word.endswith(
                "大学"
            )  # 北京理工大学|长三角研究院|（嘉兴）, 山东大学|（威海）
            seat = _PLACE.match(scene.text, stop) if campus else None
            stop = seat.end() if seat is not None and scene.regions_in(*seat.span("place")) else stop
            name = scene.text[start:stop] if stop > end else entry.name
            claims.take(start, stop)
            yield _institution(scene, start, stop, name, "vocabulary")
            yield from inner_region(scene, start, stop)
    for start, end, _ in scene.names["Enterprise"]:
        number = _NUMBERED.match(scene.text, end)
        if number is not None and claims.claim(start, number.end()):
            name = scene.text[start : number.end()]
            yield _institution(scene, start, number.end(), name, "numbered")
    for suffix in matches_at(_SUFFIX, scene.names["institution"], scene.text):
        found = _by_suffix(scene, suffix)
        if found is not None and claims.claim(found.start, found.end):
            yield found
            yield from inner_region(scene, found.start, found.end)


def _branch(scene: Scene, end: int, word: str) -> re.Match[str] | None:
    """The part of an academy or a university that is named right behind it: 苏州纳米所, 管理学院, 附属中山医院."""
    pattern = (
        _BRANCH
        if word.endswith(("科学院", "工程院", "中科院"))
        else _FACULTY
        if word.endswith(("大学", "医学院"))
        else None
    )
    part = pattern.match(scene.text, end) if pattern is not None else None
    if part is None or pattern is _BRANCH or part.group().endswith(("校区", "分校")):
        return part
    # 西安电子科技大学|芜湖研究院 is a part, but not 某大学与芜湖共建研究院
    return None if scene.edges.name(part.end(), part.end() - end) > end else part


def _by_suffix(scene: Scene, suffix: re.Match[str]) -> Found | None:
    start = whole_stretch(scene, suffix.start())
    if start is None:
        start = _joint_field(scene, suffix)
    if start is None:
        start = after_conjunction(scene, _fixed_start(scene, suffix.start()), suffix.start(), _FIXED)
    start = _behind_other(scene, start, suffix.start())
    head = _REMARK.sub("", scene.text[start : suffix.start()])
    if scene.text.startswith(_FIRM, suffix.end()):
        return None  # 某检测中心|有限公司
    part = _PART.match(scene.text, suffix.end()) or _seat(scene, start, suffix.end())
    end = part.end() if part else suffix.end()
    if len(head) < 2 or _BAD.search(head) or not scene.free(start, end):
        return None
    name = scene.text[start:end]
    if generic("Institution").is_generic(_REMARK.sub("", name)):
        return None
    if suffix.group() in _PLACED and not scene.regions_in(start, end):
        return None
    owned = scene.regions_in(start, end) or scene.names_in("Enterprise", start, suffix.start())
    named = suffix.group() in ("大学", "学院") or (suffix.group() == "实验室" and is_name(head))  # 南湖实验室
    if not owned and not named and len(head) < _SHORTEST_HEAD:
        return None
    return _institution(scene, start, end, name, "suffix")


def _fixed_start(scene: Scene, end: int) -> int:
    """Where a name begins that may hold a fixed pair of words, inside which none begins."""
    start = name_start(scene, end)
    pair = _FIXED.search(scene.text, max(0, start - 3), start + 3)
    return name_start(scene, pair.start()) if pair is not None and pair.start() < start else start


def _behind_other(scene: Scene, start: int, end: int) -> int:
    """Where the second of two begins the first of which is known: 合肥工业大学与|皖西|学院."""
    for left, right, _ in scene.names_in("Institution", start, end):
        if left == start and _AND.match(scene.text, right) and right + 1 < end and "企业" not in scene.text[right:end]:
            return right + 1
    return start


def _seat(scene: Scene, start: int, end: int) -> re.Match[str] | None:
    """The place in brackets with which a national centre's name ends: 国家酒类产品质量检验检测中心|（贵州）."""
    seat = _PLACE.match(scene.text, end) if scene.text.startswith("国家", start) else None
    return seat if seat is not None and scene.regions_in(*seat.span("place")) else None


def _joint_field(scene: Scene, suffix: re.Match[str]) -> int | None:
    """Where a key laboratory or a national centre begins whose field is joint (汽车底盘集成与仿生|全国重点实验室,
    国家集成电路特色工艺及封装测试|创新中心) or that several build (国家地方共建|…创新中心); None for others."""
    laboratory, end = suffix.group().endswith("重点实验室"), suffix.start()
    national = scene.text.rfind("国家", max(0, end - _REACH), end) if suffix.group().endswith("中心") else -1
    if not laboratory and national < 0:
        return None
    opening = scene.fragment_start(end)
    start = max(opening, scene.edges.strong(end))
    if not laboratory:
        built = scene.text.startswith(_SHARED, national)
        if national < opening or built:
            return national if built and national >= opening else None
        start = max(start, national)
    joint = _AND.search(scene.text, start + 2, suffix.start() - 1)
    owners = scene.names_in("Enterprise", start, suffix.start())
    start = max((hit[1] for hit in owners if hit[0] == start), default=start)  # 以岭药业|络病研究与创新中药
    return start if joint is not None and not _BODY.search(scene.text, start, joint.start()) else None


def _institution(scene: Scene, start: int, end: int, name: str, rule: str) -> Found:
    return Found(
        start, end, "Institution", name, scene.id_of("Institution", name), scene.text[start:end], f"institution-{rule}"
    )
