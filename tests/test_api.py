"""`import liantu`: the functions do what their documentation says, print nothing, and share all with the commands."""

import doctest
import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run

import liantu
from graph.errors import GraphError, InputError, LiantuError, OutputError, QueryError
from graph.jsonl import write_documents
from graph.stores import open_store
from liantu import api
from liantu.results import Loading

DOCUMENTED = ("extract", "load", "query", "view", "lookup", "graph")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A folder as the pages suppose it: the examples in plans/, their graph in liantu.kgl."""
    place = tmp_path_factory.mktemp("reader")
    shutil.copytree(examples, place / "plans")
    liantu.load(liantu.extract(place / "plans"), graph=str(place / "liantu.kgl"))
    return place


@pytest.fixture
def place(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which the test runs in."""
    here = shutil.copytree(prepared, tmp_path / "here")
    monkeypatch.chdir(here)
    return here


@pytest.fixture(autouse=True)
def silent(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """No function prints anything."""
    yield
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", DOCUMENTED)
def test_the_examples_in_the_docstrings_hold(place: Path, name: str) -> None:
    """Each function has an example in its docstring, and it prints what it says."""
    told: list[str] = []
    (example,) = doctest.DocTestFinder().find(getattr(api, name), name, api)
    assert example.examples
    runner = doctest.DocTestRunner()
    assert runner.run(example, out=told.append).failed == 0, "".join(told)


@pytest.mark.parametrize("page", ["docs/python.md"])
def test_the_examples_on_the_page_hold(root: Path, place: Path, page: str) -> None:
    """The page on Python shows what the functions give, one example after another."""
    told: list[str] = []
    test = doctest.DocTestParser().get_doctest(
        (root / page).read_text(encoding="utf-8").replace("```\n", "\n"), {}, page, page, 0
    )
    assert len(test.examples) > 10
    assert doctest.DocTestRunner().run(test, out=told.append).failed == 0, "".join(told)


def test_the_functions_are_the_public_names() -> None:
    """What the package names is there, and nothing in it stands under such a name instead."""
    assert tuple(sorted(DOCUMENTED)) == tuple(liantu.__all__)
    assert set(liantu.__all__) <= set(dir(liantu))
    folder = Path(liantu.__file__).parent
    assert not [name for name in liantu.__all__ if (folder / name).exists() or (folder / f"{name}.py").exists()]
    for name in liantu.__all__:
        assert getattr(liantu, name) is getattr(api, name)
    with pytest.raises(AttributeError, match="its functions are extract, graph"):
        _ = liantu.nothing


def test_importing_the_package_imports_nothing_else() -> None:
    """`import liantu` costs nothing until a function is used, since the command line begins with it."""
    code = (
        "import sys, liantu; print([name for name in ('click', 'graph', 'liantu.api', 'rich') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("package", ["graph", "extract", "queries", "viz", "liantu"])
def test_every_package_says_that_it_is_typed(root: Path, package: str) -> None:
    """Type checkers of others use the annotations where the package has py.typed."""
    assert (root / package / "py.typed").is_file()


def test_extraction_gives_what_the_command_writes(place: Path, run_here: Run, tmp_path: Path) -> None:
    """The facts are those of `liantu extract`, whatever the number of processes."""
    run_here("extract", "plans", "-o", "facts.jsonl")
    for name, jobs in (("one.jsonl", 1), ("two.jsonl", 2)):
        with (place / name).open("w", encoding="utf-8", newline="\n") as stream:
            write_documents(liantu.extract("plans", jobs=jobs), stream)
        assert (place / name).read_bytes() == (place / "facts.jsonl").read_bytes()


@pytest.fixture
def run_here(liantu: Run, place: Path) -> Run:
    """The command, in the folder of the test."""

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        done = liantu(*arguments, cwd=place)
        assert done.returncode == 0, done.stderr
        return done

    return run


def test_loading_takes_documents_and_facts_files(place: Path, run_here: Run) -> None:
    """Documents and facts files make the same graph."""
    run_here("extract", "plans", "-o", "facts.jsonl")
    assert liantu.load("facts.jsonl", graph="a.kgl") == Loading(5, 0, 0)
    assert liantu.load([Path("facts.jsonl")], graph="a.kgl") == Loading(0, 0, 5)
    assert liantu.load(liantu.extract("plans"), graph="b.kgl") == Loading(5, 0, 0)
    with open_store("a.kgl") as first, open_store("b.kgl") as second:
        assert first.counts() == second.counts()


def test_one_bad_document_is_told_and_costs_no_other(place: Path) -> None:
    """With `failed` the sentence is given to it and the others follow; without, it is raised."""
    (place / "plans" / "00_empty.txt").touch()
    (place / "plans" / "00_english.txt").write_text("nothing Chinese", encoding="utf-8")
    told: list[str] = []
    assert len(list(liantu.extract("plans", failed=told.append))) == 5
    assert len(told) == 2 and "00_empty.txt is empty" in told[0] and "no Chinese text" in told[1]
    with pytest.raises(InputError, match=r"00_empty\.txt is empty"):
        list(liantu.extract("plans"))
    with pytest.raises(InputError, match="absent"):
        liantu.extract("absent")
    Path("bad.jsonl").write_text("{\n", encoding="utf-8")
    with pytest.raises(LiantuError, match=r"bad\.jsonl, line 1"):
        liantu.load([*liantu.extract("plans", failed=told.append), "bad.jsonl"], graph="c.kgl")
    with open_store("c.kgl") as store:
        assert len(store.documents()) == 5


def test_two_documents_of_one_title_are_told_and_not_mixed(place: Path) -> None:
    """The second of two sources with one title is left out, as the command leaves it out, without a word printed."""
    [document] = liantu.extract(text="娄底市人民政府关于发展锑产业的意见\n到2025年，全市锑产业产值突破100亿元。")
    Path("same.txt").write_text(
        "娄底市人民政府关于发展锑产业的意见\n到2027年，全市锑产业产值突破200亿元。", encoding="utf-8"
    )
    told: list[str] = []
    assert liantu.load([document, *liantu.extract("same.txt")], graph="d.kgl", failed=told.append).new == 1
    assert len(told) == 1 and "has the title of" in told[0]


def test_a_query_gives_the_rows_of_the_command(place: Path, run_here: Run) -> None:
    """Packs and statements give the rows that the commands print, and files of the same bytes."""
    table = liantu.query("city_links", region="娄底", mode=None)
    assert list(table) == json.loads(run_here("query", "city_links", "-p", "region=娄底", "--format", "json").stdout)
    assert str(table) + "\n" == run_here("query", "city_links", "-p", "region=娄底").stdout
    assert table.records(titles=True)[0].keys() == set(table.titles) and len(table) == len(table.rows)
    run_here("query", "city_links", "-p", "region=娄底", "-o", "theirs.csv")
    assert table.save("ours.csv").read_bytes() == Path("theirs.csv").read_bytes()
    assert liantu.query("city_links", limit=1).truncated
    assert liantu.query("MATCH (c:City) RETURN c.name AS name ORDER BY name", limit=2).columns == ("name",)


def test_a_table_shows_text_from_documents_as_text(place: Path) -> None:
    """In a notebook a table holds no markup but its own."""
    shown = liantu.query("RETURN '<script>' AS text, '\x1b[1m' AS escape")._repr_html_()
    assert "&lt;script&gt;" in shown and "<script>" not in shown and "\x1b" not in shown


def test_every_view_of_the_command_can_be_had(place: Path) -> None:
    """The kinds of pictures are those of `liantu view`, with the same names and options."""
    asked: dict[str, tuple[str, ...]] = {
        "links": (), "chain": ("先进钢铁材料",), "agency": ("娄底市工业和信息化局",), "region": ("娄底",),
        "ego": ("娄底",), "policy": ("长株潭产业协同发展三年行动计划（2024—2026年）",), "shared": ("娄底", "湘潭"),
        "path": ("娄底", "长株潭"),
        "query": ("MATCH (a:Park)-[r:DEVELOPS]->(b) RETURN a, r, b",),
    }  # fmt: skip
    from liantu.commands.view import PICTURES

    assert set(asked) == set(PICTURES)
    for kind, names in asked.items():
        assert liantu.view(kind, *names).picture.links, kind
    assert liantu.view("ego", "娄底", depth=2, everything=True).html.lstrip().lower().startswith("<!doctype html")
    assert liantu.view("links", since=2100).picture.links == ()


def test_a_view_is_the_page_of_the_command(place: Path, run_here: Run) -> None:
    """The page that is saved is the page that the command writes, and stands in a frame of a notebook."""
    run_here("view", "links", "--group", "株潭娄", "-o", "theirs.html")
    view = liantu.view("links", group="株潭娄", output="ours.html")
    assert Path("ours.html").read_bytes() == Path("theirs.html").read_bytes() == view.html.encode()
    assert view.save("ours.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert view._repr_html_().startswith("<iframe srcdoc=") and view.html not in view._repr_html_()


def test_what_stands_at_the_place_of_an_output_is_kept(place: Path) -> None:
    """An existing file is replaced only where that is asked for, and is refused before any work."""
    Path("mine.html").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="replace=True"):
        liantu.view("links", output="mine.html", graph="absent.kgl")
    assert liantu.view("links", output="mine.html", replace=True).html == Path("mine.html").read_text(encoding="utf-8")
    Path("mine.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="replace=True"):
        liantu.query("city_links").save("mine.csv")
    with pytest.raises(OutputError, match="ending"):
        liantu.query("city_links").save("table.odt")
    with pytest.raises(OutputError, match=r"\.html"):
        liantu.view("links", output="picture.gif")


def test_a_card_is_that_of_the_command(place: Path, run_here: Run) -> None:
    """What is looked up is what the command shows."""
    card = liantu.lookup("娄底")
    told = json.loads(run_here("lookup", "娄底", "--json").stdout)
    assert (card.hit.id, list(card.path), card.clauses) == (told["id"], told["path"], told["clauses"])
    assert len(card.ties) == len(told["relations"]) and len(card.sentences) == len(told["sentences"])


def test_a_name_is_narrowed_down_and_a_guess_is_a_warning(place: Path) -> None:
    """By type and region as on the command line; what had to be guessed is told as a warning and not printed."""
    assert liantu.lookup("高新区", type="园区", region="株洲").hit.name == "株洲高新区"
    with pytest.raises(QueryError, match=r"may mean .*株洲高新区"):
        liantu.lookup("高新区")
    with pytest.raises(QueryError, match="the types are"):
        liantu.lookup("高新区", type="公园")
    for ask in (lambda: liantu.lookup("loudi"), lambda: liantu.query("city_links", region="loudi")):
        with pytest.warns(UserWarning, match="loudi is taken for 娄底市"):
            ask()


def test_names_of_ones_own_are_read(place: Path) -> None:
    """A lexicon makes an enterprise of a name that nothing else knows."""
    Path("own.csv").write_text("名称,类型\n蓝湖湾,企业\n", encoding="utf-8")
    text = "湘潭市人民政府关于促进工业发展的意见\n1.支持蓝湖湾做大做强。"
    for lexicon, expected in (("own.csv", 1), ((), 0)):
        [document] = liantu.extract(text=text, lexicon=lexicon)
        assert sum(item.name == "蓝湖湾" for item in document.entities) == expected


def test_a_graph_is_one_of_networkx(place: Path) -> None:
    """The whole graph and the answer to a statement are graphs that networkx computes with."""
    import networkx

    whole = liantu.graph()
    assert networkx.is_directed(whole) and "City:431300" in networkx.to_undirected(whole)
    asked = liantu.graph("MATCH (a:City {name: $name})-[r:COOPERATES_WITH]-(b) RETURN a, r, b", name="娄底市")
    assert "City:431300" in asked and 0 < asked.number_of_nodes() < whole.number_of_nodes()


@pytest.mark.parametrize(
    ("call", "kind", "told"),
    [
        (lambda: liantu.query("no_such_pack"), QueryError, "the packs are"),
        (lambda: liantu.query("city_links", regoin="娄底"), QueryError, "no parameter 'regoin'"),
        (lambda: liantu.query("MATCH (n) DELETE n"), QueryError, "refused"),
        (lambda: liantu.query("city_links", graph="absent.kgl"), GraphError, "There is no graph at absent.kgl"),
        (lambda: liantu.view("pie"), QueryError, "the views are links, chain"),
        (lambda: liantu.view("chain"), QueryError, "what it takes: name"),
        (lambda: liantu.view("links", colour="red"), QueryError, "what it takes: focus, group, mode, unfold"),
        (lambda: liantu.view("chain", "没有这个链"), QueryError, "nearest"),
        (lambda: liantu.lookup("没有这个东西"), QueryError, "is not in"),
        (lambda: liantu.graph("MATCH (n) SET n.x = 1"), QueryError, "refused"),
    ],
)
def test_errors_are_one_sentence(place: Path, call: object, kind: type[LiantuError], told: str) -> None:
    """What a caller can mend is a LiantuError of one line that says what and what to do; never an exit."""
    assert callable(call)
    with pytest.raises(kind) as raised:
        call()
    assert told in str(raised.value) and "\n" not in str(raised.value)


def test_a_table_becomes_a_data_frame_where_pandas_is_there(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas the error names the remedy; what is returned can be pickled."""
    table = liantu.query("city_links")
    assert pickle.loads(pickle.dumps(table)) == table
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(LiantuError, match="pip install pandas"):
        table.to_pandas()
