"""A workbook for analysts: who is linked with whom and who says so, entities, duties, targets, documents."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import IO, Any

from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from graph.stores import Store
from liantu.output.xlsx import cell, fill, for_paper, workbook
from liantu.selection import Selected
from liantu.workbook.sheets import SHEETS
from liantu.workbook.source import Source
from liantu.workbook.words import titles, widths, words

_BOLD, _TITLE, _LINK = Font(bold=True), Font(bold=True, size=16), Font(color="0563C1", underline="single")


def write(store: Store, selected: Selected, graph: str, date: str, stream: IO[bytes]) -> Mapping[str, int]:
    """Write the workbook; gives the number of rows by the name of the sheet.

    `graph`: where the graph is, of which only the file's name is told; `date`: the day it is made, ISO. Raises
    OutputError if there are more rows than a sheet holds.
    """
    source = Source(store, selected.selection)
    counts = {}
    with workbook(stream) as book:
        contents = book.create_sheet(words()["contents"])
        for name, rows in SHEETS.items():
            sheet = book.create_sheet(words()["sheets"][name]["zh"])
            counts[sheet.title] = fill(sheet, titles(name), rows(source), widths(name))
        _explain(contents, selected, graph, date, counts)
    return counts


def _explain(sheet: Any, selected: Selected, graph: str, date: str, counts: Mapping[str, int]) -> None:
    """The first sheet: what it is, of what, how much there is, how to read it."""
    said = words()["words"]
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 18, 90
    sheet.column_dimensions["C"].width = 12
    sheet.sheet_view.showGridLines = False
    for_paper(sheet)
    sheet.append([cell(sheet, words()["title"], _TITLE, wrap=False)])
    sheet.append([])
    for title, text in _scope(selected, graph, date):
        sheet.append([cell(sheet, title, _BOLD), cell(sheet, text)])
    sheet.append([])
    sheet.append([cell(sheet, said["sheets"], _BOLD)])
    about = {entry["zh"]: entry["about"] for entry in words()["sheets"].values()}
    for name, count in counts.items():
        linked = cell(sheet, name, _LINK)
        linked.hyperlink = Hyperlink(ref="A1", location=f"'{name}'!A1")
        sheet.append([linked, cell(sheet, about[name]), cell(sheet, said["rows"].format(count=f"{count:,}"))])
    sheet.append([])
    sheet.append([cell(sheet, said["how"], _BOLD)])
    for title, text in words()["reading"]:
        sheet.append([cell(sheet, title), cell(sheet, text)])


def _scope(selected: Selected, graph: str, date: str) -> Iterator[tuple[str, str]]:
    """What the workbook is made of."""
    said, selection, topic = words()["words"], selected.selection, selected.topic
    yield said["made"], date
    yield said["graph"], said["server"] if "://" in graph else PurePath(graph).name
    members = said["members"].format(members="、".join(selected.members)) if selected.members else ""
    named = said["below"].format(name=f"{topic.name}（{topic.zh}）", members=members) if topic else said["everything"]
    yield said["scope"], named
    if selection.since is not None:
        yield said["since"], said["since_value"].format(year=selection.since)
    if selection.confidence:
        yield said["confidence"], said["confidence_value"].format(value=selection.confidence)
