"""The labels, types and properties that may stand in a statement, which takes no parameters for them."""

from functools import cache

from graph.errors import GraphError
from graph.ontology import ontology

# What tells nodes of ours from others in a database.
MARKER = "Liantu"


def known_label(label: str) -> str:
    """The label. Raises GraphError unless the ontology has it."""
    if label not in ontology().labels:
        raise GraphError(f"unknown label {label!r}; the labels are {', '.join(ontology().labels)}.")
    return label


def known_type(kind: str) -> str:
    """The relation type. Raises GraphError unless the ontology has it."""
    if kind not in ontology().relations:
        raise GraphError(f"unknown relation type {kind!r}; the types are {', '.join(ontology().relations)}.")
    return kind


@cache
def node_labels(label: str) -> tuple[str, ...]:
    """All labels that a node with this one carries on a server."""
    return (MARKER, label, *(("Region",) if ontology().labels[known_label(label)].region else ()))


@cache
def node_properties(label: str) -> tuple[str, ...]:
    """All properties but the id that a node of ours can have."""
    known = ontology().labels[known_label(label)].properties
    return tuple(dict.fromkeys(("name", "aliases", "policyId", "support", *known)))


@cache
def link_properties(kind: str) -> tuple[str, ...]:
    """All properties that a relationship of ours can have; the first two tell it from others between the same ends."""
    known = ontology().relations[known_type(kind)].properties
    return "clauseId", "policyId", "quote", "start", "end", "rule", "confidence", *known
