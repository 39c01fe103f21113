"""Lexicons are read as a whole, and each mistake is told with its file and line."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from short_policies import policy

from extract.own_names.checks import check
from extract.own_names.model import OwnName
from extract.own_names.places import region_cell, settled
from extract.own_names.reading import read_lexicons
from extract.own_names.told import Told
from graph.errors import TableError

Run = Callable[..., subprocess.CompletedProcess[str]]
HEADER = "类型,名称,全称,别名,地区,成员,类别\n"


def read(path: Path) -> tuple[OwnName, ...]:
    """The entries of a file."""
    return read_lexicons([path]).names.entries


def refused(*paths: Path) -> str:
    """What is said of files that are refused."""
    with pytest.raises(TableError) as caught:
        read_lexicons(paths)
    return str(caught.value)


def csv(folder: Path, rows: str, name: str = "own.csv") -> Path:
    """A lexicon with these rows; the first is line 2."""
    path = folder / name
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_a_table_a_workbook_and_toml_say_the_same(tmp_path: Path) -> None:
    """The same names in CSV as Excel writes it, in a workbook with codes as numbers, and in TOML are equal."""
    rows: list[list[str | int | None]] = [
        ["企业", "珞石电控", "", "珞石；珞石控制", 430300, ""],
        ["城市群", "湘中三城", "", "潭娄邵", None, "湘潭市、娄底、湖南省邵阳市"],
    ]
    book = Workbook()
    for row in (["type", "name", "full", "aliases", "region", "members"], *rows):
        book.active.append(row)
    book.save(tmp_path / "own.xlsx")
    text = "\r\n".join(",".join(str(cell or "") for cell in row) for row in rows)
    (tmp_path / "own.csv").write_bytes(f"类型,名称,全称,别名,地区,成员\r\n{text}".encode("gb18030"))
    (tmp_path / "own.toml").write_text(
        '[[enterprise]]\nname = "珞石电控"\naliases = ["珞石", "珞石控制"]\nregion = 430300\n\n'
        '[[group]]\nname = "湘中三城"\naliases = "潭娄邵"\nmembers = ["湘潭市", "娄底", "湖南省/邵阳市"]\n',
        encoding="utf-8",
    )
    found = {path.suffix: read(path) for path in tmp_path.iterdir()}
    assert found[".csv"] == found[".xlsx"] == found[".toml"]
    assert found[".csv"][0].members == ("430300", "431300", "430500")


@pytest.mark.parametrize("kind", ["Enterprise", "企业", "公司", "FIRM"])
def test_a_type_is_told_in_english_or_chinese(tmp_path: Path, kind: str) -> None:
    """The label, its Chinese name and the usual words for it mean the same."""
    assert read(csv(tmp_path, f"{kind},珞石电控,,,,,\n"))[0].label == "Enterprise"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("工厂,珞石电控,,,,,", r"'工厂' is no type; the types are Enterprise \(企业\), Park"),
        ("企业,,,,,,", "the name is empty"),
        ("企业,珞,,,,,", "珞 is a single character"),
        ("企业,珞石电控,,珞,,,", "珞 is a single character"),
        ("企业,支持珞石电控，扩大产能。,,,,,", "is a sentence and no name"),
        ("企业,湘潭市,,,,,", "湘潭市 is a name of the region 湘潭市 too"),
        ("企业,珞石电控,,岳塘,,,", "岳塘 is a name of the region 岳塘区 too"),
        ("企业,龙头企业,,,,,", "龙头企业 names no Enterprise of its own"),
        ("机构,政府,,,,,", "政府 names no Agency of its own"),
        ("城市群,走廊,,,,湘潭市、娄底市,", "走廊 is an ordinary word"),
        ("城市群,湘中三城,,,,,", "湘中三城 has no members"),
        ("城市群,湘中三城,,,,湘潭市、某某市,", "there is no region '某某市'"),
        ("企业,珞石电控,,,某某市,,", "there is no region '某某市'; give its official name or its code"),
        ("企业,珞石电控,,,999999,,", "999999 is no code of a region"),
        (
            "企业,珞石电控,,,鼓楼区,,",
            r"鼓楼区 may be .*江苏省南京市鼓楼区 \(320106\).*; write one of these or its code",
        ),
        ("企业,珞石电控,,,,湘潭市、娄底市,", "members says nothing of an entry of type Enterprise"),
        ("产业链,合金新材,,,湘潭市,,", "region says nothing of an entry of type IndustryChain"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_with_its_line(tmp_path: Path, row: str, told: str) -> None:
    """Each mistake names the file, the line, what is wrong and what to do, and nothing of the file is used."""
    path = csv(tmp_path, f"企业,昭铸精工,,,湘潭市,,\n{row}\n")
    with pytest.raises(TableError, match=rf"own\.csv, line 3: .*{told}.*nothing of the file was used"):
        read_lexicons([path])


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """Every line that is wrong is in one message, of all files."""
    one = csv(tmp_path, "工厂,珞石电控,,,,,\n企业,好,,,,,\n", "one.csv")
    two = csv(tmp_path, "企业,昭铸精工,,,某某市,,\n", "two.csv")
    told = refused(one, two)
    assert [part in told for part in ("one.csv, line 2", "one.csv, line 3", "two.csv, line 2")] == [True] * 3


def test_repetitions_are_harmless_and_contradictions_are_not(tmp_path: Path) -> None:
    """The same row twice counts once, also in two files; other data for a name, or a name of two things, is refused."""
    row = "企业,珞石电控,,珞石,湘潭市,,\n"
    same = csv(tmp_path, row * 2, "a.csv"), csv(tmp_path, row, "b.csv")
    assert len(read_lexicons(same).names.entries) == 1
    other = csv(tmp_path, row + "企业,珞石电控,,,娄底市,,\n")
    assert "own.csv, line 3: 珞石电控 stands in line 2 with other data; keep one" in refused(other)
    alias = csv(tmp_path, row + "\n园区,珞石智谷,,珞石,,,\n")
    assert "own.csv, line 4: 珞石 is also a name of 珞石电控 (Enterprise) in line 2" in refused(alias)
    far = csv(tmp_path, "产业链,珞石电控,,,,,\n", "far.csv")
    assert "珞石电控 is also a name of 珞石电控 (Enterprise) in" in refused(same[0], far)


def test_agencies_of_two_places_may_be_called_alike(tmp_path: Path) -> None:
    """市链长办 may be the short form of the offices of two cities, but not of two offices of one."""
    rows = "机构,{0}链长制工作办公室,,市链长办,{0},,\n"
    assert len(read(csv(tmp_path, rows.format("湘潭市") + rows.format("娄底市")))) == 2
    twice = rows.format("湘潭市") + "机构,湘潭市产业链办公室,,市链长办,湘潭市,,\n"
    assert "is also a name of 湘潭市链长制工作办公室" in refused(csv(tmp_path, twice))


def test_ordinary_words_are_marked(tmp_path: Path) -> None:
    """A firm that is called by an ordinary word is taken in with a remark that names file and line."""
    found = read_lexicons([csv(tmp_path, "企业,精密,昭铸精密有限公司,,,,\n")])
    assert found.names.entries[0].words == frozenset({"精密"})
    assert found.remarks[0].endswith(
        "own.csv, line 2: 精密 is an ordinary word; it counts only in lists, not wherever it stands."
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[enterprise]]\nname = "甲乙电控\n', r"own\.toml is no valid TOML: .*line 2"),
        ('[[enterprise]]\nname = "甲乙电控"\n\n[[factory]]\nname = "丙丁"\n', r"line 4: 'factory' is no type"),
        ('[[enterprise]]\nname = "甲乙电控"\n[[enterprise]]\nname = "丙"\n', "line 3: 丙 is a single character"),
        ('[[enterprise]]\nnamn = "甲乙电控"\n', "line 1: there is no key 'namn'; the keys are name, full"),
        ('[[enterprise]]\nname = "甲乙电控"\nregion = ["湘潭市"]\n', "line 1: region is to be text in quotation marks"),
        ('[[enterprise]]\nname = "甲乙电控"\naliases = [1, 2]\n', "aliases is to be text in .*, or a list of such"),
        ('# 1\n\nenterprise = "甲乙电控"\n', r"line 3: enterprise is no list of tables; write \[\[enterprise\]\]"),
    ],
)
def test_mistakes_in_toml_have_their_lines(tmp_path: Path, text: str, told: str) -> None:
    """What is wrong with a table is told with the line of its header, what is wrong with the file as TOML tells it."""
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=told):
        read_lexicons([path])


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("湘潭", "430300"),
        ("湘潭县", "430321"),
        ("永定区/", ""),
        ("湖南省/永定区", "430802"),
        ("南京市鼓楼区", "320106"),
    ],
)
def test_a_region_is_settled_or_refused(told: str, code: str) -> None:
    """A short form that a county shares is the city that holds it; a path picks one of several; else it is refused."""
    if code:
        assert settled(told).code == code
        assert settled(region_cell(settled(told))).code == code
    else:
        with pytest.raises(Exception, match="永定区"):
            settled(told)


@given(st.text(min_size=0, max_size=12), st.text(max_size=8), st.text(max_size=8))
def test_any_text_is_taken_in_or_refused_with_its_line(name: str, alias: str, region: str) -> None:
    """Whatever stands in the cells, a row is either an entry or a problem, never an error of another kind."""
    row = check(Told(Path("own.csv"), 2, "企业", name, aliases=(alias,), region=region))
    assert (row.entry is None) == bool(row.problems)


@pytest.mark.slow
def test_a_hundred_thousand_lines_are_read_in_proportion(tmp_path: Path) -> None:
    """Ten times as many lines take about ten times as long, not a hundred times."""
    signs = "珞昭铸锟铻钰铭锐锋铠锦鑫鸿瀚澜沅澧湟湄峻岚岱嵩峪岑巍巅赫奕烨煜熠灿"

    def seconds(number: int) -> float:
        rows = "".join(
            f"企业,{''.join(signs[index // 33**place % 33] for place in range(4))}精工,,,湘潭市,,\n"
            for index in range(number)
        )
        path = csv(tmp_path, rows)
        began = time.process_time()
        assert len(read(path)) == number
        return time.process_time() - began

    seconds(10)  # the dictionaries are loaded
    assert seconds(100_000) < 25 * max(seconds(10_000), 0.1)


def test_the_command_line_takes_lexicons(liantu: Run, tmp_path: Path) -> None:
    """--lexicon may be repeated, and LIANTU_LEXICON names files too; a wrong file stops the run before any document."""
    (tmp_path / "a.txt").write_text(policy("支持珞石电控、昭铸精工发展。"), encoding="utf-8")
    csv(tmp_path, "企业,珞石电控,,,湘潭市,,\n", "one.csv")
    csv(tmp_path, "企业,昭铸精工,,,湘潭市,,\n", "two.csv")
    done = liantu("extract", "a.txt", "--lexicon", "one.csv", "--lexicon", "two.csv")
    entities = {item["name"] for item in json.loads(done.stdout)["entities"]}
    assert done.returncode == 0 and {"珞石电控", "昭铸精工"} <= entities
    done = liantu("extract", "a.txt", settings={"LIANTU_LEXICON": "one.csv"})
    assert "珞石电控" in {item["name"] for item in json.loads(done.stdout)["entities"]}
    csv(tmp_path, "工厂,珞石电控,,,,,\n", "bad.csv")
    done = liantu("ingest", "a.txt", "--lexicon", "bad.csv")
    assert done.returncode == 1 and done.stderr.startswith("Error: bad.csv, line 2: '工厂' is no type")
    assert not (tmp_path / "liantu.kgl").exists()
    assert liantu("extract", "a.txt", "--lexicon", "gone.csv").returncode == 1


def test_ingest_loads_what_the_lexicon_names(liantu: Run, tmp_path: Path) -> None:
    """A firm of the lexicon can be looked up by another of its names that the document uses."""
    (tmp_path / "a.txt").write_text(policy("支持珞石控制扩大产能。"), encoding="utf-8")
    csv(tmp_path, "企业,珞石电控,,珞石控制,湘潭市,,\n")
    assert liantu("ingest", "a.txt", "--lexicon", "own.csv").returncode == 0
    card = liantu("lookup", "珞石控制", "--json")
    assert card.returncode == 0 and '"珞石电控"' in card.stdout and "湘潭市" in card.stdout


def test_check_says_what_is_in_a_lexicon(liantu: Run, tmp_path: Path) -> None:
    """`lexicon check` counts by type, names ordinary words, and fails with every mistake."""
    csv(tmp_path, "企业,珞石电控,,,湘潭市,,\n企业,精密,昭铸精密有限公司,,,,\n城市群,湘中三城,,,,湘潭市、娄底市,\n")
    done = liantu("lexicon", "check", "own.csv")
    assert (done.returncode, done.stdout) == (0, "3 names: 企业 2, 城市群 1. Nothing is wrong.\n")
    assert done.stderr.startswith("Note: own.csv, line 3: 精密 is an ordinary word")
    csv(tmp_path, "企业,好,,,,,\n")
    assert liantu("lexicon", "check", "own.csv").returncode == 1
