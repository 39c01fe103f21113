"""The regions and city groups of a graph: found by any name, turned into nodes, groups unfolded to their members."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from graph.ontology import ontology
from viz.model import Node


@dataclass(frozen=True, slots=True)
class Places:
    """All places by id."""

    nodes: Mapping[str, Node]

    def find(self, name: str) -> tuple[str, ...]:
        """The ids of those that are called so, by id, by name, then by alias; empty if none is."""
        wanted = name.strip()
        if wanted in self.nodes:
            return (wanted,)
        by_name = tuple(node.id for node in self.nodes.values() if node.name == wanted)
        return by_name or tuple(node.id for node in self.nodes.values() if wanted in node.aliases)

    def nearest(self, name: str) -> tuple[str, ...]:
        """Up to five names that look like this one."""
        known = {alias: node.name for node in self.nodes.values() for alias in (node.name, *node.aliases)}
        within = [known[alias] for alias in sorted(known) if name and (name in alias or alias in name)]
        alike = [known[alias] for alias in get_close_matches(name, sorted(known), n=5, cutoff=0.4)]
        return tuple(dict.fromkeys([*within, *alike]))[:5]

    def names(self, ids: Iterable[str]) -> str:
        """The names of these ids as a Chinese enumeration."""
        return "、".join(self.nodes[node].name for node in ids)


def places(rows: Sequence[Mapping[str, Any]]) -> Places:
    """Places from rows with id, labels, name, aliases, lon, lat, short, adcode, kind, above."""
    found = (_node(row) for row in rows)
    return Places({node.id: node for node in found})


def _node(row: Mapping[str, Any]) -> Node:
    known = ontology().labels
    label = next((name for name in row["labels"] if name in known), "")
    name = row["name"] or row["id"]
    names = [alias for alias in (*(row["aliases"] or ()), row["short"] or "") if alias]
    aliases = tuple(dict.fromkeys(alias for alias in names if alias != name))
    stated = (
        ("隶属", "、".join(row["above"] or ())),
        ("行政区划代码", row["adcode"]),
        ("类别", row["kind"]),
    )
    properties = tuple((title, str(value)) for title, value in stated if value)
    return Node(row["id"], label, name, aliases, row["lon"], row["lat"], properties)
