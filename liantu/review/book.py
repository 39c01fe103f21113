"""The workbook of a review: the guide first, then a sheet each, with cells to decide in that offer what is allowed."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from math import ceil
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from rich.cells import cell_len

from graph.corrections.kind import TEXTUAL
from graph.ontology import ontology
from liantu.output.cells import cell_text
from liantu.output.xlsx import LINE, for_paper, put_text
from liantu.review.rows import Record
from liantu.review.sheets import GUIDE, ReviewSheet

_ANSWER = PatternFill("solid", fgColor="FFF2CC")
_TOLD = Font(name="Calibri", size=11, color="7F7F7F")
_WIDTHS = {"sentence": 60, "example": 60, "example_other": 60, "policy": 34, "where": 34, "aliases": 24, "note": 20}
_LEAST = 12
_MOST = 30
_TALLEST = 8  # lines


def write_book(rows: Mapping[ReviewSheet, Sequence[Record]], graph: str, stream: IO[bytes]) -> None:
    """Write the sheets; `graph` is told in the guide."""
    book = Workbook()
    _guide(book.active, rows, graph)
    for kind, records in rows.items():
        _sheet(book.create_sheet(kind.name), kind, records)
    book.save(stream)


def _guide(sheet: Any, rows: Mapping[ReviewSheet, Sequence[Record]], graph: str) -> None:
    sheet.title = GUIDE
    sheet.column_dimensions["A"].width = 110
    counts = "，".join(f"{kind.name} {len(records)} 行" for kind, records in rows.items())
    text = files("liantu.review").joinpath("guide.txt").read_text(encoding="utf-8")
    for number, line in enumerate([f"链图核对表：{graph}（{counts}）", *text.splitlines()], start=1):
        cell = sheet.cell(number, 1)
        put_text(cell, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)


def _sheet(sheet: Any, kind: ReviewSheet, records: Sequence[Record]) -> None:
    last = max(len(records) + 1, 2)
    sheet.append(kind.titles)
    for row, record in enumerate(records, start=2):
        for column, key in enumerate(kind.keys, start=1):
            _fill(sheet.cell(row, column), record.get(key))
    for column, (key, title) in enumerate(zip(kind.keys, kind.titles, strict=True), start=1):
        sheet.cell(1, column).font = Font(bold=True)
        fitting = max([cell_len(title), *(cell_len(cell_text(record.get(key))) for record in records)]) + 2
        sheet.column_dimensions[get_column_letter(column)].width = _width(key, fitting)
        for row in range(1, last + 1):
            _dress(sheet.cell(row, column), key, kind)
    for row, record in enumerate(records, start=2):
        sheet.row_dimensions[row].height = LINE * _lines(record)
    _offer(sheet, kind, "decision", kind.words, last)
    if "other_type" in kind.open:
        labels = [label.zh for name, label in ontology().labels.items() if name not in TEXTUAL]
        _offer(sheet, kind, "other_type", labels, last)
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(kind.keys))}{last}"
    for_paper(sheet, titled=True)


def _fill(cell: Any, value: object) -> None:
    """Numbers stay numbers; everything else is text, whatever it begins with."""
    if isinstance(value, int | float):
        cell.value = value
    elif value is not None:
        put_text(cell, value)


def _dress(cell: Any, key: str, kind: ReviewSheet) -> None:
    """What waits for an answer is coloured, what only informs is grey."""
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if key in kind.open:
        cell.fill = _ANSWER
        cell.number_format = "@" if key != "when" else "yyyy-mm-dd"
    elif key in kind.told and not key.startswith("example"):
        cell.font = _TOLD


def _lines(record: Record) -> int:
    """How many lines the longest text of a row takes."""
    needed = [cell_len(cell_text(record.get(key))) / (width - 2) for key, width in _WIDTHS.items()]
    return min(max(1, ceil(max(needed))), _TALLEST)


def _width(key: str, fitting: float) -> float:
    return _WIDTHS.get(key) or min(max(fitting, _LEAST), _MOST)


def _offer(sheet: Any, kind: ReviewSheet, key: str, words: Sequence[str], last: int) -> None:
    """A list to choose from in every cell of a column; nothing else is accepted there."""
    letter = get_column_letter(kind.keys.index(key) + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = kind.name, f"请从列表中选：{'、'.join(words)}"
    sheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{last}")
