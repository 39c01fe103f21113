"""One version of a document in the form in which it is compared: clauses in order, links by type."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.diff.sentences import split
from graph.diff.values import Head, Passage
from graph.rows import LinkRow, NodeRow, Rows

_LONGEST = 40  # characters of a clause without a heading that say what it is about


@dataclass(frozen=True)
class Version:
    """A document's rows, sorted for comparing. `policy` is the document itself."""

    policy: NodeRow
    nodes: Mapping[str, NodeRow]
    clauses: tuple[NodeRow, ...]
    links: Mapping[str, tuple[LinkRow, ...]]

    @property
    def head(self) -> Head:
        """What the version is called."""
        part = self.policy.part
        return Head(self.policy.id, part["name"], part.get("number") or "", part.get("issuedOn") or "")

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each clause."""
        return {clause.id: place for place, clause in enumerate(self.clauses)}

    def name(self, key: str) -> str:
        """The name of a node."""
        return str(self.nodes[key].part["name"])

    def of(self, *types: str) -> Iterator[LinkRow]:
        """The links of some types, those of each type in the order of the document."""
        for kind in types:
            yield from self.links.get(kind, ())

    def title(self, place: int) -> str:
        """What the clause at a place is called: its heading, else its first words."""
        part = self.clauses[place].part
        first = str(part["heading"] or next(iter(split(part["text"])), ""))
        return first if len(first) <= _LONGEST else f"{first[:_LONGEST]}……"

    def said(self, link: LinkRow) -> Passage:
        """The words that state a link."""
        return Passage(self.number(link.clause), link.properties["quote"])

    def number(self, clause: str) -> str:
        """The number of a clause as people cite it; empty for what precedes the first numbered one."""
        return str(self.nodes[clause].part["number"])


def version(rows: Rows) -> Version:
    """The version that the rows of one document are. What the gazetteer adds is no part of it."""
    policy = next(node for node in rows.nodes.values() if node.label == "Policy" and node.part.get("ingested"))
    clauses = sorted(
        (node for node in rows.nodes.values() if node.label == "Clause"), key=lambda node: int(node.part["position"])
    )
    order = {clause.id: place for place, clause in enumerate(clauses)}
    links: dict[str, list[LinkRow]] = defaultdict(list)
    for link in rows.links.values():
        if link.clause:
            links[link.type].append(link)
    for found in links.values():
        found.sort(key=lambda link: (order[link.clause], link.properties.get("start", 0), *_by_name(link)))
    return Version(policy, rows.nodes, tuple(clauses), {kind: tuple(found) for kind, found in links.items()})


def _by_name(link: LinkRow) -> tuple[object, ...]:
    """The order of links that the same words state: the tenth target of a clause after its second."""
    return len(link.target) if link.target_label == "Target" else 0, link.target, link.source
