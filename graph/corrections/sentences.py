"""Sentences found again in the text of documents, white space aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from graph.corrections.correction import Correction, squeezed
from graph.facts import Clause

SHORTEST = 6  # characters; what is shorter stands in many places


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: half-open characters of the source text, inside one clause."""

    clause: Clause
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words: white space is kept, as one space, between Latin words only."""
        words = self.clause.text[self.start - self.clause.start : self.end - self.clause.start].split()
        result = ""
        for word in words:
            latin = "!" <= result[-1:] <= "~" and "!" <= word[0] <= "~"
            result += (" " if latin else "") + word
        return result


class Squeezed:
    """The text of a clause without white space, and where its characters stand."""

    def __init__(self, clause: Clause) -> None:
        """Of one clause."""
        self._clause = clause
        self._places = [index for index, sign in enumerate(clause.text, clause.start) if not sign.isspace()]
        self._text = squeezed(clause.text)

    def place(self, start: int, end: int) -> Place:
        """Where the characters [start, end) of the text without white space stand."""
        return Place(self._clause, self._places[start], self._places[end - 1] + 1)

    def find(self, words: str, start: int, end: int) -> Place | None:
        """Where words first stand in [start, end) of the source text."""
        wanted, at = squeezed(words), -1
        while wanted and (at := self._text.find(wanted, at + 1)) >= 0:
            place = self.place(at, at + len(wanted))
            if place.start >= start and place.end <= end:
                return place
        return None


class Sentences:
    """The sentences of many lines, looked for in a document in one pass."""

    def __init__(self, lines: Sequence[Correction]) -> None:
        """Lines with a sentence."""
        self._lines: dict[str, list[Correction]] = {}
        for line in lines:
            self._lines.setdefault(squeezed(line.sentence), []).append(line)
        self._words = tuple(self._lines)
        self._engine = AhoCorasick(list(self._words), matchkind=MatchKind.Standard) if lines else None

    def found(self, clauses: Sequence[Clause]) -> Mapping[Correction, Sequence[Place]]:
        """All places of each line whose sentence stands in a text, in order."""
        if self._engine is None:
            return {}
        places: dict[int, list[Place]] = {}
        for clause in clauses:
            hits = self._engine.find_matches_as_indexes(squeezed(clause.text), overlapping=True)
            text = Squeezed(clause) if hits else None
            for index, start, end in hits:
                if text is not None:
                    places.setdefault(index, []).append(text.place(start, end))
        return {line: where for index, where in places.items() for line in self._lines[self._words[index]]}
