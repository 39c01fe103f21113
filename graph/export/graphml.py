"""GraphML: for Gephi, yEd, Cytoscape, networkx. All edges are directed: readers refuse a mixture of both."""

from typing import IO

from graph.export.columns import Column
from graph.export.network import Network
from graph.export.xml import Writer, written

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_PLACE = f"{_SPACE} http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
_TYPES = {"text": "string"}


def write(network: Network, stream: IO[bytes]) -> None:
    """Write the network as UTF-8."""
    out = Writer(stream)
    schema = {"xmlns": _SPACE, "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation": _PLACE}
    with out.element("graphml", schema):
        nodes = _keys(out, "node", network.node_columns)
        edges = _keys(out, "edge", network.edge_columns)
        with out.element("graph", {"id": "liantu", "edgedefault": "directed"}):
            for node in network.nodes():
                with out.element("node", {"id": node.id}):
                    _data(out, nodes, node.attributes)
            for number, edge in enumerate(network.edges()):
                with out.element("edge", {"id": f"e{number}", "source": edge.source, "target": edge.target}):
                    _data(out, edges, edge.attributes)
    out.end()


def _keys(out: Writer, of: str, columns: tuple[Column, ...]) -> dict[str, str]:
    """Declare the attributes; gives the key of each by its name. Gephi knows `label` and `weight` by their names."""
    keys = {column.name: f"{of}-{column.name}" for column in columns}
    for column in columns:
        kind = _TYPES.get(column.type, column.type)
        out.leaf("key", {"id": keys[column.name], "for": of, "attr.name": column.name, "attr.type": kind})
    return keys


def _data(out: Writer, keys: dict[str, str], attributes: dict[str, object]) -> None:
    for name, value in attributes.items():
        out.leaf("data", {"key": keys[name]}, written(value))
