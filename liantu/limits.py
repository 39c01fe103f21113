"""`--limit` and `--timeout`, and the word when a limit was reached."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from liantu.options import chosen, say

Command = TypeVar("Command", bound=Callable[..., Any])

# What a terminal shows where nothing was asked for; files and pipes get everything.
ON_TERMINAL = 1000
_DAY = 86_400


def _seconds(_context: click.Context, _option: click.Parameter, value: float) -> float:
    """A time that a question may take: more than none, at most a day."""
    if not 0 < value <= _DAY:
        raise click.BadParameter(f"{value:g} is no time to wait; give seconds, such as 120, at most {_DAY:,}.")
    return value


_limit_option = click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=None,
    metavar="N",
    help=f"At most N rows, 0 for all; default: all, but {ON_TERMINAL:,} in a table on a terminal.",
)
_timeout_option = click.option(
    "--timeout",
    type=float,
    callback=_seconds,
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Give the question up after so long.",
)


def limit_options(command: Command) -> Command:
    """Add `--limit` and `--timeout` to a command that asks the graph."""
    return _limit_option(_timeout_option(command))


def rows_wanted(limit: int | None, format_name: str | None, output: Path | None) -> int | None:
    """How many rows at most, None for all: what was asked for, else what suits the place the rows go to."""
    if limit is None:
        shown = output is None and chosen(format_name, output) == "table" and sys.stdout.isatty()
        return ON_TERMINAL if shown else None
    return limit or None


def tell_limit(truncated: bool, limit: int | None) -> None:
    """Say that there are more rows than were written."""
    if truncated:
        say(f"Cut off after {limit:,} rows; there are more: --limit N for N of them, --limit 0 for all.")
