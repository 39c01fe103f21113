"""What a check finds, and what it is given to look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.stores import Store

OK, WARN, FAIL = "ok", "warn", "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: the check, ok, warn or fail, what was found, and what to do where it is not ok."""

    check: str
    state: str
    message: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Patient:
    """The graph by its place as given or chosen, whether a user has named it, and open for reading, or why it is not.

    `unsaved`: a writer that died has left something beside the file, and what is open is a copy with it.
    """

    place: str
    named: bool
    store: Store | None = None
    trouble: str = ""
    unsaved: bool = False

    @property
    def server(self) -> bool:
        """Whether the graph is on a server."""
        return "://" in self.place


Check = Callable[[Patient], Iterator[Finding]]
SHOWN = 3


def some(items: list[str]) -> str:
    """The first few of many, for a message."""
    more = f" and {len(items) - SHOWN:,} more" if len(items) > SHOWN else ""
    return "、".join(items[:SHOWN]) + more
