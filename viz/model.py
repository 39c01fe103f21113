"""The values that make a picture: what a view hands to the page. Frozen, without behaviour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the picture. `lon` and `lat` are degrees, `properties` (Chinese name, value) pairs in card order.

    `layer` is the column of a layered layout, from the left; `main` tells what the picture is about.
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    lon: float | None = None
    lat: float | None = None
    properties: tuple[tuple[str, str], ...] = ()
    layer: int | None = None
    main: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause that says so. `text[mark_start:mark_end]` are the words of the evidence; equal offsets mark nothing.

    `clause` is its number, `key` its id, which nobody sees; `confidence` of the fact is from 0 to 1.
    """

    policy: str
    number: str
    issued: str
    clause: str
    text: str
    mark_start: int
    mark_end: int
    source: str = ""
    key: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two nodes. `weight` is the number of clauses, 0 if none; `relation` a type of the ontology.

    `kind` is what the legend and the table call it (合作, 牵头), `details` (Chinese name, values) pairs. A directed
    link has an arrow. A derived link follows from what is said of something else, such as a city group; `basis`
    holds the sentences that it rests on besides.
    """

    source: str
    target: str
    relation: str
    weight: int
    kind: str = ""
    directed: bool = False
    derived: bool = False
    details: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sentences: tuple[Sentence, ...] = ()
    basis: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a page shows. `documents` and `facts` count what the stated links rest on; `date` is ISO or empty.

    `notes` are sentences under the picture; without links they say why nothing is there. `view` is the name of the view
    that made it, `layout` one of viz.layout.LAYOUTS. `omitted` counts the nodes that were left out.
    """

    title: str
    question: str
    date: str
    documents: int
    facts: int
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    view: str = "links"
    layout: str = "force"
    omitted: int = 0
