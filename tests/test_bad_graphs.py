"""Graphs that are not ours or not free, and documents that try to be more than text."""

import csv
import json
import subprocess
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from graph.stores import open_store

Run = Callable[..., subprocess.CompletedProcess[str]]
HOSTILE = "</script><script>alert(1)</script>\x1b[31m\x07{{7*7}}') DETACH DELETE n //|`**<img src=x onerror=alert(2)>"
TEXT = f"""\
湘潭市人民政府办公室关于支持先进钢铁材料产业链发展的若干意见
潭政办发〔2022〕18号
一、支持娄底市与长沙市共建园区，{HOSTILE}。
=2+5、支持湘潭高新区发展先进钢铁材料产业链。
2022年6月1日
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document with markup, a script, terminal escapes and Cypher in its sentences."""
    path = tmp_path / "hostile.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def graph(liantu: Run, document: Path, tmp_path: Path) -> Path:
    """A graph of that document."""
    done = liantu("ingest", document, "--graph", "g.kgl")
    assert done.returncode == 0, done.stderr
    return tmp_path / "g.kgl"


def _plain(done: subprocess.CompletedProcess[str]) -> str:
    """The one error sentence of a run that failed with exit code 1."""
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert done.returncode == 1 and len(errors) == 1 and "Traceback" not in done.stderr, done.stderr
    assert errors[0].endswith(".")
    return errors[0].removeprefix("Error: ")


@pytest.mark.parametrize(
    "command", [["ingest", "--again", "hostile.txt"], ["load", "facts.jsonl"], ["forget", "潭政办发〔2022〕18号"]]
)
def test_a_graph_that_another_process_writes(liantu: Run, graph: Path, tmp_path: Path, command: list[str]) -> None:
    """Who holds the graph for writing keeps it: the other command says so at once, and the graph is as it was."""
    assert liantu("extract", "hostile.txt", "-o", "facts.jsonl").returncode == 0
    with open_store(str(graph), writable=True):
        told = _plain(liantu(*command, "--graph", "g.kgl"))
    assert told == "g.kgl is being written by another process; try again when it has ended, or use another file."
    assert liantu(*command, "--graph", "g.kgl").returncode == 0


def test_a_graph_that_another_process_writes_can_be_read(liantu: Run, graph: Path) -> None:
    """Readers see what was saved last while a writer is at work."""
    before = liantu("stats", "--format", "json", "--graph", "g.kgl").stdout
    with open_store(str(graph), writable=True):
        done = liantu("stats", "--format", "json", "--graph", "g.kgl")
    assert (done.returncode, done.stdout) == (0, before)


@pytest.mark.parametrize("content", [b"my notes", b"SQLite format 3\x00" + bytes(4096)], ids=repr)
def test_nothing_is_written_into_a_file_that_is_no_graph(
    liantu: Run, document: Path, tmp_path: Path, content: bytes
) -> None:
    """A file that holds something else is refused for writing too, and is left as it was, with nothing beside it."""
    other = tmp_path / "other.kgl"
    other.write_bytes(content)
    assert "other.kgl is no graph file" in _plain(liantu("ingest", document, "--graph", "other.kgl"))
    assert other.read_bytes() == content


def test_a_graph_that_is_cut_off(liantu: Run, graph: Path) -> None:
    """A damaged graph is told as one, for reading as for writing."""
    graph.write_bytes(graph.read_bytes()[: graph.stat().st_size // 2])
    assert "g.kgl" in _plain(liantu("stats", "--graph", "g.kgl"))
    assert "g.kgl" in _plain(liantu("ingest", "hostile.txt", "--graph", "g.kgl"))


SHOWN = {
    "lookup": ["lookup", "娄底市"],
    "table": ["query", "link_sentences", "-p", "region=娄底市"],
    "csv": ["query", "link_sentences", "-p", "region=娄底市", "--format", "csv"],
    "md": ["query", "link_sentences", "-p", "region=娄底市", "--format", "md"],
    "json": ["query", "link_sentences", "-p", "region=娄底市", "--format", "json"],
}


def test_hostile_sentences_are_shown_as_text(liantu: Run, graph: Path) -> None:
    """Whatever shows the sentence shows it without terminal escapes, and as text of its own format."""
    shown = {name: liantu(*command, "--graph", "g.kgl") for name, command in SHOWN.items()}
    for name, done in shown.items():
        assert done.returncode == 0, (name, done.stderr)
        assert "{{7" in done.stdout.replace("\\", ""), name
        assert not any(sign in done.stdout for sign in "\x1b\x07"), name
    assert "<script>" not in shown["md"].stdout and "&lt;script&gt;" in shown["md"].stdout
    assert len({len(row) for row in csv.reader(StringIO(shown["csv"].stdout))}) == 1
    assert HOSTILE in json.loads(shown["json"].stdout)[0]["quote"]


def test_hostile_sentences_on_a_page(liantu: Run, graph: Path, tmp_path: Path) -> None:
    """A page holds the sentence as data: no tag of it is a tag of the page."""
    assert liantu("view", "links", "-o", "page.html", "--graph", "g.kgl").returncode == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "alert(1)" in page
    assert "<script>alert" not in page and "<img src=x" not in page and "\x1b" not in page


def test_a_name_that_is_cypher_or_a_formula(liantu: Run, graph: Path) -> None:
    """A name asked for is a value, never a part of a statement: the graph is as it was."""
    before = liantu("stats", "--format", "json", "--graph", "g.kgl").stdout
    for name in ("') DETACH DELETE n //", "娄底' OR 1=1 //`$name"):
        assert "Traceback" not in liantu("lookup", name, "--graph", "g.kgl").stderr
        assert "Traceback" not in liantu("query", "link_sentences", "-p", f"region={name}", "--graph", "g.kgl").stderr
    assert liantu("stats", "--format", "json", "--graph", "g.kgl").stdout == before
