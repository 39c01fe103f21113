"""How lines are drawn, on the page and in figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from viz.model import Link

# The size of an arrow as vis-network counts it, and how far a second line between two nodes is bent.
ARROW = 0.5
_BENT = 0.22


@dataclass(frozen=True, slots=True)
class Stroke:
    """The looks of a line. `bend`: 0 is straight, a positive number bends clockwise on the way to the target."""

    width: float
    dashes: tuple[int, int] | None
    bend: float


def strokes(links: Sequence[Link]) -> tuple[Stroke, ...]:
    """One for each link: as wide as it has clauses, dashed if derived, bent where others run between the same two."""
    before: dict[tuple[str, str], int] = {}
    found = []
    for link in links:
        pair = (min(link.source, link.target), max(link.source, link.target))
        number = before.get(pair, 0)
        before[pair] = number + 1
        # 0, 1, -1, 2, -2 … seen from the same end, whichever way the links go.
        bend = (number + 1) // 2 * (_BENT if number % 2 else -_BENT) * (1 if link.source == pair[0] else -1)
        width = 1.5 if link.derived else round(min(1.2 + 1.1 * link.weight, 12.0), 1)
        found.append(Stroke(width, (6, 5) if link.derived else None, bend or 0.0))
    return tuple(found)
