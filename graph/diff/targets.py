"""Quantified targets: the same metric of the same subject with another figure, year or comparator; new; gone."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from graph.diff.both import Both
from graph.diff.goals import Goal, dimension, gap, goals, text
from graph.diff.pairing import pair
from graph.diff.values import CHANGED, GONE, NEW, Change

_ALIKE = 70  # per cent: metrics less alike than this are different ones
# What speaks for two goals being the same; the metric itself counts up to 100.
_YEAR, _MATTER, _VALUE, _COMPARATOR, _SUBJECT = 40, 20, 10, 5, 50


def targets(both: Both, kind: str) -> Iterator[Change]:
    """The changes of targets, in the order of the new version, then those that are gone."""
    old, new = goals(both.old), goals(both.new)
    found = {after: before for before, after in _pairs(both, old, new)}
    for place, goal in enumerate(new):
        before = old[found[place]] if place in found else None
        if before is None:
            was = both.in_old(goal.clause, goal.said.quote)
            yield Change(kind, NEW, goal.name, goal.metric, "", text(goal), was, goal.said)
        elif before.figure != goal.figure:
            yield _changed(kind, before, goal)
    left = set(range(len(old))) - set(found.values())
    for goal in (old[place] for place in sorted(left)):
        now = both.in_new(goal.clause, goal.said.quote)
        yield Change(kind, GONE, goal.name, goal.metric, text(goal), "", goal.said, now)


def _changed(kind: str, old: Goal, new: Goal) -> Change:
    """A target with another figure; another name of metric or subject is part of what changed."""
    before, after = text(old), text(new)
    if old.metric != new.metric:
        before, after = f"{old.metric} {before}", f"{new.metric} {after}"
    if old.name != new.name:
        before, after = f"{old.name} {before}", f"{new.name} {after}"
    return Change(kind, CHANGED, new.name, new.metric, before, after, old.said, new.said, gap(old, new))


def _pairs(both: Both, old: Sequence[Goal], new: Sequence[Goal]) -> list[tuple[int, int]]:
    """The goals that answer to each other. A year is exchanged for another only where no goal of the metric keeps its
    own: 2023 and 2025 of one plan are not 2025 and 2027 of the next, but two points of one series."""
    scored = list(_scores(both, old, new))
    kept = {_series(goal) for _, i, j in scored for goal in (old[i], new[j]) if old[i].year == new[j].year}
    return pair(
        (score, i, j) for score, i, j in scored
        if old[i].year == new[j].year or not {_series(old[i]), _series(new[j])} & kept
    )  # fmt: skip


def _series(goal: Goal) -> tuple[str, str, str]:
    return goal.subject, goal.metric, dimension(goal.unit)[0]


def _scores(both: Both, old: Sequence[Goal], new: Sequence[Goal]) -> Iterator[tuple[float, int, int]]:
    """How much speaks for each two goals being the same, of those that share the subject or the matter."""
    by_series: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    by_matter: dict[int, list[int]] = defaultdict(list)
    for place, goal in enumerate(new):
        by_series[_series(goal)].append(place)
        by_matter[both.matter_of_new(goal.clause)].append(place)
    for i, goal in enumerate(old):
        together = by_matter[both.matter_of_old(goal.clause)]
        for j in {*by_series[_series(goal)], *together}:
            score = _score(goal, new[j], j in together)
            if score:
                yield score, i, j


def _score(old: Goal, new: Goal, together: bool) -> float:
    """How much speaks for two goals being the same, 0 if they are not; `together`: their clauses treat one matter."""
    likeness = fuzz.ratio(old.metric, new.metric, score_cutoff=_ALIKE)
    same_figure = old.value == new.value and old.year == new.year
    if dimension(old.unit)[0] != dimension(new.unit)[0] or not likeness:
        return 0
    if old.subject != new.subject and not (same_figure and likeness == 100):
        return 0
    return (
        likeness + _YEAR * (old.year == new.year) + _MATTER * together + _VALUE * (old.value == new.value)
        + _COMPARATOR * (old.comparator == new.comparator) + _SUBJECT * (old.subject == new.subject)
    )  # fmt: skip
