"""The words of comparisons, from words.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words() -> Mapping[str, Mapping[str, Any]]:
    """The tables of the file by name."""
    return tomllib.loads(files("graph.diff").joinpath("words.toml").read_text(encoding="utf-8"))


def kind_title(kind: str) -> str:
    """The Chinese name of a kind of change."""
    return str(words()["kinds"][kind])
