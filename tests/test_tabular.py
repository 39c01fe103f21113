"""Tables of the user's own are read as they were meant, whatever a spreadsheet has made of them."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.errors import TableError
from graph.tabular import Column, Problem, read_rows, refuse

COLUMNS = (Column("name", ("名称",), required=True), Column("region", ("地区",)), Column("date", ("日期",)))
TEXT = "名称,地区,日期\n湘高电器,湘潭市,2026-11-27\n"


def _cells(path: Path, sheet: str = "") -> list[tuple[int, dict[str, str]]]:
    rows, problems = read_rows(path, COLUMNS, sheet)
    assert not problems
    return [(row.line, dict(row.cells)) for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_in_every_encoding_and_with_every_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    """What Excel writes in China, in Europe and as Unicode text gives the same rows."""
    path = tmp_path / "names.csv"
    path.write_bytes(TEXT.replace(",", separator).replace("\n", "\r\n").encode(encoding))
    assert _cells(path) == [(2, {"name": "湘高电器", "region": "湘潭市", "date": "2026-11-27"})]


def test_a_workbook_gives_what_was_typed(tmp_path: Path) -> None:
    """Codes that Excel made numbers and days that it made dates come back as their text; empty rows count as lines."""
    book = Workbook()
    sheet = book.active
    for row in (
        ["name", "日期", "region"],
        [],
        ["湘高电器 ", datetime.datetime(2026, 11, 27), 430300],
        ["甲", None, 1.5],
    ):
        sheet.append(row)
    path = tmp_path / "names.xlsx"
    book.save(path)
    assert _cells(path) == [
        (3, {"name": "湘高电器", "region": "430300", "date": "2026-11-27"}),
        (4, {"name": "甲", "region": "1.5", "date": ""}),
    ]


def test_the_sheet_asked_for_is_read(tmp_path: Path) -> None:
    """A workbook with a sheet of the name asked for is read there, any other on its first sheet."""
    book = Workbook()
    book.active.append(["note"])
    second = book.create_sheet("decisions")
    second.append(["name"])
    second.append(["甲"])
    book.save(tmp_path / "b.xlsx")
    assert _cells(tmp_path / "b.xlsx", "decisions")[0][1]["name"] == "甲"
    with pytest.raises(TableError, match="no column 'note'"):
        read_rows(tmp_path / "b.xlsx", COLUMNS)


def test_what_excel_has_changed_for_good_is_told_with_its_line(tmp_path: Path) -> None:
    """A number beyond fifteen digits and the error of a formula are problems of their line, not cells."""
    book = Workbook()
    for row in (["name"], [91430300123456789012.0], ["#NAME?"], ["好"]):
        book.active.append(row)
    book.save(tmp_path / "n.xlsx")
    rows, problems = read_rows(tmp_path / "n.xlsx", COLUMNS)
    assert [problem.line for problem in problems] == [2, 3] and rows[2]["name"] == "好"
    assert "fifteen digits" in problems[0].message and "#NAME?" in problems[1].message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("地区\n湘潭市\n", "the column name (名称) is missing"),
        ("名称,颜色\n", "no column '颜色'"),
        ("名称,name\n", "stands twice"),
        ('名称\n"甲\n乙\n', "without its pair"),
    ],
)
def test_a_table_that_cannot_be_read_is_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    """File, line, what is wrong, what to do; nothing is used."""
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=f"names.csv.*{told.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}"):
        read_rows(path, COLUMNS)


@pytest.mark.parametrize("name", ["absent.csv", "absent.xlsx", "folder.csv", "picture.png", "text.xlsx", "binary.csv"])
def test_what_is_no_table_is_refused(tmp_path: Path, name: str) -> None:
    """A missing file, a folder, another kind of file: refused with the path."""
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "text.xlsx").write_text("x", encoding="utf-8")
    (tmp_path / "binary.csv").write_bytes(bytes(range(256)))
    with pytest.raises(TableError, match=name):
        read_rows(tmp_path / name, COLUMNS)


def test_every_problem_is_told_at_once() -> None:
    """The refusal names the lines in order, twenty in full and the number of the rest."""
    with pytest.raises(TableError) as told:
        refuse(Path("c.csv"), [Problem(line, "is empty") for line in range(30, 1, -1)])
    assert str(told.value).startswith("c.csv, line 2: is empty; c.csv, line 3:") and "9 more lines" in str(told.value)
    refuse(Path("c.csv"), [])


@given(data=st.binary(max_size=300))
def test_any_bytes_are_rows_or_one_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever a .csv or an .xlsx holds, the answer is rows or a TableError."""
    for ending in ("csv", "xlsx"):
        path = tmp_path_factory.mktemp("bytes") / f"t.{ending}"
        path.write_bytes(data)
        try:
            read_rows(path, COLUMNS)
        except TableError as error:
            assert str(path) in str(error)
