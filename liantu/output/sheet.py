"""The value every result is before it is written: columns, their Chinese titles, rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Tabular(Protocol):
    """Anything with columns, titles and rows: a Sheet of ours, a Table of queries."""

    @property
    def columns(self) -> Sequence[str]:
        """Machine names, the keys of JSON."""

    @property
    def titles(self) -> Sequence[str]:
        """What people read above a column, in the order of `columns`."""

    @property
    def rows(self) -> Sequence[Sequence[object]]:
        """One sequence of values a row, in the order of `columns`."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A result of the command line's own making."""

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def record(table: Tabular, row: Sequence[object]) -> Mapping[str, object]:
    """A row as an object, keyed by column."""
    return dict(zip(table.columns, row, strict=True))
