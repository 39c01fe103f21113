"""The help of each command has an example that works."""

import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import docx
import pytest
from page_reader import parsed, reader, run

from liantu.commands import COMMANDS

# What has to be typed before the example of a command can run, where plans/, facts.jsonl and their graph are.
BEFORE: dict[str, tuple[str, ...]] = {
    "extract": ("liantu lexicon suggest plans/ -o our-firms.xlsx",),
    "ingest": ("liantu lexicon suggest plans/ -o our-firms.xlsx",),
    "lexicon check": ("liantu lexicon suggest plans/ -o names.xlsx",),
}
# Documents that the example of a command names, made of the examples.
WORD_FILES = ("plan-2023.docx", "plan-2025.docx")


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
    lines = re.findall(r"^ *(liantu .+)$", text.partition("Example:")[2], re.MULTILINE)
    return [line.split(" >")[0] for line in lines]


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
@pytest.mark.parametrize("name", NAMED)
def test_examples_run(name: str, tmp_path: Path) -> None:
    """The lines of an example run one after another on the documents of examples/, their facts and their graph."""
    with reader("", tmp_path):
        _documents()
        for line in (*BEFORE.get(name, ()), *_examples(NAMED[name])):
            for output in re.findall(r"-o (\S+\.\w+)", line):
                Path(output).unlink(missing_ok=True)
            code, printed = run(line)
            assert code == 0, f"{line}: " + "\n".join(printed)


def _documents() -> None:
    """Make what an example may name beside plans/ and the graph."""
    assert run("liantu extract plans/ -o facts.jsonl")[0] == 0
    source = sorted(Path("plans").glob("*.txt"))[0].read_text(encoding="utf-8")
    for name, text in zip(WORD_FILES, (source, source.replace("2000亿元", "2200亿元")), strict=True):
        document = docx.Document()
        for line in text.splitlines():
            document.add_paragraph(line)
        document.save(name)
