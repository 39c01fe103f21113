"""`--format table`: for people, drawn by rich. On a terminal it fits the width; in a pipe no line is broken."""

import sys
from typing import IO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from liantu.output.cells import cell_text
from liantu.output.safe import safe
from liantu.output.sheet import Tabular

_UNLIMITED = 100_000


def write(table: Tabular, stream: IO[str]) -> None:
    """Draw the table; numbers stand to the right."""
    width = None if sys.stdout.isatty() else _UNLIMITED
    console = Console(file=stream, width=width, color_system=None, highlight=False, markup=False, emoji=False)
    drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for index, title in enumerate(table.titles):
        drawn.add_column(Text(safe(title)), justify="right" if _numeric(table, index) else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(safe(cell_text(value))) for value in row))
    with console.capture() as captured:
        console.print(drawn)
    stream.write("".join(line.rstrip() + "\n" for line in captured.get().rstrip("\n").split("\n")))


def _numeric(table: Tabular, index: int) -> bool:
    """Whether a column holds numbers and nothing else."""
    values = [row[index] for row in table.rows if row[index] is not None]
    return bool(values) and all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
