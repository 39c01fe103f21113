"""What documents together say of a node: equal contributions counted once, merged without regard to order.

A node's `support` is a JSON object from contribution (as text) to the number of documents that make it. The node lives
while the number is positive; its properties are recomputed from what remains.
"""

import json
from collections.abc import Mapping
from typing import Any

from graph.rows import Part, encode_json, encode_part

Support = dict[str, int]


def read_support(text: str | None) -> Support:
    """The support of a node as stored; empty for a node that is not there."""
    return dict(json.loads(text)) if text else {}


def write_support(support: Support) -> str:
    """The support as stored, in fixed order."""
    return encode_json(support)


def changed(support: Support, less: Part | None, more: Part | None) -> Support:
    """The support with one contribution taken back and another added."""
    result = dict(support)
    if less is not None:
        key = encode_part(less)
        result[key] = result.get(key, 0) - 1
        if result[key] <= 0:
            del result[key]
    if more is not None:
        key = encode_part(more)
        result[key] = result.get(key, 0) + 1
    return result


def merged(support: Support) -> dict[str, Any]:
    """The properties of a node: a document's own word on itself first, then in the order of the contributions' text."""
    parts: list[Mapping[str, Any]] = [json.loads(key) for key in sorted(support)]
    parts.sort(key=lambda part: not part.get("ingested", False))
    properties: dict[str, Any] = {}
    aliases: set[str] = set()
    for part in parts:
        aliases |= {*part["aliases"], part["name"]}
        for key, value in part.items():
            properties.setdefault(key, value)
    properties["aliases"] = sorted(aliases - {properties["name"]})
    return properties
