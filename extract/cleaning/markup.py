"""Markdown marks, page numbers and page headers."""

import re
from collections.abc import Iterable, Iterator

from extract.cleaning.line import Line, without

_PAGE = re.compile(
    r"(?:#*\s*[Pp]age\s*\d+\s*:?|[—–―－-]{1,3}\s*\d{1,4}\s*[—–―－-]{1,3}|第\s*\d+\s*页(?:\s*[/，,]?\s*共\s*\d+\s*页)?|\d{1,4}\s*/\s*\d{1,4})"
)
_PAGE_GLUED = re.compile(r"^\s*[—–―－]{1,2}\s*\d{1,4}\s*[—–―－]{1,2}")
_PAGE_LONGEST = 40
_SUSPECT = re.compile(r"[-*#\[`>|_=/页PpWwh—–―－]")  # no mark is without one of these signs
_RULE_OR_URL = re.compile(r"-{3,}|\*{3,}|_{3,}|={3,}|https?://\S+|www\.\S+")
_SIGNS = re.compile(r"[*#\[`>-]")
_MARKS = re.compile(r"\*{2,}|^\s*#{1,6}\s+|^\s*>\s+|(?<![\w])`{1,3}")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]{0,200})\]\((?P<url>[^()\s\n]{1,400})\s?\)")
_BULLET = re.compile(r"^\s*[-*+]\s+(?=\S)")


def repair(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without page marks, and without the marks of Markdown around their words."""
    for line in lines:
        if not _SUSPECT.search(line.text):
            yield line
            continue
        if _is_mark(line.text.strip()):
            continue
        glued = _PAGE_GLUED.match(line.text)
        kept = _unmarked(line.slice(glued.end(), len(line.text)) if glued else line)
        end = len(kept.text.rstrip(" |")) if "|" in kept.text else 0
        yield kept.slice(0, end) if "|" in kept.text[end:] else kept


def _is_mark(text: str) -> bool:
    """Whether a line is a page number or header, a rule, or an address, and nothing else."""
    if len(text) <= _PAGE_LONGEST and _PAGE.fullmatch(text):
        return True
    return _RULE_OR_URL.fullmatch(text) is not None


def _unmarked(line: Line) -> Line:
    text = line.text
    if not _SIGNS.search(text):
        return line
    bullet = _BULLET.match(text)
    if bullet is not None and _LINK.fullmatch(text, bullet.end()):
        return line.slice(0, 0)
    cut: list[tuple[int, int]] = []
    for link in _LINK.finditer(text):
        cut += [(link.start(), link.start("text")), (link.end("text"), link.end())]
    inside = {index for start, end in cut for index in range(start, end)}
    cut += [(m.start(), m.end()) for m in _MARKS.finditer(text) if m.start() not in inside]
    if bullet is not None:
        cut.append((bullet.start(), bullet.end()))
    return without(line, sorted(cut))
