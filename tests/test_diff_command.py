"""`liantu diff` as it is typed: documents, folders, facts files and what is in a graph, in every format."""

import csv
import io
import json
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from short_policies import policy

from extract.pipeline import extract_text
from graph.diff import compare
from graph.jsonl import encode
from graph.rows import rows
from liantu.app import app

OLD = policy(
    "1.壮大钢铁产业。支持湘潭县发展钢铁产业，到2025年产值达到1000亿元。（责任单位：市工信局、市商务局）\n"
    "2.深化合作。与娄底市开展产业对接。（责任单位：市发改委）",
    title="关于促进钢铁产业发展的意见（2023版）",
)
NEW_VERSION = policy(
    "1.深化合作。与娄底市共建产业园区。（责任单位：市发改委）\n"
    "2.壮大钢铁产业。支持湘潭县发展钢铁产业，到2027年产值达到1500亿元。（责任单位：市工信局、市财政局）",
    title="关于促进钢铁产业发展的意见（2025版）",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with both versions, which the command runs in."""
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW_VERSION, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def diff(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["diff", *arguments])


def records(*arguments: str) -> list[dict[str, object]]:
    """The changes as a program reads them, without the titles of the documents."""
    done = diff(*arguments, "--format", "json")
    assert done.exit_code == 0, done.stderr
    return [{key: value for key, value in row.items() if "document" not in key} for row in json.loads(done.stdout)]


def test_the_text_tells_each_change_with_both_sentences(folder: Path) -> None:
    """Without a format the changes are told by kind, from what to what, each with the clauses of both versions."""
    told = diff("old.txt", "new.txt").stdout
    assert "钢铁 · 产值：从 不低于1000亿元（2025年） 到 不低于1500亿元（2027年），+50%" in told
    assert "旧 一、1. 支持湘潭县发展钢铁产业，到2025年产值达到1000亿元。" in told
    assert "新 一、2. 支持湘潭县发展钢铁产业，到2027年产值达到1500亿元。" in told
    assert "改  湘潭市 — 娄底市：从 对接 到 共建" in told
    assert "增  湘潭市财政局 · 壮大钢铁产业：参与" in told and "删  湘潭市商务局 · 壮大钢铁产业：参与" in told


def test_a_target_that_is_only_put_off_is_told_by_its_years(folder: Path) -> None:
    """Where nothing but the year of a target changed, the years alone are told."""
    (folder / "later.txt").write_text(OLD.replace("2025年", "2028年"), encoding="utf-8")
    assert "钢铁 · 产值：不低于1000亿元，从 2025年 到 2028年" in diff("old.txt", "later.txt").stdout


def test_nothing_changed_is_said_and_no_failure(folder: Path) -> None:
    """Equal versions are said to be equal, with exit code 0, in text and in rows."""
    assert "没有变化" in diff("old.txt", "old.txt").stdout and diff("old.txt", "old.txt").exit_code == 0
    rows_told = diff("old.txt", "old.txt", "--format", "csv")
    assert rows_told.exit_code == 0 and len(rows_told.stdout.splitlines()) == 1 and "没有变化" in rows_told.stderr


def test_documents_facts_files_folders_and_graphs_are_compared_alike(folder: Path, place: str) -> None:
    """It makes no difference whether a version is a document, a folder, a facts file or loaded into a graph."""
    expected = records("old.txt", "new.txt")
    for name in ("old", "new"):
        (folder / name).mkdir()
        (folder / name / "plan.txt").write_bytes((folder / f"{name}.txt").read_bytes())
        assert CliRunner().invoke(app, ["extract", f"{name}.txt", "-o", f"{name}.jsonl"]).exit_code == 0
    assert CliRunner().invoke(app, ["ingest", "old.txt", "new.txt", "--graph", place]).exit_code == 0
    assert len(expected) == 5
    assert records("old.jsonl", "new.jsonl") == expected
    assert records("old", "new.jsonl") == expected
    assert records("2023版", "2025版", "--graph", place) == expected
    assert records("湘潭市人民政府办公室关于促进钢铁产业发展的意见（2023版）", "new.txt", "--graph", place) == expected


@pytest.mark.parametrize("format_name", ["table", "csv", "json", "jsonl", "md", "xlsx"])
def test_every_format_holds_every_change(folder: Path, format_name: str) -> None:
    """Each format has one row a change, in files as on standard output."""
    number = len(records("old.txt", "new.txt"))
    assert diff("old.txt", "new.txt", "--format", format_name, "-o", f"out.{format_name}").exit_code == 0
    data = (folder / f"out.{format_name}").read_bytes()
    assert rows_in(data, format_name) == number


def rows_in(data: bytes, format_name: str) -> int:
    """How many rows of data a file holds."""
    if format_name == "xlsx":
        sheet: Any = load_workbook(io.BytesIO(data)).active
        return int(sheet.max_row) - 1
    text = data.decode("utf-8-sig")
    if format_name == "json":
        return len(json.loads(text))
    lines = list(csv.reader(io.StringIO(text))) if format_name == "csv" else text.splitlines()
    return len(lines) - {"table": 2, "md": 2, "csv": 1}.get(format_name, 0)


def test_text_goes_to_a_file_of_another_ending(folder: Path) -> None:
    """`-o changes.txt` writes what is shown without it."""
    assert diff("old.txt", "new.txt", "-o", "changes.txt").exit_code == 0
    assert (folder / "changes.txt").read_text(encoding="utf-8") == diff("old.txt", "new.txt").stdout


def test_several_documents_are_paired_and_the_rest_is_new_or_gone(folder: Path) -> None:
    """Facts files of many documents: editions of one are compared, the others told as new or gone."""
    other = policy("1.支持企业上市。", title="关于推进企业上市的通知")
    gone = policy("1.支持农业发展。", title="关于加快农业发展的若干措施")
    for name, texts in (("a", (OLD, gone)), ("b", (other, NEW_VERSION))):
        lines = [encode(extract_text(text, "x.txt")) + "\n" for text in texts]
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    told = diff("a.jsonl", "b.jsonl").stdout
    assert "从 对接 到 共建" in told
    assert "新增文件（1）\n  《湘潭市人民政府办公室关于推进企业上市的通知》" in told
    assert "删去文件（1）\n  《湘潭市人民政府办公室关于加快农业发展的若干措施》" in told
    kinds = [(row["kind"], row["change"]) for row in records("a.jsonl", "b.jsonl")]
    assert kinds[:2] == [("document", "new"), ("document", "gone")]


def test_a_bad_line_costs_the_others_nothing(folder: Path) -> None:
    """A broken line of a facts file is named with its number, the others are compared, and the exit code is 1."""
    line = encode(extract_text(OLD, "x.txt"))
    (folder / "a.jsonl").write_text(f"{line}\n{{broken\n", encoding="utf-8")
    done = diff("a.jsonl", "new.txt")
    assert done.exit_code == 1 and "a.jsonl, line 2" in done.stderr and "从 对接 到 共建" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("missing.docx", "new.txt"), "missing.docx does not exist; check the path."),
        (("old.txt", "无此文件"), "There is no graph at liantu.kgl"),
        (("empty.txt", "new.txt"), "empty.txt is empty"),
        (("nothing.jsonl", "new.txt"), "nothing.jsonl holds no document"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(folder: Path, arguments: tuple[str, str], told: str) -> None:
    """A version that is not there is told in one sentence, with exit code 1 and nothing on standard output."""
    for name in ("empty.txt", "nothing.jsonl"):
        (folder / name).touch()
    done = diff(*arguments)
    assert (done.exit_code, done.stdout) == (1, "") and told in done.stderr and done.stderr.count("\n") == 1


def test_corrections_hold_on_both_sides(folder: Path) -> None:
    """A version in the graph was put right when it was loaded, so the file beside it is put right, too."""
    (folder / "corrections.csv").write_text("决定,类型,名称\n不是实体,产业链,钢铁\n", encoding="utf-8")
    assert CliRunner().invoke(app, ["ingest", "old.txt"]).exit_code == 0
    done = diff("关于促进钢铁产业发展的意见（2023版）", "old.txt")
    assert "没有变化" in done.stdout and "Corrections of corrections.csv are applied" in done.stderr
    assert "产业链" not in diff("old.txt", "new.txt").stdout


def test_a_document_that_is_only_cited_cannot_be_compared(folder: Path) -> None:
    """A policy of which the graph knows only the title has no facts to compare."""
    citing = policy("1.落实《钢铁产业振兴规划》。", title="关于促进工业发展的意见")
    (folder / "citing.txt").write_text(citing, encoding="utf-8")
    assert CliRunner().invoke(app, ["ingest", "citing.txt"]).exit_code == 0
    done = diff("钢铁产业振兴规划", "new.txt")
    assert done.exit_code == 1 and "《钢铁产业振兴规划》 is only cited in liantu.kgl" in done.stderr
    assert diff("没有这个文件", "new.txt").exit_code == 1


def test_a_thousand_clauses_are_compared_within_seconds() -> None:
    """Documents of a thousand clauses, all renumbered and reworded, take seconds and not minutes."""
    first, second, third = "春夏秋冬东西南北中外", "江河湖海山川", "花草树木石玉金银铜铁锡铅锌钨锑钼钒"
    names = [a + b + c for a in first for b in second for c in third][:999]
    clauses = [
        f"{name}工程。加快{name[::-1]}建设，支持{name}集聚，完善{name[1:]}配套。（责任单位：市工信局）"
        for name in names
    ]
    reworded = [clause.replace("加快", "大力加快") for clause in reversed(clauses)]
    versions = [
        rows(extract_text(policy("\n".join(f"{number}.{clause}" for number, clause in enumerate(body, 1))), "x.txt"))
        for body in (clauses, reworded)
    ]
    began = time.monotonic()
    found = compare(*versions)
    assert time.monotonic() - began < 20
    assert (found.clauses.reworded, found.clauses.new, found.clauses.gone) == (999, 0, 0)
    assert not [change for change in found.changes if change.kind == "duties"]
