"""The sheets of the workbook: each a function from the graph's source to rows, in one visible table."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from graph.export.attributes import correction_of, mode_of, node_years
from graph.export.model import COMMA, Fact, Node
from graph.ontology import ontology
from liantu.workbook.source import Source
from liantu.workbook.words import words

Row = tuple[object, ...]
_OWN_SHEETS = ("Policy", "Clause", "Target")


def entities(source: Source) -> Iterator[Row]:
    """One row an entity, by label, those that are named most first."""
    for label in ontology().labels:
        if label not in _OWN_SHEETS:
            found = sorted(source.reading.nodes([label]), key=lambda node: -node.clauses)
            yield from (_entity(source, node) for node in found)


def _entity(source: Source, node: Node) -> Row:
    known, years = node.properties, node_years(node) or (None,)
    sort = known.get("kind") or known.get("level")
    return (
        node.name, ontology().labels[node.label].zh, COMMA.join(known.get("aliases") or ()), source.places.get(node.id),
        known.get("adcode"), None if node.label in ontology().region_labels else sort, node.clauses,
        len(node.policies), years[0], years[-1], node.id,
    )  # fmt: skip


def links(source: Source) -> Iterator[Row]:
    """One row for each clause that states a relation."""
    for kind in words()["links"]:
        for fact in source.reading.facts([kind]):
            if fact.properties.get("quote"):
                yield (
                    *_end(source, fact.source), ontology().relations[kind].zh, *_end(source, fact.target),
                    mode_of(fact), *_said(source, fact),
                )  # fmt: skip


def duties(source: Source) -> Iterator[Row]:
    """One row for each body that answers for a clause."""
    for fact, clause in source.with_ends(source.reading.facts(["RESPONSIBLE_FOR"]), "Clause"):
        quote, policy, number, issued, _, *sure = _said(source, fact)
        yield (
            *_end(source, fact.source), mode_of(fact), clause.get("number"), clause.get("heading"), clause.get("text"),
            quote, policy, number, issued, *sure,
        )  # fmt: skip


def targets(source: Source) -> Iterator[Row]:
    """One row for each target that is set."""
    signs = words()["comparators"]
    for fact, target in source.with_ends(source.reading.facts(["HAS_TARGET"]), "Target"):
        sign = target.get("comparator")
        told = (target.get(name) for name in ("value", "unit", "year", "baseYear"))
        yield (
            *_end(source, fact.source), target.get("metric"), signs.get(sign, sign), *told, *_said(source, fact),
        )  # fmt: skip


def policies(source: Source) -> Iterator[Row]:
    """One row a document."""
    issued = _by_policy(source, "ISSUED", lambda fact: (fact.target, fact.source))
    applies = _by_policy(source, "APPLIES_TO", lambda fact: (fact.source, fact.target))
    facts = Counter(fact.policy.id for fact in source.reading.facts() if fact.policy and fact.properties.get("quote"))
    cited = Counter(fact.target for fact in source.background.facts(["CITES"]))
    clauses, yes, no = source.clause_counts(), words()["words"]["yes"], words()["words"]["no"]
    for known in source.policies():
        key = known["id"]
        yield (
            known.get("name"), known.get("number"), issued.get(key), known.get("issuedOn"), known.get("effectiveUntil"),
            known.get("genre"), applies.get(key) or known.get("region"), yes if known.get("ingested") else no,
            clauses.get(key, 0), facts[key], cited[key], _file_name(str(known.get("source") or "")),
        )  # fmt: skip


def _by_policy(source: Source, kind: str, ends: Callable[[Fact], tuple[str, str]]) -> Mapping[str, str]:
    """The names that a relation joins to documents, by the document's id."""
    found: dict[str, dict[str, None]] = {}
    for policy, other in map(ends, source.background.facts([kind])):
        found.setdefault(policy, {})[source.name(other)] = None
    return {key: COMMA.join(names) for key, names in found.items()}


def _end(source: Source, key: str) -> tuple[str, str]:
    return source.names.get(key, (key, ""))


def _said(source: Source, fact: Fact) -> tuple[Any, ...]:
    """Sentence, document, number, date, clause, confidence, correction."""
    policy = fact.policy
    return (
        fact.properties.get("quote"), policy.name if policy else None, policy.number if policy else None,
        policy.issued if policy else None, source.numbers.get(fact.clause), fact.confidence,
        correction_of(fact) or None,
    )  # fmt: skip


def _file_name(path: str) -> str:
    """The name of a file without its folders, whatever system the path is of."""
    return PurePosixPath(PureWindowsPath(path).name).name


# The sheets in order, by their name in workbook.toml.
SHEETS: Mapping[str, Callable[[Source], Iterator[Row]]] = {
    "links": links,
    "entities": entities,
    "duties": duties,
    "targets": targets,
    "policies": policies,
}
