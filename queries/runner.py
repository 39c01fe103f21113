"""Run a pack: parameters typed and resolved, rows as a table with Chinese titles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.errors import QueryError
from graph.stores import Store
from queries.header import Pack, Parameter
from queries.names import LABELS, resolve
from queries.packs import packs

_EXAMPLES = {
    "text": "智能",
    "integer": "2025",
    "number": "2025",
    "date": "2025-06-30",
    "region": "娄底市",
    "place": "娄底市",
    "group": "株潭娄",
    "chain": "工程机械",
    "agency": "市发展改革委",
    "policy": "潭工信建议函〔2023〕98号",
    "entity": "娄底市",
}
_DATE = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with column names and their Chinese titles."""

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def pack_named(name: str) -> Pack:
    """The pack of a name. Raises QueryError with the names there are."""
    for pack in packs():
        if pack.name == name:
            return pack
    raise QueryError(f"There is no pack {name!r}; the packs are {', '.join(pack.name for pack in packs())}.")


def run(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Run a pack by name. `parameters` are texts, as typed.

    Raises QueryError where a parameter is unknown, missing or wrong.
    """
    pack = pack_named(name)
    given = dict(parameters or {})
    known = {parameter.name for parameter in pack.parameters}
    for key in given:
        if key not in known:
            have = ", ".join(map(str, pack.parameters)) or "none"
            raise QueryError(f"The pack {name} has no parameter {key!r}; its parameters are: {have}.")
    values = {
        parameter.name: _value(store, pack, parameter, given.get(parameter.name)) for parameter in pack.parameters
    }
    answer = store.read(pack.statement, values)
    titles = dict(pack.columns)
    rows = tuple(tuple(_plain(value) for value in row) for row in answer.rows)
    return Table(answer.columns, tuple(titles.get(column, column) for column in answer.columns), rows)


def _value(store: Store, pack: Pack, parameter: Parameter, text: str | None) -> Any:
    text = parameter.default if text is None else text.strip()
    if text is None:
        example = f"-p {parameter.name}={_EXAMPLES[parameter.type]}"
        raise QueryError(f"The pack {pack.name} needs {parameter.name} ({parameter.about}); for example {example}.")
    if parameter.type in LABELS:
        return resolve(store, text, parameter.type) if text else ""
    if parameter.type in ("integer", "number"):
        try:
            return int(text) if parameter.type == "integer" else float(text)
        except ValueError:
            raise QueryError(
                f"{parameter.name} is to be a number, not {text!r}; for example -p {parameter.name}=2025."
            ) from None
    if parameter.type == "date" and text and not _is_day(text):
        raise QueryError(f"{parameter.name} is to be a day such as 2025-06-30, not {text!r}.")
    return text


def _is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, written in full."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _plain(value: Any) -> Any:
    """Lists in fixed order and without repeats: the engines collect in no order."""
    if isinstance(value, list | tuple):
        return sorted({item for item in value if item not in (None, "")}, key=str)
    return value
