"""From rows to links: each clause counted once for a pair of places, and what follows for the members of a group."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Any

from viz.model import Link, Sentence
from viz.sentences import sentence

Row = Mapping[str, Any]
Pair = tuple[str, str]
_RELATION = "COOPERATES_WITH"


def pair(one: str, other: str) -> Pair:
    """The two ids in fixed order: cooperation has no direction."""
    return (one, other) if one <= other else (other, one)


def grouped(rows: Iterable[Row]) -> dict[Pair, list[Row]]:
    """The rows by pair of places."""
    found: dict[Pair, list[Row]] = {}
    for row in rows:
        found.setdefault(pair(row["a"], row["b"]), []).append(row)
    return dict(sorted(found.items()))


def stated(rows: Sequence[Row]) -> list[Link]:
    """One link for each pair, counted once per clause."""
    return [_link(ends, found, derived=False, basis=()) for ends, found in grouped(rows).items() if ends[0] != ends[1]]


def unfolded(rows: Sequence[Row], members: Sequence[Row], every: Sequence[Row]) -> list[Link]:
    """Links that follow for the members of a group from what is said of the group.

    A clause that already states a pair adds nothing to it, whatever else is left out of the picture: `every` holds all
    rows. A member is not linked with its own group or with itself.
    """
    groups: dict[str, dict[str, list[Row]]] = {}
    for row in members:
        groups.setdefault(row["b"], {}).setdefault(row["a"], []).append(row)
    said = {(pair(row["a"], row["b"]), row["clause_id"]) for row in every}
    found: dict[Pair, list[Row]] = {}
    basis: dict[Pair, list[Row]] = {}
    for row in rows:
        if row["a"] not in groups and row["b"] not in groups:
            continue
        for left, right in product(_ends(row["a"], groups), _ends(row["b"], groups)):
            ends = pair(left, right)
            own = left == right or left in groups.get(right, {}) or right in groups.get(left, {})
            if own or (ends, row["clause_id"]) in said:
                continue
            found.setdefault(ends, []).append(row)
            basis.setdefault(ends, []).extend(groups.get(row["a"], {}).get(left, []))
            basis[ends].extend(groups.get(row["b"], {}).get(right, []))
    return [_link(ends, found[ends], derived=True, basis=_sentences(basis[ends])) for ends in sorted(found)]


def _ends(place: str, groups: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The members of a group; a region stands for itself, and so does a group whose members nobody names."""
    return sorted(groups[place]) if place in groups else [place]


def _link(ends: Pair, rows: Sequence[Row], *, derived: bool, basis: tuple[Sentence, ...]) -> Link:
    clauses = {row["clause_id"] for row in rows}
    modes = sorted({row["mode"] for row in rows if row["mode"]})
    chains = sorted({chain for row in rows for chain in row["chains"] or () if chain})
    details = (("方式", tuple(modes)), ("同条产业链", tuple(chains)))
    return Link(
        *ends,
        _RELATION,
        len(clauses),
        kind="合作",
        derived=derived,
        details=details,
        sentences=_sentences(rows),
        basis=basis,
    )


def _sentences(rows: Sequence[Row]) -> tuple[Sentence, ...]:
    """Each clause and quote once; newest document first, undated last."""
    unique = {(row["clause_id"], row["quote"]): sentence(row) for row in rows}
    found = [unique[key] for key in sorted(unique)]
    found.sort(key=lambda item: item.issued, reverse=True)
    return tuple(found)
