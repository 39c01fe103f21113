"""The view `chain`: a chain with the places and parks that develop it, its enterprises, sub-chains and targets."""

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions
from viz.reading import Thing

_COLUMNS = {"Park": 1, "IndustryChain": 3, "Enterprise": 4, "Target": 5}


def chain(store: Store, key: str, options: ViewOptions) -> Picture:
    """The picture of the chain with this id. Raises QueryError."""
    drawing = Drawing(store, "chain", options)
    drawing.add("chain", id=key)
    parks = [thing.id for thing in drawing.reader.things.values() if thing.label == "Park"]
    places = [fact.source for fact in drawing.facts if fact.type == "DEVELOPS"]
    drawing.add("between", ids=sorted({*parks, *places}), types=["LOCATED_IN"])

    def column(thing: Thing) -> int:
        """Places and parks stand before the chain; chains above and below it, enterprises and targets behind it."""
        return 2 if thing.id == key else _COLUMNS.get(thing.label, 0)

    return drawing.picture([key], layout="layered", layer=column, name=drawing.reader.thing(key).name)
