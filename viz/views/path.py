"""The view `path`: the shortest ways from one thing to another, each step with its sentence."""

from collections.abc import Iterable, Mapping

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions
from viz.reading import Fact
from viz.views.ego import TYPES

_FARTHEST = 8


def path(store: Store, start: str, end: str, options: ViewOptions) -> Picture:
    """The picture of all shortest ways between two nodes, of up to eight steps. Raises QueryError."""
    drawing = Drawing(store, "path", options)
    steps = {start: 0}
    border, taken = {start}, list[Fact]()
    while border and end not in steps and max(steps.values()) < _FARTHEST:
        found = drawing.add("touching", ids=sorted(border), types=list(TYPES))
        taken += found
        far = max(steps.values()) + 1
        border = {one for fact in found for one in (fact.source, fact.target)} - steps.keys()
        steps |= dict.fromkeys(border, far)
    drawing.facts = _on_the_way(taken, steps, end)
    if drawing.facts:
        drawing.notes.append(drawing.words["steps"].format(count=steps[end]))
    return drawing.picture(
        [start, end], layout="layered", layer=lambda thing: steps.get(thing.id, 0),
        a=drawing.reader.thing(start).name, b=drawing.reader.thing(end).name, farthest=_FARTHEST,
    )  # fmt: skip


def _on_the_way(facts: Iterable[Fact], steps: Mapping[str, int], end: str) -> list[Fact]:
    """The facts of the shortest ways, found backwards from the end."""
    if end not in steps:
        return []
    reached, kept = {end}, list[Fact]()
    for far in range(steps[end], 0, -1):
        inward = set[str]()
        for fact in facts:
            for near, there in ((fact.source, fact.target), (fact.target, fact.source)):
                if there in reached and steps.get(there) == far and steps.get(near) == far - 1:
                    kept.append(fact)
                    inward.add(near)
        reached |= inward
    return kept
