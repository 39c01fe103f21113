"""`--format csv`: for Excel. Text that a spreadsheet would take for a formula is disarmed; numbers stay numbers."""

import csv
from collections.abc import Iterable, Sequence
from typing import IO

from liantu.output.cells import cell_text
from liantu.output.safe import safe_cell
from liantu.output.sheet import Tabular


def write(table: Tabular, stream: IO[str]) -> None:
    """Write a header of titles and the rows, comma separated."""
    write_rows(table.titles, table.rows, stream)


def write_rows(titles: Sequence[str], rows: Iterable[Sequence[object]], stream: IO[str]) -> None:
    """Write rows as they come, below a header."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([safe_cell(title) for title in titles])
    writer.writerows([_cell(value) for value in row] for row in rows)


def _cell(value: object) -> str:
    """Numbers as they are, even negative ones; all else without formulas and control characters."""
    text = cell_text(value)
    return text if isinstance(value, int | float) else safe_cell(text)
