"""Nodes and edges as flat attributes, named as in columns.toml: what GraphML, GEXF, CSV and networkx share."""

from collections.abc import Callable, Mapping
from typing import Any

from graph.export.columns import role
from graph.export.model import BAR, COMMA, Edge, Fact, Node, Policy
from graph.export.reading import years
from graph.ontology import ontology

Attributes = dict[str, Any]


def node_years(node: Node) -> tuple[int, ...]:
    """The years in which documents name a node; of a document also its own."""
    own = str(node.properties.get("issuedOn") or "")
    return years([*node.policies, Policy(node.id, "", "", own)])


def edge_years(edge: Edge) -> tuple[int, ...]:
    """The years in which documents say so."""
    return years(fact.policy for fact in edge.facts)


def node_attributes(node: Node) -> Attributes:
    """The attributes of a node; those that it has not are left out. Lists are joined by 、."""
    known = ontology().labels[node.label]
    named = node_years(node)
    found: Attributes = {
        "label": node.name,
        "type": node.label,
        "category": known.zh,
        "aliases": COMMA.join(node.properties.get("aliases") or ()),
        "mentions": node.clauses,
        "documents": len(node.policies),
        "first": named[0] if named else None,
        "last": named[-1] if named else None,
    }
    return _stated(found | {name: node.properties.get(name) for name in known.properties})


def edge_attributes(edge: Edge, numbers: Mapping[str, str] | None = None) -> Attributes:
    """The attributes of an edge; with `numbers` (of clauses, by id) also where its one fact is said."""
    said = edge_years(edge)
    found: Attributes = {name: value(edge) for name, value in _EDGE.items()}
    found |= {"first": said[0] if said else None, "last": said[-1] if said else None}
    if numbers is not None:
        fact = edge.facts[0]
        document = fact.policy
        found |= {
            "policy": document.name if document else "",
            "number": document.number if document else "",
            "clause": numbers.get(fact.clause),
            "quote": fact.properties.get("quote"),
        }
    return _stated(found)


def _weight(edge: Edge) -> float:
    """In how many clauses it is said; 1 for what the gazetteer says."""
    return float(len({fact.clause for fact in edge.facts}))


def correction_of(fact: Fact) -> str:
    """Who put a fact right, when and how; empty where nobody did."""
    told = (str(fact.properties.get(name) or "") for name in ("correction", "correctedBy", "correctedOn"))
    return COMMA.join(filter(None, told))


def _modes(edge: Edge) -> str:
    return COMMA.join(sorted({mode for fact in edge.facts if (mode := mode_of(fact))}))


def mode_of(fact: Fact) -> str:
    """The way of cooperating or citing, or the role, as people read it; empty where none is told."""
    return role(str(fact.properties.get("mode") or fact.properties.get("role") or ""))


_EDGE: Mapping[str, Callable[[Edge], Any]] = {
    "label": lambda edge: ontology().relations[edge.type].zh,
    "relation": lambda edge: edge.type,
    "weight": _weight,
    "documents": lambda edge: len({fact.policy.id for fact in edge.facts if fact.policy}),
    "modes": _modes,
    "confidence": lambda edge: max(fact.confidence for fact in edge.facts),
    "correction": lambda edge: BAR.join(sorted({told for fact in edge.facts if (told := correction_of(fact))})),
    "clauses": lambda edge: BAR.join(sorted({fact.clause for fact in edge.facts} - {""})),
}


def _stated(attributes: Attributes) -> Attributes:
    """Without those that say nothing."""
    return {name: value for name, value in attributes.items() if value is not None and value != ""}
