"""Tables that people keep: a CSV file or an Excel workbook with a header row, read with the line of everything.

The header may name its columns in English or in Chinese, in any order. What is wrong is found in the whole file before
anything is said, so that one look mends all of it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import TableError
from graph.tabular.csv import csv_lines
from graph.tabular.line import Line
from graph.tabular.xlsx import sheet_names, xlsx_lines

__all__ = ["Column", "Line", "Problem", "Row", "read_rows", "refuse", "sheet_names"]

# How tables are read, by the ending of the file: (path, name of the sheet to prefer) → the lines.
READERS: Mapping[str, Callable[[Path, str], Iterable[Line]]] = {
    ".csv": csv_lines,
    ".tsv": csv_lines,
    ".txt": csv_lines,
    ".xlsx": xlsx_lines,
    ".xlsm": xlsx_lines,
}
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key; `titles` are what else its header may say. `required`: the header must name it."""

    key: str
    titles: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number in the file (from 1, the header's is counted) and its cells by key, trimmed; those of
    columns that the file has not are ''."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """The cell of a column."""
        return self.cells[key]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a line, as the second half of a sentence that begins with file and line."""

    line: int
    message: str


def read_rows(path: Path, columns: Sequence[Column], sheet: str = "") -> tuple[list[Row], list[Problem]]:
    """The rows of a table and what is wrong with single lines. Rows without any cell are left out.

    Of a workbook the sheet called `sheet` is read, else its first. A .csv may be UTF-8 with or without byte order mark,
    UTF-16 with one, or GB18030, with commas, semicolons or tabs. Raises TableError if the file cannot be read at all,
    lacks a required column or names one that is unknown or twice.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise TableError(f"{path} is no table that can be read; give a file that ends in {', '.join(READERS)}.")
    lines = iter(_filled(reader(path, sheet)))
    header = next(lines, None)
    if header is None:
        raise TableError(f"{path} is empty; its first line names the columns: {_listed(columns)}.")
    keys = _keys(path, header, columns)
    empty = dict.fromkeys((column.key for column in columns), "")
    rows: list[Row] = []
    problems: list[Problem] = []
    for line in lines:
        problems += [Problem(line.number, message) for message in line.problems]
        if any(line.cells[len(keys) :]):
            problems.append(Problem(line.number, f"has more cells than the header has columns ({len(keys)})"))
        rows.append(Row(line.number, empty | dict(zip(keys, line.cells, strict=False))))
    return rows, problems


def refuse(path: Path, problems: Sequence[Problem]) -> None:
    """Raise TableError with every problem, the first twenty in full, where there is any."""
    if problems:
        ordered = sorted(problems, key=lambda problem: problem.line)
        told = [f"{path}, line {problem.line}: {problem.message}" for problem in ordered[:_SHOWN]]
        if len(ordered) > _SHOWN:
            told.append(f"… and {len(ordered) - _SHOWN:,} more lines with mistakes")
        raise TableError("; ".join(told) + "; nothing of the file was used: mend it and run again.")


def _filled(lines: Iterable[Line]) -> Iterable[Line]:
    return (line for line in lines if any(line.cells) or line.problems)


def _keys(path: Path, header: Line, columns: Sequence[Column]) -> list[str]:
    """The key of each column of the file."""
    known = {title.casefold(): column.key for column in columns for title in (column.key, *column.titles)}
    keys: list[str] = []
    for title in header.cells:
        key = known.get(title.casefold())
        if key is None:
            raise TableError(
                f"{path}, line {header.number}: there is no column {title!r}; the columns are {_listed(columns)}."
            )
        if key in keys:
            raise TableError(f"{path}, line {header.number}: the column {title!r} stands twice; remove one.")
        keys.append(key)
    missing = [column for column in columns if column.required and column.key not in keys]
    if missing:
        raise TableError(
            f"{path}, line {header.number}: the column {_listed(missing)} is missing; "
            f"the first line names the columns: {_listed(columns)}."
        )
    return keys


def _listed(columns: Iterable[Column]) -> str:
    return ", ".join(f"{column.key} ({column.titles[0]})" if column.titles else column.key for column in columns)
