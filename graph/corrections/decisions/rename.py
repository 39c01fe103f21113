"""Another name: the one that was read is wrong, and nothing keeps it."""

from collections.abc import Iterator

from graph.corrections.correction import Correction, Name, named
from graph.corrections.kind import Kind, about_things


def _check(line: Correction) -> Iterator[str]:
    yield from about_things(line)
    if line.name == line.other:
        yield "name and other_name (另一名称) are the same"


def _becomes(line: Correction, _name: str) -> tuple[Name, ...]:
    return ((line.type, line.other),)


kind = Kind(
    words=("另一名称", "another name"),
    needs=("type", "name", "other_name"),
    says=lambda line: f"{named(line.type, line.name)}应为“{line.other}”",
    check=_check,
    becomes=_becomes,
)
