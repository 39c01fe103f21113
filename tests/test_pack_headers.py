"""Packs as files: a header says what is wrong with it, and a user's own packs join the list."""

from pathlib import Path

import pytest
from short_documents import documents, load_into

from graph.errors import QueryError
from graph.stores import open_store
from queries import packs, run
from queries.header import read_pack
from queries.packs import SUBJECTS

PACK = """\
// name: p
// title: 题
// question: 问？
// parameter: region region 地区
// parameter: text kind in "甲|乙" = "甲" 类别
// column: name 名称
// A remark: it is part of the statement.
MATCH (n {id: $region})
WHERE $kind <> '' RETURN n.name AS name
ORDER BY n.id
"""
CITIES = """\
// name: my_cities
// title: 我的市
// question: 有哪些市？
// column: name 名称
MATCH (c:City) RETURN c.name AS name
ORDER BY name, c.id
"""


def test_a_header_says_all_about_a_pack() -> None:
    """Parameters carry type, default, allowed values and meaning; the subject is the folder, the file is kept."""
    pack = read_pack(PACK, "own", "mine/p.cypher")
    assert [str(item) for item in pack.parameters] == ["region:region", 'kind:text[甲|乙]="甲"']
    assert pack.parameters[1].choices == ("甲", "乙") and pack.parameters[1].about == "类别"
    assert (pack.subject, pack.source, pack.columns) == ("own", "mine/p.cypher", (("name", "名称"),))
    assert pack.statement.startswith("// A remark") and pack.statement.endswith("ORDER BY n.id")
    assert read_pack("\ufeff" + PACK, "own", "mine/p.cypher") == pack


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("// title: 题\n", "", r"p\.cypher, line 1: the header has no line `// title: …`"),
        ("// title: 题", "// titel: 题", r"p\.cypher, line 2: unknown key 'titel'; the keys are name, title"),
        ("name: p\n", "name: P q\n", r"p\.cypher, line 1: a name is of small letters, digits and _"),
        ("region region", "city region", r"p\.cypher, line 4: a parameter reads .* one of text, integer"),
        ('= "甲"', '= "丙"', r"p\.cypher, line 5: the default '丙' is none of 甲\|乙"),
        ("// column: name 名称\n", "", r"p\.cypher, line 1: the header has no line `// column: NAME 标题`"),
        ("name 名称", "name", r"p\.cypher, line 6: a column reads"),
        (
            "// column",
            "// column: name 名\n// column",
            r"p\.cypher, line 7: column name 名称 stands here a second time",
        ),
        ("// column", "// post: magic\n// column", r"p\.cypher, line 6: there is no post-step 'magic'; .* centrality"),
        ("$region", "'x'", r"p\.cypher, line 4: the parameter region is declared but not used"),
        ("$region", "$place", r"p\.cypher, line 4: the parameter region is declared but not used"),
        ("// parameter: region region 地区\n", "", r"p\.cypher, line 6: \$region is used but not declared"),
        ("// title: 题\n", "// title: 题\n// title: 目\n", r"p\.cypher, line 3: title 目 stands here a second time"),
        ("ORDER", "SET n.x = 1 ORDER", r"p\.cypher, line 7: SET is refused, since queries only read"),
        ("ORDER BY n.id", "ORDER BY n.id; MATCH (m) RETURN m", r"p\.cypher, line 7: Only one statement at a time"),
    ],
)
def test_a_broken_header_is_named_with_file_and_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    """What is wrong with a pack says in which file and line, and what belongs there; a user's pack is checked alike."""
    assert PACK.replace(old, new) != PACK
    (tmp_path / "p.cypher").write_text(PACK.replace(old, new), encoding="utf-8")
    with pytest.raises(QueryError, match=said) as caught:
        packs([tmp_path])
    assert str(tmp_path) in str(caught.value) and "\n" not in str(caught.value)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of four short documents."""
    load_into(tmp_path / "g.kgl", *documents())
    return tmp_path / "g.kgl"


def test_packs_of_ones_own_join_the_list(tmp_path: Path, graph: Path) -> None:
    """Files in a folder are of the subject `own`, those of an inner folder of its name; other files are passed over."""
    inner = tmp_path / "mine" / "cities"
    inner.mkdir(parents=True)
    (tmp_path / "mine" / "p.cypher").write_text(PACK, encoding="utf-8")
    (tmp_path / "mine" / "notes.txt").write_text("no pack", encoding="utf-8")
    (inner / "c.cypher").write_text(CITIES, encoding="utf-8-sig")
    found = packs([tmp_path / "mine"])
    assert found[: len(packs())] == packs()
    assert [(pack.subject, pack.name) for pack in found[len(packs()) :]] == [("own", "p"), ("cities", "my_cities")]
    with open_store(str(graph)) as store:
        table = run(store, "my_cities", own=[tmp_path / "mine"])
    assert ("娄底市",) in table.rows and table.titles == ("名称",)


def test_a_name_that_is_taken_names_both_files(tmp_path: Path) -> None:
    """Two packs of one name are an error, whether the other is Liantu's or the user's."""
    (tmp_path / "a.cypher").write_text(CITIES.replace("my_cities", "city_links"), encoding="utf-8")
    with pytest.raises(QueryError, match=r"a\.cypher: .*'city_links' is already in queries/places/city_links\.cypher"):
        packs([tmp_path])
    (tmp_path / "a.cypher").write_text(CITIES, encoding="utf-8")
    (tmp_path / "b.cypher").write_text(CITIES, encoding="utf-8")
    with pytest.raises(QueryError, match=r"b\.cypher: .*'my_cities' is already in .*a\.cypher"):
        packs([tmp_path])


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder that is not there and a file that is no UTF-8 are one sentence each."""
    with pytest.raises(QueryError, match=r"none is no folder; --packs and LIANTU_PACKS name folders"):
        packs([tmp_path / "none"])
    (tmp_path / "a.cypher").write_bytes(CITIES.encode("gb18030"))
    with pytest.raises(QueryError, match=r"a\.cypher: byte 29 is not UTF-8; save the file as UTF-8"):
        packs([tmp_path])


def test_columns_that_the_header_does_not_declare_are_an_error(tmp_path: Path, graph: Path) -> None:
    """What a statement returns and what its header declares must be the same."""
    (tmp_path / "a.cypher").write_text(CITIES.replace("column: name", "column: city"), encoding="utf-8")
    with (
        open_store(str(graph)) as store,
        pytest.raises(QueryError, match=r"a\.cypher: the statement returns name, but the header declares city"),
    ):
        run(store, "my_cities", own=[tmp_path])


def test_the_command_takes_folders_from_option_and_environment(
    tmp_path: Path, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--packs` adds to the listing and to what can be run; LIANTU_PACKS does the same."""
    from click.testing import CliRunner

    from liantu.commands.query import command

    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "c.cypher").write_text(CITIES, encoding="utf-8")
    by_option = CliRunner().invoke(command, ["my_cities", "--packs", str(tmp_path / "mine"), "--graph", str(graph)])
    monkeypatch.setenv("LIANTU_PACKS", str(tmp_path / "mine"))
    by_environment = CliRunner().invoke(command, ["my_cities", "--graph", str(graph)])
    listed = CliRunner().invoke(command, ["--format", "jsonl"])
    assert by_option.exit_code == by_environment.exit_code == 0
    assert by_option.stdout == by_environment.stdout and "娄底市" in by_option.stdout
    assert '"name": "my_cities"' in listed.stdout and '"subject": "own"' in listed.stdout


def test_there_are_packs_on_every_subject() -> None:
    """Each subject has its packs, nearly sixty together, and each pack stands in a file of its name."""
    counted = {subject: [pack for pack in packs() if pack.subject == subject] for subject in SUBJECTS}
    assert min(len(found) for found in counted.values()) >= 4 and len(packs()) >= 38
    assert [pack.source for pack in packs()] == [f"queries/{pack.subject}/{pack.name}.cypher" for pack in packs()]


def test_the_pack_shown_in_the_docs_runs(tmp_path: Path, graph: Path, root: Path) -> None:
    """The example of a pack of one's own on the page of packs is one."""
    page = (root / "docs" / "packs.md").read_text(encoding="utf-8")
    (tmp_path / "shown.cypher").write_text(
        page.split("```cypher mine/steel_towns.cypher\n")[1].split("```")[0], encoding="utf-8"
    )
    with open_store(str(graph)) as store:
        assert run(store, "steel_towns", {"word": "机械", "sort": "产业链"}, own=[tmp_path]).rows
