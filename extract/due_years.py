"""The year by which a figure is to be reached: told in its sentence, before it in its clause or a clause above, or by
the horizon of the plan in its title (phenomenon 7 of DESIGN 5)."""

import re
from collections.abc import Iterator

from extract.model import Piece
from extract.scan import matches
from extract.scene import Scene
from graph.values import value

_DUE = re.compile(
    r"(?:力争|争取|计划|确保)?(?:到|至|截至|截止)(?P<to>20[2-9]\d)年(?:底|末|前)?"
    r"|(?P<before>20[2-9]\d)年(?:底|末)?(?:前|以前|之前)"
    r"|“?(?P<plan>十[三四五六])五”?(?:期间|时期|末)"
    r"|(?P<year>20[2-9]\d)年(?:，|力争|计划|实现|完成|新增|实施|培育|建成|达到|全市|全省|全县|全区|中心|[\u4e00-\u9fff]{2,10}(?:达到?|超过|突破))"
)
_DUE_SIGNS = re.compile(r"[力争计确到至截2“十]")  # what every match of _DUE begins with
_DUE_SIGN = re.compile(r"20[2-9]\d年|十[三四五六]五")  # and what every match of it holds
_PLAN_END = {"十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
_WITHIN = re.compile(r"(?P<n>[\d一二三四五])年(?:内|之内|时间内)")
_PAST = re.compile(
    r"已(?!投|批)|现有|目前|截至目前|近年来|近[一二三两五]年|去年|上年|“十三五”期间|由20\d\d年|比20\d\d年|较20\d\d年"
    r"|从20\d\d年|20\d\d年(?:以来|起)|累计实现|同比"
)
_REACHED = re.compile(
    r"^(?:主要|发展|产业|工作|开展|完成|现实|现有|行业|基本){0,3}(?:基础|现状|回顾|成效|成就|概况|情况|进展)$"
)
_SIGN = re.compile(r"[\d番百千十五年]")  # every match of the next holds one of these
_FIGURES = re.compile(r"[\d番百千十]|五”?(?:期间|时期|末)|[一二三四五]年")
_BARE_YEAR = re.compile(r"20[2-9]\d年(?:底|末)?")
_YEAR = re.compile(r"20\d\d年")
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_HORIZON = re.compile(r"[（(]?20\d\d年?\s?[—–\-－～~至]{1,2}\s?(?P<end>20\d\d)年?[）)]?|“(?P<plan>十[四五六])五”")
_ANNUAL = re.compile(r"(?P<year>20\d\d)年[^，。]{0,40}(?:清单|要点|计划|任务|安排|方案|措施|行动)")


@value
class DueYears:
    """The years in force in one sentence: `start` at its beginning, then (offset, year) where one is told.

    Offsets count from the sentence's start; a year of None is one of the past. `history` is True for a sentence that
    tells what was reached: its figures are no targets unless a year is told before them.
    """

    start: int | None
    told: tuple[tuple[int, int | None], ...]
    history: bool

    def at(self, offset: int) -> int | None:
        """The year in force at an offset of the sentence, or None."""
        told = next((pair for pair in reversed(self.told) if pair[0] <= offset), None)
        if told is not None:
            return told[1]
        return None if self.history else self.start


def due_years(scene: Scene) -> Iterator[tuple[Piece, DueYears]]:
    """Each sentence that has a figure with the years in force in it: a year holds on in its clause and below it."""
    floor, horizon = _floor(scene), _horizon(scene)
    years: dict[tuple[int, ...], int] = {}
    reached = _sections_of_the_past(scene)
    for sentence in scene.sentences:
        if _SIGN.search(scene.text, sentence.start, sentence.end) is None:
            continue
        text = scene.text[sentence.start : sentence.end]
        if _FIGURES.search(text) is None:
            continue  # neither a year nor a figure
        path = scene.clauses[sentence.clause].path
        above = (years[path[:n]] for n in range(len(path), 0, -1) if path[:n] in years)
        inherited = next(above, horizon) if years else horizon
        told = _told(text, floor)
        past = path in reached or _PAST.search(text) is not None
        history = past or (not told and _YEAR.search(text) is not None)
        yield sentence, DueYears(inherited, told, history)
        last = told[-1][1] if told else None
        if last is not None:
            years[path] = last


def _sections_of_the_past(scene: Scene) -> frozenset[tuple[int, ...]]:
    """The clauses whose heading, or that of a clause above them, says what was reached: 一、发展基础, 一、基本情况."""
    told = {path for path, heading in scene.headings.items() if _REACHED.search(heading)}
    below = (clause.path for clause in scene.clauses if told)
    return frozenset(path for path in below if any(path[:depth] in told for depth in range(1, len(path) + 1)))


def without_year(text: str) -> str:
    """A text without the words that tell a due year."""
    return _BARE_YEAR.sub("", _DUE.sub("", text)) if "年" in text or "五”" in text else text


def _floor(scene: Scene) -> int:
    """The year of the document: goals lie after it."""
    if scene.meta.issued:
        return int(scene.meta.issued[:4])
    dues = [int(match.group("to")) for match in matches(_DUE, _DUE_SIGNS, scene.text) if match.group("to")]
    return max(set(dues), key=lambda year: (dues.count(year), year)) - 4 if dues else 0


def _horizon(scene: Scene) -> int | None:
    """The last year of the plan by its title: （2026—2030年）, “十四五”, 2023年…任务清单."""
    title = scene.meta.title
    span = _HORIZON.search(title)
    if span is not None:
        return int(span.group("end")) if span.group("end") else _PLAN_END[span.group("plan")]
    annual = _ANNUAL.search(title)
    return int(annual.group("year")) if annual is not None else None


def _told(text: str, floor: int) -> tuple[tuple[int, int | None], ...]:
    if "年" not in text and "五" not in text:
        return ()
    found: list[tuple[int, int | None]] = []
    for match in matches(_DUE, _DUE_SIGNS, text) if _DUE_SIGN.search(text) else ():
        plan = match.group("plan")
        year = _PLAN_END[plan] if plan else int(match.group("to") or match.group("before") or match.group("year"))
        found.append((match.start(), year if year >= floor else None))
    for match in _WITHIN.finditer(text) if "内" in text else ():
        if floor:
            number = match.group("n")
            found.append((match.start(), floor + (_DIGITS.get(number) or int(number)) - 1))
    return tuple(sorted(found, key=lambda pair: pair[0]))
