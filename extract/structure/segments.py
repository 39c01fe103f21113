"""What follows a responsibility bracket within a clause: a part with units of its own."""

import re
from collections.abc import Iterable, Sequence

from extract.duties import Duty, find_duties
from extract.structure.dates import DATE_LINE
from extract.structure.markers import Mark

_USEFUL = re.compile(r"[\u4e00-\u9fffA-Za-z\d“《|]")
_MIN, _MAX_SIGNATURE, _LOOK = 8, 120, 200


def segments(text: str, marks: Sequence[Mark], duties: Iterable[Duty]) -> list[Mark]:
    """A mark after each responsibility bracket or line (`duties`, those of the text in order) that more than 8
    characters of its clause follow.

    No mark stands before the first clause, before a second bracket or line on the same words, or before a signature.
    """
    bounds = [*(mark.start for mark in marks), len(text)]
    first = bounds[0] if marks else 0
    found: list[Mark] = []
    index = 0
    for duty in duties:
        if duty.start < first:
            continue
        while index < len(bounds) - 1 and bounds[index] < duty.end:
            index += 1
        end = max(bounds[index], duty.end)
        rest = _USEFUL.search(text, duty.end, end)
        if rest is None or end - rest.start() <= _MIN:
            continue
        if not _is_duty(text[rest.start() : min(end, rest.start() + _LOOK)]) and not _is_signature(
            text, rest.start(), end
        ):
            found.append(Mark(rest.start(), "segment", "", 0))
    return found


def _is_duty(words: str) -> bool:
    """Whether the words are themselves a line of units."""
    return any(duty.start == 0 for duty in find_duties(words))


def _is_signature(text: str, start: int, end: int) -> bool:
    """Whether nothing but issuer, date and a note on publication is left."""
    if end - start >= _MAX_SIGNATURE:
        return False
    rest = text[start:end]
    return "。" not in rest and any(DATE_LINE.search(line) for line in rest.split("\n"))
