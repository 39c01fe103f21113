"""The issuing bodies: before 关于 in the title, above the date, or in the fact sheet."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from extract.structure.dates import DATE_LINE, LONGEST_DATE_LINE, MONTH_LINE
from extract.structure.paragraphs import Joined, Paragraph
from extract.structure.words import words

RegionSpans = Callable[[str], list[tuple[int, int, str, str]]]
_LEVELS = frozenset("省市县区州盟旗")
_SEPARATORS = "、，, ；;和　"
_SENTENCE_END = re.compile(r"[。；;！!]")
_ABOUT = re.compile(r"关于|印发|转发|批转|对(?=[^对]{2,50}(?:建议|提案|议案))")
_MIN, _MAX, _MAX_LINE, _MAX_ABOVE, _ORDER_LINES, _COVER_LINES = 3, 40, 120, 40, 4, 4


def bodies(line: str, regions_in: RegionSpans) -> list[tuple[int, int]]:
    """The spans of the bodies that a line consists of; empty if it says anything else.

    Names may follow one another without a sign between (某省商务厅某海关): a new one begins where a region's name
    or a word such as 中共, 国家 follows the end of a body's name.
    """
    if not _MIN <= len(line) <= 20 * _MAX:
        return []
    if words().issuer_tail.search(line) is None:
        return []
    starts = {start for start, *_ in regions_in(line)}
    spans: list[tuple[int, int]] = []
    start = 0
    for tail in words().issuer_tail.finditer(line):
        end = tail.end()
        at_end = end == len(line) or line[end] in _SEPARATORS
        begins = end in starts or line.startswith(words().issuer_heads, end)
        if end - start < _MIN or not (at_end or begins):
            continue
        if end - start > _MAX or not _is_name(line[start:end]):
            return []
        spans.append((start, end))
        start = end
        while start < len(line) and line[start] in _SEPARATORS:
            start += 1
    return spans if start >= len(line) else []


def _is_name(name: str) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff（）()·A-Za-z\d]+", name) is not None and not name.startswith(
        ("各", "有关", "相关")
    )


def title_issuers(title: Joined, regions_in: RegionSpans) -> tuple[int, list[Paragraph]]:
    """(length of the issuers' part of the title, the bodies it names)."""
    about = _ABOUT.search(title.text)
    if about is None:
        return 0, []
    front = title.text[: about.start()]
    names = front[: match.start()] if (match := words().others.search(front)) else front
    found = bodies(names, regions_in)
    return (len(front) if found else 0), [_place(title, start, end) for start, end in found]


def _place(title: Joined, start: int, end: int) -> Paragraph:
    return Paragraph(title.span(start, end)[0], title.text[start:end])


def signature(
    lines: Sequence[Paragraph], known: Sequence[str], regions_in: RegionSpans
) -> tuple[list[Paragraph], Paragraph | None]:
    """(the bodies of the first signature, its date): the lines above a date that name nothing but bodies.

    The signature may be glued to the sentence before it or to its own date; `known` names (those
    of the title) are found at the end of prose too, and where there are any, one of them must sign.
    """
    for index, line in enumerate(lines):
        day = DATE_LINE.search(line.text, max(0, len(line.text) - LONGEST_DATE_LINE))
        if day is None:
            continue
        before = line.text[: day.start()]
        found = _ending(Paragraph(line.start, before), known, regions_in) if before else []
        above = index - 1
        while above >= max(0, index - _MAX_ABOVE) and (not before or found):
            more = _ending(lines[above], known, regions_in)
            found = [*more, *found]
            if not more or more[0].start != lines[above].start:
                break
            above -= 1
        signs = any(body.text in known for body in found) or all(map(_is_short, known))
        if found and signs:
            return found, Paragraph(line.start + day.start(), line.text[day.start() :])
    return [], None


def cover(head: Sequence[Paragraph], floor: int, regions_in: RegionSpans) -> tuple[list[Paragraph], Paragraph | None]:
    """(the bodies, the month) of a plan's cover: two lines below the title, which ends at `floor`."""
    below = [line for line in head if line.start >= floor][:_COVER_LINES]
    for line, month in pairwise(below):
        spans = bodies(line.text.rstrip(), regions_in) if MONTH_LINE.match(month.text.rstrip()) else []
        if spans:
            return [Paragraph(line.start + start, line.text[start:end]) for start, end in spans], month
    return [], None


def _ending(line: Paragraph, known: Sequence[str], regions_in: RegionSpans) -> list[Paragraph]:
    """The bodies that a line, or its part after the last full stop, consists of."""
    stops = [match.end() for match in _SENTENCE_END.finditer(line.text)]
    offset = stops[-1] if stops else 0
    rest = line.text[offset:]
    if len(rest) <= _MAX_LINE:
        found = [
            Paragraph(line.start + offset + start, rest[start:end]) for start, end in bodies(rest.rstrip(), regions_in)
        ]
        if found:
            return found
    for name in known:
        if line.text.endswith(name):
            return [Paragraph(line.end - len(name), name)]
    return []


def all_issuers(
    named: Sequence[Paragraph],
    signed: Sequence[Paragraph],
    facts: Mapping[str, Paragraph],
    head: Sequence[Paragraph],
    regions_in: RegionSpans,
) -> list[Paragraph]:
    """The bodies in order: those of the title, then the others that signed with them.

    Without a title's, those that signed; else the fact sheet's, or the one that gives an order (某市人民政府令).
    """
    if signed and any(_is_short(body.text) for body in named):
        return _distinct(signed)  # 市政府办公室 in the title is 常州市人民政府办公室 below
    names = [body.text for body in named]
    if named and any(body.text in names for body in signed):
        return [*named, *_distinct(body for body in signed if body.text not in names)]
    if named or signed:
        return list(named) or _distinct(signed)
    fact = facts.get("issuer") or _ordering(head)
    if fact is None:
        return []
    spans = bodies(fact.text, regions_in) or [(0, len(fact.text))]
    return [Paragraph(fact.start + start, fact.text[start:end]) for start, end in spans]


def _is_short(name: str) -> bool:
    """Whether a body goes by the word for its level, not by its place: 市政府办公室."""
    return name[:1] in _LEVELS


def _ordering(head: Sequence[Paragraph]) -> Paragraph | None:
    """The body whose order it is."""
    for line in head[:_ORDER_LINES]:
        if line.text.endswith("令") and words().issuer_tail.search(line.text[:-1]):
            return Paragraph(line.start, line.text[:-1])
    return None


def _distinct(found: Iterable[Paragraph]) -> list[Paragraph]:
    seen: dict[str, Paragraph] = {}
    for body in found:
        seen.setdefault(body.text, body)
    return list(seen.values())
