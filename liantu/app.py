"""The click group: commands loaded when they are called, and every error shown as one sentence."""

import errno
from importlib import import_module
from typing import Any

import click

from graph.errors import LiantuError
from liantu.commands import COMMANDS
from liantu.interrupts import behind
from liantu.options import StrictGroup, give_verbosity, verbose_option
from liantu.output.safe import safe
from liantu.overview import overview, version
from liantu.settings import Settings, give_variables, origin


class Failed(click.ClickException):
    """A LiantuError on its way to the terminal: `Error: …` on stderr, exit code 1."""

    def __init__(self, message: str) -> None:
        super().__init__(safe(message))


class LazyGroup(StrictGroup):
    """A group whose commands stand in the table `COMMANDS` and are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name][0]}.command is no click command")
        give_verbosity(command)
        give_variables(command)
        return command

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """A context whose commands take what is not said from variables and from liantu.toml."""
        return super().make_context(info_name, args, parent, **{"default_map": Settings(self)} | extra)

    def get_help(self, ctx: click.Context) -> str:
        """The listing, made from the table without importing any command."""
        return overview().rstrip("\n")

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; what the user can mend leaves as one sentence and exit code 1, what a signal broke as that."""
        try:
            return self._told(ctx)
        except Exception as error:
            interrupted = behind(error)
            if interrupted is None:
                raise
            raise interrupted from error

    def _told(self, ctx: click.Context) -> object:
        """Run a command; what the user can mend leaves as one sentence."""
        try:
            return super().invoke(ctx)
        except click.BadParameter as error:
            where = origin(error)
            if not where:
                raise
            raise click.BadParameter(error.message + where, error.ctx, error.param, error.param_hint) from error
        except LiantuError as error:
            raise Failed(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            where = f"{error.filename}: " if error.filename else ""
            remedy = "check the path, its permissions and the free space"
            raise Failed(f"{where}{error.strerror or error}; {remedy}.") from error


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True},
)
@click.option("--version", "show_version", is_flag=True, help="Print the version.")
@verbose_option
@click.pass_context
def app(ctx: click.Context, show_version: bool) -> None:
    """Chinese policy documents to a knowledge graph in which every fact keeps its sentence."""
    if show_version:
        click.echo(version(), nl=False)
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
