"""The help of each command has an example that works."""

import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from page_reader import parsed, reader, run

from liantu.commands import COMMANDS

# What has to be there before the example of a command can run, beside plans/, facts.jsonl and the graph of both.
BEFORE: dict[str, tuple[str, ...]] = {}


def _commands() -> Iterator[tuple[str, click.Command]]:
    """Every command with its name, those inside a group (view links) too."""
    for name, (module, _) in COMMANDS.items():
        yield from _with_inner(name, importlib.import_module(module).command)


def _with_inner(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            assert found is not None
            yield from _with_inner(f"{name} {inner}", found)


def _examples(command: click.Command) -> list[str]:
    """The lines below `Example:` in the help of a command."""
    text = (command.help or "").replace("\\\n", " ")
    return re.findall(r"^ *(liantu .+)$", text.partition("Example:")[2], re.MULTILINE)


NAMED = dict(_commands())
LINES = [(name, line) for name, command in NAMED.items() for line in _examples(command)]


@pytest.mark.parametrize("name", NAMED)
def test_every_command_has_an_example_that_calls_it(name: str) -> None:
    """`--help` ends with an Example, and one of its lines is a call of the command itself."""
    assert any(re.match(rf"liantu {name}\b", line) for line in _examples(NAMED[name]))
    told = NAMED[name].get_help(click.Context(NAMED[name], info_name=f"liantu {name}"))
    assert all(line in told for line in _examples(NAMED[name])), "\\b is missing before the Example"


@pytest.mark.parametrize(("name", "line"), LINES)
def test_examples_are_spelled_right(name: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Command, options and values of each example are those that there are."""
    monkeypatch.chdir(tmp_path)
    parsed(shlex.split(line)[1:])


@pytest.mark.slow
@pytest.mark.parametrize(("name", "line"), LINES)
def test_examples_run(name: str, line: str, tmp_path: Path) -> None:
    """Each example runs on the documents of examples/ as plans/, their facts and their graph."""
    with reader("", tmp_path):
        for before in ("liantu extract plans/ -o facts.jsonl", *BEFORE.get(name, ())):
            assert run(before)[0] == 0, before
        for output in re.findall(r"-o (\S+\.\w+)", line):
            Path(output).unlink(missing_ok=True)
        code, printed = run(line)
    assert code == 0, "\n".join(printed)
    assert "Traceback" not in "\n".join(printed)
