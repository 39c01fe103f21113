"""The view `policy`: one document with its sections, who answers for what, its targets, and of whom it speaks."""

from collections.abc import Iterable

from graph.stores import Store
from viz.drawing import Drawing
from viz.model import Picture
from viz.options import ViewOptions
from viz.reading import Fact, Thing

# Of the things that a clause mentions, those that a document is read for; agencies come by their duties.
_TOLD = ("Park", "Enterprise", "IndustryChain")


def policy(store: Store, key: str, options: ViewOptions) -> Picture:
    """The picture of the document with this id. Raises QueryError."""
    drawing = Drawing(store, "policy", options)
    found = drawing.reader.facts("policy", id=key)
    things = drawing.reader.things
    facts = [fact for fact in found if fact.type in ("ISSUED", "CITES", "APPLIES_TO", "RESPONSIBLE_FOR")]
    facts += [_of_clause(fact) for fact in found if fact.type == "HAS_TARGET"]
    told = _told(found) - {key}
    facts += [
        fact for fact in found if fact.type == "MENTIONS" and fact.target in told and things[fact.target].label in _TOLD
    ]
    clauses = {end for fact in facts for end in (fact.source, fact.target) if things[end].label == "Clause"}
    drawing.keep([*facts, *_structure(key, clauses, found)])
    depth = max((_depth(clause) for clause in clauses), default=1)

    def column(thing: Thing) -> int:
        if thing.label == "Clause":
            return 1 + _depth(thing.id)
        return 0 if thing.id == key or thing.label == "Policy" else 2 + depth + (thing.label in _TOLD)

    return drawing.picture([key], layout="layered", layer=column, name=drawing.reader.thing(key).name)


def _of_clause(fact: Fact) -> Fact:
    """A target hangs on the clause that sets it: the document is what the picture is about."""
    return Fact(fact.clause, fact.target, fact.type, fact.properties)


def _told(facts: Iterable[Fact]) -> set[str]:
    """The things of which the document states something."""
    stated = [fact for fact in facts if fact.properties.get("quote")]
    return {end for fact in stated for end in (fact.source, fact.target)}


def _structure(key: str, clauses: Iterable[str], found: Iterable[Fact]) -> list[Fact]:
    """The tree above these clauses: from the document to its sections, from a section to those within."""
    every = {fact.target: fact for fact in found if fact.type == "HAS_CLAUSE"}
    wanted: dict[str, Fact] = {}
    for clause in clauses:
        while clause in every and clause not in wanted:
            above = clause.rpartition(".")[0]
            source = above if above in every else key
            wanted[clause] = Fact(source, clause, "HAS_CLAUSE", every[clause].properties)
            clause = source
    return list(wanted.values())


def _depth(clause: str) -> int:
    """How deep a clause stands: its id ends in its path, such as #2.1.3."""
    return clause.rpartition("#")[2].count(".")
