"""The values that make a picture: what a view hands to the page. Frozen, without behaviour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in the picture. `lon` and `lat` are degrees, `properties` (Chinese name, value) pairs in card order."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    lon: float | None = None
    lat: float | None = None
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A clause that says so. `text[mark_start:mark_end]` are the words of the evidence; equal offsets mark nothing."""

    policy: str
    number: str
    issued: str
    clause: str
    text: str
    mark_start: int
    mark_end: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two nodes. `weight` is the number of clauses.

    A derived link follows from what is said of a city group; `basis` holds the sentences that name the members.
    """

    source: str
    target: str
    relation: str
    weight: int
    derived: bool = False
    modes: tuple[str, ...] = ()
    chains: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    basis: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a page shows. `documents` and `facts` count what the stated links rest on; `date` is ISO or empty."""

    title: str
    question: str
    date: str
    documents: int
    facts: int
    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
