"""A reader who types the commands of a page, in a folder of their own and on a terminal of 100 columns.

The folder has the examples as plans/ and, but for the pages in FRESH, the graph `liantu.kgl` of them. `liantu` runs in
this process; anything else is given to bash.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import click
from doc_pages import ROOT

sys.path.insert(0, str(ROOT))

from liantu.app import app

# Pages that begin before there is a graph.
FRESH = ("README.md", "docs/tutorial.md")
WIDTH = "100"


class Terminal(io.TextIOWrapper):
    """What a command takes for a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def run(command: str) -> tuple[int, list[str]]:
    """The exit code of a command line and the lines it prints, standard error among them."""
    words = shlex.split(command, comments=True)
    if words[0] == "export":
        os.environ.update(dict(word.split("=", 1) for word in words[1:]))
        return 0, []
    if words[0] != "liantu":
        done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
        return done.returncode, (done.stdout + done.stderr).decode().splitlines()
    return _liantu(words[1:])


def _liantu(words: list[str]) -> tuple[int, list[str]]:
    buffer = io.BytesIO()
    stdout = Terminal(buffer, encoding="utf-8", write_through=True)
    stderr = io.TextIOWrapper(buffer, encoding="utf-8", write_through=True)
    code: object = 0
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        try:
            app(words, prog_name="liantu")
        except SystemExit as ended:
            code = ended.code
    return code if isinstance(code, int) else 0, buffer.getvalue().decode().splitlines()


def parsed(words: Sequence[str]) -> click.Context:
    """The context of a command line, without `liantu`, that is read and not run. Raises click's UsageError if wrong."""
    command: click.Command = app
    context, rest = click.Context(app, info_name="liantu"), list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name = rest.pop(0)
        found = command.get_command(context, name)
        if found is None:
            raise click.UsageError(f"No such command {name!r}.", context)
        command, context = found, click.Context(found, parent=context, info_name=name)
    return command.make_context(context.info_name, rest, parent=context.parent)


@contextlib.contextmanager
def reader(page: str, folder: Path) -> Iterator[None]:
    """The folder, an empty one, and the environment in which a reader of `page` types its commands."""
    with _environment(folder):
        if page in FRESH:
            shutil.copytree(ROOT / "examples", "plans")
        else:
            shutil.copytree(_prepared().name, ".", dirs_exist_ok=True)
        yield


@cache
def _prepared() -> tempfile.TemporaryDirectory[str]:
    """A folder with the examples and their graph, made once."""
    made = tempfile.TemporaryDirectory()
    shutil.copytree(ROOT / "examples", Path(made.name) / "plans")
    with _environment(Path(made.name)):
        code, printed = run("liantu ingest plans/")
    if code:
        raise ValueError("\n".join(printed))
    return made


@contextlib.contextmanager
def _environment(folder: Path) -> Iterator[None]:
    """Work in a folder, with none of the settings of whoever runs this."""
    before, here = dict(os.environ), Path.cwd()
    for name in [name for name in os.environ if name.startswith(("LIANTU_", "NEO4J_"))]:
        del os.environ[name]
    os.environ["COLUMNS"] = WIDTH
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)


def complete(command: str) -> bool:
    """Whether a command in prose can be run: it has all its arguments, no word to replace, and asks no server.

    Raises ValueError for a name, an option or a value that there is none of.
    """
    words = shlex.split(command)[1:]
    if any(re.fullmatch(r"[A-Z]{3,}|.*…|.*://.*", word) for word in words):
        return False
    try:
        return "--help" in words or bool(parsed(words))
    except (click.MissingParameter, click.BadOptionUsage, click.exceptions.NoArgsIsHelpError):
        return False
    except click.UsageError as error:
        raise ValueError(f"{command}: {error.format_message()}") from error
