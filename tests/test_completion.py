"""Completion by Tab, in the shells themselves."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

LINES = [
    ("liantu loo", {"lookup"}),
    ("liantu view li", {"links"}),
    ("liantu query shortest", {"shortest_connection"}),
    ("liantu query city_links -p re", {"region="}),
    ("liantu query city_links -p mode=对", {"mode=对接"}),
    ("liantu lookup 高新区 --type 园", {"园区"}),
    ("liantu lookup 高新区 --type Par", {"Park"}),
    ("liantu stats --format js", {"json", "jsonl"}),
    ("liantu view links --layout m", {"map"}),
    ("liantu completion z", {"zsh"}),
]
BASH = """
source {script}
compopt() {{ :; }}
COMP_LINE='{line}'; COMP_POINT=${{#COMP_LINE}}; _liantu_completion liantu; printf '%s\\n' "${{COMPREPLY[@]}}"
"""
ZSH = """
compdef() {{ :; }}
_describe() {{ printf '%s\\n' "${{told[@]}}" }}
compadd() {{ printf '%s\\n' "${{open[@]}}" "${{plain[@]}}" }}
source {script}
words=({words}); CURRENT=${{#words}}; _liantu_completion
"""
FISH = "source {script}; complete -C '{line}'"


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a shell in which the command is found."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "liantu"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m liantu "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def _said(shell: str, program: str, environment: dict[str, str]) -> set[str]:
    """The lines that a program for a shell prints."""
    flags = {"bash": ["--norc", "-c"], "zsh": ["-f", "-c"], "fish": ["--no-config", "-c"]}[shell]
    done = subprocess.run([shell, *flags, program], capture_output=True, text=True, env=environment, check=False)
    assert done.stderr == ""
    return {line for line in done.stdout.splitlines() if line}


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> str:
    """A shell of this machine, with the script that our command prints for it."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed; apt-get install {request.param}")
    script = tmp_path_factory.mktemp("script") / request.param
    done = subprocess.run(["liantu", "completion", request.param], capture_output=True, env=environment, check=True)
    script.write_bytes(done.stdout)
    environment[request.param] = str(script)
    return str(request.param)


def test_a_shell_completes_what_is_typed(shell: str, environment: dict[str, str]) -> None:
    """Commands, views, packs, parameters with their values, types in both languages, formats, layouts, shells."""
    script = environment[shell]
    for line, expected in LINES:
        program = {"bash": BASH, "zsh": ZSH, "fish": FISH}[shell].format(script=script, line=line, words=line)
        said = {text.split("\t")[0].split(":")[0] for text in _said(shell, program, environment)}
        head = line.split()[-1].rpartition("=")[0]
        wanted = {text.removeprefix(f"{head}=") for text in expected} if shell == "bash" and head else expected
        assert said == wanted, line


def test_a_script_of_an_earlier_version_is_still_answered(liantu: Run) -> None:
    """What click itself prints for bash goes on working."""
    asked = {"COMP_WORDS": "liantu look", "COMP_CWORD": "1", "_LIANTU_COMPLETE": "bash_complete"}
    assert liantu(settings=asked).stdout == "plain,lookup\n"


def test_an_unknown_shell_is_told(liantu: Run, tmp_path: Path) -> None:
    """Only shells that there is a script for; the others are named with the choices."""
    done = liantu("completion", "powershell")
    assert done.returncode == 2 and "'bash', 'zsh', 'fish'" in done.stderr
