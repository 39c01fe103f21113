"""Whoever ends a command ends it cleanly: one line, the exit code of the signal, nothing half-written, nobody left."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from short_documents import TEXTS, load_into, whole_of
from whole_commands import COPIES, command, group, make_home

from graph.facts import Document
from graph.jsonl import read_documents
from graph.stores import open_store

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals as terminals of Unix send them")
SENTENCE = "Interrupted; what was loaded stays loaded, and nothing half-written is left."
CODES = {signal.SIGINT: 130, signal.SIGTERM: 143}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents for about a second, their facts, and their graph."""
    return make_home(tmp_path_factory.mktemp("interrupts"))


def _hear_again() -> None:
    """Whoever starts the tests in the background may have switched these off for all that follows."""
    for number in CODES:
        signal.signal(number, signal.SIG_DFL)


def _start(arguments: Sequence[str], cwd: Path) -> subprocess.Popen[str]:
    """The command, telling what it does, in a group of its own as a terminal makes one."""
    return subprocess.Popen(
        command("-v", *arguments), cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8", start_new_session=True, preexec_fn=_hear_again,
    )  # fmt: skip


def _ended_cleanly(process: subprocess.Popen[str], number: signal.Signals, folder: Path) -> bool:
    """Whether the signal came before the end; in either case nothing is left over."""
    _, told = process.communicate(timeout=60)
    until = time.monotonic() + 5
    while group(process.pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not group(process.pid), "a process is left"
    assert not list(folder.rglob("*.part")), "half of a file is left"
    assert "Traceback" not in told and "Exception" not in told, told
    assert process.returncode in (0, CODES[number]), told
    plain = [line for line in told.splitlines() if " s " not in line[:11]]
    if process.returncode:
        assert plain == [SENTENCE], told
    return process.returncode != 0


# What is run, and what it writes.
CALLS = {
    "extract": (("extract", "../plans", "-o", "out"), "out"),
    "extract in two processes": (("extract", "../plans", "-o", "out", "--jobs", "2"), "out"),
    "query": (("query", "document_facts", "-o", "out.xlsx", "--graph", "../g.kgl"), "out.xlsx"),
    "view": (("view", "links", "-o", "out.html", "--graph", "../g.kgl"), "out.html"),
    "report": (("report", "娄底", "-o", "out", "--graph", "../g.kgl"), "out"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CALLS)
def test_a_command_that_is_ended_at_any_moment(home: Path, name: str) -> None:
    """A file is there whole or not at all, whether Ctrl-C reaches all processes or the system's word only the first."""
    arguments, output = CALLS[name]
    chance, ended, took = random.Random(name), 0, 0.0
    for turn in range(6):
        folder = home / f"{name.replace(' ', '-')}-{turn}"
        folder.mkdir()
        process = _start(arguments, folder)
        began = time.monotonic()
        assert process.stderr is not None
        if turn:
            if turn % 3:
                process.stderr.readline()  # it has begun
            else:
                time.sleep(0.15)
            time.sleep(chance.uniform(0, took / 2))
        number = chance.choice(list(CODES)) if turn else signal.SIGINT
        if turn:
            os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
        ended += _ended_cleanly(process, number, folder)
        took = took or time.monotonic() - began
        if (folder / output).is_file() and turn:
            whole = home / f"{name.replace(' ', '-')}-0" / output
            assert abs((folder / output).stat().st_size - whole.stat().st_size) < 200
    assert ended


def _end_loading(
    process: subprocess.Popen[str], chance: random.Random, turn: int, folder: Path, *, often: float, wait: float
) -> None:
    """End a run up to `wait` seconds after it has told of a document, of which each is chosen so `often`."""
    assert process.stderr is not None
    for line in process.stderr:
        if (" is new" in line or " is same" in line) and chance.random() < often:
            break
    time.sleep(chance.uniform(0, wait))
    number = list(CODES)[turn % 2]
    os.killpg(process.pid, number)
    _ended_cleanly(process, number, folder)


def _kept_whole(place: str, documents: Sequence[Document], wanted: Path) -> int:
    """How many documents a graph holds, after it was compared with one into which just these were loaded."""
    with open_store(place) as store:
        kept = {record.id for record in store.documents()}
    load_into(wanted, *(item for item in documents if item.policy.id in kept))
    assert whole_of(place) == whole_of(wanted)
    return len(kept)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", ["ingest", "load"])
def test_loading_that_is_ended_at_any_moment(home: Path, tmp_path: Path, name: str, jobs: str) -> None:
    """What was loaded stays, whole documents only; the same command again ends in the graph of a quiet run."""
    if name == "load" and jobs == "2":
        pytest.skip("load has one process")
    documents = list(read_documents(home / "facts.jsonl"))
    place, chance, partly = str(tmp_path / "g.kgl"), random.Random(name + jobs), 0
    arguments = (
        ["load", "facts.jsonl", "--graph", place]
        if name == "load"
        else ["ingest", "plans", "--graph", place, "--jobs", jobs]
    )
    for turn in range(4):
        for path in tmp_path.glob("g.kgl*"):
            path.unlink()
        _end_loading(_start(arguments, home), chance, turn, tmp_path, often=0.2, wait=0.05)
        partly += 0 < _kept_whole(place, documents, tmp_path / f"wanted{turn}.kgl") < len(documents)
        subprocess.run(command(*arguments), cwd=home, check=True, capture_output=True)
        assert whole_of(place) == whole_of(home / "g.kgl")
    assert partly


@pytest.mark.server
@pytest.mark.slow
def test_loading_into_a_server_that_is_ended_at_any_moment(home: Path, tmp_path: Path, server: object) -> None:
    """The same on Neo4j: the document under way is taken back, those before stay."""
    documents = list(read_documents(home / "facts.jsonl"))
    place, chance = str(server.uri), random.Random(5)  # type: ignore[attr-defined]
    for turn in range(4):
        process = _start(["load", "facts.jsonl", "--graph", place], home)
        _end_loading(process, chance, turn, tmp_path, often=0.15, wait=0.1)
        _kept_whole(place, documents, tmp_path / f"wanted{turn}.kgl")


@pytest.mark.slow
def test_workers_end_with_a_parent_that_is_killed(home: Path, tmp_path: Path) -> None:
    """A run that is killed outright leaves no process that reads on."""
    process = _start(["extract", str(home / "plans"), "-o", "out", "--jobs", "2"], tmp_path)
    assert process.stderr is not None
    process.stderr.readline()
    process.kill()
    process.communicate(timeout=60)
    until = time.monotonic() + 10
    while group(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not group(process.pid)


def test_a_signal_that_python_drops_is_sent_again() -> None:
    """What comes while an object is tidied up, where no exception leaves, ends the program all the same."""
    code = (
        "import signal, sys, time\n"
        "from liantu.interrupts import Interrupted, finish, listen\n"
        "class Tidy:\n"
        "    def __del__(self): signal.raise_signal(signal.SIGINT)\n"
        "listen()\n"
        "try:\n"
        "    Tidy()\n"
        "    time.sleep(20)\n"
        "except Interrupted as interrupted:\n"
        "    finish(interrupted)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, timeout=15,
        preexec_fn=_hear_again,
    )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (130, SENTENCE)


def test_what_was_switched_off_stays_off(home: Path, tmp_path: Path) -> None:
    """Under nohup the end of the terminal ends nothing."""
    words = command("query", "policies", "--format", "json", "--graph", str(home / "g.kgl"))
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=tmp_path,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
    )  # fmt: skip
    time.sleep(0.2)
    process.send_signal(signal.SIGHUP)
    answer, told = process.communicate(timeout=60)
    assert process.returncode == 0 and len(json.loads(answer)) == len(TEXTS) * COPIES, told


def test_what_breaks_while_a_signal_is_obeyed_is_told_as_the_signal() -> None:
    """A library that was stopped in its work may fail when it is closed: the run ends as interrupted all the same."""
    program = (
        "import signal\n"
        "from liantu import cli\n"
        "import liantu.commands.stats as stats\n"
        "from graph.errors import GraphError\n"
        "def broken(*_, **__):\n"
        "    try:\n"
        "        signal.raise_signal(signal.SIGINT)\n"
        "    finally:\n"
        "        raise {fault}\n"
        "stats.open_store = broken\n"
        "cli.main()\n"
    )
    for fault in ("BufferError('cannot be resized')", "GraphError('the server went away')"):
        done = subprocess.run(
            [sys.executable, "-c", program.format(fault=fault), "stats"],
            capture_output=True,
            encoding="utf-8",
            preexec_fn=_hear_again,
        )
        assert done.returncode == 130, done.stderr
        assert done.stderr.startswith("Interrupted; ") and done.stderr.count("\n") == 1
