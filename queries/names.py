"""Names that people type, resolved to nodes: by name, by alias, by part; and the nearest when there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from graph.errors import QueryError
from graph.ontology import ontology
from graph.stores import Store

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
_NEAREST, _CUTOFF = 5, 40
# What a name is looked for by, in the engine: a graph may hold more names than can be fetched at each question.
_CALLED = (
    "$name <> '' AND (n.name = $name OR n.id = $name OR $name IN n.aliases OR n.shortName = $name OR n.number = $name)"
)
_WITHIN = "$name <> '' AND n.name CONTAINS $name"


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that a name may mean."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]

    @property
    def zh(self) -> str:
        """The label in Chinese."""
        return ontology().labels[self.label].zh


@dataclass(frozen=True, slots=True)
class Found:
    """`hits`: what the name means, best first; `nearest`: what was perhaps meant, where there is no hit."""

    hits: tuple[Hit, ...]
    nearest: tuple[Hit, ...]


def find(store: Store, name: str, labels: tuple[str, ...] = ()) -> Found:
    """Nodes by exact name or alias, else by part of a name, else the nearest names."""
    wanted = name.strip()
    exact = _hits(store, labels, _CALLED, wanted)
    hits = [hit for hit in exact if hit.name == wanted] or exact or _hits(store, labels, _WITHIN, wanted)
    if hits:
        return Found(_ranked(hits), ())
    everything = _hits(store, labels, "true")
    choices = {index: hit.name for index, hit in enumerate(everything)}
    near = process.extract(wanted, choices, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_CUTOFF)
    return Found((), tuple(everything[index] for _, _, index in near))


def known(store: Store, name: str, kind: str) -> tuple[Hit, ...]:
    """What a name of this kind may mean, best first. Raises QueryError, with the nearest names, if it means nothing."""
    found = find(store, name, LABELS[kind])
    if found.hits:
        return found.hits
    near = "、".join(f"{hit.name}（{hit.zh}）" for hit in found.nearest) or "none"
    raise QueryError(f"Nothing is called {name!r} here; the nearest names are: {near}.")


def meant(store: Store, name: str, kind: str) -> Hit:
    """The one node a parameter names: of several divisions called so the one of the highest level.

    Raises QueryError, with the choices, if there are none or several.
    """
    hits = known(store, name, kind)
    if len(hits) == 1 or hits[0].name == name or _above(hits, name.strip()):
        return hits[0]
    several = "、".join(f"{hit.name}（{hit.zh}）" for hit in hits[:8])
    raise QueryError(f"{name!r} may mean {several}; give one of these names in full.")


def resolve(store: Store, name: str, kind: str) -> str:
    """The id of the one node a parameter names. Raises QueryError as `meant` does."""
    return meant(store, name, kind).id


def _above(hits: tuple[Hit, ...], name: str) -> bool:
    """Whether the first is a division called so, and the others are of lower levels: 湘潭 is 湘潭市, not 湘潭县."""
    order = ontology().region_labels
    levels = [order.index(hit.label) if hit.label in order else -1 for hit in hits[:2]]
    return name in hits[0].aliases and 0 <= levels[0] < levels[1]


def label_of(variable: str) -> str:
    """The Cypher expression of the ontology's label: a server gives labels in no order, with a marker among them."""
    return f"[x IN labels({variable}) WHERE x <> 'Region' AND x <> 'Liantu'][0]"


def _hits(store: Store, labels: tuple[str, ...], condition: str, name: str = "") -> list[Hit]:
    """The nodes of these labels (none: of any that is looked up) that a condition holds for, by name."""
    wanted = labels or tuple(label for label in ontology().labels if label not in _NOT_NAMED)
    answer = store.read(
        f"MATCH (n:{'|'.join(wanted)}) WHERE n.support IS NOT NULL AND {condition} "
        f"RETURN n.id AS id, {label_of('n')} AS label, n.name AS name, n.aliases AS aliases, "
        "coalesce(n.shortName, n.number) AS short",
        {"name": name},
    )
    hits = (Hit(key, label, own, _aliases(own, aliases, short)) for key, label, own, aliases, short in answer.rows)
    return sorted(hits, key=lambda hit: (hit.name, hit.id))


def _aliases(name: str, stated: Sequence[str] | None, short: str | None) -> tuple[str, ...]:
    """The other names of a node: those that documents use, the short name of a division, the number of a document."""
    return tuple(sorted({*(stated or ()), *([short] if short else ())} - {name}))


def _ranked(hits: list[Hit]) -> tuple[Hit, ...]:
    order = list(ontology().labels)
    return tuple(sorted(hits, key=lambda hit: (order.index(hit.label), len(hit.name), hit.name, hit.id)))
