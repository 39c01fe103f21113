"""Two are one: the first is another name of the other, which it becomes."""

from collections.abc import Iterator

from graph.corrections.correction import Correction, Name, named
from graph.corrections.kind import Kind, about_things


def _check(line: Correction) -> Iterator[str]:
    yield from about_things(line)
    if line.name == line.other and line.other_type in ("", line.type):
        yield "name and other_name (另一名称) are the same"


def _says(line: Correction) -> str:
    label = line.other_type if line.other_type not in ("", line.type) else ""
    return f"{named(line.type, line.name)}就是{named(label, line.other)}"


def _becomes(line: Correction, _name: str) -> tuple[Name, ...]:
    return ((line.other_type or line.type, line.other),)


kind = Kind(
    words=("是同一个", "same entity"),
    needs=("type", "name", "other_name"),
    takes=("other_type", "policy"),
    says=_says,
    check=_check,
    becomes=_becomes,
)
