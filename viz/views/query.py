"""The view `query`: what any read-only query returns, as far as it is nodes, relationships and paths."""

from collections.abc import Mapping
from typing import Any

from graph.answers import flat, is_node, relation_types, with_ends
from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions


def query(store: Store, statement: str, parameters: Mapping[str, Any], options: ViewOptions) -> Picture:
    """The picture of the relationships and paths in the rows, with their nodes.

    A relationship is drawn if its row has the nodes at its ends. Raises QueryError, also for a statement that writes.
    """
    drawing = Drawing(store, "query", options)
    rows = [list(flat(row)) for row in store.read(statement, parameters).rows]
    nodes = {drawing.reader.keep(value).id for row in rows for value in row if is_node(value)}
    types = relation_types(rows)
    known = drawing.reader.facts("between", ids=sorted(nodes), types=types) if nodes and types else []
    drawing.keep(with_ends(rows, known))
    empty = "no_ends" if types else "no_links" if nodes else "empty"
    asked = " ".join(statement.split())
    return drawing.picture([], layout="force", empty=empty, statement=asked, nodes=len(nodes))
