"""What a run says at its end and, when asked, on its way: short for people, whole for programs, nothing into pipes."""

import json
import logging
import os
import re
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from conftest import Run
from short_documents import LOUDI, TEXTS

from liantu import logs
from liantu.documents import extract_all, find_inputs
from liantu.outcome import Failure
from liantu.report import Tally, lacks

BARE = (
    "支持娄底市与长沙市加强联系。\n"
    + "各有关单位要高度重视，周密部署，压实责任，确保各项工作落到实处、取得实效。\n" * 40
)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Documents as they should be, one without number, date and issuer that says little, one that is not Chinese."""
    folder = tmp_path / "plans"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "bare.txt").write_text(BARE, encoding="utf-8")
    (folder / "english.md").write_text("Nothing Chinese.", encoding="utf-8")
    return folder


def test_the_summary_is_short_and_in_chinese_where_it_is_about_content(liantu: Run, plans: Path) -> None:
    """At most twelve lines: outcome, counts, facts by type, what was skipped, what to look at with its command."""
    lines = liantu("ingest", "plans", "--graph", "g.kgl").stderr.splitlines()
    assert len(lines) <= 12
    assert lines[0] == "5 documents → g.kgl: 5 new, 0 changed, 0 the same."
    assert re.fullmatch(r"5 documents, \d+ clauses, \d+ entities, \d+ relations; 1 skipped", lines[1])
    assert lines[2].startswith("Relations: ") and "负责 " in lines[2] and lines[3].startswith("Entities: ")
    assert any(line.startswith("Skipped: ") and "english.md" in line for line in lines)
    look = [line for line in lines if line.startswith("Look at: ")]
    assert (
        "1 without number, 1 without issuer, 1 without date: liantu query incomplete_policies --graph g.kgl" in look[0]
    )
    for line in look:
        command = line.rpartition(": ")[2].split()
        assert liantu(*command[1:]).returncode == 0, line


def test_the_verbose_summary_names_everything(liantu: Run, plans: Path) -> None:
    """With -v no list is cut and the documents that lack something are named, before or after the command's name."""
    short = liantu("extract", "plans", "-o", "a.jsonl").stderr
    for arguments in (("-v", "extract", "plans", "-o", "b.jsonl"), ("extract", "plans", "-v", "-o", "c.jsonl")):
        told = liantu(*arguments).stderr
        assert "《bare》" in told and "《bare》" not in short and "-v: " not in told


def test_a_program_gets_all_of_it(liantu: Run, plans: Path) -> None:
    """`--json` holds the counts by type and every message, on standard output alone."""
    (plans / "broken.docx").write_bytes(b"PK\x03\x04")
    done = liantu("ingest", "plans", "--json", "--graph", "g.kgl")
    told = json.loads(done.stdout)
    assert done.returncode == 1 and told["documents"] == {"new": 5, "changed": 0, "same": 0}
    assert told["relations"]["RESPONSIBLE_FOR"] > 2 and told["entities"]["Agency"] > 2 and told["clauses"] > 10
    assert told["lacking"]["number"] == ["bare"] and told["doubtful"] >= 0
    assert len(told["failures"]) == 1 and len(told["skipped"]) == 1


def test_data_and_words_do_not_mix(liantu: Run, plans: Path) -> None:
    """What a pipe gets is facts and nothing else, whatever is told; without -v nothing is told on the way."""
    quiet, loud = liantu("extract", "plans"), liantu("extract", "plans", "-vv")
    assert quiet.stdout == loud.stdout and all(json.loads(line) for line in quiet.stdout.splitlines())
    assert not re.search(r"^ *\d+\.\d\d s ", quiet.stderr, re.M) and "\r" not in quiet.stderr + loud.stderr


def test_what_a_document_lacks() -> None:
    """A document as it should be lacks nothing; a short one is not asked for facts."""
    assert Tally().documents == 0
    folder = Path(__file__).parent.parent / "examples"
    inputs, _ = find_inputs([str(folder / "02_娄底市对接长株潭实施意见.txt")])
    (document,) = extract_all(inputs)
    assert not isinstance(document, Failure) and lacks(document) == []


def _told(liantu: Run, arguments: Sequence[str]) -> str:
    done = liantu(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_what_is_told_on_the_way(liantu: Run, plans: Path) -> None:
    """-v: reader, each document with its time, settings, loading, questions; -vv: their values and what is written."""
    (plans.parent / "liantu.toml").write_text('graph = "g.kgl"\n', encoding="utf-8")
    told = _told(liantu, ("ingest", "plans", "-v"))
    assert "settings are taken from liantu.toml" in told and "the reader is " in told
    assert re.search(r"extract: plans.loudi\.txt: \d+ relations, in \d+\.\d\d s", told)
    assert re.search(r"graph: \S+若干措施 is new, in \d+\.\d\d s", told) and "writes MERGE" not in told
    question = ("query", "city_links", "-p", "region=娄底")
    once, twice = _told(liantu, (*question, "-v")), _told(liantu, (*question, "-vv"))
    assert "asks MATCH" in once and "City:431300" not in once and "City:431300" in twice
    assert "writes " in _told(liantu, ("ingest", "plans", "--again", "-vv", "--graph", "other.kgl"))


def test_workers_tell_as_much_as_their_parent(liantu: Run, plans: Path) -> None:
    """With --jobs each process tells of the documents that it reads, and of nothing without -v."""
    told = liantu("extract", "plans", "--jobs", "2", "-v", "-o", "a.jsonl").stderr
    assert len(re.findall(r"extract: plans.\w+\.\w+: ", told)) == 6
    assert "extract: plans" not in liantu("extract", "plans", "--jobs", "2", "-o", "b.jsonl").stderr


def test_what_is_told_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Escapes and line ends of a document's text do not reach the terminal, at whatever level it is told."""
    logger = logging.getLogger(logs.ROOT)
    stream = StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(logger, "handlers", [])
    level = logger.level
    try:
        logs.start(2)
        logging.getLogger("liantu.graph").debug("with %s", "\x1b[31m\n\x07\u202e" + LOUDI)
    finally:
        logger.setLevel(level)
    assert stream.getvalue().count("\n") == 1 and not re.search("[\x00-\x08\x0b-\x1f\u202e]", stream.getvalue())


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="terminals of Unix")
def test_a_terminal_sees_a_bar_with_rate_and_time(plans: Path, tmp_path: Path) -> None:
    """What takes longer than a second shows how fast it goes and how long it will take, and leaves no trace of it."""
    import pty

    for number in range(60):
        (plans / f"copy{number}.txt").write_text(
            LOUDI.replace("先进材料产业发展", f"第{number}号产业发展"), encoding="utf-8"
        )
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(tmp_path)
        os.execve(sys.executable, [sys.executable, "-m", "liantu", "ingest", "plans"], os.environ | {"TERM": "xterm"})
    told = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        told += more
    os.waitpid(child, 0)
    shown = told.decode("utf-8")
    assert "ingesting" in shown and re.search(r"\d+\.\d/s", shown) and re.search(r"\d+:\d\d:\d\d", shown)
    last = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.rpartition("/s")[2])
    assert "65 documents → liantu.kgl: 65 new" in last
