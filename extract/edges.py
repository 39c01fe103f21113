"""Where a name may begin when one reads leftwards from its suffix: after punctuation, a number, a boundary word."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from extract.automaton import Automaton
from extract.gazetteers.vocabulary import boundary_words, chains, enterprises, function_words, institutions, parks

HARD = frozenset("，。；：！？、（）()“”‘’《》〈〉【】［］[]〔〕\n,;:!?|—…\"'·")
_PUNCTUATION = re.compile("[" + "".join(map(re.escape, sorted(HARD))) + "]")
_MARKER = re.compile(
    r"^(?:\d{1,3}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章节条]|——)"
    r"|[一二三四五六七八九十]是(?=[\u4e00-\u9fff])",
    re.M,
)


@cache
def _edge_automaton() -> Automaton:
    """The curated words after which a name may begin."""
    words = boundary_words()
    return Automaton(
        [*words.verbs, *words.particles, *words.deictics, *words.adverbs, *words.quantifiers], overlapping=True
    )


@cache
def _prose_automaton() -> Automaton:
    """Further words of prose, after which any name but a firm's may begin (firms are called by all kinds of words)."""
    return Automaton(function_words(), overlapping=True)


@cache
def _name_automaton() -> Automaton:
    """Names of the vocabularies, in which and at whose end no boundary word counts."""
    tables = (chains(), parks(), institutions(), enterprises())
    return Automaton(name for table in tables for name in table.surfaces() if len(name) >= 3)


@cache
def _word_automaton() -> Automaton:
    """Longer words, inside which no boundary word counts."""
    return Automaton(boundary_words().protected)


class Edges:
    """The offsets of one text at which a name may begin."""

    __slots__ = ("_prose", "_strong", "_weak")

    def __init__(self, text: str, places: Iterable[tuple[int, int]] = ()) -> None:
        """Find them, in time linear in the text. `places`: the spans of regions, inside which no name begins."""
        hits = _edge_automaton().hits(text)
        inside = bytearray(len(text) + 1)
        for start, end, _ in _name_automaton().hits(text):
            inside[start + 1 : end + 1] = b"\1" * (end - start)
        for start, end in places:
            inside[start + 1 : end] = b"\1" * (end - start - 1)
        begins: dict[int, int] = {}
        for start, end, _ in _word_automaton().hits(text):
            inside[start + 1 : end] = b"\1" * (end - start - 1)
            begins[end] = start
        always = {match.end() for pattern in (_PUNCTUATION, _MARKER) for match in pattern.finditer(text)}
        free = [(end, word) for start, end, word in hits if not inside[end] and begins.get(end, start) >= start]
        strong = {end for end, word in free if len(word) > 1}
        weak = {end for end, word in free if len(word) == 1}
        prose = {end for _, end, _ in _prose_automaton().hits(text) if not inside[end]}
        self._strong = _sorted(always | strong)
        self._weak = _sorted(weak)
        self._prose = _sorted(prose)

    def name(self, offset: int, limit: int = 24, *, firm: bool = False) -> int:
        """The left edge of a name that goes on at least to `offset`; of a `firm` only curated words count."""
        edge = max(_last(self._strong, offset), _last(self._weak, offset))
        return max(edge if firm else max(edge, _last(self._prose, offset)), offset - limit, 0)

    def strong(self, offset: int, limit: int = 24, *, firm: bool = False) -> int:
        """As `name`, but one-character words do not count: for items that a comma already delimits."""
        edge = _last(self._strong, offset)
        return max(edge if firm else max(edge, _last(self._prose, offset)), offset - limit, 0)


def _sorted(offsets: Iterable[int]) -> list[int]:
    return sorted({0, *offsets})


def _last(offsets: list[int], offset: int) -> int:
    return offsets[bisect_right(offsets, offset) - 1]
