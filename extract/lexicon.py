"""All vocabularies of names looked up in one pass: of each the longest names from left to right."""

from collections.abc import Callable, Collection, Iterable, Mapping
from operator import itemgetter

from extract import cues
from extract.automaton import Automaton, Hit
from extract.gazetteers.city_groups import CityGroupTable
from extract.gazetteers.departments import departments
from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import Vocabulary, boundary_words

Names = Callable[[str], Mapping[str, list[Hit]]]  # the hits of each vocabulary in a text


class Lexicon:
    """Vocabularies by name. A name counts in each vocabulary that holds it, whatever stands there in the others."""

    __slots__ = ("_automaton", "_holders", "_names", "_openings")

    def __init__(self, vocabularies: Mapping[str, Iterable[str]], openings: Mapping[str, Iterable[str]]) -> None:
        """Any number of vocabularies, each with its words. `openings` are more of them, with which patterns begin: of
        these all words count, also those inside others."""
        holders: dict[str, list[str]] = {}
        for name, words in (*vocabularies.items(), *openings.items()):
            for word in dict.fromkeys(words):
                holders.setdefault(word, []).append(name)
        self._names = (*vocabularies, *openings)
        self._openings = len(vocabularies)
        self._automaton = Automaton(holders, overlapping=True)
        number = {name: index for index, name in enumerate(self._names)}
        self._holders = [tuple(number[name] for name in holders[word]) for word in self._automaton.words]

    def hits(self, text: str) -> dict[str, list[Hit]]:
        """By vocabulary the hits as (start, end, word), in order. Linear in the text."""
        found: list[list[Hit]] = [[] for _ in self._names]
        reach = [0] * len(found)
        words, holders, openings = self._automaton.words, self._holders, self._openings
        for index, start, end in self._spans(text):
            for number in holders[index]:
                if start >= reach[number]:
                    found[number].append((start, end, words[index]))
                    if number < openings:
                        reach[number] = end
        return dict(zip(self._names, found, strict=True))

    def _spans(self, text: str) -> list[tuple[int, int, int]]:
        """The names as (index of the word, start, end) from left to right, of those that begin together the longest
        first."""
        spans = self._automaton.spans(text)
        spans.reverse()  # they came in order of their end
        spans.sort(key=itemgetter(1))
        return spans


def lexicon(
    chains: Vocabulary,
    parks: Vocabulary,
    institutions: Vocabulary,
    enterprises: Vocabulary,
    groups: CityGroupTable,
    own: Collection[str],
) -> Lexicon:
    """The names of all gazetteers and the user's `own`; and those inside which no name may begin (`Name`), with
    ordinary words in which none does either (`Word`)."""
    tables = (chains, parks, institutions, enterprises)
    return Lexicon(
        {
            "Own": own,
            "Region": [*(name for name, _ in regions().names()), *regions().lookalikes()],
            "CityGroup": groups.surfaces(),
            "Agency": departments().surfaces(),
            "NationalAgency": departments().national_surfaces(),
            "Institution": (name for name in institutions.surfaces() if len(name) >= 4),
            "Park": (name for name in parks.surfaces() if len(name) >= 4),
            "Enterprise": (
                name for name in enterprises.surfaces() if len(name) >= 2 and not enterprises.is_ambiguous(name)
            ),
            "Name": [*own, *(name for table in tables for name in table.surfaces() if len(name) >= 3)],
            "Word": boundary_words().protected,
        },
        {
            "County": (region.short for region in regions().counties()),
            **{name: cues.openings(pattern) for name, pattern in cues.CUES.items()},
        },
    )
