"""The values of a comparison: what changed, from what to what, and which words say so in each version."""

from dataclasses import dataclass

from graph.values import value

NEW, GONE, CHANGED = "new", "gone", "changed"


@value
class Passage:
    """Words of one version: `quote` as its text has them (white space aside), `clause` the number of their clause."""

    clause: str
    quote: str


@value
class Gap:
    """How far two numbers lie apart: `amount` in per cent of the old one, or in points where both are per cent."""

    amount: float
    points: bool = False


@value
class Change:
    """One difference between two versions.

    `kind` is a key of KINDS, `change` new, gone or changed. `subject` is what the fact is about and `matter` what is
    said of it; `old` and `new` are the states as people read them, empty on the side that has none. `was` and `now` are
    the words behind them; where a side has no state they are what stands in its place there, if anything.
    """

    kind: str
    change: str
    subject: str
    matter: str = ""
    old: str = ""
    new: str = ""
    was: Passage | None = None
    now: Passage | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A version by its id, title, number and date; number and date are empty where it has none."""

    id: str
    title: str
    number: str
    issued: str


@dataclass(frozen=True, slots=True)
class ClauseCounts:
    """How the clauses of two versions answer to each other.

    `same` and `reworded` together are all that have a counterpart; `renumbered` are those of them that bear another
    number than before.
    """

    same: int
    reworded: int
    renumbered: int
    new: int
    gone: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a document: the changes by kind, in the order of KINDS, and within a kind of the document."""

    old: Head
    new: Head
    changes: tuple[Change, ...]
    clauses: ClauseCounts


@dataclass(frozen=True, slots=True)
class Difference:
    """Two collections of documents: those that answer to each other compared, and those on one side only."""

    pairs: tuple[Comparison, ...]
    new: tuple[Head, ...] = ()
    gone: tuple[Head, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing changed that is a fact."""
        return not (self.new or self.gone or any(pair.changes for pair in self.pairs))
