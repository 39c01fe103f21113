"""Dictionary look-up over a whole text at once (Aho-Corasick)."""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_FEW = 2000  # of so many words even the fastest engine is small and soon made


Hit = tuple[int, int, str]


class Automaton:
    """Finds the words of a vocabulary in a text, in linear time."""

    __slots__ = ("_engine", "_overlapping", "words")

    def __init__(self, words: Iterable[str], *, overlapping: bool = False) -> None:
        """`overlapping`: report every occurrence of every word; otherwise the longest from left to right."""
        self.words = tuple(sorted({word for word in words if word}))
        kind = MatchKind.Standard if overlapping else MatchKind.LeftmostLongest
        engine = Implementation.DFA if len(self.words) <= _FEW else None
        self._engine = AhoCorasick(list(self.words), matchkind=kind, implementation=engine)
        self._overlapping = overlapping

    def hits(self, text: str) -> list[tuple[int, int, str]]:
        """All hits as (start, end, word), in order of their end."""
        return [(start, end, self.words[index]) for index, start, end in self.spans(text)]

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """All hits as (index of the word, start, end), in order of their end: for those who need no words."""
        return self._engine.find_matches_as_indexes(text, overlapping=self._overlapping)
