"""`--format xlsx`: a workbook for analysts: frozen header, filters, widths, and no cell that is a formula."""

import errno
import math
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import IO, Any

from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import WorkbookAlreadySaved
from openpyxl.worksheet.properties import PageSetupProperties
from rich.cells import cell_len

from graph.errors import OutputError
from liantu.output.cells import cell_text
from liantu.output.safe import safe
from liantu.output.sheet import Tabular

MAX_ROWS = 1_048_575
_MAX_TEXT = 32_767
_MAX_WIDTH = 60
# The rows by which the widths of columns are measured.
_SAMPLE = 200
_CUT = "…"
# The height of a line in points, and of how many the highest row is.
LINE, _MAX_LINES = 17, 12


def write(table: Tabular, stream: IO[bytes]) -> None:
    """Write one sheet. Raises OutputError if there are more rows than a sheet holds."""
    if len(table.rows) > MAX_ROWS:
        raise OutputError(
            f"An Excel sheet holds {MAX_ROWS:,} rows and the result has {len(table.rows):,}; use --format csv instead."
        )
    with workbook(stream) as book:
        fill(book.create_sheet(), table.titles, table.rows)


@contextmanager
def workbook(stream: IO[bytes]) -> Iterator[Workbook]:
    """A workbook whose sheets are written as they are filled, and which is saved to a stream at the end of the block.

    Sheets wait in files of the system's folder for temporary ones. Raises OSError if there is no room for them.
    """
    book = Workbook(write_only=True)
    try:
        yield book
        book.save(stream)
    except LxmlError as error:
        # What writes the sheets has an error of its own for a full disk.
        raise OSError(errno.ENOSPC, f"no room in {tempfile.gettempdir()}: {error}") from error
    finally:
        for sheet in book:
            # One that was broken off complains again when it is closed, and otherwise when Python ends.
            with suppress(LxmlError, WorkbookAlreadySaved):
                sheet.close()


def fill(sheet: Any, titles: Sequence[str], rows: Iterable[Sequence[object]], widths: Sequence[float] = ()) -> int:
    """Fill a sheet of a write-only workbook with a header and rows as they come; gives the number of rows.

    `widths` in characters, one a column; without them they are those of the first rows. Raises OutputError if there are
    more rows than a sheet holds.
    """
    coming = iter(rows)
    first = list(islice(coming, _SAMPLE))
    sizes = widths or _measured(titles, first)
    for column, width in enumerate(sizes, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    for_paper(sheet, titled=True)
    _append(sheet, 1, [_header(sheet, title) for title in titles], sizes)
    # A cell of each kind for each column, filled anew in each row: to dress a cell takes longer than to fill it.
    texts, numbers = ([_dressed(sheet, dress) for _ in titles] for dress in (_TEXT, _NUMBER))
    number = 0
    for number, row in enumerate(chain(first, coming), start=1):
        if number > MAX_ROWS:
            raise OutputError(
                f"The sheet {sheet.title} would have more rows than Excel opens ({MAX_ROWS:,}); narrow it down with "
                "--about or --since, or write CSV instead."
            )
        _append(sheet, number + 1, [_filled(*pair) for pair in zip(texts, numbers, row, strict=True)], sizes)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(titles))}{number + 1}"
    return number


def for_paper(sheet: Any, *, titled: bool = False) -> None:
    """Printed, a sheet is as wide as a page, with its first row on each if that is a header."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if titled:
        sheet.print_title_rows = "1:1"


def _append(sheet: Any, number: int, cells: Sequence[Any], widths: Sequence[float]) -> None:
    """Add the row of this number, as high as its longest text needs, up to a limit.

    Not every program finds the height of wrapped text by itself.
    """
    lines = max(
        (_lines(made.value, width) for made, width in zip(cells, widths, strict=True) if made is not None), default=1
    )
    if lines > 1:
        sheet.row_dimensions[number].height = min(lines, _MAX_LINES) * LINE
    sheet.append(cells)
    sheet.row_dimensions.pop(number, None)


def _lines(value: object, width: float) -> int:
    """How many lines a value takes in a column; text does not fill a line to its end."""
    return math.ceil(cell_len(value[:_MAX_TEXT]) / max(1.0, width - 2)) if isinstance(value, str) else 1


def _measured(titles: Sequence[str], rows: Sequence[Sequence[object]]) -> list[float]:
    """The widths that show titles and values, up to a limit."""
    texts = [[title, *(cell_text(row[column])[:_MAX_WIDTH] for row in rows)] for column, title in enumerate(titles)]
    return [min(_MAX_WIDTH, max(map(cell_len, column)) + 2) for column in texts]


def _header(sheet: Any, title: str) -> Any:
    made = WriteOnlyCell(sheet, safe(title))
    made.data_type = "s"
    made.font = _HEADER_FONT
    made.fill = _HEADER_FILL
    made.alignment = _HEADER_ALIGNMENT
    return made


def cell(sheet: Any, text: str, font: Font | None = None, *, wrap: bool = True) -> Any:
    """A cell of its own with a text."""
    made = _dressed(sheet, _TEXT if wrap else _ONE_LINE)
    if font is not None:
        made.font = font
    return _filled(made, made, text)


def _dressed(sheet: Any, alignment: Alignment) -> Any:
    made = WriteOnlyCell(sheet)
    made.alignment = alignment
    return made


def _filled(text: Any, number: Any, value: object) -> Any:
    """One of two cells with a value: numbers and truth values keep their type, all else is text, however it begins."""
    if value is None:
        return None
    if isinstance(value, bool | int | float):
        number.value = value
        return number
    put_text(text, value)
    return text


def put_text(cell: Any, value: object) -> None:
    """Put a value into a cell as text, whatever it begins with."""
    cell.value = _limited(safe(cell_text(value)))
    cell.data_type = "s"


def _limited(text: str) -> str:
    """A text as long as a cell may be; Excel counts the halves of UTF-16."""
    if len(text) <= _MAX_TEXT // 2:
        return text
    halves = text.encode("utf-16-le")
    if len(halves) <= 2 * _MAX_TEXT:
        return text
    return halves[: 2 * (_MAX_TEXT - len(_CUT))].decode("utf-16-le", errors="ignore") + _CUT


_HEADER_FONT = Font(bold=True)
_HEADER_FILL = PatternFill("solid", fgColor="DCE6F1")
_HEADER_ALIGNMENT = Alignment(vertical="center", wrap_text=True)
_TEXT = Alignment(wrap_text=True, vertical="top")
_ONE_LINE = Alignment(vertical="top")
_NUMBER = Alignment(horizontal="right", indent=1, vertical="top")
