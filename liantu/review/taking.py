"""Decisions out of a workbook of a review, and into a table of corrections."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.corrections import (
    COLUMNS,
    Correction,
    contradictions,
    decision_of,
    in_columns,
    read_lines,
    without_doubles,
)
from graph.corrections.decisions import DECISIONS
from graph.errors import TableError
from graph.tabular import Problem, Row, read_rows, refuse, sheet_names
from liantu.output import Sheet, render_bytes
from liantu.output.files import write_file
from liantu.review.sheets import SHEETS, ReviewSheet

_KEYS = tuple(column.key for column in COLUMNS)
_TITLES = tuple(column.titles[0] for column in COLUMNS)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in: the new lines, how many decisions the table held already, how many rows have none."""

    new: tuple[Correction, ...]
    known: int
    undecided: int


def take_in(book: Path, table: Path, who: str, today: str) -> Taken:
    """Add the decisions of a workbook to a table, which is made if it is missing. `who` and `today` sign what is not
    signed. Nothing that the table holds is lost, and nothing is written twice.

    Raises TableError, with sheet and line, where a row is half filled or contradicts another, and nothing is written.
    """
    lines, undecided = decisions(book, who, today)
    kept, old = _table(table)
    said = {_content(line) for line in old}
    new = tuple(line for line in without_doubles(lines)[0] if _content(line) not in said)
    problems = list(contradictions([*without_doubles(old)[0], *new]))
    if problems:
        raise TableError("; ".join(problem.message for problem in problems[:20]) + "; nothing was written.")
    if new:
        rows = (*kept, *(tuple(in_columns(line)) for line in new))
        write_file(table, render_bytes(Sheet(_KEYS, _TITLES, rows), "csv"))
    return Taken(new, len(lines) - len(new), undecided)


def _content(line: Correction) -> tuple[str, ...]:
    return line.text, line.scope, line.detail


def _table(path: Path) -> tuple[tuple[tuple[str, ...], ...], list[Correction]]:
    """The rows of a table as they are, and as lines; nothing where there is no file. Raises TableError."""
    if path.suffix.lower() != ".csv":
        raise TableError(f"{path} is no .csv file; decisions are added to one, such as {path.with_suffix('.csv')}.")
    if not path.exists():
        return (), []
    rows, problems = read_rows(path, COLUMNS)
    lines, wrong = read_lines(rows, str(path))
    refuse(path, [*problems, *wrong, *contradictions(without_doubles(lines)[0])])
    return tuple(tuple(row[key] for key in _KEYS) for row in rows), lines


def decisions(book: Path, who: str, today: str) -> tuple[list[Correction], int]:
    """The decided rows of all sheets, signed, and the number of rows without a decision. Raises TableError."""
    names = sheet_names(book)
    sheets = [sheet for sheet in SHEETS if sheet.name in names]
    if not sheets:
        listed = "、".join(sheet.name for sheet in SHEETS)
        raise TableError(f"{book} has none of the sheets {listed}; give a workbook that `liantu review` wrote.")
    lines: list[Correction] = []
    undecided, wrong = 0, []
    for sheet in sheets:
        rows, problems = read_rows(book, sheet.columns, sheet.name)
        decided, found = _decided(rows, sheet)
        undecided += len(rows) - len(decided) - len(found)
        read, more = read_lines(decided, f"{book}, sheet {sheet.name}")
        lines += read
        try:
            refuse(Path(f"{book}, sheet {sheet.name}"), [*problems, *found, *more])
        except TableError as error:
            wrong.append(str(error))
    if wrong:
        raise TableError(" ".join(wrong))
    return [replace(line, who=line.who or who, when=line.when or today) for line in lines], undecided


def _decided(rows: Sequence[Row], sheet: ReviewSheet) -> tuple[list[Row], list[Problem]]:
    """The rows with a decision, with the cells that it needs; and those that were begun without one."""
    decided: list[Row] = []
    problems: list[Problem] = []
    for row in rows:
        if row["decision"]:
            decided.append(_as_correction(row, sheet))
        elif any(row[key] for key in sheet.open):
            problems.append(Problem(row.line, "is filled but has no decision (决定); choose one, or empty its cells"))
    return decided, problems


def _as_correction(row: Row, sheet: ReviewSheet) -> Row:
    """A row as a line of a table: without the cells that the sheet filled and the decision does not take. What a person
    filled is kept, so that it is refused where the decision does not take it."""
    kind = DECISIONS.get(decision_of(row["decision"]))
    columns = {*_KEYS} if kind is None else {*kind.columns, *sheet.open}
    return Row(row.line, {key: row.cells.get(key, "") if key in columns else "" for key in _KEYS})
