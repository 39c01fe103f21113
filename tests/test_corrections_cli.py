"""Corrections on the command line: found, applied on every way into a graph, told, reviewed, taken in, checked."""

import csv
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook

from liantu.app import app

HEAD = "决定,类型,名称,关系,另一类型,另一名称,文件,依据句,谁,日期\n"
LINES = (
    "不是实体,产业链,薄板深加工,,,,,,张三,2026-11-27\n"
    "另一名称,企业,福伊特,,,福伊特驱动,,,张三,2026-11-27\n"
    "关系有误,城市群,长株潭,合作,市,娄底,娄政发〔2022〕97号,,李四,\n"
    "缺少关系,企业,克诺尔,位于,市,株洲市,,依托中车株机、中车株洲所、中车株洲电机、联诚集团等骨干企业,李四,\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to work in, with nothing set."""
    for name in ("LIANTU_GRAPH", "LIANTU_CORRECTIONS", "NEO4J_URI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def table(folder: Path, lines: str = LINES, name: str = "corrections.csv") -> Path:
    """A table of corrections."""
    path = folder / name
    path.write_text(HEAD + lines, encoding="utf-8-sig")
    return path


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, [*map(str, arguments)])


def asked(graph: str, statement: str) -> list[list[object]]:
    """The rows of a statement."""
    done = run("cypher", statement, "--graph", graph, "--format", "json")
    assert done.exit_code == 0, done.output
    return [list(row.values()) for row in json.loads(done.stdout)]


FACTS = (
    "MATCH (n) WHERE n.name IN ['薄板深加工', '福伊特', '福伊特驱动'] RETURN n.name AS name ORDER BY name",
    "MATCH (a:City)-[r:COOPERATES_WITH]-(b:CityGroup) WHERE a.name = '娄底市' AND b.name = '长株潭' "
    "AND r.policyId STARTS WITH 'Policy:娄底市人民政府' RETURN count(r) AS n",
    "MATCH (a:Enterprise)-[r:LOCATED_IN]->(b:City) WHERE a.name = '克诺尔' "
    "RETURN b.name AS place, r.rule AS rule, r.confidence AS sure, r.correctedBy AS who",
)
RIGHT: list[list[list[object]]] = [[["福伊特驱动"]], [[0]], [["株洲市", "correction", 1.0, "李四"]]]


def test_ingest_puts_right_what_it_reads(place: str, folder: Path, examples: Path) -> None:
    """On both stores; who decided stands on the fact, and a second run changes nothing."""
    path = table(folder)
    first = run("ingest", examples, "--graph", place, "--corrections", path)
    assert first.exit_code == 0, first.output
    assert "Corrections: 4 in effect, 0 without effect." in first.stderr
    assert [asked(place, statement) for statement in FACTS] == RIGHT
    marks = asked(place, "MATCH (n:Enterprise {name: '福伊特驱动'}) RETURN n.correctedBy AS who, n.correctedOn AS day")
    assert marks == [["张三", "2026-11-27"]]
    assert "5 the same" in run("ingest", examples, "--graph", place, "--corrections", path, "--again").stderr


def test_load_puts_right_what_was_extracted_and_leaves_what_is(place: str, folder: Path, examples: Path) -> None:
    """Facts extracted without the table are corrected at loading; those extracted with it stay the same, and their
    lines are in effect."""
    assert run("extract", examples, "-o", folder / "raw.jsonl").exit_code == 0
    path = table(folder, name="decisions.csv")
    assert run("load", folder / "raw.jsonl", "--graph", place, "--corrections", path).exit_code == 0
    assert [asked(place, statement) for statement in FACTS] == RIGHT
    assert run("extract", examples, "-o", folder / "right.jsonl", "--corrections", path).exit_code == 0
    again = run("load", folder / "right.jsonl", "--graph", place, "--corrections", path, "--json")
    told = json.loads(again.stdout)
    assert told["documents"] == {"new": 0, "changed": 0, "same": 5}
    assert (told["corrections"]["effective"], told["corrections"]["idle"]) == (4, [])


def test_the_table_beside_the_graph_is_found(folder: Path, examples: Path) -> None:
    """Without the option corrections.csv, or .xlsx, beside the graph file is applied, and a line says so."""
    table(folder)
    done = run("ingest", examples)
    assert "Corrections of corrections.csv are applied (4 lines)." in done.stderr
    book = Workbook()
    for row in csv.reader((HEAD + LINES).splitlines()):
        book.active.append(row)
    (folder / "other").mkdir()
    book.save(folder / "other" / "corrections.xlsx")
    assert "corrections.xlsx are applied" in run("ingest", examples, "--graph", folder / "other" / "g.kgl").stderr
    table(folder / "other")
    both = run("ingest", examples, "--graph", folder / "other" / "g.kgl")
    assert both.exit_code == 1 and "name one with --corrections" in both.stderr


def test_the_variable_names_a_table(folder: Path, examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """LIANTU_CORRECTIONS does for --corrections."""
    monkeypatch.setenv("LIANTU_CORRECTIONS", str(table(folder, name="c.csv")))
    assert "4 in effect" in run("extract", examples, "-o", folder / "f.jsonl").stderr


def test_a_line_that_applies_to_nothing_is_told(folder: Path, examples: Path) -> None:
    """On standard error and in JSON, with file, line and why; the exit code stays 0, since nothing failed."""
    table(folder, "不是实体,企业,没有的公司,,,,,,,\n不是实体,企业,三一集团,,,,别的文件,,,\n")
    done = run("ingest", examples, "--json")
    assert done.exit_code == 0
    why = "none of the documents holds 企业“没有的公司”"
    assert f"Warning: corrections.csv, line 2: 企业“没有的公司”不是实体 applies to nothing: {why}." in done.stderr
    told = json.loads(done.stdout)["corrections"]
    assert told["idle"] == [{"line": 2, "decision": "企业“没有的公司”不是实体", "why": why}]
    assert told["other_policies"] == [3] and "1 for policies that were not read" in done.stderr


def test_a_line_in_effect_elsewhere_in_the_graph_is_not_called_idle(folder: Path, examples: Path) -> None:
    """Who ingests one document more hears nothing of lines that hold in the others."""
    table(folder)
    run("ingest", examples)
    last = sorted(examples.iterdir())[-1]
    done = run("ingest", last)
    assert "4 in effect, 0 without effect" in done.stderr and "Warning" not in done.stderr


def test_changed_corrections_change_the_documents_concerned(folder: Path, examples: Path) -> None:
    """Ingesting again with another table replaces those documents only; without the line the fact is back."""
    run("ingest", examples)
    path = table(folder, "不是实体,产业链,薄板深加工,,,,,,,\n")
    assert "1 changed, 4 the same" in run("ingest", examples).stderr
    path.unlink()
    assert "1 changed, 4 the same" in run("ingest", examples).stderr
    assert asked("liantu.kgl", "MATCH (n:IndustryChain {name: '薄板深加工'}) RETURN count(n) AS n") == [[1]]


def test_a_broken_table_stops_the_run_before_it_touches_anything(folder: Path, examples: Path) -> None:
    """One sentence with file and lines, exit code 1, no graph."""
    table(folder, "不是实体,企业,三一集团,,,,,,,\n另一名称,企业,三一集团,,,三一重工,,,,\n")
    for command in (("ingest", examples), ("extract", examples, "-o", "f.jsonl")):
        done = run(*command)
        assert done.exit_code == 1 and "corrections.csv, line 3" in done.stderr and "line 2" in done.stderr
    assert not (folder / "liantu.kgl").exists() and not (folder / "f.jsonl").exists()


def reviewed(folder: Path, examples: Path) -> Path:
    """A graph of the examples and the workbook of its review."""
    assert run("ingest", examples).exit_code == 0
    done = run("review", "-o", "review.xlsx")
    assert done.exit_code == 0, done.output
    return folder / "review.xlsx"


def filled(path: Path, cells: dict[str, dict[str, dict[str, str]]]) -> None:
    """Fill cells of a workbook: sheet → name in the row → title of the column → text."""
    book = load_workbook(path)
    for sheet, rows in cells.items():
        titles = {cell.value: cell.column for cell in book[sheet][1]}
        for name, answers in rows.items():
            line = next(
                r for r in range(2, book[sheet].max_row + 1) if book[sheet].cell(r, titles["名称"]).value == name
            )
            for title, text in answers.items():
                book[sheet].cell(line, titles[title]).value = text
    book.save(path)


def test_a_review_is_a_workbook_to_decide_in(folder: Path, examples: Path) -> None:
    """A guide of ten lines, a sheet each with sentences, cells to decide in that offer what is allowed."""
    book = load_workbook(reviewed(folder, examples))
    assert book.sheetnames == ["说明", "低置信关系", "新名称", "疑似重复", "目标冲突"]
    assert 8 <= sum(1 for row in book["说明"].iter_rows(values_only=True) if row[0]) <= 12
    for sheet in book.worksheets[1:]:
        titles = [cell.value for cell in sheet[1]]
        assert titles[0] == "决定" and titles[-3:] == ["谁", "日期", "备注"]
        assert "依据句" in titles or "例句" in titles
        choices = [str(rule.sqref) for rule in sheet.data_validations.dataValidation]
        assert f"A2:A{sheet.max_row}" in choices and sheet.max_row > 1
        assert not any(row[0] for row in sheet.iter_rows(min_row=2, values_only=True))
    sure = [row[9] for row in book["低置信关系"].iter_rows(min_row=2, values_only=True)]
    assert sure == sorted(sure) and sure[-1] < 0.95
    new = {row[2] for row in book["新名称"].iter_rows(min_row=2, values_only=True)}
    assert "农友机械" in new and not {"湘潭经开区", "湘潭市商务局", "株潭娄"} & new


def test_what_was_decided_comes_back_into_the_graph(folder: Path, examples: Path) -> None:
    """review → filled → import → ingest → the card shows it; a second import adds nothing."""
    path = reviewed(folder, examples)
    sentence = load_workbook(path)["低置信关系"]
    name, other = sentence["C2"].value, sentence["F2"].value
    filled(
        path,
        {
            "低置信关系": {name: {"决定": "关系有误", "谁": "张三", "日期": "2026-11-27"}},
            "新名称": {
                "农友机械": {"决定": "另一名称", "另一名称": "湖南农友机械"},
                "辉瑞": {"决定": "加别名", "另一名称": "Pfizer、辉瑞集团", "备注": "官网"},
            },
        },
    )
    done = run("corrections", "import", path, "--who", "李四")
    assert done.exit_code == 0 and "corrections.csv: 3 decisions added" in done.stderr
    assert "liantu ingest" in done.stderr
    text = (folder / "corrections.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf") and "张三,2026-11-27" in text.decode("utf-8-sig")
    assert "0 decisions added, 3 known before" in run("corrections", "import", path).stderr
    assert (folder / "corrections.csv").read_bytes() == text
    assert "3 in effect, 0 without effect" in run("ingest", examples).stderr
    assert "更正人  李四" in run("lookup", "湖南农友机械").stdout
    assert "Pfizer" in run("lookup", "辉瑞").stdout
    ends = f"a.name = '{name}' AND b.name = '{other}'"
    assert asked("liantu.kgl", f"MATCH (a)-[r]->(b) WHERE {ends} AND r.confidence < 0.95 RETURN count(r) AS n") == [[0]]
    again = load_workbook(reviewed_again(folder))
    assert "湖南农友机械" not in {row[2] for row in again["新名称"].iter_rows(values_only=True)}


def reviewed_again(folder: Path) -> Path:
    """Another review of the same graph."""
    assert run("review", "-o", "again.xlsx").exit_code == 0
    return folder / "again.xlsx"


def test_an_import_loses_nothing(folder: Path, examples: Path) -> None:
    """Lines that the table has stay as they are, in their order, in whatever encoding and columns it was; new ones
    follow."""
    path = reviewed(folder, examples)
    (folder / "corrections.csv").write_bytes(
        "名称;类型;决定;备注\n三一集团;Enterprise;not an entity;=旧的\n".encode("gb18030")
    )
    filled(path, {"新名称": {"农友机械": {"决定": "不是实体"}}})
    assert run("corrections", "import", path).exit_code == 0
    rows = list(csv.DictReader((folder / "corrections.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["决定"], row["类型"], row["名称"]) for row in rows] == [
        ("not an entity", "Enterprise", "三一集团"),
        ("不是实体", "企业", "农友机械"),
    ]
    assert rows[0]["备注"] == "'=旧的"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"谁": "张三"}, "sheet 新名称, line [0-9]+: is filled but has no decision"),
        ({"决定": "另一名称"}, "sheet 新名称, line [0-9]+: 另一名称 needs other_name"),
        ({"决定": "不是实体", "另一名称": "甲"}, "sheet 新名称, line [0-9]+: 不是实体 takes no other_name"),
        ({"决定": "也许"}, "sheet 新名称, line [0-9]+: the decision '也许' is unknown"),
        ({"决定": "不是实体"}, "contradicts .*corrections.csv, line 2"),
    ],
)
def test_rows_that_are_half_filled_are_problems(
    folder: Path, examples: Path, answers: dict[str, str], told: str
) -> None:
    """With sheet and line; nothing is written, and what contradicts the table names its line."""
    path = reviewed(folder, examples)
    before = table(folder, "另一名称,企业,农友机械,,,湖南农友,,,,\n").read_bytes()
    filled(path, {"新名称": {"农友机械": answers}})
    done = run("corrections", "import", path)
    assert done.exit_code == 1
    assert re.search(told, done.stderr), done.stderr
    assert (folder / "corrections.csv").read_bytes() == before


def test_a_workbook_of_something_else_is_refused(folder: Path, examples: Path) -> None:
    """It has none of the sheets; for a server the table must be named; what is added to is a CSV file."""
    review = reviewed(folder, examples)
    Workbook().save(folder / "x.xlsx")
    assert "give a workbook that `liantu review` wrote" in run("corrections", "import", "x.xlsx").stderr
    assert "name the table" in run("corrections", "import", "x.xlsx", "--graph", "bolt://localhost:1").stderr
    assert "is no .csv file" in run("corrections", "import", review, "-o", "y.xlsx").stderr


def test_check_says_what_each_line_does(place: str, folder: Path, examples: Path) -> None:
    """Against facts and against a graph of either store, before and after, without doing anything."""
    run("extract", examples, "-o", "f.jsonl")
    run("load", "f.jsonl", "--graph", place)
    more = "不是实体,企业,没有的公司,,,,,,,\n不是实体,企业,三一集团,,,,别的文件,,,\n"
    path = table(folder, LINES + more, name="c.csv")
    for given in (("--facts", "f.jsonl"), ("--graph", place)):
        done = run("corrections", "check", path, *given, "--format", "json")
        assert [row["effect"] for row in json.loads(done.stdout)] == ["将生效"] * 4 + ["无作用", "其他文件"]
    run("load", "f.jsonl", "--graph", place, "--corrections", path)
    done = run("corrections", "check", path, "--graph", place, "--format", "json")
    assert [row["effect"] for row in json.loads(done.stdout)] == ["已生效"] * 4 + ["无作用", "其他文件"]


def test_a_review_about_one_thing(folder: Path, examples: Path) -> None:
    """Only the rows that have to do with it."""
    reviewed(folder, examples)
    assert run("review", "-o", "about.xlsx", "--about", "娄底").exit_code == 0
    rows = list(load_workbook("about.xlsx")["低置信关系"].iter_rows(min_row=2, values_only=True))
    assert rows and all("娄底市" in (row[2], row[5]) for row in rows)


def test_a_line_with_nothing_to_change_is_in_effect_when_nothing_is_read(folder: Path, examples: Path) -> None:
    """An alias that the document tells itself holds, and stays known to hold when later runs read nothing."""
    table(folder, "加别名,企业,涟源钢铁集团,,,涟钢,,,,\n")
    for _ in range(2):
        done = run("ingest", examples)
        assert "1 in effect, 0 without effect" in done.stderr and "Warning" not in done.stderr
