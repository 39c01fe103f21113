"""GEXF 1.3, Gephi's own format: Chinese titles, one kind of edge a relation, and the years in which it is said.

networkx writes only GEXF 1.2 and puts all edges into one kind, which Gephi then merges. Gephi drops edges that are not
of the graph's default type, so none is given, and each edge has its own. It reads dates (timeformat) but no years, and
closed intervals only: a year is the interval from its first day to its last.
"""

from collections.abc import Mapping, Sequence
from typing import IO, Any

from graph.export.columns import Column
from graph.export.network import Network
from graph.export.xml import Writer, written

_SPACE = "http://gexf.net/1.3"
_TYPES = {"text": "string"}
# What GEXF has attributes of its own for.
_OWN = ("label", "weight")


def write(network: Network, stream: IO[bytes]) -> None:
    """Write the network as UTF-8."""
    out = Writer(stream)
    nodes, edges = (_told(columns) for columns in (network.node_columns, network.edge_columns))
    with out.element("gexf", {"xmlns": _SPACE, "version": "1.3"}):
        with out.element("meta"):
            out.leaf("creator", text="Liantu 链图")
        with out.element("graph", _graph(network)):
            _declare(out, "node", nodes)
            _declare(out, "edge", edges)
            with out.element("nodes"):
                for node in network.nodes():
                    with out.element("node", {"id": node.id, "label": node.attributes["label"]}):
                        _values(out, nodes, node.attributes)
                        _spells(out, node.years)
            with out.element("edges"):
                for number, edge in enumerate(network.edges()):
                    told = edge.attributes
                    own = {
                        "id": f"e{number}", "source": edge.source, "target": edge.target, "label": told["label"],
                        "type": "directed" if edge.directed else "undirected", "kind": told["label"],
                        "weight": told["weight"],
                    }  # fmt: skip
                    with out.element("edge", own):
                        _values(out, edges, told)
                        _spells(out, edge.years)
    out.end()


def _told(columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.name not in _OWN)


def _graph(network: Network) -> Mapping[str, str]:
    """The attributes of the graph; without any date it is one without time."""
    if network.span is None:
        return {"mode": "static"}
    first, last = network.span
    return {
        "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval",
        "start": _start(first), "end": _end(last),
    }  # fmt: skip


def _declare(out: Writer, of: str, columns: Sequence[Column]) -> None:
    with out.element("attributes", {"class": of, "mode": "static"}):
        for column in columns:
            kind = _TYPES.get(column.type, column.type)
            out.leaf("attribute", {"id": column.name, "title": column.zh, "type": kind})


def _values(out: Writer, columns: Sequence[Column], attributes: Mapping[str, Any]) -> None:
    with out.element("attvalues"):
        for column in columns:
            if column.name in attributes:
                out.leaf("attvalue", {"for": column.name, "value": written(attributes[column.name])})


def _spells(out: Writer, years: Sequence[int]) -> None:
    """The years as intervals; years that follow one another are one. What has no year is there at all times."""
    if years:
        with out.element("spells"):
            for first, last in _runs(years):
                out.leaf("spell", {"start": _start(first), "end": _end(last)})


def _runs(years: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for year in years:
        if runs and runs[-1][1] == year - 1:
            runs[-1] = (runs[-1][0], year)
        else:
            runs.append((year, year))
    return runs


def _start(year: int) -> str:
    return f"{year:04}-01-01"


def _end(year: int) -> str:
    return f"{year:04}-12-31"
