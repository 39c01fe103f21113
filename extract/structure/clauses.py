"""The clause tree of a document: a partition of the clean text along its numbering."""

import re
from collections.abc import Iterable, Sequence
from typing import Self

from extract.duties import Duty, find_duties
from extract.structure.levels import ranks
from extract.structure.markers import Mark, find_marks, markers
from extract.structure.ordinals import ordinals
from extract.structure.segments import segments
from graph.values import value

_COLON = re.compile(r"[：:]")
_MAX_HEADING, _MAX_LABEL = 40, 15
_ORDINAL_RANK, _SEGMENT_RANK = 90, 99


@value
class ClauseSpan:
    """One clause: its path in the tree, its number as cited (二、（六）3.), its heading, and clean offsets."""

    path: tuple[int, ...]
    number: str
    heading: str
    start: int
    end: int

    def moved(self, by: int) -> Self:
        """The same, so many characters further on."""
        return type(self)(self.path, self.number, self.heading, self.start + by, self.end + by)


def split_clauses(text: str, duties: Iterable[Duty] | None = None) -> tuple[ClauseSpan, ...]:
    """The clauses of a clean text, in order: together they are the whole text.

    Path (0,) is the head before the first numbered clause (the whole text where nothing is numbered); 一是, 二是 in it
    are (0, 1), (0, 2). The steps of a
    path count children in order of appearance, so they are unique even where the document's own numbers are not. Of a
    clause with several responsibility brackets, the clause itself holds the words up to the first; the words up to the
    second are a child with the step 2 and the number …〔2〕, and so on. `duties` are those of the text, for callers
    that have read them. Offsets are half-open. Never raises; linear in the length of the text.
    """
    marks = find_marks(text)
    marks = sorted([*marks, *ordinals(text, marks)], key=lambda mark: mark.start)
    taken = {mark.start for mark in marks}
    duties = find_duties(text) if duties is None else duties
    marks += [mark for mark in segments(text, marks, duties) if mark.start not in taken]
    marks.sort(key=lambda mark: mark.start)
    first = marks[0].start if marks else len(text)
    head = [ClauseSpan((0,), "", "", 0, first)] if first or not marks else []
    return (*head, *_tree(text, marks))


def _tree(text: str, marks: Sequence[Mark]) -> list[ClauseSpan]:
    rank_of = ranks([mark for mark in marks if mark.kind in markers().order])
    rank = {**rank_of, "ordinal": _ORDINAL_RANK, "segment": _SEGMENT_RANK}
    spans: list[ClauseSpan] = []
    stack: list[tuple[int, tuple[int, ...], str]] = []
    children: dict[tuple[int, ...], int] = {}
    for index, mark in enumerate(marks):
        while stack and stack[-1][0] >= rank[mark.kind]:
            stack.pop()
        loose = () if marks[0].start == 0 or mark.kind in rank_of else (0,)
        above, prefix = (stack[-1][1], stack[-1][2]) if stack else (loose, "")
        step = children[above] = children.get(above, 1 if mark.kind == "segment" else 0) + 1
        path, number = (*above, step), _number(prefix, mark, step)
        end = marks[index + 1].start if index + 1 < len(marks) else len(text)
        spans.append(ClauseSpan(path, number, _heading(text, mark, end), mark.start, end))
        stack.append((rank[mark.kind], path, number))
    return spans


def _number(prefix: str, mark: Mark, step: int) -> str:
    if mark.kind == "segment":
        return f"{prefix}〔{step}〕"
    sign = mark.sign.rstrip("：:")
    return sign if mark.kind in markers().alone else prefix + sign


def _heading(text: str, mark: Mark, end: int) -> str:
    """The words behind the sign up to the first full stop or paragraph end, if they are few; a sign alone on its line
    (附件1, 第一章) is headed by the next line."""
    if mark.kind == "segment":
        return ""
    start = mark.end + 1 if text[mark.end : mark.end + 1] == "\n" else mark.end
    stop = markers().heading_end.search(text, start, min(end, start + _MAX_HEADING + 1))
    if stop is None and end - start > _MAX_HEADING:
        colon = _COLON.search(text, start, start + _MAX_LABEL + 1)
        return text[start : colon.start()] if colon else ""
    heading = text[start : stop.start() if stop else end].rstrip("；;，,：:")
    colon = _COLON.search(heading)
    return heading[: colon.start()] if colon and colon.start() <= _MAX_LABEL else heading
