"""Names that people type, resolved to nodes by a ladder of ways (`queries/matching/`); the nearest where none fits."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import QueryError
from graph.ontology import ontology
from graph.stores import Store
from queries.area import Area
from queries.matching import LADDER, NEAREST
from queries.matching.base import PLAIN, WAYS, WHOLE, Ask, Candidate, Readings, Typed
from queries.matching.near import likeness
from queries.matching.spelling import cleaned, understood

# The labels a parameter type may name; an empty tuple means any.
LABELS: dict[str, tuple[str, ...]] = {
    "region": ("Province", "City", "County", "Town"),
    "place": ("Province", "City", "County", "Town", "CityGroup"),
    "group": ("CityGroup",),
    "chain": ("IndustryChain",),
    "topic": ("Province", "City", "County", "Town", "CityGroup", "IndustryChain"),
    "park": ("Park",),
    "agency": ("Agency", "Enterprise", "Institution"),
    "policy": ("Policy",),
    "entity": (),
}
_NOT_NAMED = ("Clause", "Target")
_NEAREST, _CHOICES, _SHORT = 5, 8, 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that a name may mean: `way` tells how it was matched, one of WAYS, `said` how many clauses name it.

    `read` if it is a document that was read, not one only cited.
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    way: str = "name"
    said: int = 0
    read: bool = False

    @property
    def zh(self) -> str:
        """The label in Chinese."""
        return ontology().labels[self.label].zh

    @property
    def certain(self) -> bool:
        """Whether the text is one of its names as they stand in the graph, so that nothing was guessed."""
        return self.way in PLAIN

    @property
    def way_zh(self) -> str:
        """How it was matched, in Chinese."""
        return WAYS[self.way]


@dataclass(frozen=True, slots=True)
class Found:
    """`hits`: what the name means, best first, all matched alike; `nearest`: what was perhaps meant, without a hit.

    `bold` if so little of the text is left by a slip that even a single hit is a guess.
    """

    hits: tuple[Hit, ...]
    nearest: tuple[Hit, ...]
    bold: bool = False

    @property
    def clear(self) -> Hit | None:
        """The hit that is meant beyond doubt: the only one, or of divisions called so the one of the highest level."""
        if len(self.hits) < 2:
            return self.hits[0] if self.hits and not self.bold else None
        levels = [_level(hit) for hit in self.hits[:2]]
        return self.hits[0] if self.hits[0].way in WHOLE and 0 <= levels[0] < levels[1] else None


def unread(_text: str) -> Iterable[str]:
    """No reading of abbreviations: what is used where no gazetteer is at hand."""
    return ()


def find(
    store: Store,
    name: str,
    labels: tuple[str, ...] = (),
    *,
    readings: Readings = unread,
    within: str | None = None,
) -> Found:
    """What a name may mean among the nodes of these labels (none: any), by the first rung that finds anything.

    `readings` tells what abbreviations stand for; `within` is the id of a region in which hits are to lie. Any text may
    be asked for.
    """
    typed = Typed(cleaned(name), readings)
    area = Area(store, within) if within else None
    for rung in LADDER if typed.text else ():
        question = rung(typed)
        nodes = _asked(store, labels, question) if question else []
        if area is not None and nodes:
            inside = area.holds([(node.id, node.label, node.name) for node, _ in nodes])
            nodes = [(node, way) for node, way in nodes if node.id in inside]
        if nodes:
            bold = nodes[0][1] == "slip" and len(typed.text) <= _SHORT
            return Found(_ranked(nodes), (), bold)
    return Found((), _nearest(store, labels, typed, area))


def known(store: Store, name: str, kind: str, readings: Readings = unread) -> Found:
    """What a name of this kind may mean. Raises QueryError, with the nearest names, if it means nothing."""
    found = find(store, name, LABELS[kind], readings=readings)
    if found.hits:
        return found
    near = "、".join(f"{hit.name}（{hit.zh}）" for hit in found.nearest) or "none"
    raise QueryError(f"Nothing is called {name!r} here; the nearest names are: {near}.")


def meant(store: Store, name: str, kind: str, readings: Readings = unread) -> Hit:
    """The one node a parameter names: of several divisions called so the one of the highest level.

    Raises QueryError, with the choices, if there are none or several.
    """
    return the_one(store, name, known(store, name, kind, readings), LABELS[kind])


def the_one(store: Store, name: str, found: Found, labels: tuple[str, ...] = ()) -> Hit:
    """The hit that is meant beyond doubt, found among these labels. Raises QueryError, with the choices, if none is."""
    if found.clear is not None:
        return found.clear
    shown = found.hits[:_CHOICES]
    inputs = to_type(store, shown, labels)
    several = "、".join(f"{inputs[hit.id]}（{hit.zh}）" for hit in shown)
    more = f" and {len(found.hits) - _CHOICES:,} more" if len(found.hits) > _CHOICES else ""
    raise QueryError(f"{name!r} may mean {several}{more}; give one of these names in full.")


# How the texts that people type become nodes: (store, text, kind, one of LABELS) → the one that is meant.
Meant = Callable[[Store, str, str], Hit]


def resolve(store: Store, name: str, kind: str) -> str:
    """The id of the one node a parameter names. Raises QueryError as `meant` does."""
    return meant(store, name, kind).id


def to_type(store: Store, hits: Sequence[Hit], labels: tuple[str, ...] = ()) -> Mapping[str, str]:
    """What to type to mean just one of some hits, by id: its name, or its id where another node bears that name too."""
    rows = store.read(
        f"MATCH (n:{_among(labels)}) WHERE n.support IS NOT NULL AND n.name IN $names RETURN n.name AS name",
        {"names": sorted({hit.name for hit in hits})},
    ).rows
    names = [name for (name,) in rows]
    return {hit.id: hit.name if names.count(hit.name) == 1 else hit.id for hit in hits}


def label_of(variable: str) -> str:
    """The Cypher expression of the ontology's label: a server gives labels in no order, with a marker among them."""
    return f"[x IN labels({variable}) WHERE x <> 'Region' AND x <> 'Liantu'][0]"


def _among(labels: tuple[str, ...]) -> str:
    """These labels, or all that are looked up, as Cypher writes them."""
    return "|".join(labels or (label for label in ontology().labels if label not in _NOT_NAMED))


def _asked(store: Store, labels: tuple[str, ...], question: Ask) -> list[tuple[Candidate, str]]:
    """The nodes that a question fits best, with the way in which it does."""
    matched = [(node, way) for node in _nodes(store, labels, question) if (way := question.way(node))]
    best = min((way for _, way in matched), key=list(WAYS).index, default="")
    return [(node, way) for node, way in matched if way == best]


def _nodes(store: Store, labels: tuple[str, ...], question: Ask) -> Iterator[Candidate]:
    """The nodes of these labels (none: of any that is looked up) that the condition of a question holds for."""
    answer = store.read(
        f"MATCH (n:{_among(labels)}) WHERE n.support IS NOT NULL AND ({question.condition}) "
        f"RETURN n.id AS id, {label_of('n')} AS label, n.name AS name, n.aliases AS aliases, "
        "coalesce(n.shortName, n.number) AS short, n.adcode AS code, "
        "COUNT { (n)<-[:MENTIONS]-() } AS said, coalesce(n.ingested, false) AS read",
        question.parameters,
    )
    for key, label, own, aliases, short, code, said, read in answer.rows:
        yield Candidate(key, label, own, _aliases(own, aliases, short), code or "", said, read)


def _aliases(name: str, stated: Sequence[str] | None, short: str | None) -> tuple[str, ...]:
    """The other names of a node: those that documents use, the short name of a division, the number of a document."""
    return tuple(sorted({*(stated or ()), *([short] if short else ())} - {name}))


def _ranked(nodes: Iterable[tuple[Candidate, str]]) -> tuple[Hit, ...]:
    """The most spoken of first; divisions that are called so, by level."""
    hits = [_hit(node, way) for node, way in nodes]
    by_level = hits[0].way in WHOLE and all(_level(hit) >= 0 for hit in hits)
    order = list(ontology().labels)

    def rank(hit: Hit) -> tuple[Any, ...]:
        level = order.index(hit.label)
        return level if by_level else 0, -hit.said, not hit.read, level, len(hit.name), hit.name, hit.id

    return tuple(sorted(hits, key=rank))


def _nearest(store: Store, labels: tuple[str, ...], typed: Typed, area: Area | None) -> tuple[Hit, ...]:
    """The names most like a text."""
    question, text = NEAREST(typed), understood(typed.text)
    nodes = [node for node, _ in _asked(store, labels, question)] if question else []
    if area is not None and nodes:
        inside = area.holds([(node.id, node.label, node.name) for node in nodes])
        nodes = [node for node in nodes if node.id in inside]
    nodes.sort(key=lambda node: (-likeness(text, node), -node.said, node.name, node.id))
    return tuple(_hit(node, "near") for node in nodes[:_NEAREST])


def _hit(node: Candidate, way: str) -> Hit:
    return Hit(node.id, node.label, node.name, node.aliases, way, node.said, node.read)


def _level(hit: Hit) -> int:
    """The level of a division from the top, -1 for anything else."""
    order = ontology().region_labels
    return order.index(hit.label) if hit.label in order else -1
