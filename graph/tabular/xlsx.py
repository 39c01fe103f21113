"""Excel workbooks: numbers and dates as the text that was meant, and word of what Excel has changed for good."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from graph.errors import TableError
from graph.tabular.line import Line, trimmed

_EXACT = 10**15  # Excel keeps fifteen digits of a number


def xlsx_lines(path: Path, sheet: str = "") -> Iterator[Line]:
    """The lines of the sheet called `sheet`, else of the first one.

    A whole number is its digits, a date is ISO. A number that Excel has rounded and a formula's error are problems of
    their line. Raises TableError where the file is no workbook.
    """
    book = _opened(path)
    try:
        chosen = book[sheet] if sheet in book.sheetnames else book.worksheets[0]
        for number, values in enumerate(chosen.iter_rows(values_only=True), start=1):
            read = [_cell(value) for value in values]
            problems = tuple(problem for _, problem in read if problem)
            yield Line(number, trimmed([text for text, _ in read]), problems)
    finally:
        book.close()


def sheet_names(path: Path) -> tuple[str, ...]:
    """The names of the sheets, in order. Raises TableError where the file is no workbook."""
    book = _opened(path)
    names = tuple(book.sheetnames)
    book.close()
    return names


def _opened(path: Path) -> Any:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(path, read_only=True, data_only=True)
    except OSError as error:
        raise TableError(f"{path} cannot be opened ({error.strerror or error}); check the path.") from error
    except (InvalidFileException, BadZipFile, KeyError, ValueError) as error:
        raise TableError(f"{path} is no Excel workbook ({error}); save it as .xlsx and give that.") from error


def _cell(value: object) -> tuple[str, str]:
    """The text of a cell, and what is wrong with it, if anything."""
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return ("1" if value else "0"), ""
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, datetime.datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat(), ""
    if isinstance(value, datetime.date | datetime.datetime):
        return value.isoformat(), ""
    text = str(value)
    error = text.startswith("#") and text.rstrip("!?").isupper() and text.endswith(("!", "?", "/A"))
    return text, f"holds {text}, the error of a formula; write the text itself" if error else ""


def _number(value: int | float) -> tuple[str, str]:
    if abs(value) >= _EXACT:
        told = f"holds the number {value:g}, of which Excel has kept only fifteen digits; format the column as text"
        return f"{value:.0f}", told
    return (str(int(value)) if value == int(value) else repr(value)), ""
