"""The data files of this package, read once each."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.errors import DataError


@dataclass(frozen=True, slots=True)
class Style:
    """How nodes of one label look: a shape of vis-network, a fill on white and one on black."""

    shape: str
    light: str
    dark: str


@cache
def text(path: str) -> str:
    """The text of a file in this package, such as `templates/page.css`. Raises DataError if it is missing."""
    try:
        return files("viz").joinpath(path).read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(f"viz/{path} is missing; install Liantu again.") from error


@cache
def _table(path: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text(path))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"viz/{path} is no TOML ({error}); install Liantu again.") from error


@cache
def styles() -> Mapping[str, Style]:
    """The style of each label."""
    return {name: Style(**entry) for name, entry in _table("data/styles.toml")["labels"].items()}


def link_styles() -> Mapping[str, Mapping[str, str]]:
    """The colours by theme of those kinds of links that have some of their own."""
    found: Mapping[str, Mapping[str, str]] = _table("data/styles.toml")["links"]
    return found


def themes() -> Mapping[str, Mapping[str, str]]:
    """The colours of what has no label, by theme (`light`, `dark`)."""
    found: Mapping[str, Mapping[str, str]] = _table("data/styles.toml")["themes"]
    return found


def words(view: str) -> Mapping[str, Any]:
    """What a view says in Chinese."""
    found: Mapping[str, Any] = _table("data/texts.toml")[view]
    return found
