"""One is two, or more: what is said of it is said of each of them."""

from collections.abc import Iterator

from graph.corrections.correction import Correction, Name, named
from graph.corrections.kind import Kind, about_things
from graph.ids import canonical_key


def _check(line: Correction) -> Iterator[str]:
    yield from about_things(line)
    if len(set(map(canonical_key, line.others))) < 2:
        yield "other_name (另一名称) must hold two names or more, with 、 or ; between them"
    if canonical_key(line.name) in map(canonical_key, line.others) and line.other_type in ("", line.type):
        yield "the name itself is among those it is to be divided into; write missing relations for the others"


def _says(line: Correction) -> str:
    label = line.other_type if line.other_type not in ("", line.type) else ""
    return f"{named(line.type, line.name)}是" + "、".join(named(label, name) for name in line.others)


def _becomes(line: Correction, _name: str) -> tuple[Name, ...]:
    return tuple((line.other_type or line.type, name) for name in line.others)


kind = Kind(
    words=("是多个", "several entities", "是两个", "two entities"),
    needs=("type", "name", "other_name"),
    takes=("other_type", "policy"),
    says=_says,
    check=_check,
    becomes=_becomes,
    several=True,
)
