"""The view `ego`: anything with what it is tied to, in one to three steps."""

from graph.stores import Store
from graph.ways import ties
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions


def ego(store: Store, key: str, options: ViewOptions, *, depth: int = 1) -> Picture:
    """The picture of the node with this id and all within `depth` steps of it. Raises QueryError."""
    drawing = Drawing(store, "ego", options)
    reached, border = {key}, {key}
    for _ in range(depth):
        found = drawing.add("touching", ids=sorted(border), types=list(ties()))
        border = {end for fact in found for end in (fact.source, fact.target)} - reached
        reached |= border
    if border and depth < 3:
        drawing.add("between", ids=sorted(reached), types=list(ties()))
    return drawing.picture([key], layout="force", name=drawing.reader.thing(key).name, depth=depth)
