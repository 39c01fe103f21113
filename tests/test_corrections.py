"""Corrections by table: what each kind of decision makes of facts, and what is refused with its line."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from extract.pipeline import extract_text
from graph.corrections import Correction, Corrections, read_corrections, why_not
from graph.errors import TableError
from graph.facts import Document, Entity, Relation
from graph.verify import verify
from liantu.identity import identify

HEADER = "decision,type,name,relation,other_type,other_name,policy,sentence,detail,who,when,note"
TEXT = """湘潭市人民政府关于支持先进钢铁材料产业发展的若干措施
潭政发〔2024〕7号
一、做强产业。支持湘潭市发展先进钢铁材料产业链，依托湘钢、湘高电器等骨干企业，推动湘潭市与娄底市
开展产业对接。（责任单位：市工信局、市商务局）
二、扩大开放。推动湘潭经开区引进宏旺新材料，鼓励九华 工业园发展汽车产业。到2026年，先进钢铁材料产业产值达到500亿元。
"""
POLICY = "潭政发〔2024〕7号"


def corrections(tmp_path: Path, *lines: str, header: str = HEADER) -> Corrections:
    """The table with these lines."""
    path = tmp_path / "corrections.csv"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return read_corrections(path)


def read() -> Document:
    """The facts of the text."""
    return extract_text(TEXT, "a.txt")


def names(document: Document, label: str) -> dict[str, Entity]:
    """The entities of a label by name."""
    return {entity.name: entity for entity in document.entities if entity.type == label}


def facts(document: Document) -> set[tuple[str, str, str]]:
    """The relations with the names of their ends; clauses by number."""
    known = {entity.id: entity.name for entity in document.entities} | {c.id: c.number for c in document.clauses}
    return {(known[r.source], r.type, known[r.target]) for r in document.relations}


def relation(document: Document, source: str, kind: str, target: str) -> Relation:
    """One relation by the names of its ends."""
    known = {entity.id: entity.name for entity in document.entities} | {c.id: c.number for c in document.clauses}
    return next(r for r in document.relations if (known[r.source], r.type, known[r.target]) == (source, kind, target))


def apply(table: Corrections, document: Document) -> Document:
    """The corrected document, which holds, and which the same table leaves as it is with the same lines in effect."""
    found = table.apply(document, identify)
    verify(found.document)
    again = table.apply(found.document, identify)
    assert again.document == found.document
    assert again.effective == found.effective
    return found.document


def reasons(table: Corrections, documents: Iterable[Document]) -> Mapping[int, str]:
    """Why lines apply to nothing, by number of the line."""
    effective: set[Correction] = set()
    told: dict[Correction, str] = {}
    for document in documents:
        found = table.apply(document, identify)
        effective |= found.effective
        told |= found.reasons
    return {line.line: told.get(line) or why_not(line) for line in table.lines if line not in effective}


def test_not_an_entity(tmp_path: Path) -> None:
    """It goes with all that is said of it; everything else stays."""
    before, after = read(), apply(corrections(tmp_path, "不是实体,产业链,汽车,,,,,,,张三,2026-11-27,"), read())
    assert "汽车" not in names(after, "IndustryChain")
    assert facts(before) - facts(after) == {("湘潭市", "DEVELOPS", "汽车"), ("九华工业园", "DEVELOPS", "汽车")}
    own = names(after, "Policy")[after.policy.title]
    assert own.properties["corrections"] == "张三 2026-11-27：产业链“汽车”不是实体"


def test_another_type_keeps_the_relations_that_the_type_allows(tmp_path: Path) -> None:
    """What the ontology does not allow goes, and is told; who and when stand on the entity."""
    table = corrections(tmp_path, "another type,Enterprise,湘高电器,,Park,,,,,张三,2026-11-27,")
    after = apply(table, read())
    entity = names(after, "Park")["湘高电器"]
    assert entity.id == "Park:湘高电器" and "湘高电器" not in names(after, "Enterprise")
    assert ("湘高电器", "LOCATED_IN", "湘潭市") in facts(after)
    assert ("湘高电器", "IN_CHAIN", "先进钢铁材料") not in facts(after)
    assert table.apply(read(), identify).lost == (
        "《湘潭市人民政府关于支持先进钢铁材料产业发展的若干措施》：企业“湘高电器” 属于产业链 产业链“先进钢铁材料”",
    )
    assert dict(entity.properties) == {
        "correctedBy": "张三",
        "correctedOn": "2026-11-27",
        "correction": "企业“湘高电器”是园区",
    }


def test_another_name_leaves_nothing_of_the_wrong_one(tmp_path: Path) -> None:
    """Relations and mentions stay; the wrong name is no alias."""
    after = apply(corrections(tmp_path, "另一名称,园区,九华工业园,,,湘潭九华工业园,,,,,,"), read())
    entity = names(after, "Park")["湘潭九华工业园"]
    assert entity.id == "Park:湘潭九华工业园" and not entity.aliases and entity.mentions[0].text == "九华工业园"
    assert {("湘潭九华工业园", "LOCATED_IN", "湘潭市"), ("湘潭九华工业园", "DEVELOPS", "汽车")} <= facts(after)


def test_two_are_one(tmp_path: Path) -> None:
    """The first becomes an alias of the other, with its mentions and relations; a relation to itself vanishes."""
    table = corrections(
        tmp_path,
        "是同一个,园区,九华工业园,,,湘潭经开区,,,,,,",
        "缺少关系,园区,九华工业园,合作,园区,湘潭经开区,,鼓励九华工业园发展汽车产业,,,,",
    )
    after = apply(table, read())
    entity = names(after, "Park")["湘潭经开区"]
    assert entity.aliases == ("九华工业园",) and len(entity.mentions) == 2
    assert {("湘潭经开区", "DEVELOPS", "汽车"), ("湘潭经开区", "ATTRACTS", "湖南宏旺")} <= facts(after)
    assert not [end for end in facts(after) if end[0] == end[2]]


def test_one_is_two(tmp_path: Path) -> None:
    """What is said of it is said of both, and each is mentioned where its own name stands."""
    after = apply(corrections(tmp_path, "是两个,企业,湘高电器,,,湘高；电器,,,,,,"), read())
    firms = names(after, "Enterprise")
    assert {("湘高", "IN_CHAIN", "先进钢铁材料"), ("电器", "IN_CHAIN", "先进钢铁材料")} <= facts(after)
    assert [m.text for m in firms["电器"].mentions] == ["电器"] and "湘高电器" not in firms


def test_a_division_gets_the_code_of_the_gazetteer(tmp_path: Path) -> None:
    """A firm that is a county becomes the county; one that no gazetteer knows stays, and the line says so."""
    table = corrections(tmp_path, "另一类型,企业,湘高电器,,县区,湘潭县,,,,,,", "另一类型,园区,九华工业园,,县区,,,,,,,")
    document = read()
    after = apply(table, document)
    assert names(after, "County")["湘潭县"].id == "County:430321"
    assert names(after, "County")["湘潭县"].properties["adcode"] == "430321"
    assert "no 县区“九华工业园” is known" in reasons(table, [document])[3]


def test_an_alias_is_added(tmp_path: Path) -> None:
    """Several with 、 between them; the entity is found by an alias of its own."""
    after = apply(corrections(tmp_path, "加别名,企业,湘钢,,,华菱湘钢、湘潭钢厂,,,,张三,,"), read())
    entity = names(after, "Enterprise")["湘潭钢铁集团"]
    assert entity.aliases == ("湘钢", "华菱湘钢", "湘潭钢厂") and entity.properties["correctedBy"] == "张三"


@pytest.mark.parametrize(
    ("line", "gone"),
    [
        ("关系有误,,湘钢,属于产业链,,先进钢铁材料,,,,,,", {("湘潭钢铁集团", "IN_CHAIN", "先进钢铁材料")}),
        ("关系有误,市,湘潭,发展,产业链,汽车产业,潭政发[2024] 7号,,,,,", {("湘潭市", "DEVELOPS", "汽车")}),
        ("关系有误,园区,九华工业园,发展,产业链,汽车,,九华工业园发展汽车产业,,,,", {("九华工业园", "DEVELOPS", "汽车")}),
        ("关系有误,机构,市商务局,负责,条款,一、,潭政发〔2024〕7号,,,,,", {("湘潭市商务局", "RESPONSIBLE_FOR", "一、")}),
        ("关系有误,市,湘潭市,发展,产业链,汽车,别的文件,,,,,", set()),
        ("关系有误,市,湘潭市,发展,产业链,汽车,,全市大力发展轨道交通,,,,", set()),
    ],
)  # fmt: skip
def test_a_relation_is_wrong(tmp_path: Path, line: str, gone: set[tuple[str, str, str]]) -> None:
    """It goes where the line says: everywhere, in one policy, or where one sentence says it; never anything else."""
    assert facts(read()) - facts(apply(corrections(tmp_path, line), read())) == gone


def test_a_relation_is_missing(tmp_path: Path) -> None:
    """It is stated by its sentence, found again whatever the white space, with full confidence and who and when."""
    line = "缺少关系,市,湘潭市,合作,市,娄底,,推动湘潭市与娄底市开展产业对接,对接,张三,2026-11-27,"
    after = apply(corrections(tmp_path, line), read())
    stated = relation(after, "湘潭市", "COOPERATES_WITH", "娄底市")
    assert stated.properties["mode"] == "对接" and stated.properties["correctedBy"] == "张三"
    item = stated.evidence[0]
    assert (item.rule, item.confidence, item.quote) == ("correction", 1.0, "推动湘潭市与娄底市开展产业对接")
    assert TEXT[item.start : item.end] == "推动湘潭市与娄底市\n开展产业对接"


def test_what_a_missing_relation_names_is_made_where_the_sentence_says_it(tmp_path: Path) -> None:
    """An entity the document has not gets a mention in the sentence; a name that does not stand there is refused."""
    table = corrections(
        tmp_path,
        "缺少关系,园区,九华 工业园,引进,企业,工业园发展,,鼓励九华工业园发展汽车产业,,,,",
        "缺少关系,园区,九华工业园,引进,企业,比亚迪,,鼓励九华工业园发展汽车产业,,,,",
    )
    after = apply(table, read())
    assert names(after, "Enterprise")["工业园发展"].mentions[0].text == "工业园发展"
    assert "the sentence does not name it" in reasons(table, [read()])[3]


def test_a_duty_is_missing(tmp_path: Path) -> None:
    """Its clause is that of the sentence; the role is told as people say it."""
    line = "缺少关系,机构,湘潭市商务局,负责,,,潭政发〔2024〕7号,推动湘潭经开区引进宏旺新材料,牵头,,,"
    stated = relation(apply(corrections(tmp_path, line), read()), "湘潭市商务局", "RESPONSIBLE_FOR", "二、")
    assert stated.properties["role"] == "lead"


def test_decisions_lead_on(tmp_path: Path) -> None:
    """甲 is 乙 and 乙 is called 丙: all that is said of 甲, by whatever name and in whatever order, is said of 丙."""
    lines = [
        "是同一个,企业,湘高电器,,,甲公司,,,,,,",
        "另一名称,企业,甲公司,,,丙公司,,,,,,",
        "加别名,企业,湘高电器,,,丁公司,,,,,,",
        "关系有误,企业,湘高电器,位于,市,湘潭市,,,,,,",
    ]
    after = apply(corrections(tmp_path, *lines), read())
    assert after == apply(corrections(tmp_path, *reversed(lines)), read())
    assert {"湘高电器", "丁公司"} <= set(names(after, "Enterprise")["丙公司"].aliases)
    assert ("丙公司", "LOCATED_IN", "湘潭市") not in facts(after)


def test_a_line_about_one_policy_goes_before_one_about_all(tmp_path: Path) -> None:
    """In the policy that it names by title, number or id; elsewhere the general one holds."""
    table = corrections(tmp_path, "不是实体,企业,湘高电器,,,,,,,,,", f"另一名称,企业,湘高电器,,,湘高集团,{POLICY},,,,,")
    assert "湘高集团" in names(apply(table, read()), "Enterprise")
    other = extract_text(TEXT.replace("7号", "8号").replace("若干措施", "实施意见"), "b.txt")
    assert not {"湘高集团", "湘高电器"} & set(names(apply(table, other), "Enterprise"))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("不是实体,企业,没有的公司,,,,,,,,,", "none of the documents holds 企业“没有的公司”"),
        ("不是实体,企业,九华工业园,,,,,,,,,", "九华工业园 is 园区, not 企业"),
        ("不是实体,机构,市工信局,,,,,,,,,", "none of the documents holds 机构“市工信局”"),
        (f"另一名称,政策文件,{POLICY},,,新名,{POLICY},,,,,", "is the document itself"),
        ("缺少关系,市,湘潭市,合作,市,娄底市,,推动湘潭市与株洲市开展产业对接,,,,", "its sentence stands in none"),
        ("缺少关系,市,湘潭市,发展,产业链,先进钢铁材料,,先进钢铁材料产业,,,,", "its sentence stands 3 times"),
        ("关系有误,市,娄底市,合作,市,湘潭市,,,,,,", "is not stated in"),
        ("关系有误,机构,市商务局,负责,条款,九、,潭政发〔2024〕7号,,,,,", "has no clause 九、"),
    ],
)  # fmt: skip
def test_a_line_that_applies_to_nothing_says_why(tmp_path: Path, line: str, why: str) -> None:
    """In words that name what was looked for; an alias that means another body in every document needs the policy."""
    told = reasons(corrections(tmp_path, line), [read()])
    assert why in told[2]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["删除,企业,甲,,,,,,,,,"], "line 2: the decision '删除' is unknown; the decisions are 不是实体"),
        ([",企业,甲,,,,,,,,,"], "line 2: there is no decision"),
        (["不是实体,公司,甲,,,,,,,,,"], "line 2: type .类型. is '公司', which is unknown; there are 省 .Province."),
        (["不是实体,,甲,,,,,,,,,"], "line 2: 不是实体 needs type"),
        (["不是实体,企业,甲,,,乙,,,,,,"], "line 2: 不是实体 takes no other_name"),
        (["另一名称,量化目标,甲,,,乙,,,,,,"], "is part of the text"),
        (["是多个,企业,甲,,,乙,,,,,,"], "must hold two names"),
        (["关系有误,企业,甲,提及,,乙,,,,,,"], "nobody can change it"),
        (["关系有误,产业链,甲,属于产业链,企业,乙,,,,,,"], "it joins 企业 → 产业链"),
        (["关系有误,企业,甲,领导,企业,乙,,,,,,"], "is '领导', which is unknown"),
        (["缺少关系,企业,甲,属于产业链,,乙,,甲乙,,,,"], "too short to be found again"),
        (["不是实体,企业,9.14E+17,,,,,,,,,"], "a number that Excel has shortened"),
        (["不是实体,企业,甲,,,,,,,,11月27日,"], "no date; write it as 2026-11-27"),
        (["另一名称,企业,甲,,,乙,,,,,,", "不是实体,企业,甲,,,,,,,,,"], "line 3: .*line 2"),
        (["另一名称,企业,甲,,,乙,,,,,,", "另一名称,企业,甲,,,丙,,,,,,"], "line 3: .*line 2"),
        (["另一名称,企业,甲,,,乙,,,,,,", "是同一个,企业,乙,,,甲,,,,,,"], "line 2: .*back to itself with .*line 3"),
        (["加别名,企业,甲,,,乙,,,,,,", "不是实体,企业,乙,,,,,,,,,"], "line 2: .*line 3"),
        (["加别名,企业,甲,,,丙,,,,,,", "加别名,企业,乙,,,丙,,,,,,"], "line 3: .*line 2"),
        (
            ["关系有误,市,甲市,合作,市,乙市,,同一句话六个字,,,,", "缺少关系,市,乙市,合作,市,甲市,,同一句话六个字,,,,"],
            "line 3: .*line 2",
        ),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_meant_is_refused(tmp_path: Path, lines: Sequence[str], told: str) -> None:
    """With file and line, of contradictory lines both; nothing of it is used."""
    with pytest.raises(TableError, match=f"corrections.csv, {told}|{told}"):
        corrections(tmp_path, *lines)


def test_lines_that_say_the_same_are_one(tmp_path: Path) -> None:
    """A doubled line is harmless; the one that was signed last is kept."""
    table = corrections(
        tmp_path, "不是实体,企业,甲,,,,,,,张三,2026-11-26,", "not an entity,Enterprise,甲,,,,,,,李四,2026-11-27,"
    )
    assert [(line.line, line.who) for line in table.lines] == [(3, "李四")]
    assert [(line.line, other.line) for line, other in table.doubled] == [(2, 3)]


def test_chinese_titles_in_any_order_and_what_excel_makes_of_dates(tmp_path: Path) -> None:
    """Columns may be few and Chinese; days are read as people and Excel write them."""
    header = "日期,名称,类型,决定"
    for day in ("2026-11-27", "2026/11/27", "2026年11月27日", "46353"):
        assert corrections(tmp_path, f"{day},甲,企业,不是实体", header=header).lines[0].when == "2026-11-27"


def test_the_fingerprint_tells_whether_documents_would_change() -> None:
    """An empty table has none; a note plays no part, who decided does."""
    assert Corrections(()).fingerprint == ""
    one, note, who = (
        Corrections([Correction(2, "", "not_entity", "甲", text="甲不是实体", note=told, who=name)])
        for told, name in (("", ""), ("看过", ""), ("", "张三"))
    )
    assert one.fingerprint == note.fingerprint != who.fingerprint


def _seconds(tmp_path: Path, number: int) -> float:
    """Reading that many lines of all kinds and applying them to a document."""
    kinds = (
        "不是实体,企业,企业{0}号,,,,,,,,,",
        "是同一个,企业,甲{0}公司,,,乙{0}公司,,,,,,",
        "加别名,园区,园{0}区,,,又名{0},,,,,,",
        "关系有误,市,湘潭市,合作,市,第{0}市,,,,,,",
        "缺少关系,市,湘潭市,合作,市,娄底市,,推动湘潭市与娄底市共建第{0}个园区,,,,",
    )
    lines = [kinds[index % len(kinds)].format(index) for index in range(number)]
    path = tmp_path / "corrections.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    document = read()
    began = time.perf_counter()
    read_corrections(path).apply(document, identify)
    return time.perf_counter() - began


@pytest.mark.slow
def test_a_hundred_thousand_lines_take_ten_times_as_long_as_ten_thousand(tmp_path: Path) -> None:
    """Near linear: at most twice as much as that, where lines times entities would be a hundred times."""
    read()
    small, large = (min(_seconds(tmp_path, number) for _ in range(2)) for number in (10_000, 100_000))
    assert large < 20 * small


@pytest.mark.parametrize(("name", "other"), [("湘高电器", "湘钢公司"), ("湘钢公司", "湘高电器")])
def test_what_was_called_so_counts_first(tmp_path: Path, name: str, other: str) -> None:
    """Whichever of two the text names first, the one that they become keeps what it says of itself."""
    document = read()
    firms = {
        "湘高电器": Entity("Enterprise:湘高电器", "Enterprise", "湘高电器", (), {"officialName": "甲"}),
        "湘钢公司": Entity("Enterprise:湘钢公司", "Enterprise", "湘钢公司", (), {"officialName": "乙"}),
    }
    kept = [entity for entity in document.entities if entity.id != "Enterprise:湘高电器"]
    both = replace(document, entities=(*kept, *firms.values()))
    after = apply(corrections(tmp_path, f"是同一个,企业,{name},,,{other},,,,,,"), both)
    assert names(after, "Enterprise")[other].properties["officialName"] == firms[other].properties["officialName"]
