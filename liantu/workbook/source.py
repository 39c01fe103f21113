"""What the sheets of the workbook ask of a graph, each once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any

from graph.export.model import COMMA, Fact, Selection
from graph.export.reading import PAGE, Reading, node_ids, pages
from graph.ontology import ontology
from graph.stores import Store

_NOT_NAMED = ("Clause", "Target")


class Source:
    """The selected part of a graph, with the names of its nodes and the texts of its clauses and targets."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store = store
        self.reading = Reading(store, replace(selection, clauses=True, targets=True))
        # Where things lie, who issued a document: that is told whole, whatever is selected.
        self.background = Reading(store, Selection(confidence=selection.confidence, clauses=True, targets=True))

    @cached_property
    def names(self) -> Mapping[str, tuple[str, str]]:
        """The (name, label in Chinese) of all nodes that have a name of their own, by id."""
        found: dict[str, tuple[str, str]] = {}
        for label in ontology().labels.values():
            if label.name not in _NOT_NAMED:
                rows = self._store.read(
                    f"MATCH (n:{label.name}) WHERE n.support IS NOT NULL RETURN n.id AS id, n.name AS name"
                ).rows
                found |= {str(key): (str(name), label.zh) for key, name in rows}
        return found

    def name(self, key: str) -> str:
        """What a node is called."""
        return self.names.get(key, (key, ""))[0]

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """How people cite the clauses, by id."""
        return self.reading.clause_numbers()

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Where nodes lie: the divisions above a division, from the highest down; the places that others lie in."""
        above = {fact.source: fact.target for fact in self.background.facts(["PART_OF"])}
        within: dict[str, list[str]] = {}
        for fact in self.background.facts(["LOCATED_IN"]):
            within.setdefault(fact.source, []).append(self.name(fact.target))
        found = {key: COMMA.join(dict.fromkeys(names)) for key, names in within.items()}
        return found | {key: " ".join(map(self.name, reversed(_chain(key, above)))) for key in above}

    def with_ends(self, facts: Iterable[Fact], label: str) -> Iterator[tuple[Fact, Mapping[str, Any]]]:
        """Facts with the properties of the nodes that they run to, which have this label."""
        coming = iter(facts)
        while batch := list(islice(coming, PAGE)):
            statement = f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) RETURN n"
            rows = self._store.read(statement, {"ids": sorted({fact.target for fact in batch})}).rows
            known = {node["properties"]["id"]: node["properties"] for (node,) in rows}
            yield from ((fact, known.get(fact.target, {})) for fact in batch)

    def clause_counts(self) -> Mapping[str, int]:
        """How many clauses the documents have, by id."""
        rows = self._store.read("MATCH (p:Policy)-[:HAS_CLAUSE]->(c) RETURN p.id AS id, count(*) AS clauses").rows
        return {str(key): int(number) for key, number in rows}

    def policies(self) -> Iterator[Mapping[str, Any]]:
        """The properties of the documents that are selected, newest first, those that are only cited last."""
        wanted = self.reading.wanted_policies()
        found: list[Mapping[str, Any]] = []
        for page in pages([key for key in node_ids(self._store, "Policy") if wanted is None or key in wanted]):
            statement = "UNWIND $ids AS wanted MATCH (n:Policy {id: wanted}) RETURN n"
            found += [node["properties"] for (node,) in self._store.read(statement, {"ids": list(page)}).rows]
        found.sort(key=lambda known: str(known["id"]))
        found.sort(key=lambda known: str(known.get("issuedOn") or ""), reverse=True)
        yield from sorted(found, key=lambda known: not known.get("ingested"))


def _chain(key: str, above: Mapping[str, str]) -> list[str]:
    """The nodes above one, from the nearest on."""
    found: list[str] = []
    while (key := above.get(key, "")) and key not in found:
        found.append(key)
    return found
