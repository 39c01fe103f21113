"""Shortest ways between two nodes, searched from both ends: what the views and the queries ask of a graph."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from graph.ontology import ontology


def ties() -> tuple[str, ...]:
    """The relation types that tie things: to stand in one clause or one document together is no tie."""
    return tuple(name for name in ontology().relations if name not in ("MENTIONS", "HAS_CLAUSE"))


def types() -> tuple[tuple[str, ...], ...]:
    """The types by which ways are looked for, in turn: to lie in one province counts where nothing else is said."""
    return tuple(name for name in ties() if name != "PART_OF"), ties()


class Edge(Protocol):
    """A tie between two nodes, by their ids, whichever way it runs."""

    @property
    def source(self) -> str:
        """Where it starts."""

    @property
    def target(self) -> str:
        """Where it ends."""


Tie = TypeVar("Tie", bound=Edge)


@dataclass(frozen=True, slots=True)
class Ways(Generic[Tie]):
    """All shortest ways: `places` tells how many steps from the start each node on them is, `ties` all their ties."""

    steps: int
    places: Mapping[str, int]
    ties: tuple[Tie, ...]


def shortest(start: str, end: str, most: int, touching: Callable[[Sequence[str]], Iterable[Tie]]) -> Ways[Tie] | None:
    """All shortest ways of at most so many steps; None if there are none.

    `touching` gives the ties that start or end at any of some nodes, at least those that it has not given yet.
    """
    sides = (_Side[Tie](start), _Side[Tie](end))
    for steps in range(1, most + 1):
        side, other = sorted(sides, key=lambda one: len(one.border))
        if not side.border:
            return None
        side.advance(touching(sorted(side.border)))
        middle = side.border & other.steps.keys()
        if middle:
            return _joined(sides, steps, middle)
    return None


class _Side(Generic[Tie]):
    """What has been reached from one end: `steps` to each node, and the nodes reached last."""

    def __init__(self, end: str) -> None:
        self.steps: dict[str, int] = {end: 0}
        self.border: set[str] = {end}
        self.ties: list[Tie] = []
        self._far = 0

    def advance(self, ties: Iterable[Tie]) -> None:
        """One step on."""
        found = list(ties)
        self._far += 1
        self.ties += found
        self.border = {end for tie in found for end in (tie.source, tie.target)} - self.steps.keys()
        self.steps |= dict.fromkeys(self.border, self._far)

    def back(self, nodes: set[str]) -> tuple[set[str], list[Tie]]:
        """The nodes and the ties on the shortest ways from these nodes, all equally far, back to the end."""
        reached, kept, passed = set(nodes), list[Tie](), set(nodes)
        for far in range(max((self.steps[node] for node in nodes), default=0), 0, -1):
            inward = set[str]()
            for tie in self.ties:
                for near, there in ((tie.source, tie.target), (tie.target, tie.source)):
                    if there in reached and self.steps.get(there) == far and self.steps.get(near) == far - 1:
                        kept.append(tie)
                        inward.add(near)
            reached = inward
            passed |= inward
        return passed, kept


def _joined(sides: tuple[_Side[Tie], _Side[Tie]], steps: int, middle: set[str]) -> Ways[Tie]:
    first, last = sides
    before, ties = first.back(middle)
    behind, more = last.back(middle)
    places = {node: first.steps[node] for node in before} | {node: steps - last.steps[node] for node in behind}
    return Ways(steps, places, (*ties, *more))
