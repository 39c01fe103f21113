"""The clause tree of a document: a partition of the clean text along its numbering."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.duties import find_duties
from extract.structure.dates import DATE_LINE

_NUMBERS = "一二三四五六七八九十百〇零"
_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(rf"第[{_NUMBERS}\d]{{1,4}}[章编篇]")),
    ("section", re.compile(rf"第[{_NUMBERS}\d]{{1,4}}节")),
    ("annex", re.compile(r"附件\d{0,2}[：:](?=\S)|附件\d{1,2}$|附件\d{1,2}(?=[\u4e00-\u9fff])")),
    ("article", re.compile(rf"第[{_NUMBERS}\d]{{1,5}}条(?!第)")),
    ("item", re.compile(rf"[{_NUMBERS}]{{1,3}}、")),
    ("bracketed", re.compile(rf"[（(][{_NUMBERS}]{{1,3}}[）)]")),
    ("number", re.compile(r"\d{1,3}(?:[．、]|\.(?!\d))")),
    ("bracketed number", re.compile(r"[（(]\d{1,2}[）)]")),
    ("circled", re.compile(r"[①-⑳]")),
    ("dash", re.compile(r"——(?=[\u4e00-\u9fff])")),
)
_RANK = {name: rank for rank, (name, _) in enumerate(_MARKERS)} | {"ordinal": 90, "segment": 99}
_ORDINAL = re.compile(r"(?:^|(?<=[。；：\n:;,，]))[一二三四五六七八九十]是")
_HEADING_END = re.compile(r"[。\n]")
_COLON = re.compile(r"[：:]")
_MAX_HEADING, _MAX_LABEL, _MIN_SEGMENT = 40, 15, 8
_USEFUL = re.compile(r"[\u4e00-\u9fffA-Za-z\d]")


@dataclass(frozen=True, slots=True)
class ClauseSpan:
    """One clause: its path in the tree, its number as cited (二、（六）3.), its heading, and clean offsets."""

    path: tuple[int, ...]
    number: str
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    kind: str
    sign: str


def split_clauses(text: str) -> tuple[ClauseSpan, ...]:
    """A partition of `text` (clean) in order. Path (0,) is the head before the first numbered clause.

    Levels follow the rank of their numbering (第一章, 第一条, 一、, （一）, 1., （1）, ①, 一是). After a responsibility
    bracket in mid-clause what follows is a clause of its own below it, numbered ·2, ·3 …: each has its own units.
    """
    marks = _segments(text, _ordinals(text, list(_paragraph_marks(text))))
    spans: list[ClauseSpan] = []
    first = marks[0].start if marks else len(text)
    if first > 0 or not marks:
        spans.append(ClauseSpan((0,), "", "", 0, first))
    stack: list[tuple[int, tuple[int, ...], str]] = []
    children: dict[tuple[int, ...], int] = {}
    for index, mark in enumerate(marks):
        rank = _RANK[mark.kind]
        while stack and stack[-1][0] >= rank:
            stack.pop()
        above, number = (stack[-1][1], stack[-1][2]) if stack else ((), "")
        children[above] = children.get(above, 1 if mark.kind == "segment" else 0) + 1
        path = (*above, children[above])
        label = number + (f"·{children[above]}" if mark.kind == "segment" else mark.sign)
        end = marks[index + 1].start if index + 1 < len(marks) else len(text)
        spans.append(ClauseSpan(path, label, _heading(text, mark, end), mark.start, end))
        stack.append((rank, path, label))
    return tuple(spans)


def _paragraph_marks(text: str) -> Iterator[_Mark]:
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        for kind, pattern in _MARKERS:
            match = pattern.match(text, start, stop)
            if match is not None:
                if not (start == 0 and kind == "number"):  # a number before the title is that of a collection
                    yield _Mark(start, kind, match.group())
                break
        start = stop + 1


def _ordinals(text: str, marks: list[_Mark]) -> list[_Mark]:
    """With 一是, 二是 … where one stretch between two marks holds at least 一是 and 二是 in order."""
    bounds = [0, *(mark.start for mark in marks), len(text)]
    found = list(marks)
    hits = list(_ORDINAL.finditer(text))
    position = 0
    for left, right in zip(bounds, bounds[1:], strict=False):
        inside = []
        while position < len(hits) and hits[position].start() < right:
            if hits[position].start() >= left:
                inside.append(hits[position])
            position += 1
        numbers = [_NUMBERS.index(hit.group()[-2]) for hit in inside]
        if len(inside) > 1 and numbers[:2] == [0, 1]:
            found += [_Mark(hit.start(), "ordinal", hit.group()[-2:]) for hit in inside if hit.start() > left or left == 0]
    found.sort(key=lambda mark: mark.start)
    return found


def _segments(text: str, marks: list[_Mark]) -> list[_Mark]:
    """With a mark after each responsibility bracket that more of its clause follows."""
    starts = {mark.start for mark in marks}
    first = marks[0].start if marks else len(text)
    extra: list[_Mark] = []
    bounds = sorted(starts)
    index = 0
    for duty in find_duties(text):
        if duty.start < first:
            continue
        while index < len(bounds) and bounds[index] < duty.end:
            index += 1
        end = bounds[index] if index < len(bounds) else len(text)
        rest = _USEFUL.search(text, duty.end, end)
        if rest is None or end - rest.start() < _MIN_SEGMENT:
            continue
        if not _mark_follows(text, rest.start(), end) and not _is_signature(text[rest.start() : end]):
            extra.append(_Mark(rest.start(), "segment", ""))
    return sorted([*marks, *(m for m in extra if m.start not in starts)], key=lambda mark: mark.start)


def _is_signature(rest: str) -> bool:
    """Whether nothing but issuer, date and a note on publication follows."""
    lines = [line for line in rest.split("\n") if line]
    return len(rest) < 120 and any(DATE_LINE.search(line) for line in lines) and "。" not in rest


def _mark_follows(text: str, start: int, end: int) -> bool:
    """Whether the rest of the clause is itself a list of units (责任单位：… on a line of its own)."""
    return any(duty.start == 0 for duty in find_duties(text[start : min(end, start + 200)]))


def _heading(text: str, mark: _Mark, end: int) -> str:
    """The clause's own heading: the words up to the first full stop or paragraph end, if they are few."""
    start = mark.start + len(mark.sign)
    stop = _HEADING_END.search(text, start, end)
    heading = text[start : stop.start() if stop else end]
    colon = _COLON.search(heading)
    if colon is not None and colon.start() <= _MAX_LABEL:
        heading = heading[: colon.start()]
    return heading if 0 < len(heading) <= _MAX_HEADING and mark.kind != "segment" else ""
