"""White space: dropped between Chinese characters, one space between Latin words, breaks in one-line texts."""

import re
from collections.abc import Iterable, Iterator
from string import ascii_letters, digits

from extract.cleaning.line import Line, without

_SPACES = re.compile(r"\s+")
_LATIN = frozenset(ascii_letters + digits)
_MARKER = re.compile(
    r"(?:第[一二三四五六七八九十百]{1,4}[章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．](?!\d)|附件|[一二三四五六七八九十]是)"
)
_ENDED = frozenset("。！？：:；")
_ONE_LINE = 800
_FRAME = 90  # the first and last characters of a one-line text hold title, number, addressee and signature


def one_line(lines: Iterable[Line]) -> Iterator[Line]:
    """A whole document on one line is cut at the spaces that stand for paragraph ends."""
    for line in lines:
        if len(line.text) < _ONE_LINE or " " not in line.text:
            yield line
            continue
        start = 0
        for space in _SPACES.finditer(line.text):
            before = line.text[space.start() - 1 : space.start()]
            if (
                before in _ENDED
                or _MARKER.match(line.text, space.end())
                or not _FRAME <= space.start() < len(line.text) - _FRAME
            ):
                yield line.slice(start, space.start())
                start = space.end()
        yield line.slice(start, len(line.text))


def repair(lines: Iterable[Line]) -> Iterator[Line]:
    """Each line without superfluous spaces."""
    for line in lines:
        text = line.text
        if " " not in text and text.isprintable():  # no other white space is printable
            yield line
            continue
        cut: list[tuple[int, int]] = []
        for space in _SPACES.finditer(text):
            start, end = space.span()
            between = start > 0 and end < len(text) and text[start - 1] in _LATIN and text[end] in _LATIN
            if between and not (text[start - 1].isdigit() and text[end].isdigit()):
                start += 1
            if start < end:
                cut.append((start, end))
        yield without(line, cut)
