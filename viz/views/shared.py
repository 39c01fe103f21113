"""The view `shared`: what two or more regions have in common and what each has alone, of chains and enterprises."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Link, Picture
from viz.options import ViewOptions
from viz.reading import Fact, Thing


def shared(store: Store, keys: Sequence[str], options: ViewOptions) -> Picture:
    """The picture of the regions with these ids, at least two. Raises QueryError."""
    drawing = Drawing(store, "shared", options)
    found = drawing.wanted(drawing.reader.facts("shared", ids=sorted(set(keys))))
    things = drawing.reader.things
    homes = {fact.source: fact.target for fact in found if things[fact.source].label == "Park"}
    drawing.keep(fact for fact in found if fact.source not in homes)
    drawing.derived += _by_parks(drawing, homes, keys)
    owners: dict[str, set[str]] = defaultdict(set)
    pairs = [(fact.source, fact.target) for fact in drawing.facts]
    for a, b in (*pairs, *((link.source, link.target) for link in drawing.derived)):
        place, thing = (a, b) if a in keys else (b, a)
        owners[thing].add(place)
    names = "、".join(drawing.reader.thing(key).name for key in keys)
    common = sum(len(places) == len(set(keys)) for places in owners.values())
    drawing.notes.append(drawing.words["common"].format(names=names, count=common, total=len(owners)))
    return drawing.picture(list(keys), layout="layered", layer=lambda thing: _column(thing, keys, owners), names=names)


def _by_parks(drawing: Drawing, homes: Mapping[str, str], keys: Sequence[str]) -> list[Link]:
    """What a region develops by its parks, where it is not said of the region itself."""
    said = {(fact.source, fact.target) for fact in drawing.facts}
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    developed = drawing.reader.facts("touching", ids=sorted(homes), types=["DEVELOPS"]) if homes else []
    for fact in drawing.wanted(developed):
        if fact.source in homes and (homes[fact.source], fact.target) not in said:
            found[homes[fact.source], fact.target].append(fact)
    kind = drawing.words["by_parks"]
    return [
        Link(
            place, chain, "DEVELOPS", len({fact.clause for fact in facts}), kind=kind, directed=True, derived=True,
            sentences=drawing.sentences(facts),
        )
        for (place, chain), facts in sorted(found.items())
    ]  # fmt: skip


def _column(thing: Thing, keys: Sequence[str], owners: Mapping[str, set[str]]) -> int:
    """Of two regions: what only one has beside it, what both have between them. Of more: by how many have it."""
    mine = owners.get(thing.id, set())
    if len(keys) == 2:
        if thing.id in keys:
            return 1 + 2 * keys.index(thing.id)
        return 2 if len(mine) == 2 else 4 * keys.index(next(iter(mine), keys[0]))
    return 0 if thing.id in keys else 1 + len(keys) - len(mine)
