"""Another type: the name is that of a park, not of an enterprise. A better name can be told along."""

from collections.abc import Iterator

from graph.corrections.correction import Correction, Name, named
from graph.corrections.kind import Kind, about_things
from graph.ontology import ontology


def _check(line: Correction) -> Iterator[str]:
    yield from about_things(line)
    if line.type == line.other_type:
        yield "type and other_type (另一类型) are the same"


def _says(line: Correction) -> str:
    name = f"“{line.other}”" if line.other else ""
    return f"{named(line.type, line.name)}是{ontology().labels[line.other_type].zh}{name}"


def _becomes(line: Correction, name: str) -> tuple[Name, ...]:
    return ((line.other_type, line.other or name),)


kind = Kind(
    words=("另一类型", "another type"),
    needs=("type", "name", "other_type"),
    takes=("other_name", "policy"),
    says=_says,
    check=_check,
    becomes=_becomes,
)
