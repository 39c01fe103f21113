"""Which clauses of two versions treat the same matter, whatever their numbers and though words changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz

from graph.diff.pairing import pair
from graph.diff.sentences import bare, plain
from graph.rows import NodeRow

_ALIKE = 55.0  # clauses less alike than this treat different matters
_TEXT, _HEADING = 50.0, 60.0  # from here on a pair is looked at, by text or by heading: one of both must be reached
# So many of the pairs of characters in the shorter text must stand in one that is like it, or that holds it.
_SHARED, _SHARED_PART = 0.15, 0.6
# What stands in more of the clauses tells them not apart: never so few, and so large a part of them.
_RARE, _COMMON = 20, 0.05
_ABOVE = 0.1  # how much the section above counts
_HELD = 85.0  # so much of a clause stands in another one that took it in
_SHORTEST = 12  # characters: less may stand anywhere by chance


@dataclass(frozen=True, slots=True)
class Matter:
    """Clauses of both versions that answer to each other, by place: one each, or more where one was divided."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The clauses of one version: bare texts and headings, and the place of the clause above each."""

    texts: tuple[str, ...]
    headings: tuple[str, ...]
    above: tuple[int | None, ...]


def align(old: Sequence[NodeRow], new: Sequence[NodeRow]) -> tuple[Matter, ...]:
    """The matters of two versions, in the order of the new one, then those that only the old one has.

    The result does not depend on which version is called old.
    """
    olds, news = _side(old), _side(new)
    pairs = _equal(olds, news, _heads(old, new))
    pairs += pair(_scores(olds, news, pairs))
    pairs += _sections(olds, news, pairs)
    return _matters(len(old), len(new), [*pairs, *_divided(olds, news, pairs)])


def plain_text(clause: NodeRow) -> str:
    """The text of a clause without white space and the number that it begins with."""
    return plain(clause.part["text"])


def _side(clauses: Sequence[NodeRow]) -> _Side:
    places = {clause.id: place for place, clause in enumerate(clauses)}
    above = tuple(places.get(_parent(clause.id)) for clause in clauses)
    return _Side(tuple(map(plain_text, clauses)), tuple(bare(clause.part["heading"]) for clause in clauses), above)


def _parent(key: str) -> str:
    """The id of the clause above: that of `…#2.1.3` is `…#2.1`."""
    before, dot, _ = key.rpartition(".")
    return before if dot and "#" in before else ""


def _heads(old: Sequence[NodeRow], new: Sequence[NodeRow]) -> list[tuple[int, int]]:
    """What precedes the first numbered clause answers to what does in the other version."""
    return [(0, 0)] if old and new and not (old[0].part["number"] or new[0].part["number"]) else []


def _equal(olds: _Side, news: _Side, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is taken, and the clauses of the same words, in order, where they stand as often in each version, or very
    often in both."""
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for index, side in enumerate((olds, news)):
        done = {both[index] for both in taken}
        for place, text in enumerate(side.texts):
            if place not in done:
                places[text][index].append(place)
    alike = (lists for lists in places.values() if len(lists[0]) == len(lists[1]) or min(map(len, lists)) > _RARE)
    return [*taken, *(both for old, new in alike for both in zip(old, new, strict=False))]


def _scores(olds: _Side, news: _Side, taken: Iterable[tuple[int, int]]) -> Iterator[tuple[float, int, int]]:
    """How much alike the clauses are that have no counterpart yet."""
    taken = list(taken)
    left_old = set(range(len(olds.texts))) - {old for old, _ in taken}
    left_new = set(range(len(news.texts))) - {new for _, new in taken}
    candidates = {*_near(olds.texts, news.texts, left_old, left_new, _TEXT)}
    candidates |= {*_near(olds.headings, news.headings, left_old, left_new, _HEADING)}
    for old, new in candidates:
        score = _alike(olds, news, old, new)
        if score >= _ALIKE:
            yield score + _ABOVE * _alike_above(olds, news, old, new), old, new


def _near(
    olds: Sequence[str], news: Sequence[str], left_old: set[int], left_new: set[int], cutoff: float
) -> Iterator[tuple[int, int]]:
    """The pairs of texts that are at least so much alike."""
    for old, new in _sharing(olds, news, left_old, left_new, _SHARED):
        if fuzz.ratio(olds[old], news[new], score_cutoff=cutoff):
            yield old, new


def _sharing(
    olds: Sequence[str], news: Sequence[str], left_old: set[int], left_new: set[int], share: float
) -> Iterator[tuple[int, int]]:
    """The pairs of texts that share such a part of the shorter one's pairs of characters: most need no closer look."""
    parts_old, parts_new = _telling([olds[place] for place in left_old], [news[place] for place in left_new])
    holders: dict[str, list[int]] = defaultdict(list)
    for place, bigrams in enumerate(parts_new):
        for bigram in bigrams:
            holders[bigram].append(place)
    places_new = list(left_new)
    for old, own in zip(left_old, parts_old, strict=True):
        shared = Counter(chain.from_iterable(holders.get(bigram, ()) for bigram in own))
        for new, count in shared.items():
            if count >= share * min(len(own), len(parts_new[new])):
                yield old, places_new[new]


def _telling(olds: Sequence[str], news: Sequence[str]) -> tuple[list[set[str]], list[set[str]]]:
    """The pairs of characters in each text without those that are common; all of them where all are common."""
    parts = [{text[place : place + 2] for place in range(len(text) - 1)} for text in (*olds, *news)]
    holders = Counter(chain.from_iterable(parts))
    limit = max(_RARE, _COMMON * len(parts))
    common = {bigram for bigram, count in holders.items() if count > limit}
    told = [bigrams - common or bigrams for bigrams in parts]
    return told[: len(olds)], told[len(olds) :]


def _alike(olds: _Side, news: _Side, old: int, new: int) -> float:
    """How much alike two clauses are, from 0 to 100: by text, and by heading where both have one."""
    by_text = fuzz.ratio(olds.texts[old], news.texts[new])
    if not (olds.headings[old] and news.headings[new]):
        return by_text
    return (by_text + fuzz.ratio(olds.headings[old], news.headings[new])) / 2


def _alike_above(olds: _Side, news: _Side, old: int, new: int) -> float:
    """How much alike the headings of the sections are that two clauses stand in."""
    above_old, above_new = olds.above[old], news.above[new]
    if above_old is None or above_new is None:
        return 100.0 if above_old is above_new else 0.0
    return fuzz.ratio(olds.headings[above_old], news.headings[above_new])


def _sections(olds: _Side, news: _Side, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sections under other headings, by the clauses in them: the innermost first."""
    done_old, done_new = ({item[side] for item in taken} for side in (0, 1))
    found, last = [], list(taken)
    while last:
        below: dict[tuple[int, int], int] = defaultdict(int)
        for old, new in last:
            above_old, above_new = olds.above[old], news.above[new]
            if above_old is None or above_new is None or above_old in done_old or above_new in done_new:
                continue
            below[above_old, above_new] += 1
        last = pair((number, old, new) for (old, new), number in below.items())
        done_old.update(old for old, _ in last)
        done_new.update(new for _, new in last)
        found += last
    return found


def _divided(olds: _Side, news: _Side, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Clauses without a counterpart that stand as a part in a clause of the other version."""
    done_old, done_new = {old for old, _ in taken}, {new for _, new in taken}
    for new, old in _held(news.texts, olds.texts, done_new):
        yield old, new
    yield from _held(olds.texts, news.texts, done_old)


def _held(texts: Sequence[str], others: Sequence[str], done: set[int]) -> Iterator[tuple[int, int]]:
    """The texts that are not done, with the one of the longer others that holds most of each."""
    left = {place for place, text in enumerate(texts) if place not in done and len(text) >= _SHORTEST}
    best: dict[int, tuple[float, int]] = {}
    for place, other in _sharing(texts, others, left, set(range(len(others))), _SHARED_PART):
        if len(others[other]) > len(texts[place]):
            held = fuzz.partial_ratio(texts[place], others[other], score_cutoff=_HELD)
            if held:
                best[place] = max(best.get(place, (0.0, 0)), (held, -other))
    yield from ((place, -other) for place, (_, other) in best.items())


def _matters(olds: int, news: int, pairs: Iterable[tuple[int, int]]) -> tuple[Matter, ...]:
    """Clauses joined by pairs, directly or over others."""
    group = {("old", place): [("old", place)] for place in range(olds)}
    group |= {("new", place): [("new", place)] for place in range(news)}
    for old, new in pairs:
        left, right = group["old", old], group["new", new]
        if left is not right:
            left.extend(right)
            for member in right:
                group[member] = left
    matters = {
        id(members): Matter(
            tuple(sorted(place for side, place in members if side == "old")),
            tuple(sorted(place for side, place in members if side == "new")),
        )
        for members in group.values()
    }
    return tuple(sorted(matters.values(), key=lambda matter: (not matter.new, matter.new, matter.old)))
