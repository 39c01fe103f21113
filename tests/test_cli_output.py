"""Results as table, CSV, JSON, JSON Lines, Markdown and workbook, with text from documents shown as text."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.errors import OutputError
from liantu.output import FORMATS, Sheet, render, render_bytes
from liantu.output.files import replacing, write_file
from liantu.output.safe import safe, safe_cell

HOSTILE = [
    '=HYPERLINK("http://x")',
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\tcmd",
    "<script>alert(1)</script>",
    "\x1b[31mred\x1b[0m",
    "\x9b31m",
    "\u202eevil",
    "[bold]x[/bold]",
    "a|b`c`*d*",
    "two\nlines",
    "\ud800",
]
SHEET = Sheet(("name", "count"), ("名称", "次数"), tuple((text, number) for number, text in enumerate(HOSTILE)))


@pytest.mark.parametrize("name", [name for name, kind in FORMATS.items() if not kind.binary])
def test_no_control_character_leaves_in_a_text_format(name: str) -> None:
    """Whatever a document holds, no escape, control or direction mark reaches the terminal."""
    text = render(SHEET, name)
    assert not set(text) & set("\x1b\x9b\u202e\ud800\t\r")
    text.encode("utf-8")


@pytest.mark.parametrize("name", ["table", "csv", "md"])
def test_formats_for_people_have_chinese_titles(name: str) -> None:
    """Columns that people read are headed by their Chinese titles."""
    assert "名称" in render(SHEET, name).splitlines()[0]


def test_rich_markup_in_a_cell_is_text() -> None:
    """Square brackets in content are not taken for styles of the table."""
    assert "[bold]x[/bold]" in render(SHEET, "table")


def test_table_in_a_pipe_breaks_no_line() -> None:
    """A long cell stays on one line when nobody looks."""
    long = "长" * 500
    assert long in render(Sheet(("text",), ("正文",), ((long,),)), "table")


def test_csv_disarms_formulas_and_keeps_numbers() -> None:
    """Text beginning with = + - @, wide ones too, or a tab gets an apostrophe; a negative number does not."""
    rows = list(csv.reader(StringIO(render(SHEET, "csv"))))
    assert [row[0][0] for row in rows[1:6]] == ["'"] * 5
    assert [safe_cell(text)[0] for text in ("＝1", "＋1", "－1", "＠a", "\n=1")] == ["'"] * 5
    assert list(csv.reader(StringIO(render(Sheet(("n",), ("数",), ((-5,),)), "csv"))))[1] == ["-5"]


def test_csv_file_begins_with_a_mark_for_excel() -> None:
    """A CSV file has the byte order mark without which Excel misreads Chinese; text in a pipe has none."""
    assert render_bytes(SHEET, "csv").startswith(b"\xef\xbb\xbf")
    assert not render(SHEET, "csv").startswith("\ufeff")


def test_json_gives_the_values_back() -> None:
    """JSON and JSON Lines hold the same rows, with the very characters of the content."""
    rows = json.loads(render(SHEET, "json"))
    assert rows == [json.loads(line) for line in render(SHEET, "jsonl").splitlines()]
    assert [row["name"] for row in rows] == HOSTILE
    assert json.loads(render(Sheet(("a",), ("甲",), ()), "json")) == []


def test_markdown_keeps_markup_as_text() -> None:
    """A Markdown table has as many columns as the result, whatever pipes and tags its cells hold."""
    text = render(SHEET, "md")
    assert "<script>" not in text
    assert all(line.replace("\\|", "").count("|") == 3 for line in text.splitlines())


def test_workbook_has_no_formula_and_a_frozen_header() -> None:
    """Every text of a workbook is a string for Excel, numbers are numbers, the header stays in sight."""
    sheet = load_workbook(BytesIO(render_bytes(SHEET, "xlsx"))).active
    assert sheet is not None
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in sheet[1]] == ["名称", "次数"]
    assert {sheet.cell(row, 1).data_type for row in range(2, sheet.max_row + 1)} == {"s"}
    assert sheet.cell(2, 2).data_type == "n"


def test_lists_and_nothing_read_well() -> None:
    """A list is joined by 、, nothing is an empty cell, a whole number has no decimal point."""
    text = render(Sheet(("a", "b", "c"), ("甲", "乙", "丙"), ((["钢铁", "锑"], None, 3.0),)), "csv")
    assert text.splitlines()[1] == "钢铁、锑,,3"


def test_safe_leaves_chinese_alone() -> None:
    """Ordinary text passes unchanged."""
    text = "（责任单位：市工信局）〔2022〕60号 ⻄ ①"
    assert safe(text) == text


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """A file is renamed into place only when complete; after a failure the old content is there and nothing else."""
    path = tmp_path / "facts.jsonl"
    write_file(path, b"old")
    with pytest.raises(RuntimeError), replacing(path) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", [".", "missing/facts.jsonl"])
def test_an_output_path_that_cannot_be_a_file(tmp_path: Path, name: str) -> None:
    """A folder, or a file in a folder that is not there, is refused in one sentence with the path."""
    with pytest.raises(OutputError, match=str(tmp_path)):
        write_file(tmp_path / name, b"")
