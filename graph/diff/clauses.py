"""Clauses that only one version has, and sentences that say it in other words."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from graph.diff.alignment import plain_text
from graph.diff.both import Both
from graph.diff.pairing import pair
from graph.diff.sentences import bare, plain, split
from graph.diff.values import CHANGED, GONE, NEW, Change, ClauseCounts, Passage
from graph.diff.version import Version
from graph.diff.words import words

_LIKE = 45


def clauses(both: Both, kind: str) -> Iterator[Change]:
    """The clauses that are new or gone, those below one that is itself new or gone counted with it."""
    for place, below in _topmost(both.new, [matter.new for matter in both.matters if not matter.old]):
        yield Change(kind, NEW, both.new.title(place), "", "", _state(below), None, _opening(both.new, place))
    for place, below in _topmost(both.old, [matter.old for matter in both.matters if not matter.new]):
        yield Change(kind, GONE, both.old.title(place), "", _state(below), "", _opening(both.old, place), None)


def wording(both: Both, kind: str) -> Iterator[Change]:
    """The sentences that differ between clauses that answer to each other."""
    for matter in both.matters:
        if matter.old and matter.new:
            old = [(place, line) for place in matter.old for line in split(both.old.clauses[place].part["text"])]
            new = [(place, line) for place in matter.new for line in split(both.new.clauses[place].part["text"])]
            about = both.new.title(matter.new[0])
            for was, now in _differing(old, new):
                said = _passage(both.old, was), _passage(both.new, now)
                yield Change(kind, NEW if was is None else GONE if now is None else CHANGED, about, "", "", "", *said)


def counts(both: Both) -> ClauseCounts:
    """How many clauses are the same, reworded, renumbered, new and gone; divided ones count as reworded."""
    same = reworded = renumbered = new = gone = 0
    for matter in both.matters:
        old_texts, new_texts = _texts(both.old, matter.old), _texts(both.new, matter.new)
        if not matter.old or not matter.new:
            new, gone = new + len(matter.new), gone + len(matter.old)
            continue
        changed = old_texts != new_texts
        same, reworded = same + (not changed), reworded + changed
        numbers = (
            [version.clauses[place].part["number"] for place in places]
            for version, places in ((both.old, matter.old), (both.new, matter.new))
        )
        renumbered += next(numbers) != next(numbers)
    return ClauseCounts(same, reworded, renumbered, new, gone)


def _texts(version: Version, places: Sequence[int]) -> list[str]:
    return [plain_text(version.clauses[place]) for place in places]


def _topmost(version: Version, matters: Sequence[tuple[int, ...]]) -> Iterator[tuple[int, int]]:
    """The clauses of some matters that stand under none of them, with the number of those below each."""
    places = sorted(place for matter in matters for place in matter)
    keys = {version.clauses[place].id for place in places}
    for place in places:
        key = version.clauses[place].id
        if not any(key.startswith(f"{other}.") for other in keys):
            yield place, sum(other.startswith(f"{key}.") for other in keys)


def _state(below: int) -> str:
    return str(words()["states"]["below"].format(number=below)) if below else ""


def _opening(version: Version, place: int) -> Passage:
    """The first sentence of a clause that is more than its heading."""
    part = version.clauses[place].part
    sentences = split(part["text"])
    heading = bare(part["heading"])
    said = next((line for line in sentences if plain(line).rstrip("。") != heading), sentences[0] if sentences else "")
    return Passage(part["number"], said)


def _passage(version: Version, said: tuple[int, str] | None) -> Passage | None:
    return said and Passage(version.clauses[said[0]].part["number"], said[1])


Line = tuple[int, str]


def _differing(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Sentences that only one side has; those that are like one another together."""
    olds, news = {plain(line) for _, line in old}, {plain(line) for _, line in new}
    gone = [item for item in old if plain(item[1]) not in news]
    come = [item for item in new if plain(item[1]) not in olds]
    scores = [
        (score, i, j)
        for i, (_, was) in enumerate(gone)
        for j, (_, now) in enumerate(come)
        if (score := fuzz.ratio(plain(was), plain(now), score_cutoff=_LIKE))
    ]
    found = dict(pair(scores))
    yield from ((was, come[found[index]] if index in found else None) for index, was in enumerate(gone))
    yield from ((None, now) for index, now in enumerate(come) if index not in found.values())
