"""`--format xlsx`: a workbook for analysts: frozen header, filters, widths, and no cell that is a formula."""

from typing import IO, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from rich.cells import cell_len

from graph.errors import OutputError
from liantu.output.cells import cell_text
from liantu.output.safe import safe
from liantu.output.sheet import Tabular

_MAX_ROWS = 1_048_575
_MAX_TEXT = 32_767
_MAX_WIDTH = 60


def write(table: Tabular, stream: IO[bytes]) -> None:
    """Write one sheet. Raises OutputError if there are more rows than a sheet holds."""
    if len(table.rows) > _MAX_ROWS:
        raise OutputError(
            f"An Excel sheet holds {_MAX_ROWS:,} rows and the result has {len(table.rows):,}; use --format csv instead."
        )
    book = Workbook()
    fill(book.active, table)
    book.save(stream)


def fill(sheet: Any, table: Tabular) -> None:
    """Write a result into a sheet that is empty."""
    sheet.append([safe(title) for title in table.titles])
    for number, row in enumerate(table.rows, start=2):
        for column, value in enumerate(row, start=1):
            _fill(sheet.cell(number, column), value)
    for column, title in enumerate(table.titles, start=1):
        sheet.cell(1, column).font = Font(bold=True)
        widths = [cell_len(cell_text(row[column - 1])[:_MAX_WIDTH]) for row in table.rows[:200]]
        sheet.column_dimensions[get_column_letter(column)].width = min(_MAX_WIDTH, max([cell_len(title), *widths]) + 2)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _fill(cell: Any, value: object) -> None:
    """Numbers and truth values keep their type; everything else is a string, whatever it begins with."""
    if value is None:
        return
    if isinstance(value, bool | int | float):
        cell.value = value
        return
    cell.value = safe(cell_text(value))[:_MAX_TEXT]
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
