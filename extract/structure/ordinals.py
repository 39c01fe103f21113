"""一是 … 二是 …: clauses within a clause, wherever they open sentences."""

from collections.abc import Iterator, Sequence

from extract.structure.markers import Mark, markers
from extract.structure.numerals import number

_OPENS = frozenset("。；;：:\n")
_FIRST_OPENS = _OPENS | frozenset("，,—")


def ordinals(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks 一是, 二是 … of each stretch between two numbering signs that holds at least two in sequence."""
    hits = list(_hits(text))
    bounds = [*(mark.start for mark in marks), len(text) + 1]
    found: list[Mark] = []
    position = 0
    for right in bounds:
        inside: list[Mark] = []
        while position < len(hits) and hits[position].start < right:
            inside.append(hits[position])
            position += 1
        found.extend(_sequences(inside))
    return found


def _hits(text: str) -> Iterator[Mark]:
    for match in markers().ordinal.finditer(text):
        before = text[match.start() - 1] if match.start() else "\n"
        value = number(match.group("n"))
        if before in (_FIRST_OPENS if value == 1 else _OPENS):
            yield Mark(match.start(), "ordinal", match.group(), value)


def _sequences(hits: list[Mark]) -> Iterator[Mark]:
    """Runs that begin with one and two; a gap or a slip further on is let pass, a new 一是 begins a new run."""
    run: list[Mark] = []
    for hit in hits:
        if hit.number == 1:
            yield from run if len(run) > 1 else ()
            run = [hit]
        elif run and (len(run) > 1 or hit.number == 2):
            run.append(hit)
    yield from run if len(run) > 1 else ()
