"""Where a name may begin when one reads leftwards from its suffix: after punctuation, a number, a boundary word."""

import re
from collections.abc import Iterable
from functools import cache

from extract.automaton import Automaton, Hit
from extract.gazetteers.vocabulary import boundary_words, function_words

HARD = frozenset("，。；：！？、（）()“”‘’《》〈〉【】［］[]〔〕\n,;:!?|—…\"'·")
PUNCTUATION = re.compile("[" + "".join(map(re.escape, sorted(HARD))) + "]")
_NUMBERING = re.compile(
    r"\n(?:\d{1,3}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条]|——)"
)
_ORDINAL = re.compile(r"是(?<=[一二三四五六七八九十]是)(?=[\u4e00-\u9fff])")


_PROSE, _STRONG, _WEAK, _SHARED = range(4)  # prose; curated, of several characters or of one; curated and prose
_INSIDE, _CLOSED = 1, 2  # no name begins here; a longer ordinary word ends here


@cache
def _words() -> tuple[Automaton, list[int]]:
    """The words after which a name may begin, and of each the kind: one of the curated, or of the further words of
    prose, after which any name but a firm's may begin (firms are called by all kinds of words), or both."""
    curated, prose = boundary_words().edges(), frozenset(function_words())
    automaton = Automaton(curated | prose, overlapping=True)
    return automaton, [_kind(word, word in curated, word in prose) for word in automaton.words]


def _kind(word: str, curated: bool, prose: bool) -> int:
    if not curated:
        return _PROSE
    if prose:
        return _SHARED
    return _STRONG if len(word) > 1 else _WEAK


class Edges:
    """The offsets of one text at which a name may begin: a byte for each offset, set where one does."""

    __slots__ = ("_prose", "_strong", "_weak")

    def __init__(
        self,
        text: str,
        signs: Iterable[int],
        names: Iterable[Hit],
        words: Iterable[Hit],
        places: Iterable[tuple[int, int, object]],
    ) -> None:
        """Find them, in time linear in the text. No boundary word counts inside `names` or at their end, nor inside
        longer `words` or `places`; the offsets `signs` are those of PUNCTUATION."""
        size = len(text) + 1
        self._strong, self._weak, self._prose = bytearray(size), bytearray(size), bytearray(size)
        blocked, begins = bytearray(size), {}
        for start, end, _ in words:
            begins[end] = start
            blocked[end] = _CLOSED
        for start, end, _ in names:
            blocked[start + 1 : end + 1] = b"\1" * (end - start)
        for spans in (places, words):
            for start, end, _ in spans:
                blocked[start + 1 : end] = b"\1" * (end - start - 1)
        automaton, kinds = _words()
        marks = (self._prose, self._strong, self._weak)
        first = last = 0  # the last curated word: what begins inside it and ends behind it is none (做强|化工)
        for index, start, end in automaton.spans(text):
            if start < last < end and first < start:
                continue
            kind = kinds[index]
            if kind == _STRONG:
                first, last = start, end
            if kind != _SHARED and not blocked[end]:
                marks[kind][end] = 1
            elif blocked[end] != _INSIDE:
                self._mark_word(kind, start, end, begins.get(end, start))
        self._mark_signs(text, signs)

    def _mark_word(self, kind: int, start: int, end: int, begin: int) -> None:
        """The end of a word; of a curated one not where a longer ordinary word, which begins at `begin`, ends too."""
        if kind in (_PROSE, _SHARED):
            self._prose[end] = 1
        if kind != _PROSE and begin >= start:
            (self._strong if end - start > 1 else self._weak)[end] = 1

    def _mark_signs(self, text: str, signs: Iterable[int]) -> None:
        """The ends of punctuation and of numbering count, whatever stands around them."""
        strong = self._strong
        for place in signs:
            strong[place + 1] = 1
        for match in _ORDINAL.finditer(text):
            strong[match.end()] = 1
        for match in _NUMBERING.finditer(f"\n{text}"):
            strong[match.end() - 1] = 1

    def name(self, offset: int, limit: int = 24, *, firm: bool = False) -> int:
        """The left edge of a name that goes on at least to `offset`; of a `firm` only curated words count."""
        edge = self.strong(offset, limit, firm=firm)
        return max(edge, self._weak.rfind(1, edge, offset + 1))

    def strong(self, offset: int, limit: int = 24, *, firm: bool = False) -> int:
        """As `name`, but one-character words do not count: for items that a comma already delimits."""
        floor = max(offset - limit, 0)
        edge = max(floor, self._strong.rfind(1, floor, offset + 1))
        return edge if firm else max(edge, self._prose.rfind(1, edge, offset + 1))
