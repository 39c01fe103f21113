"""What the driver returns, as the plain mappings that the embedded engine gives."""

from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from graph.stores.values import plain_value


def from_driver(value: Any) -> Any:
    """A value without anything of the driver in it, and without what Liantu keeps for itself."""
    return plain_value(_mapping(value))


def _mapping(value: Any) -> Any:
    """Nodes, relationships and paths as mappings, points of time as those of Python."""
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), "properties": _mapping(dict(value))}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": _mapping(dict(value))}
    if isinstance(value, Path):
        return {part: [_mapping(item) for item in getattr(value, part)] for part in ("nodes", "relationships")}
    if isinstance(value, list | tuple) and not isinstance(value, Duration):
        return [_mapping(item) for item in value]
    if isinstance(value, dict):
        return {key: _mapping(item) for key, item in value.items()}
    if isinstance(value, Date | DateTime | Time):
        return value.to_native()
    if isinstance(value, Duration):
        return {"months": value.months, "days": value.days, "seconds": value.seconds}
    return value
