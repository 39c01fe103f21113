"""Graphs handed on to other programs, one format a file. Nothing is imported before it is asked for.

A format of networks writes a part of a graph, `graph.export.network.Network`; one of copies all of it with its records,
`graph.export.records.Whole`. What it writes to is a stream of bytes, or for a folder a way to open files by name.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

# The formats by name: the module that defines `write`.
NETWORKS = {"graphml": "graph.export.graphml", "gexf": "graph.export.gexf"}
COPIES = {"neo4j-admin": "graph.export.neo4j_admin", "cypher": "graph.export.cypher"}


def writer(name: str) -> Callable[[Any, Any], None]:
    """The function that writes a format."""
    found: Callable[[Any, Any], None] = import_module((NETWORKS | COPIES)[name]).write
    return found
