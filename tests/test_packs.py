"""Packs on four short documents against what a reader of them would answer, and parameters as people type them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from short_documents import documents, load_into, read

from graph.errors import QueryError
from graph.stores import Store, open_store
from queries import run
from queries.runner import pack_named

L, X, C, R = (document.policy.title for document in documents())
LOUDI_NO, XIANGTAN_NO, CHANGSHA_NO, REPEAL_NO = (
    "湘政办发〔2022〕60号",
    "潭政办发〔2021〕12号",
    "长政发〔2023〕5号",
    "潭政办发〔2024〕3号",
)
CHANGSHA_1 = "一、支持长沙市发展工程机械产业，推动长沙市对接娄底市。"
LOUDI_3 = "3．支持娄底市与长沙市共建园区，壮大先进材料产业。"

# Pack, parameters as typed, and the rows by hand: of the columns named first.
EXPECTED: list[tuple[str, Mapping[str, str], tuple[str, ...], list[tuple[Any, ...]]]] = [
    (
        "agency_duties",
        {"agency": "市工业和信息化局"},
        ("policy", "number", "clause", "role"),
        [(X, XIANGTAN_NO, "一、", "参与"), (R, REPEAL_NO, "一、", "参与")],
    ),
    (
        "agency_load",
        {},
        ("agency", "lead", "member", "documents"),
        [
            ("湖南省发展和改革委员会", 1, 0, 1),
            ("湘潭市发展和改革委员会", 0, 2, 1),
            ("湘潭市工业和信息化局", 0, 2, 2),
            ("娄底市人民政府", 0, 1, 1),
            ("湖南省商务厅", 0, 1, 1),
            ("湖南省工业和信息化厅", 0, 1, 1),
        ],
    ),
    (
        "clause_units",
        {"policy": LOUDI_NO},
        ("clause", "lead", "member"),
        [
            ("一、1．", [], ["娄底市人民政府", "湖南省工业和信息化厅"]),
            ("二、3．", ["湖南省发展和改革委员会"], ["湖南省商务厅"]),
        ],
    ),
    # The title and the first clause of 长沙 say it, and one clause of each of the others.
    (
        "chain_regions",
        {"chain": "工程机械产业"},
        ("place", "clauses", "documents"),
        [("湘潭市", 2, 2), ("长沙市", 2, 1), ("娄底市", 1, 1), ("湘潭高新区", 1, 1)],
    ),
    (
        "region_chains",
        {"region": "娄底"},
        ("chain", "documents", "first"),
        [("先进材料", 1, "2022"), ("工程机械", 1, "2022"), ("电子陶瓷", 1, "2022")],
    ),
    # 支持娄底市与长沙市…，壮大先进材料产业 is said of both.
    (
        "shared_chains",
        {"a": "娄底", "b": "长沙市"},
        ("chain", "number", "everywhere", "places"),
        [("先进材料", 2, "是", ["娄底市（4）", "长沙市（1）"]), ("工程机械", 2, "是", ["娄底市（1）", "长沙市（2）"])],
    ),
    (
        "attracted",
        {},
        ("enterprise", "wanted_by", "documents", "quote"),
        [
            ("信义光电", ["特种玻璃"], 1, "引进南玻新材、信义光电等企业。"),
            ("南玻新材", ["特种玻璃"], 1, "引进南玻新材、信义光电等企业。"),
        ],
    ),
    (
        "chain_enterprises",
        {"chain": "特种玻璃"},
        ("enterprise", "relation", "roles", "places", "clauses"),
        [
            ("恒晶光材", "链上", ["骨干"], ["长沙市"], 1),
            ("信义光电", "拟引进", [], [], 1),
            ("南玻新材", "拟引进", [], [], 1),
        ],
    ),
    ("region_parks", {"region": "长沙"}, ("park", "place", "documents"), [("湘江电子信息产业园", "长沙市", 1)]),
    (
        "city_links",
        {},
        ("a", "b", "clauses", "documents", "first", "last", "modes", "chains"),
        [
            ("长沙市", "娄底市", 2, 2, "2022", "2023", ["共建", "对接"], ["先进材料", "工程机械"]),
            ("娄底市", "粤港澳大湾区", 1, 1, "2022", "2022", ["承接转移"], ["工程机械"]),
            ("怀化市", "娄底市", 1, 1, "2022", "2022", ["对接"], ["工程机械"]),
            ("湘潭市", "娄底市", 1, 1, "2021", "2021", ["合作"], []),
        ],
    ),
    (
        "city_links",
        {"region": "娄底"},
        ("a", "b", "clauses"),
        [("娄底市", "长沙市", 2), ("娄底市", "粤港澳大湾区", 1), ("娄底市", "怀化市", 1), ("娄底市", "湘潭市", 1)],
    ),
    ("group_members", {}, ("city_group", "member", "documents"), [("长株潭", "株洲市", 1), ("长株潭", "湘潭市", 1)]),
    (
        "link_sentences",
        {"region": "长沙"},
        ("partner", "policy", "number", "issued", "clause", "quote"),
        [
            ("娄底市", L, LOUDI_NO, "2022-11-24", "二、3．", LOUDI_3),
            ("娄底市", C, CHANGSHA_NO, "2023-03-01", "一、", CHANGSHA_1),
        ],
    ),
    (
        "citations",
        {},
        ("citing", "cited", "number", "mode"),
        [(X, "湖南省先进制造业促进办法", "湘政发〔2020〕8号", "依据"), (R, X, XIANGTAN_NO, "废止")],
    ),
    ("citations", {"policy": REPEAL_NO}, ("citing", "cited"), [(R, X)]),
    (
        "policies",
        {},
        ("policy", "number", "issuer", "issued", "genre", "region", "clauses"),
        [
            (R, REPEAL_NO, ["湘潭市人民政府办公室"], "2024-02-01", "意见", "湘潭市", 3),
            (C, CHANGSHA_NO, ["长沙市人民政府"], "2023-03-01", "意见", "长沙市", 4),
            (L, LOUDI_NO, ["湖南省人民政府办公厅"], "2022-11-24", "措施", "娄底市", 7),
            (X, XIANGTAN_NO, ["湘潭市人民政府办公室"], "2021-05-06", "意见", "湘潭市", 4),
        ],
    ),
    # 潭政办发〔2021〕12号 has no end, but is repealed on 2024-02-01; 湘政办发〔2022〕60号 ends with 2027.
    ("policies_in_force", {"day": "2021-05-05"}, ("policy",), []),
    ("policies_in_force", {"day": "2021-05-06"}, ("policy", "until"), [(X, None)]),
    ("policies_in_force", {"day": "2024-01-31"}, ("policy", "until"), [(C, None), (L, "2027-12-31"), (X, None)]),
    ("policies_in_force", {"day": "2024-02-01"}, ("policy",), [(R,), (C,), (L,)]),
    ("policies_in_force", {"day": "2027-12-31"}, ("policy",), [(R,), (C,), (L,)]),
    ("policies_in_force", {"day": "2028-01-01"}, ("policy",), [(R,), (C,)]),
    (
        "targets_by_year",
        {"year": "2025"},
        ("subject", "metric", "comparator", "value", "unit", "policy"),
        [("先进材料", "总产值", ">", 1000, "亿元", L), ("湘潭市", "规模工业增加值", ">", 800, "亿元", X)],
    ),
    ("targets_by_year", {"year": "2025", "region": "湘潭"}, ("subject", "value"), [("湘潭市", 800)]),
    ("targets_by_year", {"year": "2024"}, ("subject",), []),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The four documents in a graph."""
    path = tmp_path_factory.mktemp("packs") / "g.kgl"
    load_into(path, *documents())
    with open_store(str(path)) as opened:
        yield opened


@pytest.mark.parametrize(("name", "parameters", "columns", "rows"), EXPECTED)
def test_a_pack_answers_as_a_reader_would(
    store: Store, name: str, parameters: Mapping[str, str], columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    """The rows, in their order, are those that the texts give by hand."""
    table = run(store, name, parameters)
    chosen = [table.columns.index(column) for column in columns]
    assert [tuple(row[index] for index in chosen) for row in table.rows] == rows


def test_facts_of_little_confidence_are_listed_from_the_least(store: Store) -> None:
    """`low_confidence` gives facts below the bound only, with rule, document and sentence."""
    table = run(store, "low_confidence", {"below": "0.96"})
    confidences = [row[3] for row in table.rows]
    assert confidences == sorted(confidences) and confidences and confidences[-1] < 0.96
    assert all(row[4] and row[5] in (L, X, C, R) and row[6] for row in table.rows)
    assert run(store, "low_confidence", {"below": "0"}).rows == ()


@pytest.mark.parametrize(("name", "parameters"), [(name, parameters) for name, parameters, _, _ in EXPECTED])
def test_rows_do_not_depend_on_the_order_of_loading(
    store: Store, tmp_path: Path, name: str, parameters: Mapping[str, str]
) -> None:
    """The graph loaded the other way round gives the same rows in the same order; columns are those of the header."""
    load_into(tmp_path / "g.kgl", *reversed(documents()))
    with open_store(str(tmp_path / "g.kgl")) as turned:
        table = run(turned, name, parameters)
    assert table == run(store, name, parameters)
    assert list(zip(table.columns, table.titles, strict=True)) == list(pack_named(name).columns)


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("city_link", {}, r"no pack 'city_link'; the packs are actor_links, central_places, city_links"),
        (
            "city_links",
            {"city": "娄底"},
            r"no parameter 'city'; its parameters are: region:place=\"\", mode:text\[共建\|",
        ),
        ("policies", {"year": "2025"}, r"no parameter 'year'; its parameters are: none"),
        ("link_sentences", {}, r"needs region \(地区或城市群\); for example -p region=娄底市"),
        ("city_links", {"mode": "联姻"}, r"mode is one of 共建, 对接, .*, not '联姻'"),
        (
            "targets_by_year",
            {"year": "2025.5"},
            r"year is to be a whole number, not '2025.5'; for example -p year=2025",
        ),
        ("low_confidence", {"below": "nan"}, r"below is to be a number, not 'nan'; for example -p below=0.8"),
        (
            "region_chains",
            {"region": "娄低儿市"},
            r"Nothing is called '娄低儿市' here; the nearest names are: 娄底市（市）",
        ),
        ("region_chains", {"region": "工程机械"}, r"Nothing is called '工程机械'"),
        ("citations", {"policy": "湘潭市人民政府办公室"}, r"may mean .*; give one of these names in full"),
        ("targets_by_year", {"year": "明年"}, r"year is to be a whole number, not '明年'"),
        ("policies_in_force", {"day": "2025-02-30"}, r"day is to be a day such as 2025-06-30, not '2025-02-30'"),
        ("policies_in_force", {"day": "2025"}, r"day is to be a day such as"),
    ],
)
def test_a_wrong_question_lists_the_choices(store: Store, name: str, parameters: Mapping[str, str], said: str) -> None:
    """Unknown packs and parameters, missing and wrong values are one sentence with the choices or the form."""
    with pytest.raises(QueryError, match=said) as caught:
        run(store, name, parameters)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["娄底", "娄底市", "City:431300", " 娄底 "])
def test_a_name_in_a_parameter_is_resolved(store: Store, name: str) -> None:
    """Short name, full name and id mean the same city, even where no document uses the short name."""
    assert run(store, "region_chains", {"region": name}) == run(store, "region_chains", {"region": "City:431300"})


def test_dates_that_are_years_are_compared_as_years(tmp_path: Path) -> None:
    """A document valid until 2026 is in force in December 2026; one repealed by its number alone is not."""
    text = (
        "湘潭市人民政府\n关于{}的意见\n潭政发〔{}\n\n各县市区人民政府：\n\n一、支持湘潭市发展工程机械产业。{}\n\n"
        "湘潭市人民政府\n{}年1月1日\n"
    )
    first = read(text.format("发展甲业", "2020〕1号", "", 2020))
    second = read(
        text.format("发展乙业", "2022〕1号", "《关于发展甲业的若干意见》（潭政发〔2020〕1号）同时废止。", 2022)
    )
    old = first.policy.title
    first = replace(first, policy=replace(first.policy, effective_until="2026"))
    load_into(tmp_path / "a.kgl", first)
    load_into(tmp_path / "b.kgl", first, second)
    with open_store(str(tmp_path / "a.kgl")) as one, open_store(str(tmp_path / "b.kgl")) as both:
        assert [row[0] for row in run(one, "policies_in_force", {"day": "2026-12-31"}).rows] == [old]
        assert run(one, "policies_in_force", {"day": "2027-01-01"}).rows == ()
        assert [row[0] for row in run(both, "policies_in_force", {"day": "2023-01-01"}).rows] == [second.policy.title]


def test_a_short_name_in_a_parameter_means_the_division_of_the_highest_level(tmp_path: Path) -> None:
    """湘潭 is the city, though the county has the same short name; 湘潭县 is the county."""
    text = "湘潭市人民政府关于产业的意见\n\n一、支持湘潭县发展食品加工产业。\n二、支持湘潭市发展电子陶瓷产业。\n"
    load_into(tmp_path / "short.kgl", read(text))
    with open_store(str(tmp_path / "short.kgl")) as store:
        short, city, county = (run(store, "region_chains", {"region": name}) for name in ("湘潭", "湘潭市", "湘潭县"))
    assert short == city != county
