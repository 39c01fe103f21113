"""`ingest` reads only what is new or changed, on either store, and remembers nothing that is not so."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Run
from short_documents import CHANGSHA, LOUDI, REPEAL, TEXTS, XIANGTAN, whole_of

from graph.facts import Document
from graph.loading import forget, load
from graph.stores import open_store
from liantu.documents import extract_all, find_inputs
from liantu.hierarchy import divisions
from liantu.loading import Loaded, load_all
from liantu.memory import recall
from liantu.outcome import Skipped
from liantu.reader import reader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four documents in a folder."""
    return _fill(tmp_path / "plans")


def _fill(folder: Path) -> Path:
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _ingest(place: str, folder: Path, by: str = "a reader", *, again: bool = False) -> tuple[list[str], Loaded]:
    """The names of the files that were read, and what became of all."""
    inputs, failures = find_inputs([str(folder)])
    assert not failures
    memory = recall(place, inputs, by, again=again)
    return [Path(item).name for item in memory.fresh], load_all(place, extract_all(memory.fresh), memory, [str(folder)])


def _fresh(folder: Path, tmp_path: Path) -> object:
    """The graph that is built from nothing out of a folder."""
    place = str(tmp_path / f"fresh-{time.monotonic_ns()}.kgl")
    _ingest(place, folder)
    return whole_of(place)


def test_what_was_read_is_not_read_again(place: str, folder: Path, tmp_path: Path) -> None:
    """The second time no file is read, and one that changed is read alone and takes the place of what it was."""
    names, loaded = _ingest(place, folder)
    assert (sorted(names), loaded.outcomes["new"], loaded.before) == (sorted(TEXTS), 4, 0)
    before = whole_of(place)
    names, loaded = _ingest(place, folder)
    assert (names, loaded.before, whole_of(place)) == ([], 4, before)
    (folder / "changsha.txt").write_text(CHANGSHA.replace("电子信息", "轨道交通"), encoding="utf-8")
    names, loaded = _ingest(place, folder)
    assert (names, loaded.outcomes["changed"], loaded.before) == (["changsha.txt"], 1, 3)
    assert whole_of(place) == _fresh(folder, tmp_path) != before
    assert _ingest(place, folder)[0] == []


def test_a_file_that_was_moved_or_renamed(place: str, folder: Path, tmp_path: Path) -> None:
    """It is not read again, and the graph knows it where it is now; a copy beside it changes nothing."""
    _ingest(place, folder)
    (folder / "2022").mkdir()
    (folder / "loudi.txt").rename(folder / "2022" / "娄底.txt")
    names, loaded = _ingest(place, folder)
    assert (names, loaded.before, loaded.moved, loaded.gone) == ([], 4, 1, [])
    assert whole_of(place) == _fresh(folder, tmp_path)
    shutil.copy(folder / "changsha.txt", folder / "copy.txt")
    names, loaded = _ingest(place, folder)
    assert (names, loaded.before, loaded.moved) == ([], 4, 0)
    assert ["copy of" in failure.message for failure in loaded.tally.failures] == [True]


def test_the_same_bytes_under_another_kind_of_name(tmp_path: Path, folder: Path) -> None:
    """A file whose ending tells another reader is read anew."""
    place = str(tmp_path / "g.kgl")
    _ingest(place, folder)
    (folder / "loudi.txt").rename(folder / "loudi.md")
    assert _ingest(place, folder)[0] == ["loudi.md"]


def test_another_reader_reads_all(place: str, folder: Path) -> None:
    """After a change of version, lexicon or corrections all is read once more, and so it is when asked for."""
    _ingest(place, folder)
    before = whole_of(place)
    names, loaded = _ingest(place, folder, "another reader")
    assert (len(names), loaded.outcomes["same"], whole_of(place)) == (4, 4, before)
    assert _ingest(place, folder, "another reader")[0] == []
    assert len(_ingest(place, folder, "another reader", again=True)[0]) == 4
    assert _ingest(place, folder, "another reader")[0] == []


def test_a_file_with_the_title_of_another(place: str, folder: Path) -> None:
    """It is told each time and read once; when the first one is gone it is read and takes its place."""
    (folder / "zz.txt").write_text(LOUDI + "\n三、鼓励企业上市。\n", encoding="utf-8")
    for names in (5, 0, 0):
        read, loaded = _ingest(place, folder)
        assert len(read) == names
        (told,) = loaded.tally.failures
        assert isinstance(told, Skipped) and "zz.txt has the title of " in told.message
    (folder / "loudi.txt").unlink()
    read, loaded = _ingest(place, folder)
    assert (read, loaded.outcomes["changed"], loaded.tally.failures) == (["zz.txt"], 1, [])
    assert _ingest(place, folder)[0] == []


def test_what_is_forgotten_is_read_again(place: str, folder: Path) -> None:
    """The memory of a document goes with it."""
    _ingest(place, folder)
    before = whole_of(place)
    with open_store(place, writable=True) as store:
        forget(store, "湘政办发〔2022〕60号")
    names, loaded = _ingest(place, folder)
    assert (names, loaded.outcomes["new"], loaded.before) == (["loudi.txt"], 1, 3)
    assert whole_of(place) == before


def test_facts_that_are_loaded_are_no_reading(place: str, folder: Path) -> None:
    """Facts from elsewhere leave the memory where they say the same, and take it where they say something else."""
    _ingest(place, folder)
    inputs, _ = find_inputs([str(folder)])
    documents = [item for item in extract_all(inputs) if isinstance(item, Document)]
    with open_store(place, writable=True) as store:
        assert {load(store, document, divisions) for document in documents} == {"same"}
    assert _ingest(place, folder)[0] == []
    less = replace(documents[0], relations=documents[0].relations[1:])
    with open_store(place, writable=True) as store:
        assert load(store, less, divisions) == "changed"
    names, loaded = _ingest(place, folder)
    assert (names, loaded.outcomes["changed"]) == ([Path(documents[0].policy.source).name], 1)


def test_a_file_that_is_gone(place: str, folder: Path, tmp_path: Path) -> None:
    """Its document stays, and is told with the title; so is one whose file gives another document now."""
    _ingest(place, folder)
    before = whole_of(place)
    (folder / "repeal.txt").unlink()
    names, loaded = _ingest(place, folder)
    assert (names, whole_of(place)) == ([], before)
    assert loaded.gone == [("湘潭市人民政府办公室关于推进工业高质量发展的实施意见", str(folder / "repeal.txt"))]
    (folder / "changsha.txt").write_text(CHANGSHA.replace("加快工程机械", "加快轨道交通"), encoding="utf-8")
    _, loaded = _ingest(place, folder)
    assert [Path(path).name for _, path in loaded.gone] == ["repeal.txt", "changsha.txt"] and loaded.outcomes["new"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text(XIANGTAN, encoding="utf-8")
    assert _ingest(place, other)[1].gone == [], "another folder says nothing of this one"


def test_a_file_that_cannot_be_read_is_tried_and_told_each_time(tmp_path: Path, folder: Path) -> None:
    """What failed is not remembered: it may be mended from outside, and should not be overlooked."""
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing follows")
    for _ in range(2):
        names, loaded = _ingest(str(tmp_path / "g.kgl"), folder)
        assert "broken.pdf" in names and len(loaded.tally.failures) == 1


def test_the_reader_is_known_by_all_that_it_reads_with() -> None:
    """The fingerprint is the same for the same code and settings, and another one with other settings."""
    assert reader() == reader() != reader("a lexicon")
    assert reader("a lexicon") != reader("another")
    command = [sys.executable, "-c", "from liantu.reader import reader; print(reader())"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == reader()


def test_what_the_command_says(liantu: Run, folder: Path) -> None:
    """People read how many documents were read before, programs find it in the JSON, `--again` reads all."""
    first = json.loads(liantu("ingest", "plans", "--json").stdout)
    assert (first["documents"]["new"], first["read_before"]) == (4, 0)
    (folder / "loudi.txt").rename(folder / "a.txt")
    (folder / "repeal.txt").unlink()
    second = liantu("ingest", "plans", "--json")
    told = json.loads(second.stdout)
    assert (told["documents"], told["read_before"]) == ({"new": 0, "changed": 0, "same": 0}, 3)
    assert list(told["moved"].values()) == [str(Path("plans") / "a.txt")]
    assert [item["source"] for item in told["gone"]] == [str(Path("plans") / "repeal.txt")]
    assert "0 the same, 3 read before (1 moved)." in second.stderr
    assert "still in the graph" in second.stderr and "liantu forget" in second.stderr
    assert "4 read before" not in liantu("ingest", "plans", "--again").stderr


@pytest.mark.slow
def test_a_run_that_is_killed_remembers_what_it_loaded(tmp_path: Path) -> None:
    """After a kill at any moment the next run reads what is missing and ends in the graph of a quiet run."""
    folder = _fill(tmp_path / "plans")
    for number, text in enumerate((LOUDI, XIANGTAN, CHANGSHA, REPEAL)):
        for turn in range(3):
            changed = text.replace("实施意见", f"第{turn}批实施意见").replace("若干措施", f"第{turn}批若干措施")
            (folder / f"{number}{turn}.txt").write_text(changed, encoding="utf-8")
    wanted = _fresh(folder, tmp_path)
    place, chance, partly = str(tmp_path / "g.kgl"), random.Random(2), 0
    for _ in range(12):
        for path in tmp_path.glob("g.kgl*"):
            path.unlink()
        command = [sys.executable, "-m", "liantu", "ingest", str(folder), "--graph", place, "-v"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert process.stderr is not None
        for line in process.stderr:
            if " is new" in line and chance.random() < 0.3:
                break
        time.sleep(chance.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        names, loaded = _ingest(place, folder, reader())
        assert len(names) + loaded.before == 16
        partly += 0 < loaded.before < 16
        assert whole_of(place) == wanted
    assert partly
