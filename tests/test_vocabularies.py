"""The vocabularies of industry: sizes, well-formed files, generic nouns, and words at which names begin."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from vocabulary_files import read_rows

from extract.automaton import Automaton
from extract.gazetteers.vocabulary import (
    Vocabulary,
    boundary_words,
    chains,
    enterprises,
    generic,
    institutions,
    parks,
    programmes,
)
from graph.errors import DataError

DATA = Path(__file__).resolve().parent.parent / "extract" / "gazetteers" / "data"
TABLES = ("chains.tsv", "parks.tsv", "institutions.tsv", "enterprises.tsv")


@cache
def automata() -> tuple[Automaton, Automaton]:
    """Finders of boundary words of two or more characters, and of protected words."""
    words = boundary_words()
    edges = (word for word in words.edges() if len(word) > 1)
    return Automaton(edges, overlapping=True), Automaton(words.protected, overlapping=True)


def uncovered(name: str) -> list[str]:
    """The boundary words of two or more characters in a name, those inside a protected word left out."""
    edges, protected = automata()
    spared = protected.hits(name)
    return [
        word
        for start, end, word in edges.hits(name)
        if not any(left <= start and end <= right for left, right, _ in spared)
    ]


@pytest.mark.parametrize("file", TABLES)
def test_headers_tell_source_date_and_rows(file: str) -> None:
    """Each table says its source and date, and its count of rows is true."""
    comments, _, rows = read_rows(DATA / file)
    header = "\n".join(comments)
    assert "source:" in header
    assert "date: 20" in header
    assert f"# rows: {len(rows)}" in comments


@pytest.mark.parametrize("file", TABLES)
def test_names_stand_once(file: str) -> None:
    """A canonical name has one row, and no cell has white space around it."""
    _, _, rows = read_rows(DATA / file)
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))
    assert all(cell == cell.strip() for row in rows for cell in row.values())


def test_vocabularies_are_large() -> None:
    """Chains, firms, institutions and parks come in numbers that a nation's policy needs."""
    assert len(chains().entries()) >= 2500
    assert len(enterprises().entries()) >= 5000
    assert len(institutions().entries()) >= 3000
    assert len(parks().entries()) >= 750


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("涟钢", "涟源钢铁集团"),
        ("中国一汽", "一汽集团"),
        ("华为技术有限公司", "华为"),
        ("中车株洲电力机车有限公司", "中车株机"),
    ],
)
def test_firms_are_found_by_alias_and_full_name(alias: str, name: str) -> None:
    """A short form and the registered name lead to the canonical name."""
    entry = enterprises().find(alias)
    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize(
    "word", ["机器人", "太阳能", "新产业", "长安", "平安", "东方", "湖南投资", "电子城", "线上线下"]
)
def test_names_that_are_ordinary_words_are_flagged(word: str) -> None:
    """A firm whose name is a word, a place or an industry is marked as ambiguous."""
    assert enterprises().is_ambiguous(word)


@pytest.mark.parametrize("firm", ["三一重工", "中联重科", "宁德时代", "比亚迪", "宁波银行", "湘潭电化"])
def test_plain_names_of_firms_are_not_flagged(firm: str) -> None:
    """A distinctive name stands for the firm by itself."""
    assert enterprises().find(firm) is not None
    assert not enterprises().is_ambiguous(firm)


@pytest.mark.parametrize(
    ("surface", "name", "level", "region"),
    [
        ("湘潭高新区", "湘潭高新区", "国家级", "湘潭市"),
        ("湘潭高新技术产业开发区", "湘潭高新区", "国家级", "湘潭市"),
        ("武汉东湖新技术开发区", "东湖高新区", "国家级", "武汉市"),
        ("娄底经济技术开发区", "娄底经开区", "国家级", "娄底市"),
        ("双峰经开区", "双峰经开区", "省级", "双峰县"),
        ("苏州工业园区", "苏州工业园区", "国家级", "苏州市"),
        ("中国（湖南）自由贸易试验区", "湖南自贸试验区", "国家级", "湖南省"),
    ],
)
def test_parks_are_known_by_short_and_full_name(surface: str, name: str, level: str, region: str) -> None:
    """A zone is found by every form and tells its level and region."""
    entry = parks().find(surface)
    assert entry is not None
    assert (entry.name, entry.level, entry.region) == (name, level, region)


def test_regions_of_parks_are_in_the_gazetteer() -> None:
    """The region of a park or an institution is an official name of the gazetteer of regions."""
    known = {row["name"] for row in read_rows(DATA / "regions.tsv")[2]} | {""}
    assert {entry.region for entry in (*parks().entries(), *institutions().entries())} <= known


def test_seats_of_institutions() -> None:
    """A university has its seat, and its short form leads to it."""
    entry = institutions().find("中科大")
    assert entry is not None
    assert (entry.name, entry.region) == ("中国科学技术大学", "合肥市")


def test_broader_chains_exist() -> None:
    """The broader chain of a chain is a chain too, and another one."""
    table = chains()
    assert all(table.find(entry.broader) for entry in table.entries() if entry.broader)
    assert all(entry.name != entry.broader for entry in table.entries())


def test_whole_sectors_are_marked() -> None:
    """制造业 and 农业 are sectors of the economy, 工程机械 is a chain."""
    sectors = {entry.name for entry in chains().entries() if entry.sector}
    assert {"制造业", "服务业", "农业", "工业", "建筑业", "农林牧渔业"} <= sectors
    assert "工程机械" not in sectors


def test_no_chain_is_generic() -> None:
    """What chains.tsv knows as an industry is no generic noun (whole sectors may be both)."""
    nouns = generic("IndustryChain")
    assert [e.name for e in chains().entries() if not e.sector and nouns.is_generic(e.name)] == []


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("IndustryChain", "战略性新兴产业"),
        ("IndustryChain", "20条工业新兴优势产业链"),
        ("IndustryChain", "五大千亿级主导产业"),
        ("IndustryChain", "实体经济"),
        ("Park", "省级特色产业园区"),
        ("Enterprise", "一批骨干龙头企业"),
        ("Enterprise", "“专精特新”企业"),
        ("Institution", "国家重点实验室"),
        ("Agency", "各县市区人民政府"),
        ("Agency", "市直有关部门"),
    ],
)
def test_generic_nouns(label: str, name: str) -> None:
    """A name made of modifiers, counts and head nouns alone is generic."""
    assert generic(label).is_generic(name)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("IndustryChain", "先进钢铁材料"),
        ("IndustryChain", "电子陶瓷"),
        ("Park", "湘潭高新区"),
        ("Enterprise", "三一重工"),
        ("Institution", "岳麓山实验室"),
        ("Agency", "湘潭市财政局"),
    ],
)
def test_proper_names_are_not_generic(label: str, name: str) -> None:
    """A name with a word of its own is not generic."""
    assert not generic(label).is_generic(name)


def test_unknown_label_is_an_error() -> None:
    """A label without generic nouns is refused with the labels there are."""
    with pytest.raises(DataError, match="IndustryChain"):
        generic("Planet")


def test_repeated_name_is_an_error() -> None:
    """A table with two rows of one name is broken; the message names the file and the name."""
    with pytest.raises(DataError, match=r"chains\.tsv.*钢铁"):
        Vocabulary([{"name": "钢铁"}, {"name": "钢铁"}], "chains.tsv")


def test_boundary_words_are_many() -> None:
    """Several hundred verbs, and the other kinds, none empty."""
    words = boundary_words()
    assert len(words.verbs) >= 600
    assert {"支持", "做大做强", "重点发展"} <= set(words.verbs)
    assert all((words.particles, words.conjunctions, words.quantifiers, words.deictics, words.adverbs))
    assert {"一批", "多个"} <= set(words.quantifiers)
    assert set("个家条") <= set(words.classifiers)


@pytest.mark.parametrize("table", [chains, parks, institutions], ids=["chains", "parks", "institutions"])
def test_no_boundary_word_stands_inside_a_name(table: Callable[[], Vocabulary]) -> None:
    """No boundary word of two or more characters stands in a known name, save inside a protected word."""
    assert {name: found for name in table().surfaces() if (found := uncovered(name))} == {}


def test_programmes_are_recognised() -> None:
    """A name in quotation marks with 战略 or 行动 behind is a programme."""
    assert any(pattern.search("实施“三高四新”战略") for pattern in programmes())
    assert any(pattern.search("“千百十”工程") for pattern in programmes())
    assert not any(pattern.search("发展工程机械产业") for pattern in programmes())
