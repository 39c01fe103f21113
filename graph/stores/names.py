"""The labels and types that may stand in a statement, which takes no parameters for them: those of the ontology."""

from graph.errors import GraphError
from graph.ontology import ontology


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
