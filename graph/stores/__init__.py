"""Graph stores, chosen by where the graph is."""

import os
from collections.abc import Callable
from pathlib import Path

from graph.errors import GraphError
from graph.stores.base import Answer, Changes, Counts, DocumentRecord, NodeChange, Store

DEFAULT = "liantu.kgl"


def _embedded(where: str, writable: bool) -> Store:
    from graph.stores.embedded import EmbeddedStore

    return EmbeddedStore(Path(where), writable=writable)


def _neo4j(where: str, writable: bool) -> Store:
    raise GraphError(
        f"{where.split('@')[-1]} is a Neo4j server, which this version cannot use yet; give a file, such as liantu.kgl."
    )


# The stores by URI scheme; what has none is a file.
STORES: dict[str, Callable[[str, bool], Store]] = {
    "neo4j": _neo4j,
    "neo4j+s": _neo4j,
    "neo4j+ssc": _neo4j,
    "bolt": _neo4j,
    "bolt+s": _neo4j,
    "bolt+ssc": _neo4j,
}


def open_store(where: str | None = None, *, writable: bool = False) -> Store:
    """Open a graph: a file, or a server by URI; without `where` LIANTU_GRAPH, else ./liantu.kgl.

    For writing a missing file is created. Raises GraphError, GraphLocked or NotOurGraph.
    """
    place = where or os.environ.get("LIANTU_GRAPH") or DEFAULT
    scheme, mark, _ = place.partition("://")
    if not mark:
        return _embedded(place, writable)
    if scheme not in STORES:
        raise GraphError(
            f"{scheme}:// is no kind of graph; give a file, or one of {', '.join(f'{s}://' for s in STORES)}."
        )
    return STORES[scheme](place, writable)


__all__ = ["Answer", "Changes", "Counts", "DocumentRecord", "NodeChange", "Store", "open_store"]
