"""The quantified targets of a version as they are compared: whose they are, what is measured, how much, by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.diff.sentences import naming
from graph.diff.values import Gap, Passage
from graph.diff.version import Version
from graph.diff.words import words
from graph.rows import Part


@dataclass(frozen=True, slots=True)
class Goal:
    """One target of one subject; `subject` is '' where the document names none."""

    subject: str
    name: str
    metric: str
    comparator: str
    value: float | None
    unit: str
    year: int | None
    base: int | None
    clause: str
    said: Passage

    @property
    def figure(self) -> tuple[object, ...]:
        """What of it may change."""
        return self.name, self.metric, self.comparator, self.value, self.unit, self.year, self.base


def goals(version: Version) -> list[Goal]:
    """The goals in the order of the document, each once however often it is stated."""
    found: dict[tuple[object, ...], Goal] = {}
    for goal in _stated(version):
        found.setdefault((goal.subject, *goal.figure), goal)
    return list(found.values())


def _stated(version: Version) -> Iterator[Goal]:
    known: set[str] = set()
    for link in version.of("HAS_TARGET"):
        known.add(link.target)
        part = version.nodes[link.target].part
        yield _goal(part, link.source, version.name(link.source), link.clause, version.said(link))
    for link in version.of("MENTIONS"):
        if link.target_label == "Target" and link.target not in known:
            known.add(link.target)
            part = version.nodes[link.target].part
            number = f"{part.get('value', ''):g}" if isinstance(part.get("value"), int | float) else ""
            quote = naming(version.nodes[link.clause].part["text"], (number + part.get("unit", ""), number))
            yield _goal(part, "", "", link.clause, Passage(version.number(link.clause), quote))


def _goal(part: Part, subject: str, name: str, clause: str, said: Passage) -> Goal:
    value = part.get("value")
    number = float(value) if isinstance(value, int | float) else None
    unit, comparator = str(part.get("unit") or ""), str(part.get("comparator") or "=")
    metric = str(part.get("metric") or "")
    return Goal(subject, name, metric, comparator, number, unit, part.get("year"), part.get("baseYear"), clause, said)


@cache
def dimension(unit: str) -> tuple[str, float]:
    """What a unit measures, and how many of it one is: ('元', 1e8) for 亿元."""
    kinds = words()["units"]
    scale = 1.0
    for prefix, factor in words()["scales"].items():
        if unit.startswith(prefix):
            unit, scale = unit.removeprefix(prefix), float(factor)
            break
    for kind, members in kinds.items():
        if unit in members:
            return kind, scale
    return unit, scale


def gap(old: Goal, new: Goal) -> Gap | None:
    """How far two goals lie apart; None where they cannot be compared or do not differ."""
    (kind, old_scale), (other, new_scale) = dimension(old.unit), dimension(new.unit)
    if old.value is None or new.value is None or kind != other:
        return None
    before, after = old.value * old_scale, new.value * new_scale
    if before == after:
        return None
    if kind == "percent":
        return Gap(round(after - before, 6), points=True)
    return Gap(round((after - before) / abs(before) * 100, 6)) if before else None


def text(goal: Goal) -> str:
    """A goal as people read it: 不低于200亿元（2026年）."""
    states = words()["states"]
    comparator = words()["comparators"].get(goal.comparator, goal.comparator)
    number = "" if goal.value is None else f"{goal.value:.15g}"
    year = states["year"].format(year=goal.year) if goal.year else ""
    base = states["base"].format(year=goal.base) if goal.base else ""
    return f"{comparator}{number}{goal.unit}{year}{base}"
