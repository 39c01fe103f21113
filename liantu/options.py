"""Options that several commands share, spelled alike everywhere."""

import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from liantu import logs
from liantu.destination import output_option
from liantu.output import FORMATS, Tabular, render, render_bytes
from liantu.output.files import write_file
from liantu.output.safe import safe

Command = TypeVar("Command", bound=Callable[..., Any])


class Jobs(click.ParamType):  # type: ignore[type-arg]  # it takes arguments from click 8.4 on
    """A number of processes; `auto` and 0 stand for the number of processors that this process may use."""

    name = "jobs"
    most = 256

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        told = "0" if value == "auto" else str(value)
        if not told.isdecimal() or int(told) > self.most:
            self.fail(f"{value} is no number of processes; give 1 to {self.most}, or auto for one a processor", param)
        return int(told) or min(processors(), self.most)


graph_option = click.option(
    "--graph",
    "graph",
    metavar="PATH|URI",
    envvar=["LIANTU_GRAPH", "NEO4J_URI"],
    show_envvar=True,
    default=None,
    is_eager=True,  # beside it may lie a liantu.toml for the other options
    help="The graph: a file, or a server such as neo4j://127.0.0.1:7687; default ./liantu.kgl.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")
jobs_option = click.option(
    "--jobs",
    type=Jobs(),
    default=1,
    metavar="N|auto",
    help="Read documents in N processes, auto or 0: as many as there are processors; the result is the same.",
)
verbose_option = click.option(
    "-v",
    "--verbose",
    count=True,
    show_default=False,
    expose_value=False,
    is_eager=True,
    callback=lambda _context, _option, count: logs.start(count),
    help="Tell what is done on standard error; -vv tells more.",
)
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


_format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(tuple(FORMATS)),
    default=None,
    help="How to write the rows; default: by the ending of -o, else table.",
)


class StrictGroup(click.Group):
    """A group that tells where an option belongs which stands before the command's name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments. Raises UsageError with the order to write them in."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            order = f"{ctx.command_path} COMMAND {error.option_name} …"
            message = f"No such option {error.option_name} here; options follow the name of a command, as in {order}"
            raise click.UsageError(message, ctx) from error


def format_options(command: Command) -> Command:
    """Add `--format`, `-o` and `--force` to a command that returns rows."""
    return _format_option(output_option()(command))


def give_verbosity(command: click.Command) -> None:
    """Let a command, and the commands in it, take `-v`."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            give_verbosity(inner)
    elif all(option.name != "verbose" for option in command.params):
        verbose_option(command)


_NOTHING = "the graph holds nothing that answers this; `liantu stats` shows what it holds."


def emit(table: Tabular, format_name: str | None, output: Path | None, nothing: str = _NOTHING) -> None:
    """Write a result to `output`, or to standard output if that is None. `nothing` tells why there are no rows."""
    name = chosen(format_name, output)
    if output is not None:
        write_file(output, render_bytes(table, name))
        say(f"{safe(str(output))}: {plural(len(table.rows), 'row')} written.")
    elif not FORMATS[name].binary:
        click.echo(render(table, name), nl=False)
        if not table.rows:
            say(f"0 rows: {nothing}")
    elif sys.stdout.isatty():
        raise click.UsageError(f"--format {name} is no text; add -o FILE.{name}.")
    else:
        sys.stdout.buffer.write(render_bytes(table, name))


def chosen(format_name: str | None, output: Path | None) -> str:
    """The format asked for: by `--format`, else by the ending of the file, else table."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return format_name or (ending if ending in FORMATS else "table")


def say(message: str) -> None:
    """Tell the user something that is no result, on standard error."""
    click.echo(message, err=True)


def remark(message: str) -> None:
    """Tell how something given was understood: in a command on standard error, to callers from Python as a warning."""
    if click.get_current_context(silent=True) is None:
        warnings.warn(message, stacklevel=3)
    else:
        say(message)


def processors() -> int:
    """How many processors this process may use."""
    mine = getattr(os, "sched_getaffinity", None)
    return len(mine(0)) if mine else os.cpu_count() or 1


def plural(number: int, noun: str) -> str:
    """`1 document`, `2,000 documents`, `3 entities`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1] + 'ies' if noun.endswith('y') else noun + 's'}"
