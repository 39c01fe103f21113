"""The view `agency`: the clauses that a unit answers for, by document, and the units that answer for them with it."""

from collections import defaultdict

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Link, Picture
from viz.options import ViewOptions
from viz.reading import Fact, Thing


def agency(store: Store, key: str, options: ViewOptions) -> Picture:
    """The picture of the agency, enterprise or institution with this id. Raises QueryError."""
    drawing = Drawing(store, "agency", options)
    found = drawing.wanted(drawing.reader.facts("agency", id=key))
    own = drawing.keep(fact for fact in found if fact.source == key)
    clauses = {fact.target for fact in own}
    drawing.add("clauses_of", ids=sorted(clauses))
    drawing.derived += _together(drawing, key, [fact for fact in found if fact.target in clauses])
    columns = {"Clause": 2, "Policy": 3}

    def column(thing: Thing) -> int:
        return 1 if thing.id == key else columns.get(thing.label, 0)

    return drawing.picture([key], layout="layered", layer=column, name=drawing.reader.thing(key).name)


def _together(drawing: Drawing, key: str, duties: list[Fact]) -> list[Link]:
    """Links with the other units of the same clauses: counted, with the words that name them."""
    others: dict[str, list[Fact]] = defaultdict(list)
    for fact in duties:
        if fact.source != key:
            others[fact.source].append(fact)
    said = drawing.words["together"]
    return [
        Link(
            key, other, "RESPONSIBLE_FOR", len({fact.clause for fact in facts}), kind=said, derived=True,
            sentences=drawing.sentences(facts),
        )
        for other, facts in sorted(others.items())
    ]  # fmt: skip
