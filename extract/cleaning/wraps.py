"""Hard wraps: lines of one paragraph are joined; headings, titles, signatures and dates keep their line."""

import re
from collections.abc import Iterator

from extract.cleaning.line import Line, joined

_MARKER = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,4}[章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|附件|——|前言|专栏|[①-⑳])"
)
_ENDS, _CLOSING = ("。", "！", "？", "；", "：", ":"), "”’）)】]］〕"
_FREE = re.compile(
    r"^(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|.{0,30}〔\d{4}〕\d+号|.{2,40}(?:局|厅|府|室|委员会|部|院|办|党委|管委会)|.{2,60}(?:方案|通知|措施|意见|规划|计划|办法|公告|清单|决定|细则|纲要|要点)(?:[（(].{1,24}[）)])?|[（(]此件.{2,12}[）)])$"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［](?:19|20)\d{2}[〕\]］]\d{1,5}号$")
_OPENING = re.compile(r"(?:为|现|根据|依据|各|按照|经)")
_OPEN = "《（(“「【〔［[〈"
_CLOSE = "》）)”」】〕］]〉"
_OPENING_SIGN = re.compile("[" + re.escape(_OPEN) + "]")
_SENTENCE_ENDS = ("。", "！", "？")
_SIGNS = re.compile("[" + re.escape(_OPEN + _CLOSE) + "。！？]")
_BROKEN = ("，", "、", ",")
_PUNCTUATION = re.compile(r"[，。、；：！？]")
_TITLE = re.compile(r"关于.{4,90}的(?:通知|意见|公告|函|决定|批复|报告|请示)$")
_SHORT = 0.75
_MIN_LINES = 8
_TAIL = 120  # how far back an open bracket is looked for


def repair(lines: list[Line]) -> Iterator[Line]:
    """Paragraphs out of lines. In a text that is not hard-wrapped only an open bracket joins two lines."""
    filled = [line for line in lines if line.text]
    width = _width(filled)
    held: list[Line] = []
    tail = ""
    for line in filled:
        text = line.text
        if held and not (_joins(tail, held, text, width) if width else _unclosed(tail)):
            yield held[0] if len(held) == 1 else joined(held)
            held, tail = [], ""
        held.append(line)
        tail = (tail + text)[-_TAIL:] if tail else text[-_TAIL:]
    if held:
        yield joined(held)


def _width(lines: list[Line]) -> int:
    """The wrap width of a hard-wrapped text, or 0: many lines of about the same length that end in mid-sentence."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < _MIN_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.8)]
    if not 15 <= width <= 90 or lengths[-1] > 4 * width:
        return 0
    running = sum(1 for line in lines if not _is_ended(line.text))
    near = sum(1 for line in lines if _SHORT * width <= len(line.text) <= width * 1.35)
    return width if running > 0.45 * len(lines) and near > 0.2 * len(lines) else 0


def _joins(tail: str, held: list[Line], line: str, width: int) -> bool:
    """Whether `line` goes on where the paragraph of the lines `held` stops in a text hard-wrapped at `width`; `tail`
    is the end of the paragraph's text."""
    if _unclosed(tail):
        return True
    if "|" in line or "|" in tail:
        return False  # a row of a table
    if _MARKER.match(line) or (line.endswith("号") and _NUMBER.match(line)):
        return False
    last, alone = held[-1].text, len(held) == 1
    short = len(last) < _SHORT * width
    if alone and _OPENING.match(line) and _FREE.match(last):
        return False
    if _is_ended(tail):
        return (
            not short and not tail.endswith(("：", ":")) and not (_FREE.match(line) and not _PUNCTUATION.search(line))
        )
    if tail.endswith(_BROKEN):
        return True
    if short and alone and _MARKER.match(last):
        return False
    return not (short and (_FREE.match(last) or _TITLE.search(tail)))


def _is_ended(text: str) -> bool:
    """Whether a text ends with a sentence, closing signs aside."""
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _unclosed(tail: str) -> bool:
    """Whether the end of a text leaves a title or bracket open."""
    if tail.endswith(_SENTENCE_ENDS) or _OPENING_SIGN.search(tail) is None:
        return False
    depth = 0
    for sign in reversed(_SIGNS.findall(tail)):
        if sign in _CLOSE:
            depth += 1
        elif sign in _OPEN:
            if depth == 0:
                return sign in "《（(〔〈［[【"
            depth -= 1
        elif depth == 0:
            return False
    return False
