"""Not an entity: it goes, and with it all that is said of it."""

from collections.abc import Iterator

from graph.corrections.correction import Correction, Name, named
from graph.corrections.kind import Kind


def _check(line: Correction) -> Iterator[str]:
    if line.type == "Clause":
        yield "a clause is the text itself and cannot be taken out"


def _becomes(_line: Correction, _name: str) -> tuple[Name, ...]:
    return ()


kind = Kind(
    words=("不是实体", "not an entity"),
    needs=("type", "name"),
    says=lambda line: f"{named(line.type, line.name)}不是实体",
    check=_check,
    becomes=_becomes,
)
