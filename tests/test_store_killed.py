"""Nothing that was loaded is lost, on either store: not when a load is killed, not when the disk is full."""

import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from short_documents import CHANGSHA, LOUDI, REPEAL, XIANGTAN, Whole, load_into, read, whole_of
from test_embedded import WRITER

from graph.facts import Document
from graph.jsonl import write_documents
from graph.loading import forget
from graph.stores import open_store

Run = Callable[..., subprocess.CompletedProcess[str]]
MOMENTS = 30


def _versions() -> tuple[list[Document], list[Document]]:
    """Six documents, and the same changed: each pair has one policy id."""
    texts = [LOUDI.replace("先进材料", chain) for chain in ("先进材料", "钢铁", "锑材料")]
    first = [read(text) for text in (*texts, XIANGTAN, CHANGSHA, REPEAL)]
    texts = [text.replace("长沙市共建", "邵阳市共建") for text in texts]
    later = (
        XIANGTAN.replace("娄底市", "衡阳市"),
        CHANGSHA.replace("电子信息", "轨道交通"),
        REPEAL.replace("信息化局", "信息化局、市商务局"),
    )
    second = [read(text) for text in (*texts, *later)]
    assert [item.policy.id for item in first] == [item.policy.id for item in second]
    assert all(one != other for one, other in zip(first, second, strict=True))
    return first, second


def _write(path: Path, chosen: Sequence[Document]) -> Path:
    with path.open("w", encoding="utf-8") as stream:
        write_documents(chosen, stream)
    return path


def _writer(facts: Path, place: str) -> subprocess.Popen[str]:
    """A process that loads, and prints a line when the graph is open and after each document."""
    command = [sys.executable, "-c", WRITER, place, str(facts), "close"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


class Fresh:
    """The graphs that are built from nothing out of the first documents of one version and the rest of another."""

    def __init__(self, folder: Path, before: Sequence[Document], after: Sequence[Document]) -> None:
        """Build each of them once, when it is asked for."""
        self._folder, self._before, self._after = folder, before, after
        self._known: dict[int, Whole] = {}

    def after(self, number: int) -> Whole:
        """The graph when so many documents have been loaded."""
        if number not in self._known:
            path = self._folder / f"fresh-{len(self._before)}-{number}.kgl"
            load_into(path, *self._after[:number], *self._before[number:])
            self._known[number] = whole_of(path)
        return self._known[number]


def _empty(place: str) -> None:
    """Forget all documents, as a user would."""
    with open_store(place, writable=True) as store:
        for record in store.documents():
            forget(store, record.id)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["new", "changed"])
def test_a_load_that_is_killed_at_any_moment(place: str, tmp_path: Path, way: str) -> None:
    """At each moment the graph is that of whole documents, a prefix of the file; loaded again, that of a quiet run."""
    first, second = _versions()
    before, after = ([], first) if way == "new" else (first, second)
    facts, fresh = _write(tmp_path / "facts.jsonl", after), Fresh(tmp_path, before, after)
    chance = random.Random(way)
    between = 0
    for moment in range(MOMENTS // 2):
        _empty(place) if way == "new" else load_into(place, *before)
        process = _writer(facts, place)
        assert process.stdout is not None
        # From before the graph is opened until after the last document, and then at any moment of what follows.
        for _ in range(moment % (len(after) + 2)):
            process.stdout.readline()
        time.sleep(chance.uniform(0, 0.05 if "://" in place else 0.003))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        found = whole_of(place)
        number = next((n for n in range(len(after) + 1) if fresh.after(n) == found), None)
        assert number is not None, "half a document was left"
        assert number >= moment % (len(after) + 2) - 1, "a document that was loaded is lost"
        between += 0 < number < len(after)
        load_into(place, *after)
        assert whole_of(place) == fresh.after(len(after))
    assert between


def _limited(size: int) -> Callable[[], None]:
    """What makes a process that is about to start find the disk full when a file grows beyond a size."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.slow
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """Wherever the room ends, one sentence says what to do; what was there stays, and a re-run ends in one graph."""
    first, second = _versions()
    facts, fresh = _write(tmp_path / "facts.jsonl", second), Fresh(tmp_path, first, second)
    path = tmp_path / "g.kgl"
    load_into(path, *first)
    full = path.stat().st_size
    stopped = 0
    for size in (100, full // 8, full // 4, full // 2, full - 100, full + 1000, 2 * full, 4 * full):
        _empty(str(path))
        load_into(path, *first)
        command = [sys.executable, "-m", "liantu", "load", str(facts), "--graph", "g.kgl"]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, encoding="utf-8", preexec_fn=_limited(size), check=False
        )
        if done.returncode:
            errors = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
            assert done.returncode == 1 and len(errors) == 1 and "Traceback" not in done.stderr, (size, done.stderr)
            assert "g.kgl" in errors[0] and "free some space" in errors[0] and errors[0].endswith("."), errors
            stopped += 1
        found = whole_of(path)
        assert any(fresh.after(n) == found for n in range(len(second) + 1)), f"half a document was left at {size}"
        load_into(path, *second)
        assert whole_of(path) == fresh.after(len(second))
    assert stopped >= 3
