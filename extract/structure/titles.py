"""The title of a document: its lines, its notes, and the name that a notice's attachment goes by."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.structure.dates import DATE, DATE_LINE
from extract.structure.fact_sheet import is_fact
from extract.structure.numbers import NUMBER, is_number, is_registration
from extract.structure.paragraphs import Joined, Paragraph, join
from extract.structure.words import words

_COLLECTION = re.compile(r"\d{1,3}[.．、]\s?(?!\d)|\d{1,3}[.．、](?=(?:19|20)\d{2}年)")
_DATE_NOTE = re.compile(rf"[（(](?P<date>{DATE.pattern})[）)]$")
_BRACKET_LINE = re.compile(r"[（(][^（()）。\n]{1,24}[）)]")
_CLAUSE = re.compile(
    r"[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|第[一二三四五六七八九十]{1,3}[章条]"
)
_RED_HEAD = re.compile(r"[\u4e00-\u9fff（）()]{4,40}(?:文件|令)")
_ENACTED = re.compile(r"《(?P<name>[^《》\n]{4,80})》[^\n]{0,120}(?:公布|发布|颁布)")
_QUOTED = re.compile(r"《((?:[^《》]|《[^《》]*》|〈[^〈〉]*〉)*)》([（(][^（()）]{1,12}[）)])?")
_MAX_LINES, _MAX_TITLE, _MAX_HEAD, _MAX_UNMARKED = 6, 140, 60, 60


@dataclass(frozen=True, slots=True)
class Title:
    """A document's own title and the name that identifies it (for a notice, that of its attachment).

    `own` and `name` are without collection number, date and draft notes; `attachments` are the names in 《》 of a
    notice that hands out several, and the short form of an attachment that has a longer name; `date` is that of a note.
    """

    own: Joined
    name: str
    name_span: tuple[int, int]
    attachments: tuple[tuple[int, int, str], ...]
    date: str | None

    @property
    def span(self) -> tuple[int, int]:
        """The clean offsets of the own title."""
        return self.own.span(0, len(self.own.text))

    @property
    def is_notice(self) -> bool:
        """Whether the policy is an attachment."""
        return self.name != self.own.text


def find_title(head: Sequence[Paragraph], facts: Mapping[str, Paragraph]) -> Title | None:
    """The title in the head of a document; None where the text gives none.

    A document that opens with prose or a preface has no title: a name in 《》 in its first sentences is that of
    another document.
    """
    lines = _candidate_lines(head)
    joined = _complete(lines) or _glued(lines)
    if joined is None and (fact := facts.get("title")) is not None:
        joined = join([fact])
    joined = joined or _enacted(head) or _unmarked(lines, head)
    return _title(joined, head) if joined is not None and joined.text else None


def _candidate_lines(head: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines where the title may stand: from the first that is no fact, number, date or red head up to the prose."""
    lines: list[Paragraph] = []
    previous_fact_empty = False
    for line in head[:_MAX_HEAD]:
        text = line.text
        if not lines and (previous_fact_empty or _is_above_title(text)):
            previous_fact_empty = text.endswith((":", "：")) and is_fact(text)
            continue
        if text in words().openings or _CLAUSE.match(text) or (lines and _ends_title(text)):
            break
        lines.append(line)
        if len(lines) > _MAX_LINES:
            break
    return lines


def _is_above_title(text: str) -> bool:
    return (
        text in words().skipped
        or is_fact(text)
        or is_number(text)
        or is_registration(text)
        or _RED_HEAD.fullmatch(text) is not None
        or DATE_LINE.match(text) is not None
        or _BRACKET_LINE.fullmatch(text) is not None
        or text.startswith("|")
        or re.fullmatch(r"附件\d{0,2}[：:]?|https?://\S+|\S+\.(?:pdf|docx?|html?)\S{0,8}", text) is not None
    )


def _ends_title(text: str) -> bool:
    return (
        is_number(text)
        or is_fact(text)
        or "。" in text
        or text.endswith(("：", ":", "；", "，"))
        or bool(DATE_LINE.match(text))
    )


def _complete(lines: Sequence[Paragraph]) -> Joined | None:
    """The fewest lines that end with a kind of document; a notice goes on until its 通知."""
    best: Joined | None = None
    for count in range(1, len(lines) + 1):
        joined = join(lines[:count])
        if len(joined.text) > _MAX_TITLE or "。" in joined.text:
            break
        bare = _bare(joined)
        if words().genre_end.search(bare.text) is None or bare.text.count("《") > bare.text.count("》"):
            continue
        if best is None:
            best = _with_note(joined, lines, count)
        if words().hand_out.match(_bare(best).text) or _verb(_bare(best).text) is None:
            return best
        if words().notice_end.search(bare.text):
            return _with_note(joined, lines, count)
    return best


def _verb(text: str) -> str | None:
    """Whether a title says that something is handed out, so that 通知 must follow."""
    match = re.search(r"关于(?:印发|发布|公布|下发|转发|批转)|^.{2,40}(?:印发|转发)《", text)
    return match.group() if match else None


def _with_note(joined: Joined, lines: Sequence[Paragraph], count: int) -> Joined:
    """With a line in brackets below: （2024—2026年） is part of the title, （送审稿） is dropped later."""
    if count < len(lines) and _BRACKET_LINE.fullmatch(lines[count].text) and not is_number(lines[count].text):
        return join(lines[: count + 1])
    return joined


def _bare(title: Joined) -> Joined:
    """Without the number of a collection in front, and without dates and draft notes in brackets behind."""
    collection = _COLLECTION.match(title.text)
    start, end = collection.end() if collection else 0, len(title.text)
    while (note := words().draft.search(title.text[start:end]) or _DATE_NOTE.search(title.text[start:end])) is not None:
        end = start + note.start()
    return title.slice(start, end)


def _glued(lines: Sequence[Paragraph]) -> Joined | None:
    """A title with the number behind it on a line that goes on."""
    if not lines:
        return None
    text = lines[0].text[: 2 * _MAX_TITLE]
    number = NUMBER.search(text)
    if number is None or "。" in text[: number.start()]:
        return None
    before = text[: number.end()]
    ends = [
        match.end() for genre in words().genres for match in re.finditer(genre, before) if match.end() >= number.start()
    ]
    end = min(ends, default=number.start())
    bare = before[:end].rstrip(" （(")
    return join([Paragraph(lines[0].start, bare)]) if words().genre_end.search(bare) else None


def _enacted(head: Sequence[Paragraph]) -> Joined | None:
    """The document that an order puts into force: 某市人民政府令 … 《某办法》已经…通过，现予公布."""
    if not any(line.text.endswith("令") and _RED_HEAD.fullmatch(line.text) for line in head[:_MAX_LINES]):
        return None
    for line in head[:_MAX_HEAD]:
        match = _ENACTED.match(line.text)
        if match is not None:
            return join([Paragraph(line.start + match.start("name"), match.group("name"))])
    return None


def _unmarked(lines: Sequence[Paragraph], head: Sequence[Paragraph]) -> Joined | None:
    """A short first line without a kind of document, if a fact sheet, a number or a date stands right below."""
    if not lines or len(lines[0].text) > _MAX_UNMARKED or re.search(r"[。：:；，]", lines[0].text):
        return None
    below = next((line.text for line in head if line.start > lines[0].start), "")
    known = is_fact(below) or is_number(below) or DATE_LINE.match(below) or _BRACKET_LINE.fullmatch(below)
    return join(lines[:1]) if known else None


def _title(joined: Joined, head: Sequence[Paragraph]) -> Title:
    own = _bare(joined)
    date = next(_dates(joined.text), None)
    forward = words().hand_out.match(own.text)
    quoted = list(_QUOTED.finditer(forward.group("inner"))) if forward else []
    if forward is None or (not quoted and forward.group("verb") not in words().hand_out_plain):
        return Title(own, own.text, own.span(0, len(own.text)), (), date)
    base = forward.start("inner")
    if len(quoted) > 1 and quoted[0].start() == 0:
        names = tuple((*own.span(base + m.start(1), base + m.end(1)), m.group(1)) for m in quoted)
        return Title(own, own.text, own.span(0, len(own.text)), names, date)
    start, end = base, forward.end("inner")
    name = forward.group("inner")
    if quoted and quoted[0].start() == 0:
        start, end = base + quoted[0].start(1), base + quoted[0].end(1)
        name = quoted[0].group(1) + (quoted[0].group(2) or "")
    return _attached(own, words().draft.sub("", name), own.span(start, end), date, head)


def _dates(text: str) -> Iterator[str]:
    for match in re.finditer(rf"[（(]({DATE.pattern})[）)]", text):
        yield match.group(1)


def _attached(own: Joined, name: str, span: tuple[int, int], date: str | None, head: Sequence[Paragraph]) -> Title:
    """Under the longer name that the notice's own words give the attachment (现将《某市某局…方案》印发给你们)."""
    for line in head:
        if "印发" not in line.text:
            continue
        for match in _QUOTED.finditer(line.text):
            longer = match.group(1)
            if longer.endswith(name) and len(longer) > len(name):
                place = (line.start + match.start(1), line.start + match.end(1))
                return Title(own, longer, place, ((*span, name),), date)
    return Title(own, name, span, (), date)
