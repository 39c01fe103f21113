"""What every store can do, and the values that go in and out of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

from graph.rows import LinkRow

# The form of what a store writes; one of another form is refused.
FORMAT = 3
# How long a question may take, in seconds, unless it is told otherwise.
TIMEOUT = 60.0
Outcome = TypeVar("Outcome")


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a query; `truncated` if a limit cut some off."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a graph is kept by: the engine with its version; the migrations that are still to be made, and those that
    were applied in another form."""

    engine: str
    pending: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Nodes by label and relationships by type, sorted by name; what the store keeps for itself is not counted."""

    labels: Mapping[str, int]
    relations: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A loaded document: `contribution` is all that it brought (empty in listings), `digest` its checksum.

    `reading` says what was read and by which reader (graph/reading.py), '' where that is not known; `doubles` are the
    readings of other files that were left out because they bear the title of this one.
    """

    id: str
    title: str
    number: str
    digest: str
    contribution: str
    reading: str = ""
    doubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeChange:
    """A node to be written with these properties and no others of ours; `region` gives it the label Region too.

    `new` if the store had no such node when the change was computed, else only the properties in `differs` are other
    than before; one of them that is not in `properties` goes.
    """

    id: str
    label: str
    region: bool
    new: bool
    properties: Mapping[str, Any]
    differs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that one document changes, applied together: first `lost` and `dead` (label, id) go, then the rest comes.

    `record` is the document as it is from now on, `gone` the id of one that is taken out.
    """

    nodes: tuple[NodeChange, ...] = ()
    links: tuple[LinkRow, ...] = ()
    lost: tuple[LinkRow, ...] = ()
    dead: tuple[tuple[str, str], ...] = ()
    record: DocumentRecord | None = None
    gone: str | None = None


class Transaction(Protocol):
    """The graph while one document is loaded or forgotten, in all or in nothing.

    From `document` on nobody else writes until it ends; `listed` alone waits for nobody and writes nothing.
    """

    def listed(self, policy: str) -> DocumentRecord | None:
        """The record of the document with this policy id, without its contribution, or None."""
        ...

    def document(self, policy: str) -> DocumentRecord | None:
        """The record of the document with this policy id, with its contribution, or None."""
        ...

    def supports(self, labels: Mapping[str, str]) -> Mapping[str, str]:
        """The stored support of the nodes that exist, by id. `labels`: from id to label."""
        ...

    def apply(self, changes: Changes) -> None:
        """Write changes that were computed from what this transaction has read."""
        ...

    def remember(self, policy: str, doubles: Sequence[str]) -> None:
        """Keep the readings of the files that were left out for the document with this policy id, if it is there."""
        ...


class Store(Protocol):
    """A graph that documents are loaded into and questions are asked of."""

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Run one statement that only reads: at most `limit` rows, at most `timeout` seconds (default TIMEOUT).

        Rows that the limit cut off are told by `truncated`. Raises QueryError, also when the time is up.
        """
        ...

    def documents(self) -> Sequence[DocumentRecord]:
        """All records by id, without contributions."""
        ...

    def write(self, work: Callable[[Transaction], Outcome]) -> Outcome:
        """Do work in one transaction, which an error undoes. Work may be done again if a server asks for it.

        Raises GraphError if the store cannot be written.
        """
        ...

    def counts(self) -> Counts:
        """Count nodes and relationships."""
        ...

    def about(self) -> About:
        """What the graph is kept by."""
        ...

    def close(self) -> None:
        """Keep what was written and let the graph go."""
        ...

    def __enter__(self) -> Self:
        """The store itself."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        ...
