"""Where a document says who answers for a clause: brackets, lines and tails, with the units and their roles.

Phenomenon 5 of DESIGN 5. Only brackets and lines with a responsibility mark count, or a bracket that is a list of units
with 负责/牵头 behind it; prose (由甲牵头、乙参加) does not.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from extract.brackets import outer_brackets
from extract.duty_tables import rows
from extract.scan import either
from graph.values import value

LEAD, MEMBER, UNSAID = "lead", "member", ""
_ITEM_ENDS = re.compile(r"[、，,；;：:。 　（(\[［）)\]］]")  # what parts items, and inner brackets
_BARE_TAIL = re.compile(r"(?:局|委|办|厅|部|院|室|会|署|处|科|中心|支队|总队|公司|集团|政府|管委会)$")
_LIST_TAIL = re.compile(_BARE_TAIL.pattern.replace("支队", "科协|残联|文联|社科联|侨联|支队"))
_LEVEL_HEAD = re.compile(r"^[市省区县州国自中]|政府$|管委会$")
_ITEM_SIGN = re.compile(r"[、，,；;]")
_LINE_END = re.compile(r"[。\n]")
_MAX_UNIT = 40
_ROLE_REMARK = re.compile(r"[（(](牵头|主办|主责|配合|协办|参与)(?:单位)?[）)]$")
_REMARK_ENDS = ("）", ")")
_LEADING = ("牵头", "主办", "主责")
# （运用促进处，张三，63910000）: a unit, who in it, and the telephone
_CONTACT = re.compile(
    r"(?P<unit>[^，,。；]{2,20}(?:处|科|室|局|委|办|厅|中心|部))[，,][\u4e00-\u9fff]{2,4}[，,][\d\-—]{7,13}"
)
_DITTO, _DITTO_LAST = "下同", re.compile("下同$")
_RULED = "为牵头"  # what every rule on roles says
_TIME = "时"  # stands in every word of the next
_LEAD_IN = re.compile(r"(?:(?:各项|以上|上述)(?:任务|工作|措施|政策)?)?由|[和及与]")
_DEADLINE = re.compile(r"[，,；;。、]?\s?(?:完成时限|完成时间|办结时限|时间节点|时限|时间)[：:]")


@value
class Unit:
    """A unit as written at [start, end), with the role the words give (lead, member, or empty)."""

    start: int
    end: int
    role: str


@value
class Duty:
    """One bracket, line or table row: the span of its units, the units in order, and where the words begin that prove
    it (the row's task, else the span itself)."""

    start: int
    end: int
    units: tuple[Unit, ...]
    proof: int


@dataclass(frozen=True, slots=True)
class _Words:
    mark: re.Pattern[str]
    tail: re.Pattern[str]
    longest_tail: int
    role_of_mark: dict[str, str]
    role_of_tail: dict[str, str]
    first: re.Pattern[str]
    comma: re.Pattern[str]
    generic_starts: tuple[str, ...]
    generic_words: tuple[str, ...]
    generic_units: frozenset[str]


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("extract").joinpath("data/duty_words.toml").read_text(encoding="utf-8"))
    marks, tails = raw["marks"], raw["tails"]
    names = {"lead": LEAD, "member": MEMBER, "plain": UNSAID}
    return _Words(
        re.compile(rf"(?:{either([*marks['lead'], *marks['member'], *marks['plain']])})(?:为)?[：:]"),
        re.compile(
            r"(?:等(?:相关|有关)?(?:单位|部门|处室|科室|机构)?)?"
            rf"({either([*tails['lead'], *tails['member'], *tails['plain']])})$"
        ),
        len("等相关单位") + max(len(word) for kind in tails.values() for word in kind),
        {word: names[kind] for kind, words in marks.items() for word in words},
        {word: names[kind] for kind, words in tails.items() for word in words},
        re.compile(either(raw["rules"]["first"])),
        re.compile(either(raw["rules"]["comma"])),
        tuple(raw["generic"]["starts"]),
        tuple(raw["generic"]["words"]),
        frozenset(raw["generic"]["units"]),
    )


def is_generic_unit(text: str) -> bool:
    """Whether a unit stands for many (各县市区人民政府): such units are no agencies."""
    words = _words()
    return (
        text.startswith(words.generic_starts)
        or text in words.generic_units
        or any(w in text for w in words.generic_words)
    )


def find_duties(text: str) -> tuple[Duty, ...]:
    """All responsibility brackets and lines of a text in order, roles settled by marks or the document's own rule."""
    found: list[Duty] = []
    rule = _role_rule(text)
    noted = bool(rule) or _DITTO in text
    for bracket in outer_brackets(text):
        start, end = bracket.inner()
        note = _rule_note(text[start:end]) if noted else None
        end = start + note if note is not None else end
        duty = _read(text, start, end, bracket.start, bracket.end)
        if duty is not None:
            found.append(duty)
    covered = [(duty.start, duty.end) for duty in found]
    found.extend(_lines(text, covered))
    found.extend(_tables(text))
    found.sort(key=lambda duty: duty.start)
    return tuple(_settle(duty, text, rule) for duty in found)


def _role_rule(text: str) -> str:
    """Which rule on roles the document states for all its lists, or none."""
    words = _words()
    if _RULED not in text:
        return ""
    return "first" if words.first.search(text) else "comma" if words.comma.search(text) else ""


def _read(text: str, start: int, end: int, outer_start: int, outer_end: int) -> Duty | None:
    last = text[end - 1]
    contact = _CONTACT.fullmatch(text, start, end) if last.isdecimal() or last in "-—" else None
    if contact is not None:
        units = tuple(_units(text, start, contact.end("unit")))
        return Duty(outer_start, outer_end, units, outer_start) if units else None
    deadline = _DEADLINE.search(text, start, end) if text.find(_TIME, start, end) >= 0 else None
    if deadline is not None and deadline.start() > start:
        end = deadline.start()
    content = text[start:end]
    mark = _words().mark.match(content)
    if mark is None and not _units_with_tail(content) and not _bare_list(text, content, outer_end):
        return None
    units = tuple(_units(text, start, end))
    return Duty(outer_start, outer_end, units, outer_start) if units else None


def _rule_note(content: str) -> int | None:
    """Where the list ends because a remark on roles begins (…，排第一的为牵头单位，下同)."""
    words = _words()
    note = words.first.search(content) or words.comma.search(content) or _DITTO_LAST.search(content)
    if note is None:
        return None
    return max(content.rfind(sign, 0, note.start()) for sign in "，,、；;（(。")


def _units_with_tail(content: str) -> bool:
    """省发展改革委、省财政厅按职责分工负责; 市科技局牵头，市财政局配合."""
    if len(content) > 600 or "。" in content:
        return False
    words = _words()
    tail = words.tail.search(content, max(0, len(content) - words.longest_tail))
    if tail is None:
        return False
    first = _ITEM_SIGN.split(content[: tail.start()], 1)[0]
    first = words.tail.sub("", first)
    return bool(_BARE_TAIL.search(first)) and len(first) <= _MAX_UNIT


def _bare_list(text: str, content: str, outer_end: int) -> bool:
    """（市科委、市经济信息化委、相关区） at the end of a paragraph: every item has the form of a unit or is generic,
    and the first is a body of a level of government."""
    if not 3 <= len(content) <= 400 or (outer_end < len(text) and text[outer_end] not in "\n。"):
        return False
    items = _ITEM_SIGN.split(content)
    if not (_LEVEL_HEAD.search(items[0]) and _LIST_TAIL.search(items[0])):
        return False
    return all(is_generic_unit(item) or (len(item) <= _MAX_UNIT and _LIST_TAIL.search(item)) for item in items)


def _lines(text: str, covered: list[tuple[int, int]]) -> Iterator[Duty]:
    """责任单位：甲、乙 as a line, or the end of one, outside brackets."""
    inside = iter(covered)
    current = next(inside, None)
    reach = 0
    for mark in _words().mark.finditer(text):
        while current is not None and current[1] <= mark.start():
            current = next(inside, None)
        if mark.start() < reach or (current is not None and current[0] <= mark.start()):
            continue
        if mark.start() > 0 and text[mark.start() - 1] not in "\n。；;，,":
            continue
        stop = _LINE_END.search(text, mark.end(), mark.end() + 1500)
        end = stop.start() if stop else min(len(text), mark.end() + 1500)
        reach = end
        units = tuple(_units(text, mark.start(), end))
        if units:
            yield Duty(mark.start(), end, units, mark.start())


def _tables(text: str) -> Iterator[Duty]:
    """The rows of tables with a column of units."""
    words = _words()
    for row in rows(text, words.role_of_mark.__contains__):
        units = tuple(
            replace(unit, role=unit.role or words.role_of_mark[cell.mark])
            for cell in row.cells
            for unit in _units(text, cell.start, cell.end)
        )
        if units:
            yield Duty(row.cells[0].start, row.end, units, row.start)


def _units(text: str, start: int, end: int) -> Iterator[Unit]:
    """The units of [start, end), each with the role of the mark before it or the tail behind its group."""
    words, role, position = _words(), UNSAID, start
    group: list[Unit] = []
    while position < end:
        mark = words.mark.match(text, position, end)
        if mark is not None:
            yield from group
            group, role, position = [], words.role_of_mark[mark.group().rstrip("：:为")], mark.end()
            continue
        stop = _item_end(text, position, end)
        remark = text.endswith(_REMARK_ENDS, position, stop) and _ROLE_REMARK.search(text, position, stop) is not None
        following = words.mark.search(text, position + 2, stop + 1) if not remark else None
        stop = following.start() if following is not None else stop
        unit, tail = _unit(text, position, stop, role)
        if unit is not None:
            group.append(unit)
        if tail is not None:
            yield from (replace(item, role=tail) if tail else item for item in group)
            group = []
        position = stop if following is not None else stop + 1
    yield from group


def _item_end(text: str, start: int, end: int) -> int:
    """The next separator outside inner brackets, or `end`."""
    depth = 0
    for match in _ITEM_ENDS.finditer(text, start, end):
        sign = match.group()
        if sign in "（([［":
            depth += 1
        elif sign in "）)]］":
            depth = max(0, depth - 1)
        elif depth == 0:
            return match.start()
    return end


def _unit(text: str, start: int, end: int, role: str) -> tuple[Unit | None, str | None]:
    """One item as a unit, and the role its tail gives to the group (None without a tail)."""
    words, given = _words(), None
    remark = _ROLE_REMARK.search(text, start, end) if text.endswith(_REMARK_ENDS, start, end) else None
    if remark is not None:
        role, end = LEAD if remark.group(1) in _LEADING else MEMBER, remark.start()  # 市发展改革局|（牵头）
    tail = words.tail.search(text, max(start, end - words.longest_tail), end)
    if tail is not None:
        given, end = words.role_of_tail[tail.group(1)], tail.start()
    if text.endswith("等", start, end):
        end -= 1
    lead = _LEAD_IN.match(text, start, end)
    start = lead.end() if lead is not None else start
    if not 2 <= end - start <= _MAX_UNIT:
        return None, given
    return Unit(start, end, role), given


def _settle(duty: Duty, text: str, rule: str) -> Duty:
    """Roles where the words of the list say nothing: by the document's rule, else member."""
    units = list(duty.units)
    if rule and units and all(unit.role == UNSAID for unit in units):
        if rule == "first":
            units[0] = replace(units[0], role=LEAD)
        else:
            gap = next((i for i in range(1, len(units)) if "，" in text[units[i - 1].end : units[i].start]), 0)
            units[:gap] = [replace(unit, role=LEAD) for unit in units[:gap]]
    told = (unit if unit.role else Unit(unit.start, unit.end, MEMBER) for unit in units)
    return Duty(duty.start, duty.end, tuple(told), duty.proof)
