"""What decisions on relations share: which labels their ends may have, and how a relation is said."""

from collections.abc import Iterator

from graph.corrections.correction import Correction, named, squeezed
from graph.corrections.draft import Draft
from graph.ontology import ontology

UNNUMBERED = "（文首）"


def labels_at(line: Correction, *, target: bool) -> tuple[str, ...]:
    """The labels that an end of a line's relation may have: the one that is told, else all that suit the other end."""
    known, kind = ontology().labels, ontology().relations[line.relation]
    own, other = (line.other_type, line.type) if target else (line.type, line.other_type)
    if own:
        return (own,)

    others = (other,) if other else tuple(known)

    def suits(label: str) -> bool:
        return any(_may(kind.name, *((one, label) if target else (label, one))) for one in others)

    return tuple(label for label in known if suits(label))


def _may(relation: str, source: str, target: str) -> bool:
    """Whether a relation joins two labels, in either direction where it has none."""
    kind = ontology().relations[relation]
    return kind.allows(source, target) or (kind.symmetric and kind.allows(target, source))


def check_relation(line: Correction) -> Iterator[str]:
    """The relation is one that documents state, and joins the types that the line gives."""
    kind = ontology().relations[line.relation]
    if kind.derived:
        yield f"{kind.zh} ({kind.name}) is not stated by documents but follows from the text; nobody can change it"
    elif not (labels_at(line, target=False) and labels_at(line, target=True)) or not _joins(line):
        ends = "; ".join(f"{_zh(left)} → {_zh(right)}" for left, right in kind.ends)
        yield f"{kind.zh} cannot join these types in this direction; it joins {ends}"


def _joins(line: Correction) -> bool:
    return any(
        _may(line.relation, source, target)
        for source in labels_at(line, target=False)
        for target in labels_at(line, target=True)
    )


def _zh(labels: frozenset[str]) -> str:
    return "/".join(label.zh for name, label in ontology().labels.items() if name in labels)


def in_words(line: Correction) -> str:
    """企业“涟钢” 属于产业链 产业链“钢铁”"""
    target = named(line.other_type, line.other) if line.other else "条款"
    return f"{named(line.type, line.name)} {ontology().relations[line.relation].zh} {target}"


def clause_ids(draft: Draft, number: str) -> tuple[str, ...]:
    """The clauses with a number as people cite it (二、（一）), or an id; all where none is told.

    What precedes the first number is called （文首） in a graph.
    """
    wanted = squeezed(number)
    return tuple(
        clause.id
        for clause in draft.clauses
        if not wanted or wanted in (squeezed(clause.number or UNNUMBERED), clause.id)
    )
