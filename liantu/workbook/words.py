"""What the workbook says, read once from workbook.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> Mapping[str, Any]:
    """The whole file."""
    return tomllib.loads(files("liantu.workbook").joinpath("workbook.toml").read_text(encoding="utf-8"))


def titles(sheet: str) -> list[str]:
    """The titles of a sheet's columns."""
    return [title for title, _ in words()["sheets"][sheet]["columns"]]


def widths(sheet: str) -> list[float]:
    """The widths of a sheet's columns, in characters."""
    return [float(width) for _, width in words()["sheets"][sheet]["columns"]]
