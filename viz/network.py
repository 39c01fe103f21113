"""A picture as a pyvis network, and the script that draws it. pyvis' traps are closed here and nowhere else.

- Its pages link style sheets and scripts on the web even when asked to put all in line, and writing one puts a `lib`
  folder into the working directory and uses the platform's encoding: its template and its writing are not used.
- An undirected network drops the second edge between two nodes, and looks through all edges for each new one: ours is
  directed, with the arrows taken off.
- Setting options from text takes the spaces out of font names: ours are a mapping.
- A node with an empty label is drawn with its id.
"""

import re
from collections import Counter
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graph.errors import DataError
from viz.boxes import FONT
from viz.layout import arrange, radius
from viz.legend import style_of
from viz.model import Link, Picture

_FACE = "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC','Hiragino Sans GB',sans-serif"
_OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "font": {"face": _FACE, "size": FONT, "strokeWidth": 4}},
    "edges": {"font": {"face": _FACE, "size": 14, "align": "horizontal", "strokeWidth": 0}, "selectionWidth": 2},
}


def network(picture: Picture) -> Mapping[str, Any]:
    """Nodes, edges and options for vis-network; ids are positions in the picture's nodes and links."""
    from pyvis.network import Network

    drawn = Network(directed=True)
    drawn.options = dict(_OPTIONS)
    sizes, places = radius(picture), arrange(picture, picture.layout)
    for number, node in enumerate(picture.nodes):
        style, place = style_of(node.label), places[node.id]
        drawn.add_node(
            number, label=node.name or " ", shape=style.shape, color=style.light, size=sizes[node.id],
            x=place.x, y=place.y, over=place.over,
        )  # fmt: skip
    position = {node.id: number for number, node in enumerate(picture.nodes)}
    beside: Counter[frozenset[str]] = Counter()
    for number, link in enumerate(picture.links):
        ends = frozenset((link.source, link.target))
        edge = _edge(link, beside[ends], forward=position[link.source] < position[link.target])
        drawn.add_edge(position[link.source], position[link.target], id=number, **edge)
        beside[ends] += 1
    nodes, edges, _, _, _, _ = drawn.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": dict(_OPTIONS)}


def _edge(link: Link, before: int, *, forward: bool) -> Mapping[str, Any]:
    """Width, dashes and bend of a link; one that runs beside others between the same ends is bent, each more."""
    turn = "curvedCW" if forward == bool(before % 2) else "curvedCCW"
    bent = {"enabled": True, "type": turn, "roundness": round(0.16 * ((before + 1) // 2) + 0.06, 2)}
    width = round(min(1.2 + 1.1 * link.weight, 12.0), 1)
    return {
        "width": 1.5 if link.derived else width,
        "dashes": [6, 5] if link.derived else False,
        "smooth": bent if before else {"enabled": False},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.5}} if link.directed else "",
    }


def vis_script() -> str:
    """The script of vis-network that pyvis ships, safe to stand in a page. Raises DataError if it is not there."""
    spec = find_spec("pyvis")
    folders = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    found = sorted(script for place in folders for script in place.glob("templates/lib/vis-*/vis-network.min.js"))
    if not found:
        raise DataError("pyvis has no vis-network in its templates/lib; install it again: pip install 'pyvis>=0.3.2'.")
    script = found[-1].read_text(encoding="utf-8")
    # The map of the source is a file that a browser's tools would ask for.
    return re.sub(r"\n//# sourceMappingURL=\S*\s*$", "\n", script).replace("</script", "<\\/script")
