"""Where clauses may begin: numbering signs at the start of paragraphs and, in run-on lines, in mid-text."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.scan import either
from extract.structure.numerals import CHINESE, first_number
from extract.structure.words import words
from graph.values import value

_BOUNDARY = frozenset("。；;！!？?：: \n”）)］]")
_SENTENCE_END = frozenset("。；;！!？?")
_LONG, _MAX_HEADING = 1500, 40


@value
class Mark:
    """A numbering sign: where it stands, its kind (a key of markers.toml), the sign, its value (0: it has none)."""

    start: int
    kind: str
    sign: str
    number: int

    @property
    def end(self) -> int:
        """The offset just after the sign."""
        return self.start + len(self.sign)


@dataclass(frozen=True, slots=True)
class Markers:
    """The vocabulary of markers.toml."""

    order: tuple[str, ...]
    alone: frozenset[str]
    any: re.Pattern[str]
    inner: re.Pattern[str]
    ordinal: re.Pattern[str]
    contents: frozenset[str]
    heading_end: re.Pattern[str]


@cache
def markers() -> Markers:
    """The numbering signs, read once."""
    raw = tomllib.loads(files("extract.structure").joinpath("data/markers.toml").read_text(encoding="utf-8"))
    patterns = {kind: pattern.replace("{N}", CHINESE) for kind, pattern in raw["patterns"].items()}
    order = tuple(raw["order"])
    return Markers(
        order,
        frozenset(raw["alone"]),
        # An empty group behind each alternative tells the kind; one around it would hide from the engine the sign with
        # which the alternative begins, by which it passes over those that cannot match.
        re.compile("|".join(f"{patterns[kind]}(?P<{kind}>)" for kind in order)),
        re.compile("|".join(f"{patterns[kind]}(?P<{kind}>)" for kind in raw["inline"])),
        re.compile(rf"(?P<n>[一二三四五六七八九十]{{1,2}})(?:{either(raw['ordinals']['words'])})"),
        frozenset(raw["contents"]["words"]),
        re.compile(rf"[。\n]|[（(［\[【〔](?=(?:{either(raw['headings']['units'])}))"),
    )


def find_marks(text: str) -> list[Mark]:
    """All numbering signs that open a clause, in order. A collection's number before the title is none."""
    runs = list(_run_on(text))
    inner = [mark for left, right in runs for mark in _inline_candidates(text, left, right)]
    marks = _fitting(text, sorted([*_paragraph_marks(text), *inner], key=lambda mark: mark.start))
    return _without_listed_annexes(_without_contents(text, marks))


def _mark(match: re.Match[str]) -> Mark:
    sign = match.group()
    return Mark(match.start(), str(match.lastgroup), sign, first_number(sign) or 0)


def _paragraph_marks(text: str) -> Iterator[Mark]:
    sign_at = markers().any.match
    for start, _ in _paragraphs(text):
        match = sign_at(text, start)
        if match is not None and not (start == 0 and _numbers_a_title(text, str(match.lastgroup))):
            yield _mark(match)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        stop = start + len(line)
        if line:
            yield start, stop
        start = stop + 1


def _numbers_a_title(text: str, kind: str) -> bool:
    """Whether the number on top of the text is that of a collection (3.某市…工作方案)."""
    if kind == "notice":
        return True
    first = text.split("\n", 1)[0]
    return kind == "number" and "。" not in first and words().genre_end.search(first) is not None


def _run_on(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs that hold most of the document: carriers put whole documents on one line."""
    for start, stop in _paragraphs(text):
        if stop - start > _LONG or 2 * (stop - start) > len(text):
            yield start, stop


def _inline_candidates(text: str, left: int, right: int) -> Iterator[Mark]:
    for match in markers().inner.finditer(text, left + 1, right):
        before = text[match.start() - 1]
        if before in _BOUNDARY or "\u4e00" <= before <= "\u9fff":
            yield _mark(match)


def _fitting(text: str, candidates: list[Mark]) -> list[Mark]:
    """Marks at the start of paragraphs, and of the others those that continue the numbering or open a deeper level."""
    last_two = {mark.kind: mark.start for mark in candidates if mark.number == 2 and text[mark.start - 1] in _BOUNDARY}
    rank = {kind: place for place, kind in enumerate(markers().order)}
    running: dict[str, int] = {}
    kept: list[Mark] = []
    for mark in candidates:
        if kept and mark.start < kept[-1].end:
            continue
        if mark.start > 0 and text[mark.start - 1] != "\n" and not _fits(text, mark, running, kept, last_two):
            continue
        kept.append(mark)
        running = {kind: value for kind, value in running.items() if rank[kind] < rank[mark.kind]}
        running[mark.kind] = mark.number
    return kept


def _fits(text: str, mark: Mark, running: dict[str, int], kept: list[Mark], last_two: dict[str, int]) -> bool:
    opens = mark.number == 1 and last_two.get(mark.kind, -1) > mark.start
    if text[mark.start - 1] in _BOUNDARY:
        return opens or (mark.kind in running and mark.number == running[mark.kind] + 1)
    # 一、扩大开放1、办好口岸。2、…: the white space between a heading and its first part is gone
    if not opens or not kept or mark.kind == "item" or not 4 <= mark.start - kept[-1].end <= _MAX_HEADING:
        return False
    return not _SENTENCE_END.intersection(text[kept[-1].end : mark.start])


def _without_contents(text: str, marks: list[Mark]) -> list[Mark]:
    """Without the entries of a table of contents: what stands between 目录 and the second first chapter."""
    for start, stop in _paragraphs(text[:2000]):
        if text[start:stop] in markers().contents:
            listed = [index for index, mark in enumerate(marks) if mark.start > start]
            if not listed:
                return marks
            first = marks[listed[0]]
            for index in listed[1:]:
                if (marks[index].kind, marks[index].number) == (first.kind, first.number):
                    return [mark for mark in marks if mark.start < start] + marks[index:]
    return marks


def _without_listed_annexes(marks: list[Mark]) -> list[Mark]:
    """Without annexes that are only listed (they stand again further down), and without the annex that is the policy
    itself: one that no clause precedes, with its list of annexes."""
    last = {mark.number: mark.start for mark in marks if mark.kind == "annex"}
    kept = [mark for mark in marks if mark.kind != "annex" or not mark.number or last[mark.number] == mark.start]
    place, listed = 0, 0
    while place < len(kept) and (kept[place].kind == "annex" or _continues_list(kept[place], listed)):
        listed = 1 if kept[place].kind == "annex" else listed + 1
        place += 1
    return kept[place:] if place < len(kept) else kept


def _continues_list(mark: Mark, listed: int) -> bool:
    """附件：1.… 2.… in a notice: the second entry of its list and those after it are no clauses."""
    return listed > 0 and mark.kind == "number" and mark.number == listed + 1
