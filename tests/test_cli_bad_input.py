"""Bad input costs itself and nothing else: one sentence on stderr, exit code 1, the facts of the rest are kept."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
GOOD = """\
湘潭市人民政府办公室关于支持先进钢铁材料产业链发展的若干意见
潭政办发〔2022〕18号

各县市区人民政府，市直各单位：
一、支持湘潭高新区发展先进钢铁材料产业链，加强与娄底市的对接合作。（责任单位：市工业和信息化局）
二、到2025年，先进钢铁材料产业总产值超过1000亿元。
湘潭市人民政府办公室
2022年6月1日
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A document that can be read."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def facts(liantu: Run, good: Path, tmp_path: Path) -> Path:
    """A facts file with two documents."""
    other = tmp_path / "other.txt"
    other.write_text(GOOD.replace("先进钢铁材料", "电子陶瓷").replace("18号", "19号"), encoding="utf-8")
    assert liantu("extract", good, other, "-o", "facts.jsonl").returncode == 0
    return tmp_path / "facts.jsonl"


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 64)


def _broken_word(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 this is no archive")


def _broken_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\nnothing follows")


def _vanished(path: Path) -> None:
    path.unlink(missing_ok=True)


BAD = {
    "empty.txt": _empty,
    "binary.txt": _binary,
    "broken.docx": _broken_word,
    "broken.pdf": _broken_pdf,
    "vanished.txt": _vanished,
}


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("name", BAD)
def test_a_document_that_cannot_be_read(liantu: Run, good: Path, tmp_path: Path, name: str, jobs: str) -> None:
    """It is named in one sentence, and the document beside it gives its facts."""
    bad = tmp_path / name
    BAD[name](bad)
    done = liantu("extract", bad, good, "--jobs", jobs)
    assert done.returncode == 1
    assert [json.loads(line)["policy"]["source"] for line in done.stdout.splitlines()] == [str(good)]
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error:")]
    assert len(errors) == 1
    assert name in errors[0]
    assert "Traceback" not in done.stderr


def test_a_folder_without_documents(liantu: Run, good: Path, tmp_path: Path) -> None:
    """It is an error of its own, and the other paths are read."""
    (tmp_path / "nothing").mkdir()
    done = liantu("extract", tmp_path / "nothing", good)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "nothing" in done.stderr


def test_ingest_keeps_the_facts_of_the_others(liantu: Run, good: Path, tmp_path: Path) -> None:
    """A bad document among good ones leaves the graph with the good ones."""
    _binary(tmp_path / "binary.txt")
    done = liantu("ingest", tmp_path / "binary.txt", good, "--graph", "g.kgl")
    assert done.returncode == 1
    assert "binary.txt" in done.stderr
    assert "钢铁" in liantu("lookup", "先进钢铁材料", "--graph", "g.kgl").stdout


def _truncated(record: str) -> str:
    return record[: len(record) // 2]


def _unknown_label(record: str) -> str:
    data = json.loads(record)
    data["entities"][0]["type"] = "Planet"
    return json.dumps(data, ensure_ascii=False)


def _false_offset(record: str) -> str:
    data = json.loads(record)
    mention = next(entity for entity in data["entities"] if entity["mentions"])["mentions"][0]
    mention["start"] += 1
    mention["end"] += 1
    return json.dumps(data, ensure_ascii=False)


@pytest.mark.parametrize("spoil", [_truncated, _unknown_label, _false_offset])
def test_a_bad_line_of_a_facts_file(liantu: Run, facts: Path, spoil: Callable[[str], str]) -> None:
    """The line is named with file and number, and the other line is loaded."""
    first, second = facts.read_text(encoding="utf-8").splitlines()
    facts.write_text(f"{spoil(first)}\n{second}\n", encoding="utf-8")
    done = liantu("load", facts, "--graph", "g.kgl")
    assert done.returncode == 1
    assert "facts.jsonl, line 1" in done.stderr
    assert "Traceback" not in done.stderr
    policies = json.loads(
        liantu("cypher", "MATCH (p:Policy) RETURN count(p) AS n", "--format", "json", "--graph", "g.kgl").stdout
    )
    assert policies[0]["n"] >= 1


def test_a_facts_file_that_is_not_there(liantu: Run, facts: Path) -> None:
    """A missing facts file is named and the other one is loaded."""
    done = liantu("load", "missing.jsonl", facts, "--graph", "g.kgl")
    assert done.returncode == 1
    assert "missing.jsonl" in done.stderr
    assert "2 new" in done.stdout + done.stderr


@pytest.mark.parametrize("output", [".", "missing/facts.jsonl"])
def test_an_output_path_that_cannot_be_written(liantu: Run, good: Path, output: str) -> None:
    """A folder, or a place that is not there, is refused in one sentence before any work is lost."""
    done = liantu("extract", good, "-o", output)
    assert done.returncode == 1
    assert done.stderr.count("Error:") == 1
    assert "Traceback" not in done.stderr


def test_a_graph_that_is_not_ours(liantu: Run, tmp_path: Path) -> None:
    """A file that holds something else is refused and left as it was."""
    (tmp_path / "notes.kgl").write_bytes(b"my notes")
    for command in (["stats"], ["lookup", "娄底"], ["cypher", "MATCH (n) RETURN n LIMIT 1"]):
        done = liantu(*command, "--graph", "notes.kgl")
        assert done.returncode == 1
        assert "notes.kgl" in done.stderr
        assert "Traceback" not in done.stderr
    assert (tmp_path / "notes.kgl").read_bytes() == b"my notes"


def test_a_graph_that_is_not_there(liantu: Run, tmp_path: Path) -> None:
    """Reading from a graph that does not exist says how to make one, and makes none."""
    done = liantu("stats", "--graph", "none.kgl")
    assert done.returncode == 1
    assert "none.kgl" in done.stderr
    assert "liantu ingest" in done.stderr
    assert not (tmp_path / "none.kgl").exists()


def test_hostile_text_is_shown_as_text(liantu: Run, tmp_path: Path) -> None:
    """Terminal escapes in a document or in a name asked for never reach the terminal."""
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(GOOD.replace("一、支持", "一、\x1b[31m<script>alert(1)</script>支持"), encoding="utf-8")
    done = liantu("ingest", hostile, "--graph", "g.kgl")
    assert done.returncode == 0, done.stderr
    for arguments in (["lookup", "娄底市"], ["lookup", "\x1b[31m"], ["cypher", "MATCH (c:Clause) RETURN c.text AS t"]):
        shown = liantu(*arguments, "--graph", "g.kgl")
        assert "\x1b" not in shown.stdout + shown.stderr


@pytest.mark.parametrize("statement", ["CREATE (n:Policy {id: 'x'})", "MATCH (n) DETACH DELETE n", "MATCH (n RETURN n"])
def test_cypher_only_reads(liantu: Run, facts: Path, statement: str) -> None:
    """A statement that writes, or that is no Cypher, is refused in one sentence."""
    assert liantu("load", facts, "--graph", "g.kgl").returncode == 0
    before = liantu("stats", "--format", "json", "--graph", "g.kgl").stdout
    done = liantu("cypher", statement, "--graph", "g.kgl")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert liantu("stats", "--format", "json", "--graph", "g.kgl").stdout == before


def test_a_run_without_a_document_makes_no_graph(liantu: Run, tmp_path: Path) -> None:
    """Where nothing can be read nothing is written: the graph that was to be made is not there."""
    (tmp_path / "empty.txt").write_bytes(b"")
    for command, name in (("load", "nothing.jsonl"), ("ingest", "empty.txt")):
        assert liantu(command, name, "--graph", "none.kgl").returncode == 1
        assert not (tmp_path / "none.kgl").exists()


def test_two_documents_of_one_title(liantu: Run, good: Path, tmp_path: Path) -> None:
    """Of two documents with one title the first is kept and the second told, so that a second run changes nothing."""
    (tmp_path / "zz.txt").write_text(GOOD + "\n三、鼓励企业上市。\n", encoding="utf-8")
    first = liantu("ingest", good, "zz.txt", "--graph", "one.kgl")
    assert first.returncode == 0
    assert "zz.txt has the title of " in first.stderr
    assert "the same, 1 read before" in liantu("ingest", good, "zz.txt", "--graph", "one.kgl").stderr


def test_parameters_and_options_in_the_wrong_place(liantu: Run) -> None:
    """A parameter without -p and an option before its command are told where they belong."""
    assert "-p region=娄底" in liantu("query", "region_chains", "region=娄底").stderr
    assert "COMMAND --graph" in liantu("--graph", "g.kgl", "query").stderr
    assert ".html" in liantu("view", "links", "-o", "page.docx").stderr
