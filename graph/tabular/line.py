"""A line of a table as a reader gives it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """The cells as trimmed text, the number of the line in the file, and what a reader found wrong with it."""

    number: int
    cells: tuple[str, ...]
    problems: tuple[str, ...] = ()


def trimmed(cells: list[str]) -> tuple[str, ...]:
    """The cells without white space around them, and without empty ones at the end."""
    kept = [cell.strip() for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)
