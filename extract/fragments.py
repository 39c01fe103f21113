"""What the relation rules share: fragments of a sentence, lists of mentions side by side."""

import re
from bisect import bisect_left, bisect_right

from extract.model import Found, Piece
from extract.scene import Scene
from extract.structure import ClauseSpan

PLACES = ("Province", "City", "County", "Town")
_NEGATION = re.compile(r"不得|不再|禁止|严禁|防止|避免|未能|尚未|没有|无法|并非|不宜|不予|暂不")
_SUPPORTED = re.compile(r"(?:布局在|集中在|集聚在|支持|推动|鼓励|引导|促进|推进|加快|指导|推荐)$")
SUPPORTS = re.compile(r"支持|推动|鼓励|引导|促进|扶持")
_OPENING = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+[章节条]|[一二三四五六七八九十]是|——|到?20\d\d年(?:底|末)?[，,])*"
)
_CONDITION = re.compile(r"(?:如果|如(?=[需遇与有引发能在由未]|将)|若|假如|倘若|凡|确需)")
_GENERAL = re.compile(r"对于?[^，]{0,12}的")  # 对与高校合作的企业，给予…: a rule for all that do
_BUILT = re.compile(r"(?:建设|打造|提升|共建|建好|做强|壮大)(?:了|好)?$")
# 支持甲区推进…项目、|乙区|推进…项目
_DOES = re.compile(r"推进|加快|建设|重点|大力|主攻|发展|布局|打造|依托|培育|做强|做优|承接")
_TERM = 8
_LONGEST_PLACE = 12
_MEANS, _LONGEST_OPENING = ("依托", "立足", "发挥", "在"), 8
# Possessive: a quotation may begin with the joining signs themselves, which would else be tried in every split
_BESIDE = re.compile(r"^(?:[\u4e00-\u9fff]{0,4}“[\u4e00-\u9fff]{1,6}”、?|[、和与及等“”]|以及)*+$")


def fragment(scene: Scene, sentence: Piece, offset: int) -> tuple[int, int]:
    """The part of a sentence between commas that holds `offset`; commas inside brackets divide as well."""
    stops, start, end = scene.stops, sentence.start, sentence.end
    index = bisect_left(stops, offset)
    if index and stops[index - 1] >= start:
        start = stops[index - 1] + 1
    if index < len(stops) and stops[index] < end:
        end = stops[index]
    return start if start < offset else offset, end if end > offset else offset


def negated(text: str) -> bool:
    """Whether a fragment denies what it says (phenomenon 10 of DESIGN 5)."""
    return _NEGATION.search(text) is not None


def run_before(scene: Scene, items: list[Found], index: int) -> list[Found]:
    """The mention at `index` with those joined to it on the left by 、 or 和."""
    run = [items[index]]
    while index > 0 and _BESIDE.match(scene.text[items[index - 1].end : items[index].start]):
        index -= 1
        run.insert(0, items[index])
    return run


def in_duty(scene: Scene, offset: int) -> bool:
    """Whether an offset lies in a responsibility bracket or line."""
    index = bisect_right(scene.duty_starts, offset) - 1
    return index >= 0 and offset < scene.duties[index].end


def subject_of(scene: Scene, sentence: Piece, offset: int) -> Found | None:
    """The place that governs `offset` in its sentence: the last region or park before it that is supported
    (支持吴中区…，依托…) or that opens the sentence as the one that acts (醴陵市以…为载体…); None where there is none.
    """
    for item in reversed(scene.within(sentence.start, offset, *PLACES, "Park")):
        if item.label == "Park" and _BUILT.search(scene.text, max(sentence.start, item.start - 6), item.start):
            return item
        if (
            not item.listed
            or item.rule == "deixis"
            or (scene.text[item.end : item.end + 1] in "、与和及的" and not _with_a_firm(scene, item))
        ):
            continue
        if acts(scene, sentence, item):
            return item if not _is_joined(scene, item) else None
    return _headed(scene, sentence)


def _with_a_firm(scene: Scene, item: Found) -> bool:
    """Whether a place has a firm or an institution for its partner, and so acts on by itself: 甲市|与某集团…"""
    partner = scene.within(item.end + 1, item.end + _LONGEST_PLACE, "Enterprise", "Institution")
    return scene.text[item.end : item.end + 1] == "与" and bool(partner) and partner[0].start == item.end + 1


def _is_joined(scene: Scene, item: Found) -> bool:
    """Whether a place is the last of a list of places: 支持金台区、|陈仓区|发展…"""
    before = scene.within(max(0, item.start - _LONGEST_PLACE), item.start, *PLACES, "Park")
    return scene.text[item.start - 1 : item.start] in "、和与" and any(one.end == item.start - 1 for one in before)


def relied_on(scene: Scene, sentence: Piece, offset: int) -> list[Found]:
    """The places whose means a sentence opens with, before `offset`: 依托|长垣市|起重机械产业基础，支持…"""
    items = [item for item in scene.within(sentence.start, offset, *PLACES, "Park") if item.listed]
    for index, item in enumerate(items):
        opens = item.start - sentence.start <= _LONGEST_OPENING and scene.text.endswith(_MEANS, 0, item.start)
        if opens and item.rule != "deixis":
            last = index
            while last + 1 < len(items) and _BESIDE.match(scene.text[items[last].end : items[last + 1].start]):
                last += 1
            return items[index : last + 1]
    return []


def acts(scene: Scene, sentence: Piece, item: Found) -> bool:
    """Whether a mention opens its sentence or fragment, or stands behind 支持."""
    start = item.start
    while (above := scene.region_before(start)) is not None and item.label in PLACES:
        start = above[0]  # 绥化市|望奎县
    sign = scene.text[start - 1 : start]
    begins = sign in "，；,;即" or (sign == "、" and _DOES.match(scene.text, item.end) is not None)
    opens = begins or _OPENING.fullmatch(scene.text, sentence.start, start) is not None
    return opens or _SUPPORTED.search(scene.text, max(sentence.start, start - 4), start) is not None


def subjects_of(scene: Scene, sentence: Piece, offset: int) -> list[Found]:
    """The places that govern `offset` together: 鼓励嘉定区、青浦区等区…，培育…; else the one that does."""
    items = [item for item in scene.within(sentence.start, offset, *PLACES, "Park") if item.listed]
    for index in range(len(items) - 1, 0, -1):
        run = run_before(scene, items, index)
        after = scene.text[run[-1].end : run[-1].end + 1]
        if len(run) > 1 and after not in "、与和及的" and acts(scene, sentence, run[0]):
            return run
    governing = subject_of(scene, sentence, offset)
    return [governing] if governing is not None else []


def _headed(scene: Scene, sentence: Piece) -> Found | None:
    """The park that is all a clause's heading speaks of (（一）提升粤桂合作特别试验区。): it governs the clause."""
    clause = scene.clauses[sentence.clause]
    if not clause.heading:
        return None
    end = max(heading_start(scene, clause), clause.start) + len(clause.heading)
    named = [item for item in scene.within(clause.start, end, *PLACES, "Park") if item.listed]
    alone = len(named) == 1 and named[0].label == "Park" and named[0].end >= end - 3
    return named[0] if alone and sentence.start >= end - 3 else None


def heading_start(scene: Scene, clause: ClauseSpan) -> int:
    """Where a clause's heading stands; -1 where it does not stand in the clause as it is written."""
    return scene.text.find(clause.heading, clause.start, clause.end)


def owner_of(scene: Scene, found: Found) -> Found | None:
    """The place right before a mention that it belongs to by the words: 湘潭|天易经开区, 长沙的|中南大学."""
    for end in (found.start, found.start - 1):
        if end != found.start and scene.text[end : found.start] != "的":
            continue
        for item in scene.within(max(0, end - 12), end, *PLACES):
            if item.end == end and item.listed and item.rule != "deixis":
                return item
    return None


def is_supposed(scene: Scene, sentence: Piece, offset: int) -> bool:
    """Whether what stands at `offset` is a condition (如与武汉共建园区，…) or quoted speech (“与郑州对接不畅”)."""
    start, _ = fragment(scene, sentence, offset)
    opening = scene.text.rfind("“", sentence.start, offset)
    closing = scene.text.find("”", opening) if opening >= 0 else -1
    quoted = opening >= 0 and closing > offset and closing - opening > _TERM  # a short one is a term: “飞地园区”
    return quoted or is_condition(scene, start) or _GENERAL.match(scene.text, start) is not None


def is_condition(scene: Scene, start: int) -> bool:
    """Whether the fragment that begins at `start` says what might be (若引进…)."""
    return _CONDITION.match(scene.text, start) is not None
