"""The workbook of `export xlsx`: what analysts open, read back by openpyxl."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from packs_graph import documents

from graph.errors import OutputError
from graph.export.model import Selection
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation
from graph.loading import load
from graph.stores import open_store
from liantu import workbook
from liantu.hierarchy import divisions
from liantu.output import xlsx
from liantu.selection import Selected, Wanted, selected

SHEETS = ["说明", "联系", "实体", "责任", "目标", "文件"]
_FORMULA = '=HYPERLINK("http://x.example","点我")'


def _hostile() -> Document:
    """A document whose names and texts look like formulas, numbers, dates, and whose clause is longer than a cell."""
    text = _FORMULA + "、@SUM(1)、2023-1-2、0731" + "，" + "长" * 40_000
    policy = Policy("Policy:+式", "+式", "-1", issued="2023-05", source="C:\\users\\me\\plans\\=a.txt")
    clause = Clause("Clause:+式#1", "1-2", "=1+1", 0, len(text), text)
    firm = Entity(f"Enterprise:{_FORMULA}", "Enterprise", _FORMULA, ("@SUM(1)", "2023-1-2"), {}, (
        Mention(0, len(_FORMULA), _FORMULA, clause.id),
    ))  # fmt: skip
    city = Entity("City:431300", "City", "娄底市", (), {"level": "city", "adcode": "431300"})
    said = Evidence(clause.id, 0, len(text), text, "test", 0.5)
    own = Entity(policy.id, "Policy", policy.title)
    relations = (
        Relation(firm.id, "LOCATED_IN", city.id, {"correctedBy": "张三", "correction": "补充"}, (said,)),
        Relation(firm.id, "RESPONSIBLE_FOR", clause.id, {"role": "lead"}, (said,)),
    )
    return Document(policy, (clause,), (own, firm, city), relations)


@pytest.fixture
def book(place: str) -> Callable[..., Any]:
    """Makes a workbook of the examples and a hostile document, and reads it back."""
    with open_store(place, writable=True) as store:
        for document in (*documents(), _hostile()):
            load(store, document, divisions)

    def make(about: str | None = None, since: int | None = None, confidence: float = 0.0) -> Any:
        stream = io.BytesIO()
        with open_store(place) as store:
            workbook.write(store, selected(store, Wanted(about, since, confidence)), place, "2026-11-27", stream)
        return load_workbook(stream)

    return make


def _rows(book: Any, name: str) -> list[dict[str, Any]]:
    titles, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(titles, row, strict=True)) for row in rows]


def test_the_whole_workbook(book: Callable[..., Any], place: str) -> None:
    """Its sheets hold what the graph holds, as text and numbers, filtered, frozen; nothing in it is a formula."""
    made = book()
    with open_store(place) as store:
        counts = store.counts().relations
        documents_read = len(store.documents())
    assert made.sheetnames == SHEETS
    for name in SHEETS[1:]:
        sheet = made[name]
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions
        assert all(sheet.column_dimensions[letter].width >= 7 for letter in "ABCDEFGHIJK")
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "n", "inlineStr") for cell in row)
            assert all(len(cell.value) <= 32_767 for cell in row if isinstance(cell.value, str))
    stated = sum(counts[kind] for kind in counts if kind not in ("HAS_CLAUSE", "MENTIONS", "PART_OF"))
    links, duties, targets = (_rows(made, name) for name in ("联系", "责任", "目标"))
    assert len(links) + len(duties) + len(targets) == stated
    assert len(duties) == counts["RESPONSIBLE_FOR"] and len(targets) == counts["HAS_TARGET"]
    assert all(row["依据句"] and row["文件"] and isinstance(row["置信度"], float) for row in links)
    assert {row["角色"] for row in duties} == {"牵头", "参与"}
    assert all(isinstance(row["数值"], int | float) and isinstance(row["目标年"], int | None) for row in targets)
    policies = _rows(made, "文件")
    assert sum(row["已读入"] == "是" for row in policies) == documents_read
    assert sum(row["本簿事实数"] for row in policies) == stated


def test_text_from_documents_stays_text(book: Callable[..., Any]) -> None:
    """What looks like a formula, a number or a date stays that text; too long a text ends in …; no path is told."""
    made = book("娄底")
    (link,) = [row for row in _rows(made, "联系") if row["甲"] == _FORMULA]
    assert link["文号"] == "-1" and link["发布日期"] == "2023-05" and link["条款"] == "1-2"
    assert link["更正"] == "补充、张三"
    assert len(link["依据句"]) == 32_767 and link["依据句"].endswith("…") and link["依据句"].startswith(_FORMULA)
    (entity,) = [row for row in _rows(made, "实体") if row["名称"] == _FORMULA]
    assert entity["其他名称"] == "2023-1-2、@SUM(1)" and entity["所在"] == "娄底市"
    (policy,) = [row for row in _rows(made, "文件") if row["题名"] == "+式"]
    assert policy["来源文件"] == "=a.txt"


def test_the_first_sheet_says_what_it_is(book: Callable[..., Any], place: str) -> None:
    """The day, the graph without its folder, what was selected with the members of a group, and how much there is."""
    made = book("株潭娄", 2022, 0.8)
    told = {row[0].value: row[1].value for row in made["说明"].iter_rows() if row[0].value}
    assert told["制作日期"] == "2026-11-27" and told["发文年份"] == "2022 年及以后" and told["置信度"] != ""
    assert told["图谱"] == ("Neo4j 数据库" if "://" in place else "g.kgl")
    assert told["范围"].startswith("株潭娄（城市群）（成员：株洲市、湘潭市、娄底市）")
    counts = {row[0].value: row[2].value for row in made["说明"].iter_rows() if row[2].value}
    assert counts == {name: f"{made[name].max_row - 1:,} 行" for name in SHEETS[1:]}
    assert {row[0].hyperlink.location for row in made["说明"].iter_rows() if row[0].hyperlink} == {
        f"'{name}'!A1" for name in SHEETS[1:]
    }


def test_about_a_group_is_about_its_members(book: Callable[..., Any]) -> None:
    """Links have an end in the group, in a member or below one; duties stand in clauses that name one."""
    made, whole = book("株潭娄"), book()
    places = {"株潭娄", "株洲市", "湘潭市", "娄底市"}
    regions = [row for row in _rows(whole, "实体") if row["行政区划代码"] and row["所在"]]
    below = {row["名称"] for row in regions if places & set(row["所在"].split())}
    links = _rows(made, "联系")
    assert links and all({row["甲"], row["乙"]} & (places | below) for row in links)
    assert len(links) == sum(bool({row["甲"], row["乙"]} & (places | below)) for row in _rows(whole, "联系"))
    assert 0 < len(_rows(made, "责任")) < len(_rows(whole, "责任"))
    said = {row["文件"] for name in ("联系", "责任", "目标") for row in _rows(made, name)}
    assert said <= {row["题名"] for row in _rows(made, "文件")}


def test_nothing_selected_is_a_workbook_without_rows(book: Callable[..., Any]) -> None:
    """Its sheets have their headers."""
    made = book(None, 2099)
    assert made.sheetnames == SHEETS and all(made[name].max_row == 1 for name in SHEETS[1:])


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the remedy."""
    monkeypatch.setattr(xlsx, "MAX_ROWS", 3)
    told = r"联系 would have more rows than Excel opens .* narrow it down with --about"
    with pytest.raises(OutputError, match=told), xlsx.workbook(io.BytesIO()) as book:
        xlsx.fill(book.create_sheet("联系"), ["a"], [(n,) for n in range(4)])


def test_a_group_without_members_or_places_is_itself(tmp_path: Path) -> None:
    """A selection about a chain, a firm or a document is about that alone."""
    place = str(tmp_path / "g.kgl")
    with open_store(place, writable=True) as store:
        for document in documents():
            load(store, document, divisions)
        chosen = selected(store, Wanted("先进钢铁材料", None, 0.0))
        assert chosen.selection == Selection(about=frozenset({"IndustryChain:先进钢铁材料"}))
        assert isinstance(chosen, Selected) and chosen.members == ()
