"""Lines that cannot both hold are refused, both named; lines that say the same twice are one."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from graph.corrections.correction import Correction, Key
from graph.corrections.decisions import DECISIONS
from graph.corrections.rules import Circle, Rules
from graph.ids import canonical_key
from graph.ontology import ontology
from graph.tabular import Problem


def without_doubles(lines: Sequence[Correction]) -> tuple[list[Correction], list[tuple[Correction, Correction]]]:
    """The lines that say something of their own, and the others with the line that says the same.

    Of those that say the same the one that was signed last is kept, wherever it stands.
    """
    kept: dict[tuple[str, ...], Correction] = {}
    for line in lines:
        known = kept.setdefault(_content(line), line)
        if (line.when, line.who) > (known.when, known.who):
            kept[_content(line)] = line
    doubled = [(line, kept[_content(line)]) for line in lines if kept[_content(line)] is not line]
    return list(kept.values()), doubled


def _content(line: Correction) -> tuple[str, ...]:
    return line.text, line.scope, line.detail


def contradictions(lines: Sequence[Correction]) -> Iterator[Problem]:
    """What cannot be, given lines without doubles."""
    about: dict[tuple[str, Key], Correction] = {}
    for line in lines:
        if DECISIONS[line.decision].becomes is not None:
            known = about.setdefault((line.scope, line.key), line)
            if known is not line:
                yield _both(line, known, "one thing can be decided only once; keep one of the two lines")
    yield from _circles(lines, about)
    decided: dict[Key, Correction] = {}
    for line in about.values():
        decided.setdefault(line.key, line)
    yield from _aliases(lines, decided)
    yield from _relations(lines)


def _both(line: Correction, known: Correction, why: str) -> Problem:
    return Problem(line.line, f"{line.text} contradicts {known.where}, {known.text}: {why}")


def _circles(lines: Sequence[Correction], about: Mapping[tuple[str, Key], Correction]) -> Iterator[Problem]:
    """Lines of one policy, or of all, that lead back to where they began; each circle is told once."""
    becomes = {name: kind.becomes for name, kind in DECISIONS.items() if kind.becomes is not None}
    rules: dict[str, dict[Key, Correction]] = {}
    for (scope, key), line in about.items():
        rules.setdefault(scope, {})[key] = line
    told: set[Correction] = set()
    sound: set[Correction] = set()
    for line in lines:
        if DECISIONS[line.decision].becomes is None or line in sound or line in told:
            continue
        try:
            sound |= set(Rules(becomes, rules[line.scope]).resolve(line, line.name)[1])
        except Circle as circle:
            if not told & set(circle.lines):
                others = " and ".join(other.where for other in circle.lines if other is not line) or "itself"
                yield Problem(line.line, f"{line.text} leads back to itself with {others}; remove one of the lines")
            told |= set(circle.lines)


def _aliases(lines: Sequence[Correction], decided: Mapping[Key, Correction]) -> Iterator[Problem]:
    """An alias that is something else by another line, or that two things get."""
    given: dict[tuple[str, Key], Correction] = {}
    for line in lines:
        if line.decision != "alias":
            continue
        for alias in line.others:
            key = line.type, canonical_key(alias)
            other = decided.get(key)
            if other is not None:
                yield _both(line, other, "that line is about the alias; keep one of the two")
            known = given.setdefault((line.scope, key), line)
            if known.key != line.key:
                yield _both(line, known, "an alias of two things finds neither; keep one of the two lines")


def _relations(lines: Sequence[Correction]) -> Iterator[Problem]:
    """A relation that is wrong by one line and missing by another, in the same policy and sentence."""
    decided: dict[Hashable, Correction] = {}
    for line in lines:
        if not line.relation:
            continue
        ends = [(line.type, canonical_key(line.name)), (line.other_type, canonical_key(line.other))]
        if ontology().relations[line.relation].symmetric:
            ends.sort()
        known = decided.setdefault((line.relation, *ends, line.scope, line.sentence), line)
        if known.decision != line.decision:
            yield _both(line, known, "one says that the relation is wrong, the other that it is missing")
