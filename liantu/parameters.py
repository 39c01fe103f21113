"""`-p key=value`, for packs and Cypher."""

from collections.abc import Iterable
from functools import partial

import click

from liantu.completion import complete_value


def parse(_context: click.Context, _option: click.Parameter, pairs: Iterable[str]) -> dict[str, str]:
    """Turn `key=value` texts into a mapping; their types are the pack's affair."""
    parameters: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key.isidentifier():
            raise click.BadParameter(f"{pair!r} is not of the form key=value, such as region=娄底市.")
        if key in parameters:
            raise click.BadParameter(f"{key} is given twice.")
        parameters[key] = value
    return parameters


def typed(value: str) -> str | int | float | bool:
    """The value of a parameter whose type nobody declared: a number, true or false if it reads as one, else text."""
    if value in ("true", "false"):
        return value == "true"
    for kind in (int, float):
        try:
            return kind(value)
        except ValueError:
            continue
    return value


_OPTION = partial(
    click.option,
    "-p",
    "parameters",
    multiple=True,
    callback=parse,
    metavar="KEY=VALUE",
    help="A parameter; may be repeated.",
)
parameters_option = _OPTION()
pack_parameters_option = _OPTION(shell_complete=complete_value)
