"""Until when a document is in force, as it says itself."""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from extract.structure.dates import full_date, iso_date
from extract.structure.numerals import number
from extract.structure.paragraphs import Paragraph
from extract.structure.words import words

_DAY = r"(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日|底)?|底)"
_COUNT = r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})(?P<unit>个月|年)"
_END = frozenset("。；;\n")
_REACH, _SHORT = 160, 24


@dataclass(frozen=True, slots=True)
class _Patterns:
    any: re.Pattern[str]  # without a match of this none of the others but `begin` has one
    until: re.Pattern[str]
    span: re.Pattern[str]
    term: re.Pattern[str]
    begin: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    w = words()
    return _Patterns(
        re.compile(rf"(?:{w.until}|{w.term})(?:期|为|是|：|:|暂定为?|自|从){{0,2}}[\d一二两三四五六七八九十]"),
        re.compile(rf"(?:{w.until})[：:]?(?P<date>{_DAY})"),
        re.compile(rf"(?:{w.term})(?:为|是|：|:)?(?:自|从)?{_DAY}起?(?:至|到|—|-|～)(?P<date>{_DAY})"),
        re.compile(rf"(?:{w.term})(?:期)?(?:为|是|：|:|暂定为?|暂定)?{_COUNT}"),
        re.compile(rf"(?:自|从|于)(?P<date>{_DAY})起?(?:正式)?(?:开始)?(?:{w.start})"),
    )


def effective_until(text: str, issued: str | None, facts: Mapping[str, Paragraph]) -> str | None:
    """The last day in force (ISO), stated (有效期至…) or reckoned from a term (有效期5年, 试行一年).

    A term counts from the day the document takes effect, else from the day of issue. None where the document does not
    tell; the validity of licences and titles that it speaks of does not count.
    """
    stated = facts.get("validity")
    if stated is not None and iso_date(stated.text):
        return _last_day(stated.text)
    if _patterns().any.search(text) is None:
        return None
    for pattern in (_patterns().until, _patterns().span):
        for match, _ in _own(text, pattern):
            return _last_day(match.group("date"))
    for match, sentence in _own(text, _patterns().term):
        begin = _begin(sentence) or _begin_anywhere(text) or full_date(issued)
        if begin is not None:
            return _after(begin, number(match.group("n")) * (1 if match.group("unit") == "个月" else 12))
    return None


def _own(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Matches in sentences that speak of the document itself, or that say nothing else."""
    for match in pattern.finditer(text):
        start, end = match.span()
        while start > 0 and match.start() - start < _REACH and text[start - 1] not in _END:
            start -= 1
        while end < len(text) and end - match.end() < _REACH and text[end] not in _END:
            end += 1
        sentence = text[start:end]
        if words().own.search(sentence) or (len(sentence) < _SHORT and match.start() - start < 3):
            yield match, sentence


def _begin(sentence: str) -> date | None:
    match = _patterns().begin.search(sentence)
    return full_date(iso_date(match.group("date"))) if match else None


def _begin_anywhere(text: str) -> date | None:
    for _, sentence in _own(text, _patterns().begin):
        return _begin(sentence)
    return None


def _last_day(words_of_date: str) -> str | None:
    """2026年12月31日 → 2026-12-31; 2026年12月 and 2026年底 → the last day of that month or year."""
    iso = iso_date(words_of_date)
    if iso is None or len(iso) == 10:
        return iso
    year, month = int(iso[:4]), int(iso[5:7] or 12)
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def _after(begin: date, months: int) -> str | None:
    """The day before the same day some months later."""
    year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
    if year > date.max.year:
        return None
    day = min(begin.day, calendar.monthrange(year, month + 1)[1])
    return (date(year, month + 1, day) - timedelta(days=1 if day == begin.day else 0)).isoformat()
