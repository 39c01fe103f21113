"""The columns of exported networks, read once from columns.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.ontology import ontology

TYPES = ("text", "long", "double", "boolean", "list")


@dataclass(frozen=True, slots=True)
class Column:
    """An attribute by its name in GraphML and Python, its Chinese title, and its type: one of TYPES but `list`."""

    name: str
    zh: str
    type: str


@cache
def _raw() -> Mapping[str, Any]:
    return tomllib.loads(files("graph.export").joinpath("columns.toml").read_text(encoding="utf-8"))


def node_columns(labels: Iterable[str]) -> tuple[Column, ...]:
    """The columns of nodes with these labels: those of every node, then the properties of the labels."""
    own = [Column(**entry) for entry in _raw()["nodes"]]
    known = {name: zh for label in labels for name, zh in ontology().labels[label].properties.items()}
    titles = {name: _raw()["properties"].get(name, zh) for name, zh in known.items()}
    return (*own, *(Column(name, titles[name], type_of(name)) for name in titles if name not in _raw()["left_out"]))


def edge_columns(*, each: bool) -> tuple[Column, ...]:
    """The columns of edges; with `each` also those that only one clause has."""
    wanted = [entry for entry in _raw()["edges"] if each or not entry.get("each")]
    return tuple(Column(entry["name"], entry["zh"], entry["type"]) for entry in wanted)


def type_of(name: str) -> str:
    """The type of a property of the graph: one of TYPES."""
    return str(_raw()["types"].get(name, "text"))


def role(word: str) -> str:
    """The word for what a node is to another; `lead` and `member` in Chinese, others as documents have them."""
    return str(_raw()["roles"].get(word, word))
