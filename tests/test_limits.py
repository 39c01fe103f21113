"""`--limit` and `--timeout` cut rows and seconds off with a word on standard error; and what the shell completes."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from short_documents import documents, load_into

from graph.stores import open_store
from liantu.app import app
from liantu.limits import ON_TERMINAL, rows_wanted
from queries import run

Run = Callable[..., subprocess.CompletedProcess[str]]
NODES = "MATCH (n) RETURN n.id AS id ORDER BY id"
SLOW = "MATCH (a) MATCH (b) MATCH (c) MATCH (d) RETURN count(*) AS n"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of four short documents."""
    path = tmp_path_factory.mktemp("limits") / "g.kgl"
    load_into(path, *documents())
    return path


@pytest.mark.parametrize("question", [("query", "agency_load"), ("query", "central_places"), ("cypher", NODES)])
def test_a_limit_cuts_off_and_says_so(liantu: Run, graph: Path, question: tuple[str, str]) -> None:
    """The first rows are those of the whole answer; standard error says that there are more and how to get them."""
    whole = liantu(*question, "--format", "jsonl", "--graph", graph)
    cut = liantu(*question, "--format", "jsonl", "--limit", "2", "--graph", graph)
    assert cut.returncode == 0
    assert cut.stdout.splitlines() == whole.stdout.splitlines()[:2] and len(whole.stdout.splitlines()) > 2
    assert cut.stderr == "Cut off after 2 rows; there are more: --limit N for N of them, --limit 0 for all.\n"
    assert whole.stderr == ""


def test_a_limit_that_is_not_reached_says_nothing(liantu: Run, graph: Path) -> None:
    """As many rows as the limit, or none asked for by 0: no word."""
    count = len(liantu("query", "agency_load", "--format", "jsonl", "--graph", graph).stdout.splitlines())
    for limit in (str(count), "0"):
        done = liantu("query", "agency_load", "--limit", limit, "--graph", graph)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_file_gets_all_rows_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a table on a terminal is cut off unasked."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert rows_wanted(None, None, None) == ON_TERMINAL
    assert rows_wanted(None, "csv", None) is None
    assert rows_wanted(None, None, tmp_path / "a.csv") is None
    assert (rows_wanted(0, None, None), rows_wanted(7, None, None)) == (None, 7)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False, raising=False)
    assert rows_wanted(None, None, None) is None


def test_a_question_that_takes_too_long_is_given_up(liantu: Run, graph: Path) -> None:
    """One sentence with the remedy, and exit code 1."""
    done = liantu("cypher", SLOW, "--timeout", "0.2", "--graph", graph)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr == (
        "Error: The query took longer than 0.2 s; narrow it, or give it more with --timeout SECONDS.\n"
    )


@pytest.mark.parametrize("arguments", [("--limit", "-1"), ("--limit", "x"), ("--timeout", "0"), ("--timeout", "nan")])
def test_a_limit_that_is_none_is_wrong_usage(liantu: Run, graph: Path, arguments: tuple[str, str]) -> None:
    """Exit code 2, before the graph is opened."""
    done = liantu("query", "policies", *arguments, "--graph", graph)
    assert done.returncode == 2 and arguments[0] in done.stderr


def test_the_runner_tells_that_rows_were_cut_off(graph: Path) -> None:
    """`Table.truncated` is true only where rows are missing, after a step too."""
    with open_store(str(graph)) as store:
        for name in ("policies", "central_places"):
            whole = run(store, name)
            assert not whole.truncated and len(whole.rows) > 1
            assert run(store, name, limit=1).truncated and run(store, name, limit=1).rows == whole.rows[:1]
            assert not run(store, name, limit=len(whole.rows)).truncated


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["city_"], {"city_links"}),
        (["city_links", "-p", "r"], {"region="}),
        (["city_links", "-p", "mode=融"], {"mode=融入"}),
        (["unique_chains", "-p", "within="], {"within=是", "within=否"}),
        (["agency_load", "-p", ""], set()),
    ],
)
def test_the_shell_completes_packs_parameters_and_values(words: list[str], expected: set[str]) -> None:
    """Names of packs, then `key=` and the allowed values."""
    completing = BashComplete(app, {}, "liantu", "_LIANTU_COMPLETE")
    assert {item.value for item in completing.get_completions(["query", *words[:-1]], words[-1])} == expected


def test_a_shell_that_asks_is_answered() -> None:
    """`liantu` without arguments prints its help, but not where a shell waits for completions."""
    asked = {"COMP_WORDS": "liantu query city_", "COMP_CWORD": "2", "_LIANTU_COMPLETE": "bash_complete"}
    code = "import sys; sys.argv = ['liantu']; from liantu.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | asked, capture_output=True, check=False)
    assert done.stdout.decode("utf-8").splitlines() == ["plain,city_links"]
