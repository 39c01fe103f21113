"""Values of parameters, from the texts that people type: typed, resolved to nodes, one of the choices."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from graph.errors import QueryError
from queries.header import Pack, Parameter
from queries.names import LABELS

Resolve = Callable[[str, str], str]

# What the error about a missing parameter gives as an example of its type.
_EXAMPLES = {
    "text": "产值",
    "integer": "2025",
    "number": "0.8",
    "date": "2025-06-30",
    "region": "娄底市",
    "place": "娄底市",
    "group": "株潭娄",
    "chain": "工程机械",
    "park": "湘潭高新区",
    "agency": "市发展改革委",
    "policy": "潭工信建议函〔2023〕98号",
    "entity": "娄底市",
}
_NUMBERS: dict[str, type[int] | type[float]] = {"integer": int, "number": float}
_DATE = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")


def value_of(resolve: Resolve, pack: Pack, parameter: Parameter, typed: str | None) -> Any:
    """The value of a parameter; `typed` is None where it was not given, `resolve` makes an id of a name and its kind.

    Not given and "" by default is the empty text, for a number None. Raises QueryError with the choices or the form.
    """
    text = parameter.default if typed is None else typed.strip()
    if text is None:
        example = f"-p {parameter.name}={(parameter.choices or (_EXAMPLES[parameter.type],))[0]}"
        raise QueryError(f"The pack {pack.name} needs {parameter.name} ({parameter.about}); for example {example}.")
    if not text and (parameter.default == "" or parameter.type in LABELS):
        return None if parameter.type in _NUMBERS else text
    if parameter.choices and text not in parameter.choices:
        raise QueryError(f"{parameter.name} is one of {', '.join(parameter.choices)}, not {text!r}.")
    if parameter.type in LABELS:
        return resolve(text, parameter.type)
    if parameter.type in _NUMBERS:
        return _number(parameter, text)
    if parameter.type == "date" and not _is_day(text):
        raise QueryError(f"{parameter.name} is to be a day such as 2025-06-30, not {text!r}.")
    return text


def _number(parameter: Parameter, text: str) -> int | float:
    """The number of a text. Raises QueryError if it is none, or none that can be compared."""
    try:
        value = _NUMBERS[parameter.type](text)
    except ValueError:
        value = float("nan")
    if not abs(value) < 2**63:
        kind = "a whole number" if parameter.type == "integer" else "a number"
        example = f"-p {parameter.name}={_EXAMPLES[parameter.type]}"
        raise QueryError(f"{parameter.name} is to be {kind}, not {text!r}; for example {example}.")
    return value


def _is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, written in full."""
    try:
        return bool(_DATE.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False
