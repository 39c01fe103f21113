"""Where a name may begin when one reads leftwards from its suffix: after punctuation, a number, a boundary word."""

import re
from collections.abc import Iterable
from functools import cache

from extract.automaton import Automaton, Hit
from extract.gazetteers.vocabulary import boundary_words, function_words

HARD = frozenset("，。；：！？、（）()“”‘’《》〈〉【】［］[]〔〕\n,;:!?|—…\"'·")
_PUNCTUATION = re.compile("[" + "".join(map(re.escape, sorted(HARD))) + "]")
_NUMBERING = re.compile(
    r"\n(?:\d{1,3}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条]|——)"
)
_ORDINAL = re.compile(r"[一二三四五六七八九十]是(?=[\u4e00-\u9fff])")


@cache
def _words() -> tuple[Automaton, list[bool], list[bool]]:
    """The words after which a name may begin, and for each whether it is one of the curated, and whether one of the
    further words of prose, after which any name but a firm's may begin (firms are called by all kinds of words)."""
    curated, prose = boundary_words().edges(), frozenset(function_words())
    automaton = Automaton(curated | prose, overlapping=True)
    return automaton, [word in curated for word in automaton.words], [word in prose for word in automaton.words]


class Edges:
    """The offsets of one text at which a name may begin: a byte for each offset, set where one does."""

    __slots__ = ("_prose", "_strong", "_weak")

    def __init__(
        self, text: str, names: Iterable[Hit], words: Iterable[Hit], places: Iterable[tuple[int, int, object]]
    ) -> None:
        """Find them, in time linear in the text. No boundary word counts inside `names` or at their end, nor inside
        longer `words` or `places`."""
        size = len(text) + 1
        self._strong, self._weak, self._prose = bytearray(size), bytearray(size), bytearray(size)
        inside, begins = bytearray(size), {}
        for start, end, _ in names:
            inside[start + 1 : end + 1] = b"\1" * (end - start)
        for start, end, _ in places:
            inside[start + 1 : end] = b"\1" * (end - start - 1)
        for start, end, _ in words:
            inside[start + 1 : end] = b"\1" * (end - start - 1)
            begins[end] = start
        automaton, curated, prose = _words()
        for index, start, end in automaton.spans(text):
            if inside[end]:
                continue
            if prose[index]:
                self._prose[end] = 1
            if curated[index] and begins.get(end, start) >= start:
                (self._strong if end - start > 1 else self._weak)[end] = 1
        self._mark_signs(text)

    def _mark_signs(self, text: str) -> None:
        """The ends of punctuation and of numbering count, whatever stands around them."""
        for pattern in (_PUNCTUATION, _ORDINAL):
            for match in pattern.finditer(text):
                self._strong[match.end()] = 1
        for match in _NUMBERING.finditer(f"\n{text}"):
            self._strong[match.end() - 1] = 1

    def name(self, offset: int, limit: int = 24, *, firm: bool = False) -> int:
        """The left edge of a name that goes on at least to `offset`; of a `firm` only curated words count."""
        return _last(self._weak, self.strong(offset, limit, firm=firm), offset)

    def strong(self, offset: int, limit: int = 24, *, firm: bool = False) -> int:
        """As `name`, but one-character words do not count: for items that a comma already delimits."""
        edge = _last(self._strong, max(offset - limit, 0), offset)
        return edge if firm else _last(self._prose, edge, offset)


def _last(marks: bytearray, floor: int, offset: int) -> int:
    """The last marked offset from `floor` to `offset`, or `floor`."""
    return max(floor, marks.rfind(1, floor, offset + 1))
