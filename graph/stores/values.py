"""What an engine returns for nodes, relationships and paths, as plain mappings that hold the ontology's facts only."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.ontology import ontology
from graph.stores.names import MARKER


def plain_value(value: Any) -> Any:
    """A node as {labels, properties}, a relationship as {type, properties}, a path as {nodes, relationships}.

    The engine's own numbers and properties, and the books of the store, are left out; other values stay as they are.
    """
    if isinstance(value, list | tuple):
        return [plain_value(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    if {"nodes", "relationships"} <= value.keys():
        return {part: [plain_value(item) for item in value[part]] for part in ("nodes", "relationships")}
    if {"labels", "properties"} <= value.keys():
        return {"labels": _labels(value["labels"]), "properties": _node(value["labels"], value["properties"])}
    if {"type", "properties"} <= value.keys():
        return {"type": value["type"], "properties": dict(sorted(value["properties"].items()))}
    return {key: plain_value(item) for key, item in value.items()}


def _labels(labels: Sequence[str]) -> list[str]:
    """The ontology's label first, then the others; the marker of our nodes on a server is none of them."""
    first = [label for label in labels if label in ontology().labels]
    return first + [label for label in labels if label not in first and label != MARKER]


def _node(labels: Sequence[str], properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that the ontology knows for the label."""
    known = {"id", "name", "aliases"}
    for label in labels:
        if label in ontology().labels:
            known |= set(ontology().labels[label].properties)
    return {key: value for key, value in sorted(properties.items()) if key in known}
