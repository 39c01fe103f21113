"""Lexicons as CSV files and Excel workbooks: one row a name."""

import re
from pathlib import Path

from extract.own_names.told import Told
from graph.tabular import Column, Problem, read_rows

# The columns of a lexicon; the last are what `liantu lexicon suggest` tells of a name, read and put aside.
COLUMNS = (
    Column("type", ("类型",), required=True),
    Column("name", ("名称",), required=True),
    Column("full", ("全称",)),
    Column("aliases", ("别名",)),
    Column("region", ("地区",)),
    Column("members", ("成员",)),
    Column("kind", ("类别",)),
    Column("level", ("级别",)),
    Column("note", ("备注",)),
    Column("count", ("次数",)),
    Column("documents", ("文件数",)),
    Column("sentence", ("例句",)),
)
_SEPARATOR = re.compile("[、;；]")


def read_table(path: Path) -> tuple[list[Told], list[Problem]]:
    """The rows of a table, and what is wrong with single lines. Raises TableError as `graph.tabular.read_rows` does."""
    rows, problems = read_rows(path, COLUMNS)
    told = [
        Told(
            path,
            row.line,
            row["type"],
            row["name"],
            row["full"],
            listed(row["aliases"]),
            row["region"],
            listed(row["members"]),
            row["kind"],
            row["level"],
        )
        for row in rows
    ]
    return told, problems


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell between 、 or ;"""
    return tuple(part for part in map(str.strip, _SEPARATOR.split(cell)) if part)
