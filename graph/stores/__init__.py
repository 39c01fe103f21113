"""Graph stores, chosen by where the graph is."""

import os
import re
from collections.abc import Callable
from pathlib import Path

from graph.errors import GraphError
from graph.stores.base import FORMAT, About, Answer, Changes, Counts, DocumentRecord, NodeChange, Store, Transaction

DEFAULT = "liantu.kgl"


def _embedded(where: str, writable: bool) -> Store:
    from graph.stores.embedded import EmbeddedStore

    return EmbeddedStore(Path(where), writable=writable)


def _neo4j(where: str, writable: bool) -> Store:
    from graph.stores.neo4j import Neo4jStore
    from graph.stores.neo4j_login import login

    return Neo4jStore(login(where), writable=writable)


# The stores by URI scheme; what has none is a file.
STORES: dict[str, Callable[[str, bool], Store]] = {
    "neo4j": _neo4j,
    "neo4j+s": _neo4j,
    "neo4j+ssc": _neo4j,
    "bolt": _neo4j,
    "bolt+s": _neo4j,
    "bolt+ssc": _neo4j,
}


def chosen(where: str | None = None) -> str:
    """Where the graph is: `where`, else LIANTU_GRAPH, else NEO4J_URI, else ./liantu.kgl."""
    return where or os.environ.get("LIANTU_GRAPH") or os.environ.get("NEO4J_URI") or DEFAULT


def shown(where: str | None = None) -> str:
    """The graph as messages name it: without a user, a password or settings that a URI may hold."""
    place = chosen(where)
    scheme, mark, rest = place.partition("://")
    return scheme + mark + re.split(r"[/?#]", rest.rpartition("@")[2])[0] if mark else place


def unsaved_log(path: Path) -> Path | None:
    """The log beside a graph file if it holds what is not saved in the file yet."""
    from graph.stores.embedded import unsaved_log as log_of

    return log_of(path)


def open_store(where: str | None = None, *, writable: bool = False) -> Store:
    """Open a graph where `chosen` says: a file, or a Neo4j server by URI.

    For writing, what is missing is made. Raises GraphError, GraphLocked or NotOurGraph.
    """
    place = chosen(where)
    scheme, mark, _ = place.partition("://")
    if not mark:
        return _embedded(place, writable)
    if scheme not in STORES:
        raise GraphError(
            f"{scheme}:// is no kind of graph; give a file, or one of {', '.join(f'{s}://' for s in STORES)}."
        )
    return STORES[scheme](place, writable)


__all__ = [
    "FORMAT",
    "About",
    "Answer",
    "Changes",
    "Counts",
    "DocumentRecord",
    "NodeChange",
    "Store",
    "Transaction",
    "chosen",
    "open_store",
    "shown",
    "unsaved_log",
]
