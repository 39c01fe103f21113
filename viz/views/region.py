"""The view `region`: a place and all that is said of it."""

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions
from viz.reading import Thing

_COLUMNS = {"Park": 2, "IndustryChain": 3, "Enterprise": 4, "Institution": 4, "Project": 4, "Target": 5}


def region(store: Store, key: str, options: ViewOptions) -> Picture:
    """The picture of the region or city group with this id. Raises QueryError."""
    drawing = Drawing(store, "region", options)
    direct = drawing.add("region", id=key)
    parks = {fact.source for fact in direct if drawing.reader.thing(fact.source).label == "Park"}
    around = {end for fact in direct for end in (fact.source, fact.target)} - {key}
    within = drawing.reader.facts("between", ids=sorted(around), types=["DEVELOPS", "IN_CHAIN", "LOCATED_IN"])
    drawing.keep(fact for fact in within if fact.type == "IN_CHAIN" or {fact.source, fact.target} & parks)

    def column(thing: Thing) -> int:
        return 1 if thing.id == key else _COLUMNS.get(thing.label, 0)

    return drawing.picture([key], layout="layered", layer=column, name=drawing.reader.thing(key).name)
