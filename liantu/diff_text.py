"""The changes between versions as people read them: by kind, each with the sentences of both versions."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from graph.diff import Change, Comparison, Difference, Gap, Head, Passage, kind_title
from liantu.diff_sheet import DOCUMENT, PER_CENT, POINTS
from liantu.output.safe import safe

_MARKS = {"new": "增", "gone": "删", "changed": "改"}
_SENTENCE = 200
_YEAR = re.compile(r"（(\d{4}年)）")
_START = "（文首）"
SAME = "没有变化。"


def difference_text(difference: Difference) -> str:
    """The whole comparison, ending in a newline. Text from documents is made harmless."""
    return "".join(f"{safe(line)}\n" if line else "\n" for line in _lines(difference))


def _lines(difference: Difference) -> Iterator[str]:
    compared = [pair for pair in difference.pairs if pair.changes or len(difference.pairs) == 1]
    for index, pair in enumerate(compared):
        if index:
            yield ""
        yield from _pair(pair)
    if len(difference.pairs) > len(compared):
        yield ""
        yield f"另有 {len(difference.pairs) - len(compared)} 份文件{SAME}"
    for heads, told in ((difference.new, "新增"), (difference.gone, "删去")):
        if heads:
            yield ""
            yield f"{told}{DOCUMENT}（{len(heads)}）"
            yield from (f"  {_called(head)}" for head in heads)


def _pair(pair: Comparison) -> Iterator[str]:
    """One document: what is compared, what it comes to, the changes."""
    yield f"旧  {_called(pair.old)}"
    yield f"新  {_called(pair.new)}"
    yield f"条款  {_clauses(pair)}"
    groups = [(kind, list(changes)) for kind, changes in groupby(pair.changes, key=lambda change: change.kind)]
    if not groups:
        yield SAME if not pair.clauses.reworded else f"事实{SAME}改写的语句见 --wording。"
        return
    yield f"变化  {'，'.join(f'{kind_title(kind)} {len(changes)}' for kind, changes in groups)}"
    for kind, changes in groups:
        yield ""
        yield f"{kind_title(kind)}（{len(changes)}）"
        for (was, now), together in groupby(changes, key=lambda change: (change.was, change.now)):
            yield from _together(list(together), was, now)


def _called(head: Head) -> str:
    told = "，".join(part for part in (head.number, head.issued) if part)
    return f"《{head.title}》" + (f"（{told}）" if told else "")


def _clauses(pair: Comparison) -> str:
    counts = pair.clauses
    named = (
        ("未变", counts.same), ("改写", counts.reworded), ("编号变动", counts.renumbered), ("新增", counts.new),
        ("删去", counts.gone),
    )  # fmt: skip
    return "，".join(f"{name} {number}" for name, number in named if number)


def _together(changes: Sequence[Change], was: Passage | None, now: Passage | None) -> Iterator[str]:
    """Changes that the same sentences bear out, and then these."""
    for change in changes:
        yield f"  {_MARKS[change.change]}  {_change(change)}"
    for side, said in (("旧", was), ("新", now)):
        if said is not None:
            yield f"        {side} {said.clause or _START} {_short(said.quote)}"


def _change(change: Change) -> str:
    """One change in one line: what, then from what to what."""
    about = " · ".join(part for part in (change.subject, change.matter) if part)
    if change.old and change.new:
        return f"{about}：{_from_to(change.old, change.new)}{_gap(change.gap)}"
    return f"{about}：{change.old or change.new}" if change.old or change.new else about


def _from_to(old: str, new: str) -> str:
    """Two states; where only the year differs it is told apart."""
    years = _YEAR.findall(old) + _YEAR.findall(new)
    if len(years) == 2 and _YEAR.sub("", old) == _YEAR.sub("", new):
        return f"{_YEAR.sub('', old)}，从 {years[0]} 到 {years[1]}"
    return f"从 {old} 到 {new}"


def _gap(gap: Gap | None) -> str:
    return f"，{gap.amount:+.4g}{POINTS if gap.points else PER_CENT}" if gap else ""


def _short(quote: str) -> str:
    return quote if len(quote) <= _SENTENCE else f"{quote[:_SENTENCE]}……"
