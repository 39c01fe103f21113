"""Dictionary look-up over a whole text at once (Aho-Corasick)."""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind


class Automaton:
    """Finds the words of a vocabulary in a text, in linear time."""

    __slots__ = ("_engine", "_overlapping", "words")

    def __init__(self, words: Iterable[str], *, overlapping: bool = False) -> None:
        """`overlapping`: report every occurrence of every word; otherwise the longest from left to right."""
        self.words = tuple(sorted({word for word in words if word}))
        kind = MatchKind.Standard if overlapping else MatchKind.LeftmostLongest
        self._engine = AhoCorasick(list(self.words), matchkind=kind)
        self._overlapping = overlapping

    def hits(self, text: str) -> list[tuple[int, int, str]]:
        """All hits as (start, end, word), in order of their end."""
        found = self._engine.find_matches_as_indexes(text, overlapping=self._overlapping)
        return [(start, end, self.words[index]) for index, start, end in found]
