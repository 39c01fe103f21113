"""Lexicons as TOML files: [[enterprise]] name = "…", as in Liantu's own city_groups.toml."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extract.own_names.tables import COLUMNS, listed
from extract.own_names.told import Told
from graph.errors import TableError
from graph.tabular import Problem

# Of a line without white space around it.
_HEADER = re.compile(r"^\[\[\s*+[\"']?(?P<kind>[^\]\"']++)[\"']?\s*+\]\]")
_KEY = re.compile(r"^\[?\s*+[\"']?(?P<kind>\w++)[\"']?\s*+[=\]]")
_LISTS = ("aliases", "members")
_KEYS = tuple(column.key for column in COLUMNS if column.key != "type")


def read_toml(path: Path) -> tuple[list[Told], list[Problem]]:
    """The tables of a file as rows, and what is wrong with single ones. Raises TableError where it is no TOML."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        raw = tomllib.loads(text)
    except OSError as error:
        raise TableError(f"{path} cannot be opened ({error.strerror}); check the path.") from error
    except UnicodeDecodeError as error:
        raise TableError(f"{path} is no text in UTF-8, which TOML has to be; save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path} is no valid TOML: {error}; mend it there.") from error
    told: list[Told] = []
    problems: list[Problem] = []
    lines = _lines(text)
    for kind, tables in raw.items():
        begins = lines.get(kind, [1])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            problems.append(Problem(begins[0], f"{kind} is no list of tables; write [[{kind}]] and its keys below"))
            continue
        for index, table in enumerate(tables):
            line = begins[min(index, len(begins) - 1)]
            problems += [Problem(line, message) for message in _wrong(table)]
            told.append(_told(path, line, kind, table))
    return told, problems


def _lines(text: str) -> dict[str, list[int]]:
    """The lines of the headers [[kind]], by kind; of what is no such table the line on which the word stands first."""
    found: dict[str, list[int]] = {}
    other: dict[str, list[int]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        header = _HEADER.match(line.strip())
        key = None if header is not None else _KEY.match(line.strip())
        if header is not None:
            found.setdefault(header.group("kind").strip(), []).append(number)
        elif key is not None:
            other.setdefault(key.group("kind"), [number])
    return other | found


def _wrong(table: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the keys and the types of a table."""
    for key, value in table.items():
        if key not in _KEYS:
            yield f"there is no key {key!r}; the keys are {', '.join(_KEYS)}"
        elif isinstance(value, list) and (key not in _LISTS or not all(isinstance(item, str) for item in value)):
            yield f"{key} is to be text in quotation marks{', or a list of such' if key in _LISTS else ''}"
        elif not isinstance(value, str | list | int) or isinstance(value, bool):
            yield f"{key} is to be text in quotation marks"


def _told(path: Path, line: int, kind: str, table: Mapping[str, Any]) -> Told:
    name, full, region, sort, level = (
        str(table.get(key, "")).strip() for key in ("name", "full", "region", "kind", "level")
    )
    aliases, members = (_list(table.get(key, "")) for key in _LISTS)
    return Told(path, line, kind, name, full, aliases, region, members, sort, level)


def _list(value: Any) -> tuple[str, ...]:
    return tuple(str(item).strip() for item in value) if isinstance(value, list) else listed(str(value))
