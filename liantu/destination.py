"""Where a result goes: `-o`, and `--force` without which nothing that is there already is replaced."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.errors import OutputError
from liantu.output.safe import safe

Command = TypeVar("Command", bound=Callable[..., Any])

_FORCE = "liantu.force"


def free(path: Path) -> Path:
    """The path, if nothing would be lost by writing there or `--force` was given.

    Raises OutputError for a file that exists and for a folder that holds something; devices and pipes are free.
    """
    forced = click.get_current_context().meta.get(_FORCE, False)
    if not forced and path.is_file():
        raise OutputError(f"{safe(str(path))} exists; name another file, or add --force to replace it.")
    return path


def free_folder(path: Path) -> Path:
    """The same for a folder, which is free while it is empty. Raises OutputError."""
    forced = click.get_current_context().meta.get(_FORCE, False)
    if not forced and path.is_dir() and any(path.iterdir()):
        raise OutputError(f"The folder {safe(str(path))} is not empty; name another one, or add --force to replace it.")
    return path


def _remember(context: click.Context, _option: click.Parameter, forced: bool) -> None:
    context.meta[_FORCE] = forced


_force_option = click.option(
    "--force",
    is_flag=True,
    is_eager=True,  # what it allows is asked when the other options are read
    expose_value=False,
    callback=_remember,
    help="Replace what exists at the place of -o.",
)


def output_option(
    *, metavar: str = "FILE", help: str = "Write to a file instead.", required: bool = False, folder: bool = False
) -> Callable[[Command], Command]:
    """Add `-o`, which is refused before any work where something exists, and `--force` to a command."""
    check = free_folder if folder else free

    def checked(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
        return path if path is None else check(path)

    def add(command: Command) -> Command:
        option = click.option(
            "-o", "--output", type=click.Path(path_type=Path), metavar=metavar, required=required, callback=checked,
            help=help,
        )  # fmt: skip
        return option(_force_option(command))

    return add
