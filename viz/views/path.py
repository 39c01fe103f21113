"""The view `path`: the shortest ways from one thing to another, each step with its sentence."""

from collections.abc import Sequence

from graph.stores import Store
from graph.ways import Ways, shortest, types
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions
from viz.reading import Fact

_FARTHEST = 8


def path(store: Store, start: str, end: str, options: ViewOptions) -> Picture:
    """The picture of all shortest ways between two nodes, of up to eight steps. Raises QueryError."""
    drawing, found = _searched(store, start, end, options)
    drawing.facts = list(found.ties) if found else []
    if found:
        drawing.notes.append(drawing.words["steps"].format(count=found.steps))
    places = found.places if found else {}
    return drawing.picture(
        [start, end], layout="layered", layer=lambda thing: places.get(thing.id, 0),
        a=drawing.reader.thing(start).name, b=drawing.reader.thing(end).name, farthest=_FARTHEST,
    )  # fmt: skip


def _searched(store: Store, start: str, end: str, options: ViewOptions) -> tuple[Drawing, Ways[Fact] | None]:
    """The ways that the options let through, by the first types of ties that make any."""
    for kinds in types():
        drawing = Drawing(store, "path", options)

        def touching(ids: Sequence[str], drawing: Drawing = drawing, kinds: Sequence[str] = kinds) -> list[Fact]:
            return drawing.add("touching", ids=list(ids), types=list(kinds))

        found = shortest(start, end, _FARTHEST, touching)
        if found:
            break
    return drawing, found
