"""Universities, institutes, laboratories, hospitals, associations and other platforms with a proper name."""

import re
from collections.abc import Iterator

from extract.claims import Claims
from extract.gazetteers.vocabulary import generic, institutions
from extract.model import Found
from extract.recognisers.names import after_conjunction, inner_region, name_start, whole_stretch
from extract.scene import Scene

_SUFFIX = re.compile(
    r"动研所|电研所|机研所|力研所|航研所|声研所|光研所|热研所|职业技术学院|职业学院|技师学院|产业学院|研究总院|研究院|研究所|研究中心|创新研究院|大学(?!生|城|科技)|学院(?!派)|全国重点实验室|国家重点实验室|重点实验室|"
    r"实验室|工业创新中心|产业创新中心|制造业创新中心|技术创新中心|创新中心|检测所|检验所|设计院|科学院|工程院|医院|交易中心分?中心?|交易中心|公共服务平台|研发中心|孵化中心|"
    r"转化中心|协会(?!会)|商会|学会|促进会|联合会"
)
# A part of an institution: 湖南国际低碳技术交易中心|郴州分中心
_PART = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:分中心|分院|分所|分校|校区|分会)")
# An institute of an academy: 中国科学院|苏州纳米所
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,12}?(?:研究所|研究院|研发中心|研究中心|分院|所)(?![在有以属需长])")
_FACULTY = re.compile(r"(?:附属)?[\u4e00-\u9fff]{2,8}?(?:学院|研究院|医院|研究所|研究中心|重点实验室)")
_REMARK = re.compile(r"[（(][^（）()]{0,6}[）)]")  # 省级工程（技术）研究中心 is any of them
_BAD = re.compile(
    r"[的等]|^[式型化类级]|^(?:各|有关|相关|国家级|省级|市级|重点|一批|新型|高等|职业|本地|知名|企业|产业|行业|工程|技术|科技|国内外|国家|地方|专业|设立|县级|基层|定点|三甲|公立|海外|离岸|共享|联合|概念|公共|综合|若干|校企|共性|国际|城市)+$"
)


def recognise(scene: Scene) -> Iterator[Found]:
    """By vocabulary, then by suffix with a proper name in front."""
    claims = Claims(len(scene.text))
    for start, end, word in scene.names["Institution"]:
        entry = institutions().find(word)
        if entry is not None and scene.free(start, end) and not _SUFFIX.match(scene.text, end):
            branch = _branch(scene, end, word)
            stop = branch.end() if branch else end
            name = scene.text[start:stop] if branch else entry.name
            claims.take(start, stop)
            yield _institution(scene, start, stop, name, "vocabulary")
            yield from inner_region(scene, start, stop)
    for suffix in _SUFFIX.finditer(scene.text):
        found = _by_suffix(scene, suffix)
        if found is not None and claims.claim(found.start, found.end):
            yield found
            yield from inner_region(scene, found.start, found.end)


def _branch(scene: Scene, end: int, word: str) -> re.Match[str] | None:
    """The part of an academy or a university that is named right behind it: 苏州纳米所, 管理学院, 附属中山医院."""
    pattern = _BRANCH if word.endswith(("科学院", "工程院", "中科院")) else _FACULTY if word.endswith("大学") else None
    part = pattern.match(scene.text, end) if pattern is not None else None
    if part is None or pattern is _BRANCH:
        return part
    places = scene.regions_in(end, part.end())
    inside = places and places[0][0] != end  # 西安电子科技大学|芜湖|研究院 is a part, but not 某大学与芜湖共建研究院
    return None if inside or scene.edges.strong(part.end(), part.end() - end) > end else part


def _by_suffix(scene: Scene, suffix: re.Match[str]) -> Found | None:
    start = whole_stretch(scene, suffix.start())
    if start is None:
        start = after_conjunction(scene, name_start(scene, suffix.start()), suffix.start())
    head = _REMARK.sub("", scene.text[start : suffix.start()])
    part = _PART.match(scene.text, suffix.end())
    end = part.end() if part else suffix.end()
    if len(head) < 2 or _BAD.search(head) or not scene.free(start, end):
        return None
    name = scene.text[start:end]
    if generic("Institution").is_generic(_REMARK.sub("", name)):
        return None
    if suffix.group() == "研发中心" and not scene.regions_in(start, end):
        return None  # any firm may have one
    if not scene.regions_in(start, end) and suffix.group() not in ("大学", "学院") and len(head) < 4:
        return None
    return _institution(scene, start, end, name, "suffix")


def _institution(scene: Scene, start: int, end: int, name: str, rule: str) -> Found:
    return Found(
        start, end, "Institution", name, scene.id_of("Institution", name), scene.text[start:end], f"institution-{rule}"
    )
