"""A picture as a pyvis network, and the script that draws it. pyvis' traps are closed here and nowhere else.

- Its pages link style sheets and scripts on the web even when asked to put all in line, and writing one puts a `lib`
  folder into the working directory and uses the platform's encoding: its template and its writing are not used.
- An undirected network drops the second edge between two nodes, and looks through all edges for each new one: ours is
  directed, with the arrows taken off.
- Setting options from text takes the spaces out of font names: ours are a mapping.
- A node with an empty label is drawn with its id.
"""

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from graph.errors import DataError
from viz.boxes import FONT, label_lines
from viz.layout import arrange, radius
from viz.legend import style_of
from viz.model import Link, Picture
from viz.strokes import ARROW, Stroke, strokes

FACE = "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC','Hiragino Sans GB',sans-serif"
_OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "keyboard": False, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5, "font": {"face": FACE, "size": FONT}},
    "edges": {"font": {"face": FACE, "size": 14, "align": "horizontal", "strokeWidth": 0}, "selectionWidth": 2},
}


def network(picture: Picture) -> Mapping[str, Any]:
    """Nodes, edges and options for vis-network, with the rings of borders; ids are positions in nodes and links."""
    from pyvis.network import Network

    drawn = Network(directed=True)
    drawn.options = dict(_OPTIONS)
    sizes, arrangement = radius(picture), arrange(picture, picture.layout)
    places = arrangement.places
    for number, node in enumerate(picture.nodes):
        style, place = style_of(node.label), places[node.id]
        drawn.add_node(
            number, label=label_lines(node.name) or " ", shape=style.shape, color=style.light, size=sizes[node.id],
            x=place.x, y=place.y, over=place.over,
        )  # fmt: skip
    position = {node.id: number for number, node in enumerate(picture.nodes)}
    for number, (link, stroke) in enumerate(zip(picture.links, strokes(picture.links), strict=True)):
        drawn.add_edge(position[link.source], position[link.target], id=number, **_edge(link, stroke))
    nodes, edges, _, _, _, _ = drawn.get_network_data()
    outlines = [ring for outline in arrangement.outlines for ring in outline.rings]
    return {"nodes": nodes, "edges": edges, "options": dict(_OPTIONS), "outlines": outlines}


def _edge(link: Link, stroke: Stroke) -> Mapping[str, Any]:
    """Width, dashes, bend and arrow of a link."""
    curve = {"type": "curvedCW" if stroke.bend > 0 else "curvedCCW", "roundness": abs(stroke.bend)}
    return {
        "width": stroke.width, "dashes": list(stroke.dashes or ()) or False,
        "smooth": {"enabled": True, **curve} if stroke.bend else {"enabled": False},
        "arrows": {"to": {"enabled": True, "scaleFactor": ARROW}} if link.directed else "",
    }  # fmt: skip


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
