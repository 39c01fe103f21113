"""How one value of a result is written as text."""

import json
from collections.abc import Mapping


def cell_text(value: object) -> str:
    """A value as it stands in a table: nothing for None, lists joined by 、, nodes by their names, mappings as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(cell_text(item) for item in value)
    if isinstance(value, Mapping):
        return _graph_text(value) or json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _graph_text(value: Mapping[str, object]) -> str:
    """A node as (name:Label), a relationship as [TYPE], a path as both in turn; empty for any other mapping."""
    nodes, relationships, properties = (value.get(key) for key in ("nodes", "relationships", "properties"))
    if isinstance(nodes, list) and isinstance(relationships, list):
        steps = [nodes[0:1], *([link, node] for link, node in zip(relationships, nodes[1:], strict=False))]
        return "-".join(cell_text(part) for step in steps for part in step)
    if isinstance(properties, Mapping) and isinstance(labels := value.get("labels"), list):
        return f"({properties.get('name', '')}:{labels[0] if labels else ''})"
    return f"[{value['type']}]" if isinstance(properties, Mapping) and "type" in value else ""


def plain(value: object) -> object:
    """A value as JSON holds it: dates and other strangers as text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return str(value)
