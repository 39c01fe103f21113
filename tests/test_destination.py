"""What stands at the place of `-o` is replaced only by those who say so."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Run


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory, root: Path) -> str:
    """The graph of the examples."""
    place = str(tmp_path_factory.mktemp("destination") / "g.kgl")
    subprocess.run([sys.executable, "-m", "liantu", "ingest", str(root / "examples"), "--graph", place], check=True)
    return place


CALLS = (
    ("query", "city_links"),
    ("stats",),
    ("cypher", "RETURN 1 AS one"),
    ("view", "links"),
)


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call[0])
def test_an_existing_file_is_refused_without_force(
    graph: str, liantu: Run, tmp_path: Path, call: Sequence[str]
) -> None:
    """A file that is there stays as it is, and the sentence names it and the remedy; --force replaces it."""
    taken = tmp_path / ("taken.html" if call[0] == "view" else "taken.csv")
    taken.write_text("mine", encoding="utf-8")
    done = liantu(*call, "-o", taken.name, "--graph", graph)
    assert (done.returncode, done.stderr) == (
        1, f"Error: {taken.name} exists; name another file, or add --force to replace it.\n",
    )  # fmt: skip
    assert taken.read_text(encoding="utf-8") == "mine"
    done = liantu(*call, "--force", "-o", taken.name, "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert taken.read_text(encoding="utf-8") != "mine"


def test_a_refused_file_costs_no_work(liantu: Run, tmp_path: Path) -> None:
    """The refusal comes before any document is read, in whatever order the options stand."""
    (tmp_path / "f.jsonl").write_text("mine", encoding="utf-8")
    done = liantu("extract", "absent.txt", "-o", "f.jsonl")
    assert done.returncode == 1 and "f.jsonl exists" in done.stderr and "absent" not in done.stderr
    done = liantu("extract", "absent.txt", "-o", "f.jsonl", "--force")
    assert "exists" not in done.stderr and "absent" in done.stderr


def test_a_view_without_a_name_replaces_nothing(graph: str, liantu: Run, tmp_path: Path) -> None:
    """The name that a view gives itself is held to the same rule."""
    assert liantu("view", "links", "--graph", graph).returncode == 0
    done = liantu("view", "links", "--graph", graph)
    assert done.returncode == 1 and "links.html exists" in done.stderr
    assert liantu("view", "links", "--force", "--graph", graph).returncode == 0


def test_a_folder_with_something_in_it_is_refused_without_force(graph: str, liantu: Run, tmp_path: Path) -> None:
    """A report goes into a new or an empty folder; into one that holds something only with --force."""
    (tmp_path / "out").mkdir()
    assert liantu("report", "娄底", "-o", "out", "--graph", graph).returncode == 0
    done = liantu("report", "娄底", "-o", "out", "--graph", graph)
    assert done.returncode == 1 and "The folder out is not empty" in done.stderr
    assert liantu("report", "娄底", "-o", "out", "--force", "--graph", graph).returncode == 0
