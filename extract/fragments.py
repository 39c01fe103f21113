"""What the relation rules share: fragments of a sentence, lists of mentions side by side."""

import re
from bisect import bisect_left, bisect_right

from extract.model import Found, Piece
from extract.scene import Scene
from extract.structure import ClauseSpan

PLACES = ("Province", "City", "County", "Town")
_NEGATION = re.compile(r"不得|不再|禁止|严禁|防止|避免|未能|尚未|没有|无法|并非|不宜|不予|暂不")
_SUPPORTED = re.compile(r"(?:布局在|集中在|集聚在|支持|推动|鼓励|引导|促进|推进|加快|指导|推荐)$")
_OPENING = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+[章节条]|[一二三四五六七八九十]是|——|到?20\d\d年(?:底|末)?[，,])*"
)
_CONDITION = re.compile(r"(?:如果|如(?=[需遇与有引发能在由未]|将)|若|假如|倘若|凡|确需)")
_GENERAL = re.compile(r"对于?[^，]{0,12}的")  # 对与高校合作的企业，给予…: a rule for all that do
_BUILT = re.compile(r"(?:建设|打造|提升|共建|建好|做强|壮大)(?:了|好)?$")
_TERM = 8
_BESIDE = re.compile(r"^(?:、|和|与|及|以及|等|[“”]|[\u4e00-\u9fff]{0,4}“[\u4e00-\u9fff]{1,6}”、?)*$")


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
    index = bisect_right(scene.duties, offset, key=lambda duty: duty.start) - 1
    return index >= 0 and offset < scene.duties[index].end


def subject_of(scene: Scene, sentence: Piece, offset: int) -> Found | None:
    """The place that governs `offset` in its sentence: the last region or park before it that is supported
    (支持吴中区…，依托…) or that opens the sentence as the one that acts (醴陵市以…为载体…); None where there is none.
    """
    for item in reversed(scene.within(sentence.start, offset, *PLACES, "Park")):
        if item.label == "Park" and _BUILT.search(scene.text, max(sentence.start, item.start - 6), item.start):
            return item
        if not item.listed or item.rule == "deixis" or scene.text[item.end : item.end + 1] in "、与和及的":
            continue
        if _acts(scene, sentence, item):
            return item
    return _headed(scene, sentence)


def _acts(scene: Scene, sentence: Piece, item: Found) -> bool:
    """Whether a mention opens its sentence or fragment, or stands behind 支持."""
    begins = scene.text[item.start - 1 : item.start] in "，；,;"
    opens = begins or _OPENING.fullmatch(scene.text, sentence.start, item.start) is not None
    return opens or _SUPPORTED.search(scene.text, max(sentence.start, item.start - 4), item.start) is not None


def subjects_of(scene: Scene, sentence: Piece, offset: int) -> list[Found]:
    """The places that govern `offset` together: 鼓励嘉定区、青浦区等区…，培育…; else the one that does."""
    items = [item for item in scene.within(sentence.start, offset, *PLACES, "Park") if item.listed]
    for index in range(len(items) - 1, 0, -1):
        run = run_before(scene, items, index)
        after = scene.text[run[-1].end : run[-1].end + 1]
        if len(run) > 1 and after not in "、与和及的" and _acts(scene, sentence, run[0]):
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
