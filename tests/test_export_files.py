"""Where exports go: nothing is replaced unasked, nothing is left half-written, and what is wrong is one sentence."""

import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from packs_graph import load_into

from graph.errors import GraphError, OutputError
from graph.export.reading import steady
from graph.loading import forget
from graph.stores import open_store
from liantu.output.folders import replacing_folder

FILES = ("graphml", "gexf", "xlsx", "cypher")
FOLDERS = ("csv", "neo4j-admin")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A graph file of the examples and of documents about steel."""
    place = str(tmp_path_factory.mktemp("files") / "g.kgl")
    with open_store(place, writable=True) as store:
        load_into(store)
    return place


def _sentence(done: subprocess.CompletedProcess[str], code: int = 1) -> str:
    """The one sentence of an error."""
    assert done.returncode == code and "Traceback" not in done.stderr, done.stderr
    assert len(done.stderr.splitlines()) == 1 and done.stderr.startswith("Error: "), done.stderr
    return done.stderr


def test_a_default_name_is_the_format_s(liantu: Run, graph: str, tmp_path: Path) -> None:
    """Without -o each has a name of its own in the working directory, and a second run does not replace it."""
    names = {f: f"liantu.{f}" for f in FILES} | {"csv": "liantu-csv", "neo4j-admin": "liantu-neo4j"}
    for kind, name in names.items():
        done = liantu("export", kind, "--graph", graph)
        assert done.returncode == 0 and done.stderr.startswith(f"{name} written; ") and done.stdout == ""
        again = _sentence(liantu("export", kind, "--graph", graph))
        assert name in again and "add --force" in again
        assert liantu("export", kind, "--force", "--graph", graph).returncode == 0
    assert {path.name for path in tmp_path.iterdir()} == set(names.values())


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_folder_that_holds_something(liantu: Run, graph: str, tmp_path: Path, kind: str) -> None:
    """It is refused; with --force files of the same names are replaced, and what else is there stays."""
    taken = tmp_path / "taken"
    taken.mkdir()
    assert liantu("export", kind, "-o", "taken", "--graph", graph).returncode == 0
    first = {path.name: path.read_bytes() for path in taken.iterdir()}
    name = min(first)
    (taken / name).write_text("mine", encoding="utf-8")
    (taken / "notes.txt").write_text("mine", encoding="utf-8")
    assert "The folder taken is not empty" in _sentence(liantu("export", kind, "-o", "taken", "--graph", graph))
    assert (taken / name).read_text(encoding="utf-8") == "mine"
    assert liantu("export", kind, "-o", "taken", "--force", "--graph", graph).returncode == 0
    assert {path.name: path.read_bytes() for path in taken.iterdir()} == first | {"notes.txt": b"mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_places_that_cannot_be_written(liantu: Run, graph: str, tmp_path: Path) -> None:
    """A folder for a file, a file for a folder, a folder that is not there: each says so and what to do."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "folder is a folder" in _sentence(liantu("export", "gexf", "-o", "folder", "--graph", graph))
    assert "file is a file" in _sentence(liantu("export", "csv", "-o", "file", "--graph", graph))
    for kind in (*FILES, *FOLDERS):
        assert "does not exist" in _sentence(liantu("export", kind, "-o", "no/where", "--graph", graph))
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no folder in which nobody may write")
def test_a_folder_that_may_not_be_written(liantu: Run, graph: str) -> None:
    """The place is named, and that another is to be chosen."""
    for kind in (*FILES, *FOLDERS):
        told = _sentence(liantu("export", kind, "-o", "/proc/x", "--graph", graph))
        assert "/proc/x cannot be written" in told and "choose another place" in told


def _limited(size: int) -> Callable[[], None]:
    """What makes a process that is about to start find the disk full when a file grows beyond a size."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("kind", [*FILES, *FOLDERS])
def test_a_disk_that_is_full(graph: str, tmp_path: Path, kind: str) -> None:
    """One sentence that says what to do; no half file or folder, and what was there before stays."""
    for size in (0, 3000):
        command = [sys.executable, "-m", "liantu", "export", kind, "-o", "out", "--graph", graph]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8", preexec_fn=_limited(size), check=False
        )
        assert "out cannot be written" in _sentence(done) and "make room" in done.stderr
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["gexf", "neo4j-admin"])
def test_interrupted_at_any_moment(graph: str, tmp_path: Path, kind: str) -> None:
    """Ctrl-C leaves the whole result or nothing of it."""
    command = [sys.executable, "-m", "liantu", "export", kind, "-o", "out", "--graph", graph]
    for moment in range(6):
        process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.4 + moment * 0.15)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        names = {path.name for path in tmp_path.iterdir()}
        assert names <= {"out"}
        if names:
            assert process.returncode == 0
            break


def test_a_name_that_means_nothing_or_several_things(liantu: Run, graph: str, tmp_path: Path) -> None:
    """The nearest names, or the choice, and nothing is written."""
    assert "nearest names" in _sentence(liantu("export", "xlsx", "--about", "没有这个名字", "--graph", graph))
    assert "give one of these" in _sentence(liantu("export", "csv", "--about", "局", "--graph", graph))
    assert list(tmp_path.iterdir()) == []


def test_copies_of_the_whole_graph_take_no_selection(liantu: Run, graph: str) -> None:
    """A part of a graph whose records say that it is whole would be no graph of Liantu's."""
    for kind in ("neo4j-admin", "cypher"):
        done = liantu("export", kind, "--about", "娄底", "--graph", graph)
        assert done.returncode == 2 and "No such option" in done.stderr


def test_a_graph_that_changes_while_it_is_read(tmp_path: Path) -> None:
    """Nothing is written of a graph that was not the same from the first page to the last."""
    with open_store(str(tmp_path / "g.kgl"), writable=True) as store:
        load_into(store)
        with pytest.raises(GraphError, match="run the command again"), steady(store):
            forget(store, store.documents()[0].id)


def test_a_folder_vanishes_with_its_error(tmp_path: Path) -> None:
    """When writing it fails nothing is left beside its place."""
    with pytest.raises(OutputError, match="boom"), replacing_folder(tmp_path / "out") as opener:
        with opener("a.txt") as stream:
            stream.write(b"half")
        raise OutputError("boom")
    assert list(tmp_path.iterdir()) == []
