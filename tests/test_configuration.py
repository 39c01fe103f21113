"""`liantu.toml` and LIANTU_* say what an option would: the nearer word wins, and a wrong one is named with its line."""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete
from conftest import Run
from short_documents import TEXTS

from liantu.app import app
from liantu.commands import COMMANDS
from liantu.configuration import FILE
from liantu.names import ONCE, OPTIONS
from liantu.settings import long_name


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of four documents."""
    folder = tmp_path_factory.mktemp("configuration")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    place = folder / "g.kgl"
    command = [sys.executable, "-m", "liantu", "ingest", str(folder), "--graph", str(place)]
    subprocess.run(command, check=True, capture_output=True)
    return place


def _options(command: click.Command) -> Iterator[click.Option]:
    """All options of a command and of the commands in it."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _options(inner)
    yield from (item for item in command.params if isinstance(item, click.Option))


def _commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(app)
    for name in COMMANDS:
        command = app.get_command(context, name)
        assert command is not None
        yield name, command


def test_the_list_of_names_is_that_of_the_options() -> None:
    """Every long option of every command may stand in a file, but for those that are said for one call."""
    found = {long_name(option) for _, command in _commands() for option in _options(command)}
    assert {name for name in found if name} - ONCE == OPTIONS


def test_every_option_has_a_variable_of_its_name() -> None:
    """LIANTU_<OPTION> is read for each option; only what a picture is written as has a variable of its own."""
    for name, command in _commands():
        for option in _options(command):
            long = long_name(option)
            variables = [option.envvar] if isinstance(option.envvar, str) else list(option.envvar or ())
            if long is None or long in ONCE:
                assert variables == []
            elif (name, long) == ("view", "format"):
                assert variables == ["LIANTU_VIEW_FORMAT"]
            else:
                assert f"LIANTU_{long.upper().replace('-', '_')}" in variables


def _rows(done: subprocess.CompletedProcess[str]) -> int:
    assert done.returncode == 0, done.stderr
    return len(json.loads(done.stdout))


def test_the_nearer_word_wins(liantu: Run, graph: Path, tmp_path: Path) -> None:
    """Option, variable, file here (its table, then its top), file beside the graph, default: the first that says it."""
    asked = ("query", "policies")
    beside, here = graph.with_name(FILE), tmp_path / FILE
    top = f'graph = "{graph.as_posix()}"\nformat = "json"\n'
    try:
        here.write_text(top, encoding="utf-8")
        assert _rows(liantu(*asked)) == 4
        beside.write_text("limit = 1\n", encoding="utf-8")
        assert _rows(liantu(*asked)) == 1
        here.write_text(top + "limit = 3\n", encoding="utf-8")
        assert _rows(liantu(*asked)) == 3
        here.write_text(top + "limit = 3\n[query]\nlimit = 2\n[cypher]\nlimit = 9\n", encoding="utf-8")
        assert _rows(liantu(*asked)) == 2
        assert _rows(liantu(*asked, settings={"LIANTU_LIMIT": "3"})) == 3
        assert _rows(liantu(*asked, "--limit", "1", settings={"LIANTU_LIMIT": "3"})) == 1
        assert _rows(liantu(*asked, "--limit", "0")) == 4
    finally:
        beside.unlink(missing_ok=True)


def test_relative_paths_are_those_of_the_file(liantu: Run, graph: Path, tmp_path: Path) -> None:
    """A graph or a folder of packs is looked for beside the file that names it, wherever one stands."""
    (tmp_path / "own").mkdir()
    head = "// name: mine\n// title: 我的\n// question: 有哪些市？\n// column: name 市\n"
    pack = head + "MATCH (c:City) RETURN c.name AS name ORDER BY name\n"
    (tmp_path / "own" / "mine.cypher").write_text(pack, encoding="utf-8")
    (tmp_path / "g.kgl").write_bytes(graph.read_bytes())
    (tmp_path / FILE).write_text('packs = "own"\n', encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    done = liantu("query", "mine", "--graph", "../g.kgl", "--format", "json", cwd=tmp_path / "elsewhere")
    assert "娄底市" in done.stdout, done.stderr


def test_tables_of_groups_hold_for_their_commands(liantu: Run, graph: Path, tmp_path: Path) -> None:
    """[view] says what all pictures are to be like, [view.links] what one is; `format` at the top is that of rows."""
    text = f'format = "json"\ngraph = "{graph.as_posix()}"\n[view]\nsince = 2021\n[view.links]\nformat = "svg"\n'
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    done = liantu("view", "links", "-v")
    assert done.returncode == 0 and (tmp_path / "links.svg").exists(), done.stderr
    assert liantu("view", "region", "娄底").returncode == 0 and (tmp_path / "region.html").exists()


WRONG = {
    "jbos = 2": ("stats", "liantu.toml, line 1: jbos is not an option, perhaps jobs."),
    "[qurey]\nlimit = 1": ("query", "liantu.toml, line 1: there is no command qurey, perhaps query; "),
    "\n\n[query]\njobs = 2": ("query", "liantu.toml, line 4: jobs is not an option of liantu query."),
    'jobs = "two"': ("ingest x", "two is no number of processes; give 1 to 256"),
    "jobs = 2.5": ("ingest x", 'liantu.toml, line 1: jobs is to be a whole number or "auto", not 2.5.'),
    "# mine\njobs = true": ("ingest x", 'liantu.toml, line 2: jobs is to be a whole number or "auto", not true.'),
    "json = 1": ("lookup x", "liantu.toml, line 1: json is to be true or false, not 1."),
    "graph = 3": ("stats", "liantu.toml, line 1: graph is to be text in quotation marks, not 3."),
    'format = "odt"': ("schema", "(liantu.toml, line 1)"),
    "limit = -1": ("query", "(liantu.toml, line 1)"),
    "output = 'x'": ("stats", "liantu.toml, line 1: output is said on the command line only; remove the line."),
    "force = true": ("stats", "force is said on the command line only"),
    "jobs =": ("stats", "liantu.toml is no TOML: "),
    'password = "hunter2"': ("stats", "a password does not belong in a file that others read"),
    '[neo4j]\nNEO4J_PASSWORD = "hunter2"': ("stats", "liantu.toml, line 2: a password does not belong"),
    'graph = "neo4j://me:hunter2@host:7687"': ("stats", "A graph's URI may hold neither user nor password"),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_file_is_one_sentence_with_its_line(liantu: Run, tmp_path: Path, text: str) -> None:
    """Unknown names with the nearest known one, wrong types, what does not belong there; passwords are never shown."""
    command, told = WRONG[text]
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    done = liantu(*command.split())
    assert done.returncode in (1, 2) and told in done.stderr, done.stderr
    assert done.stderr.count("Error:") == 1 and "Traceback" not in done.stderr and "hunter2" not in done.stderr


def test_a_file_that_is_no_utf8(liantu: Run, tmp_path: Path) -> None:
    """It is told; a byte order mark, as editors on Windows write it, is nothing wrong."""
    (tmp_path / FILE).write_bytes('format = "json" # 中文'.encode("gb18030"))
    assert "liantu.toml is no UTF-8 text" in liantu("schema").stderr
    (tmp_path / FILE).write_bytes(b'\xef\xbb\xbfformat = "json"\n')
    assert _rows(liantu("schema")) > 20


def test_a_wrong_variable_is_named(liantu: Run) -> None:
    """Where a value came from a variable, the message says from which."""
    done = liantu("ingest", "x", settings={"LIANTU_JOBS": "many"})
    assert done.returncode == 2 and "(from LIANTU_JOBS)" in done.stderr
    assert _rows(liantu("schema", settings={"LIANTU_FORMAT": "json"})) > 20


def test_help_and_completion_read_no_file(liantu: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks how a command is called gets the answer whatever the file holds."""
    (tmp_path / FILE).write_text("this is = no toml", encoding="utf-8")
    for arguments in (("--help",), ("query", "--help"), ("view", "links", "--help"), ("--version",)):
        assert liantu(*arguments).returncode == 0
    monkeypatch.chdir(tmp_path)
    completion = BashComplete(app, {}, "liantu", "_LIANTU_COMPLETE")
    assert "city_links" in [item.value for item in completion.get_completions(["query"], "city_")]
    assert liantu("schema").returncode == 1


def test_nothing_is_read_before_a_command_asks() -> None:
    """The table of names and the reader of files import neither click nor TOML."""
    assert import_module("liantu.names").OPTIONS
    code = "import sys, liantu.overview; sys.exit('tomllib' in sys.modules or 'liantu.configuration' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_jobs_may_be_as_many_as_there_are_processors(liantu: Run, tmp_path: Path) -> None:
    """`--jobs 0` and `--jobs auto` read the same facts as one process."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    one = liantu("extract", *TEXTS)
    assert one.returncode == 0
    assert liantu("extract", *TEXTS, "--jobs", "0").stdout == one.stdout
    (tmp_path / FILE).write_text('[extract]\njobs = "auto"\n', encoding="utf-8")
    assert liantu("extract", *TEXTS).stdout == one.stdout
    assert liantu("extract", *TEXTS, "--jobs", "257").returncode == 2
