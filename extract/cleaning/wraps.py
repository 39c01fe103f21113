"""Hard wraps: lines of one paragraph are joined; headings, titles, signatures and dates keep their line."""

import re
from collections.abc import Iterator

from extract.cleaning.line import Line

_MARKER = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|附件|——|前言|专栏|[①-⑳])"
)
_END = re.compile(r"[。！？；：:][”’）)】\]］〕]*$")
_FREE = re.compile(
    r"^(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|.{0,30}〔\d{4}〕\d+号|.{2,40}(?:局|厅|府|室|委员会|部|院|办|党委|管委会)|.{2,60}(?:方案|通知|措施|意见|规划|计划|办法|公告|清单|决定|细则|纲要|要点)(?:[（(].{1,24}[）)])?|[（(]此件.{2,12}[）)])$"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［](?:19|20)\d{2}[〕\]］]\d{1,5}号$")
_OPENING = re.compile(r"(?:为|现|根据|依据|各|按照|经)")
_OPEN = "《（(“「【〔［[〈"
_CLOSE = "》）)”」】〕］]〉"
_BROKEN = re.compile(r"[，、,]$")
_SHORT = 0.75
_MIN_LINES = 8


def repair(lines: list[Line]) -> Iterator[Line]:
    """Paragraphs out of lines. In a text that is not hard-wrapped only an open bracket joins two lines."""
    filled = [line for line in lines if line.text]
    width = _width(filled)
    held: Line | None = None
    last = 0
    for line in filled:
        if held is None:
            held, last = line, len(line.text)
            continue
        if _joins(held.text, last, line.text, width):
            held = held + line
        else:
            yield held
            held = line
        last = len(line.text)
    if held is not None:
        yield held


def _width(lines: list[Line]) -> int:
    """The wrap width of a hard-wrapped text, or 0: many lines of about the same length that end in mid-sentence."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < _MIN_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.8)]
    if not 15 <= width <= 90 or lengths[-1] > 4 * width:
        return 0
    running = sum(1 for line in lines if not _END.search(line.text))
    near = sum(1 for line in lines if _SHORT * width <= len(line.text) <= width * 1.35)
    return width if running > 0.45 * len(lines) and near > 0.2 * len(lines) else 0


def _joins(held: str, last: int, line: str, width: int) -> bool:
    """Whether `line` goes on where the paragraph `held` stops; `last` is the length of its last line."""
    if _unclosed(held):
        return True
    if not width or _MARKER.match(line) or _NUMBER.match(line):
        return False
    short = last < _SHORT * width
    if len(held) == last and _FREE.match(held) and _OPENING.match(line):
        return False
    if _END.search(held):
        return not short and not held.endswith(("：", ":"))
    if _BROKEN.search(held):
        return True
    if short and (_MARKER.match(held) and len(held) == last):
        return False
    return not (short and _FREE.match(held[-last:]))


def _unclosed(text: str) -> bool:
    """Whether the last 120 characters leave a title or bracket open."""
    tail = text[-120:]
    depth = 0
    for sign in reversed(tail):
        if sign in _CLOSE:
            depth += 1
        elif sign in _OPEN:
            if depth == 0:
                return sign in "《（(〔〈［[【"
            depth -= 1
        elif sign in "。！？" and depth == 0:
            return False
    return False
