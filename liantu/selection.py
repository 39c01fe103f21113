"""`--about`, `--since`, `--confidence` and their like: which part of a graph is exported."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

import click

from graph.export.model import Selection
from graph.ontology import ontology
from graph.stores import Store
from liantu.naming import meant
from queries.names import Hit

Command = TypeVar("Command", bound=Callable[..., Any])
_MEMBERS = "MATCH (m)-[:MEMBER_OF]->(g) WHERE g.id = $id RETURN DISTINCT m.id AS id, m.name AS name ORDER BY id"
_BELOW = "MATCH (x)-[:PART_OF]->(a) WHERE a.id IN $ids AND x:Region RETURN DISTINCT x.id AS id ORDER BY id"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    about: str | None
    since: int | None
    confidence: float
    nodes: tuple[str, ...] = ()
    each: bool = False


@dataclass(frozen=True, slots=True)
class Selected:
    """A selection with what its `about` means: the thing itself, and the names of the members of a group."""

    selection: Selection
    topic: Hit | None = None
    members: tuple[str, ...] = ()


_SELECTING = (
    click.option(
        "--about", metavar="NAME", help="Only what touches this place, group (with its members), chain, body, document."
    ),
    click.option("--since", type=click.IntRange(1949, 2100), metavar="YEAR", help="Only documents issued since YEAR."),
    click.option(
        "--confidence", type=click.FloatRange(0, 1), default=0.0, metavar="C", help="Only facts so sure, 0 to 1."
    ),
)
_DRAWING = (
    click.option(
        "--with", "nodes", type=click.Choice(("clauses", "targets")), multiple=True,
        help="Clauses, or targets, as nodes too; may be repeated.",
    ),
    click.option("--each", is_flag=True, help="One edge for each clause, with its sentence."),
)  # fmt: skip


def selecting(command: Command) -> Command:
    """Add the options to a command, which gets them as `wanted`."""
    return _added(command, _SELECTING)


def selecting_network(command: Command) -> Command:
    """Add the options to a command that writes nodes and edges."""
    return _added(command, (*_SELECTING, *_DRAWING))


def _added(command: Command, options: tuple[Callable[[Any], Any], ...]) -> Command:
    @wraps(command)
    def run(about: str | None, since: int | None, confidence: float, **rest: Any) -> Any:
        told = {name: rest.pop(name) for name in ("nodes", "each") if name in rest}
        return command(wanted=Wanted(about, since, confidence, **told), **rest)

    decorated: Any = run
    for option in reversed(options):
        decorated = option(decorated)
    return decorated  # type: ignore[no-any-return]


def selected(store: Store, wanted: Wanted) -> Selected:
    """What is meant: a region with the divisions below it, a city group with its members and those below them.

    Raises QueryError for a name that means nothing or several things.
    """
    topic = meant(store, wanted.about, "entity") if wanted.about else None
    members: dict[str, str] = {}
    if topic is not None and topic.label == "CityGroup":
        members = {str(key): str(name) for key, name in store.read(_MEMBERS, {"id": topic.id}).rows}
    selection = Selection(
        frozenset(_with_below(store, {topic.id, *members})) if topic else frozenset(),
        wanted.since, wanted.confidence, "clauses" in wanted.nodes, "targets" in wanted.nodes, wanted.each,
    )  # fmt: skip
    return Selected(selection, topic, tuple(members.values()))


def _with_below(store: Store, about: set[str]) -> set[str]:
    """Nodes and, of divisions among them, all divisions below."""
    reached, border = set(about), set(about)
    for _ in ontology().region_labels:
        border = {str(key) for (key,) in store.read(_BELOW, {"ids": sorted(border)}).rows} - reached
        reached |= border
    return reached
