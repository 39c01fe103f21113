"""The command line as people use it, run as a process of its own."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from liantu.commands import COMMANDS
from liantu.overview import overview

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_help_lists_every_command_from_the_table(liantu: Run) -> None:
    """`liantu`, `liantu -h` and `liantu --help` print the same listing, with exit code 0."""
    for arguments in ((), ("-h",), ("--help",)):
        done = liantu(*arguments)
        assert (done.returncode, done.stdout, done.stderr) == (0, overview(), "")
    assert [line.split()[0] for line in overview().splitlines() if re.match(r"  [a-z]+ {2,}[A-Z]", line)] == list(
        COMMANDS
    )


def test_click_prints_the_same_help(liantu: Run) -> None:
    """The listing that is printed without click is the one that click prints."""
    assert liantu("--help", "--version").stdout == overview()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_a_worked_example(liantu: Run, name: str) -> None:
    """The help of every command shows a command line that begins with `liantu NAME`."""
    done = liantu(name, "--help")
    assert done.returncode == 0
    assert "Example" in done.stdout
    assert f"  liantu {name}" in done.stdout


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("stats", "--nonsense"), ("lookup",), ("stats", "--format", "odt")]
)
def test_wrong_usage_is_exit_code_2(liantu: Run, arguments: tuple[str, ...]) -> None:
    """Unknown commands, options and choices and missing arguments are usage errors, told on stderr."""
    done = liantu(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Error:" in done.stderr


def test_help_is_nearly_as_fast_as_python() -> None:
    """`liantu --help` takes at most three times as long as `python -c pass`."""
    from startup import LIMIT, ratio

    assert min(ratio(8) for _ in range(3)) <= LIMIT


def test_schema_prints_the_ontology_in_two_languages(liantu: Run) -> None:
    """Every label and relation type is there with its Chinese name."""
    rows = json.loads(liantu("schema", "--format", "json").stdout)
    assert {"kind": "label", "name": "IndustryChain", "zh": "产业链"}.items() <= rows[7].items()
    assert {row["name"] for row in rows} >= {"Region", "COOPERATES_WITH", "MENTIONS"} - {"Region"}


def test_output_goes_to_the_file_named_in_the_format_of_its_ending(liantu: Run, tmp_path: Path) -> None:
    """`-o F.csv` writes CSV to F.csv and nothing to standard output."""
    done = liantu("schema", "-o", "schema.csv")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "schema.csv").read_bytes().startswith(b"\xef\xbb\xbf")
