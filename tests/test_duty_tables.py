"""Tables that give tasks to units: each row's units answer for it, in the role of their column."""

from pathlib import Path

import pytest
from docx import Document as NewDocument
from short_policies import relations

from extract.pipeline import extract_text
from extract.reading import read
from graph.facts import Document
from graph.verify import verify

HEAD = ("宁波市人民政府办公室关于推进产业集群建设的实施方案", "一、重点任务", "任务分工见下表。")
TAIL = ("二、保障措施", "加强统筹。", "宁波市人民政府办公室", "2024年3月1日")
ROWS = (
    ("序号", "重点任务", "牵头单位", "责任单位", "完成时限"),
    ("1", "做强绿色石化产业链", "市经信局", "市发改委、镇海区人民政府", "2025年底"),
    ("2", "支持企业建设智能工厂", "市发改委", "市财政局", "长期"),
)
EXPECTED = {
    ("1", "宁波市经济和信息化局", "lead"),
    ("1", "宁波市发展和改革委员会", "member"),
    ("1", "宁波市镇海区人民政府", "member"),
    ("2", "宁波市发展和改革委员会", "lead"),
    ("2", "宁波市财政局", "member"),
}


def markdown(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    """A Markdown file with the table."""
    table = [f"| {' | '.join(row)} |" for row in rows]
    table.insert(1, f"|{' --- |' * len(rows[0])}")
    (path / "plan.md").write_text("\n\n".join([*HEAD, "\n".join(table), *TAIL]), encoding="utf-8")
    return path / "plan.md"


def html(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    """A page with the table, each cell with a paragraph in it as Word writes it."""
    table = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in rows)
    words = [f"<p>{line}</p>" for line in HEAD] + [f"<table>{table}</table>"] + [f"<p>{line}</p>" for line in TAIL]
    page = f"<html><head><meta charset='utf-8'></head><body>{''.join(words)}</body></html>"
    (path / "plan.html").write_text(page, encoding="utf-8")
    return path / "plan.html"


def word(path: Path, rows: tuple[tuple[str, ...], ...]) -> Path:
    """A Word document with the table."""
    document = NewDocument()
    for line in HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for index, row in enumerate(rows):
        for place, cell in enumerate(row):
            table.cell(index, place).text = cell
    for line in TAIL:
        document.add_paragraph(line)
    document.save(str(path / "plan.docx"))
    return path / "plan.docx"


def facts(path: Path) -> Document:
    """The facts of a file, verified against its text."""
    source = read(path)
    document = extract_text(source.text, source.name)
    verify(document)
    return document


def duties(document: Document) -> set[tuple[str, str, str]]:
    """(number of the row that proves it, unit, role) of each duty."""
    names = {entity.id: entity.name for entity in document.entities}
    return {
        (relation.evidence[0].quote.strip("| ")[0], names[relation.source], str(relation.properties["role"]))
        for relation in document.relations
        if relation.type == "RESPONSIBLE_FOR"
    }


@pytest.mark.parametrize("write", [markdown, html, word])
def test_the_columns_of_a_table_tell_units_and_roles(tmp_path: Path, write: object) -> None:
    """In Markdown, HTML and Word alike each row is the evidence for its units, and rows are clauses of their own."""
    assert callable(write)
    document = facts(write(tmp_path, ROWS))
    assert duties(document) == EXPECTED
    assert len({clause for _, clause in relations(document, "RESPONSIBLE_FOR")}) == 2


@pytest.mark.parametrize("write", [markdown, html, word])
def test_a_table_without_a_column_of_units_makes_nobody_responsible(tmp_path: Path, write: object) -> None:
    """A table of figures is no table of duties, though units stand in it."""
    assert callable(write)
    rows = (("序号", "申报单位", "金额"), ("1", "市经信局", "300万元"), ("2", "市财政局", "200万元"))
    assert duties(facts(write(tmp_path, rows))) == set()
