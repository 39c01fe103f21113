"""The picture of links: what is counted, what is shown, where it stands."""

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graph.errors import OutputError
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation
from graph.loading import load
from graph.stores import open_store
from viz import Link, LinkRows, LinksOptions, Node, Picture, Sentence, render
from viz.boxes import box
from viz.layout import arrange, radius
from viz.sentences import mark
from viz.views.links import links

A_CLAUSE = "2.支持甲州市对接粤港澳大湾区。\n在新材料方面推动甲州\n市与乙江市共建园区。鼓励合作。"


def place(key: str, label: str, name: str, *aliases: str, at: tuple[float | None, float | None] = (None, None)) -> Any:
    """A row of the places query."""
    kinds = [label] if label == "CityGroup" else [label, "Region"]
    return {
        "id": key, "labels": kinds, "name": name, "aliases": list(aliases), "lon": at[0], "lat": at[1],
        "short": None, "adcode": None, "kind": None, "above": ["湖南省"] if label == "City" else [],
    }  # fmt: skip


def row(a: str, b: str, clause: str, quote: str, **more: Any) -> Any:
    """A row of the links or members query."""
    base = {
        "a": a, "b": b, "mode": "对接", "quote": quote, "clause_id": f"Clause:{clause}", "clause": "二、（一）",
        "text": A_CLAUSE, "policy_id": "Policy:办法", "policy": "支持甲州市发展若干措施",
        "number": "湘政办发〔2022〕1号", "issued": "2022-11-24", "source": "a.txt", "chains": ["新材料"],
    }  # fmt: skip
    return base | more


PLACES = (
    place("City:1", "City", "甲州市", "甲州", at=(112.0, 27.7)),
    place("City:2", "City", "乙江市", "乙江", at=(113.0, 28.2)),
    place("City:3", "City", "丙山市", "丙山", at=(113.2, 27.8)),
    place("CityGroup:湾", "CityGroup", "粤港澳大湾区", "大湾区"),
    place("CityGroup:乙丙", "CityGroup", "乙丙城市群", "乙丙"),
    place("County:9", "County", "丁县", "丁", at=(112.3, 27.1)),
)
ROWS = LinkRows(
    links=(
        row("City:1", "CityGroup:湾", "1#2", "支持甲州市对接粤港澳大湾区。"),
        row("City:1", "City:2", "1#2", "推动甲州市与乙江市共建园区。", mode="共建"),
        row("City:2", "City:1", "1#2", "推动甲州市与乙江市共建园区。", mode="共建"),
        row("City:1", "City:2", "1#3", "甲州与乙江", text="甲州与乙江", mode="对接", chains=["钢铁"]),
        row("City:1", "CityGroup:乙丙", "2#1", "融入乙丙", text="融入乙丙", policy_id="Policy:二", issued="2024"),
        row("County:9", "CityGroup:湾", "3#1", "丁县", text="丁县", policy_id="Policy:三", issued=None),
    ),
    members=(
        row("City:2", "CityGroup:乙丙", "2#0", "乙丙包括乙江", text="乙丙包括乙江、丙山"),
        row("City:3", "CityGroup:乙丙", "2#0", "乙丙包括乙江、丙山", text="乙丙包括乙江、丙山"),
    ),
    places=PLACES,
    documents=4,
)


def ends(picture: Picture, *, derived: bool = False) -> dict[tuple[str, str], int]:
    """The clauses of each pair of places, by name."""
    names = {node.id: node.name for node in picture.nodes}
    return {(names[x.source], names[x.target]): x.weight for x in picture.links if x.derived == derived}


def test_a_clause_counts_once_for_a_pair() -> None:
    """Two sentences of one clause, or both directions, are one clause; documents and facts are those shown."""
    picture = links(ROWS)
    assert ends(picture)[("甲州市", "乙江市")] == 2
    assert (picture.documents, picture.facts) == (3, 5)
    link = picture.links[0]
    assert dict(link.details) == {"方式": ("共建", "对接"), "同条产业链": ("新材料", "钢铁")}
    assert [item.clause for item in link.sentences] == ["二、（一）"] * 2


def test_the_evidence_is_found_in_the_clause_across_line_breaks() -> None:
    """Broken lines are joined, and the marked words are the quote."""
    picture = links(ROWS)
    sentence = next(x for x in picture.links[0].sentences if "园区" in x.text)
    assert "\n在新材料方面推动甲州市与乙江市共建园区。" in sentence.text
    assert sentence.text[sentence.mark_start : sentence.mark_end] == "推动甲州市与乙江市共建园区。"
    assert mark("别的话", "没有的") == ("别的话", 0, 0)
    assert mark("PC 料 and\nPP 料", "and PP")[0] == "PC 料 and PP 料"


def test_unfolding_adds_derived_links_and_leaves_the_stated_ones() -> None:
    """Members of a group get derived links that rest on the sentences naming them; stated counts stay."""
    plain, unfolded = links(ROWS), links(ROWS, LinksOptions(unfold=True))
    assert ends(plain) == ends(unfolded) and plain.facts == unfolded.facts
    assert ends(unfolded, derived=True) == {("甲州市", "乙江市"): 1, ("甲州市", "丙山市"): 1}
    derived = [link for link in unfolded.links if link.derived]
    assert all(link.basis and link.basis[0].text == "乙丙包括乙江、丙山" for link in derived)
    assert any("推导" in note for note in unfolded.notes)


def test_a_clause_that_states_a_pair_derives_nothing_for_it() -> None:
    """A clause that names a group and its member is not counted again for the member."""
    both = (*ROWS.links, row("City:1", "City:3", "2#1", "融入乙丙", text="融入乙丙"))
    picture = links(replace(ROWS, links=both), LinksOptions(unfold=True))
    assert ends(picture, derived=True) == {("甲州市", "乙江市"): 1}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (LinksOptions(focus="乙江"), {("乙江市", "甲州市"): 2}),
        (LinksOptions(group="乙丙"), {("乙江市", "甲州市"): 2, ("甲州市", "乙丙城市群"): 1}),
        (LinksOptions(since=2024), {("甲州市", "乙丙城市群"): 1}),
        (LinksOptions(mode="共建"), {("甲州市", "乙江市"): 1}),
    ],
)
def test_only_what_was_asked_for_is_shown(options: LinksOptions, expected: dict[tuple[str, str], int]) -> None:
    """Focus and group are found by any name, the year of issue and the mode restrict the clauses."""
    assert ends(links(ROWS, options)) == expected


def test_members_of_the_group_asked_for_are_shown_even_without_a_link() -> None:
    """`group` shows all its members; undated clauses that a year leaves out are counted in a note."""
    assert "丙山市" in {node.name for node in links(ROWS, LinksOptions(group="乙丙城市群")).nodes}
    assert any("1条没有日期" in note for note in links(ROWS, LinksOptions(since=2000)).notes)


@pytest.mark.parametrize(
    ("rows", "options", "reason"),
    [
        (LinkRows(()), LinksOptions(), "还没有文件"),
        (replace(ROWS, links=()), LinksOptions(), "已读入4份文件"),
        (ROWS, LinksOptions(focus="甲洲市"), "相近的有：甲州市"),
        (ROWS, LinksOptions(since=2030), "没有一处符合"),
    ],
)
def test_an_empty_picture_says_what_was_asked_and_why_nothing_is_there(
    rows: LinkRows, options: LinksOptions, reason: str
) -> None:
    """No links: a page without a script, with the question and the reason."""
    picture = links(rows, options)
    page = render(picture)
    assert reason in page and picture.question in page and "<script" not in page


def many(count: int) -> Picture:
    """A picture of so many places in which some have many links."""
    nodes = tuple(
        Node(f"City:{i}", "City", f"第{i}个名字略长的市", lon=110 + i % 7 * 0.1, lat=27 + i % 5 * 0.1)
        for i in range(count)
    )
    pairs = {(min(i, j), max(i, j)) for i in range(count) for j in (i * i % count, (i // 3) % count) if i != j}
    tied = tuple(Link(f"City:{i}", f"City:{j}", "COOPERATES_WITH", 1 + i % 4) for i, j in sorted(pairs))
    return Picture("图", "问", "", 1, len(tied), nodes, tied)


@pytest.mark.parametrize("layout", ["force", "map"])
def test_no_name_lies_over_another(layout: str) -> None:
    """In a picture of 30 nodes the rooms of nodes with their names do not overlap, in either layout."""
    picture = many(30)
    places, sizes = arrange(picture, layout).places, radius(picture)
    rooms = {node.id: box(node.name, sizes[node.id], over=places[node.id].over) for node in picture.nodes}
    for one, other in combinations(rooms, 2):
        (a, x), (b, y) = (places[one], rooms[one]), (places[other], rooms[other])
        beside = abs(a.x - b.x) >= x.half + y.half - 3
        upper, lower = ((a, x), (b, y)) if a.y <= b.y else ((b, y), (a, x))
        assert beside or lower[0].y - upper[0].y >= upper[1].below + lower[1].above - 3, (one, other)


def test_the_same_picture_gives_the_same_page() -> None:
    """Pages are equal to the byte; an unknown layout is refused with the choices."""
    assert render(links(ROWS)).encode() == render(links(replace(ROWS, places=PLACES[::-1]))).encode()
    with pytest.raises(OutputError, match="force, map"):
        render(replace(links(ROWS), layout="circle"))


def test_a_group_stands_amid_its_members_on_the_map() -> None:
    """A group has no coordinates of its own; one whose members nobody names is put below, and a note says so."""
    by_name = {node.name: node for node in links(ROWS).nodes}
    assert (by_name["乙丙城市群"].lon, by_name["乙丙城市群"].lat) == (113.1, 28.0)
    assert "粤港澳大湾区没有坐标" in render(replace(links(ROWS), layout="map"))


def test_a_graph_is_asked_for_its_links(tmp_path: Path) -> None:
    """From a loaded document to the picture: clause, number, date, chains and aliases come out of the graph."""
    text = "支持甲州市对接乙江市，发展新材料产业。"
    cities = (("City:1", "City", "甲州市"), ("City:2", "City", "乙江市"))
    names = (*cities, ("IndustryChain:新材料", "IndustryChain", "新材料"))
    clause = Clause("Clause:措施#1", "一、", "", 0, len(text), text)
    entities = tuple(
        Entity(key, label, name, (), {}, (Mention(text.index(name), text.index(name) + len(name), name, clause.id),))
        for key, label, name in names
    )
    own = Entity("Policy:措施", "Policy", "措施")
    said = Evidence(clause.id, 0, len(text), text, "test", 0.9)
    tied = Relation("City:1", "COOPERATES_WITH", "City:2", {"mode": "对接"}, (said,))
    policy = Policy("Policy:措施", "措施", "甲政〔2022〕3号", None, "2022-05-01", source="a.txt", sha256="0" * 64)
    with open_store(str(tmp_path / "g.kgl"), writable=True) as store:
        assert "图谱里还没有文件" in render(links(store))
        load(store, Document(policy, (clause,), (own, *entities), (tied,)))
        picture = links(store)
        page = render(links(store, LinksOptions(date="2026-11-27")))
    assert ends(picture) == {("甲州市", "乙江市"): 1}
    assert dict(picture.links[0].details) == {"方式": ("对接",), "同条产业链": ("新材料",)}
    expected = Sentence("措施", "甲政〔2022〕3号", "2022-05-01", "一、", text, 0, len(text), "a.txt", clause.id, 0.9)
    assert picture.links[0].sentences == (expected,)
    assert re.search(r"<time>\d{4}-\d\d-\d\d</time>", page)
