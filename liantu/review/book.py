"""The workbook of a review: the guide first, then a sheet each, with cells to decide in that offer what is allowed."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.corrections.kind import TEXTUAL
from graph.ontology import ontology
from liantu.output import Sheet, xlsx
from liantu.output.safe import safe
from liantu.review.rows import Record
from liantu.review.sheets import GUIDE, ReviewSheet

_ANSWER = PatternFill("solid", fgColor="FFF2CC")
_TOLD = Font(color="7F7F7F")
_WIDTHS = {"sentence": 60, "example": 60, "example_other": 60, "policy": 34, "where": 34, "aliases": 24, "note": 20}
_LEAST = 12
_MOST = 30


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
    for number, line in enumerate([f"链图核对表：{safe(graph)}（{counts}）", *text.splitlines()], start=1):
        cell = sheet.cell(number, 1, line)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=14)


def _sheet(sheet: Any, kind: ReviewSheet, records: Sequence[Record]) -> None:
    table = Sheet(kind.keys, kind.titles, tuple(tuple(record.get(key) for key in kind.keys) for record in records))
    xlsx.fill(sheet, table)
    last = max(len(records) + 1, 2)
    for column, item in enumerate(kind.columns, start=1):
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _width(item.key, sheet.column_dimensions[letter].width)
        if item.key in kind.open:
            for row in range(1, last + 1):
                sheet.cell(row, column).fill = _ANSWER
                sheet.cell(row, column).number_format = "@" if item.key != "when" else "yyyy-mm-dd"
        elif item.key in kind.told:
            for row in range(1, last + 1):
                sheet.cell(row, column).font = _TOLD
    _offer(sheet, kind, "decision", kind.words, last)
    if "other_type" in kind.open:
        labels = [label.zh for name, label in ontology().labels.items() if name not in TEXTUAL]
        _offer(sheet, kind, "other_type", labels, last)
    sheet.freeze_panes = "D2"


def _width(key: str, fitting: float) -> float:
    return _WIDTHS.get(key) or min(max(fitting, _LEAST), _MOST)


def _offer(sheet: Any, kind: ReviewSheet, key: str, words: Sequence[str], last: int) -> None:
    """A list to choose from in every cell of a column; nothing else is accepted there."""
    letter = get_column_letter(kind.keys.index(key) + 1)
    choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = kind.name, f"请从列表中选：{'、'.join(words)}"
    sheet.add_data_validation(choice)
    choice.add(f"{letter}2:{letter}{last}")
