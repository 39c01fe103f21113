"""Where output cannot go: a closed pipe, a full disk, a place that is taken; and where it goes without being a file."""

import os
import resource
import stat
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from whole_commands import command, group, make_home

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="limits and devices as Unix has them")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with documents for about a second, their facts, and their graph."""
    return make_home(tmp_path_factory.mktemp("outputs"))


PIPED = (
    ("extract", "plans"),
    ("extract", "plans", "--jobs", "2"),
    ("query", "document_facts", "--format", "jsonl", "--graph", "g.kgl"),
    ("cypher", "MATCH (c:Clause) RETURN c.text AS t", "--format", "csv", "--graph", "g.kgl"),
    ("schema",),
)


@pytest.mark.parametrize("arguments", PIPED, ids=" ".join)
def test_a_pipe_that_is_closed(home: Path, arguments: Sequence[str]) -> None:
    """`| head -1` gets its line, and nobody complains."""
    with subprocess.Popen(
        command(*arguments), cwd=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read().decode()
    assert "Traceback" not in told and "Broken pipe" not in told and "Exception" not in told and "Error" not in told
    assert not group(process.pid)


@pytest.fixture
def full() -> Iterator[Path]:
    """A device on which there is never any room."""
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("there is no /dev/full here")
    yield device


@pytest.mark.parametrize("arguments", PIPED, ids=" ".join)
def test_standard_output_without_room(home: Path, full: Path, arguments: Sequence[str]) -> None:
    """A full disk behind `>` is one sentence and exit code 1."""
    with full.open("wb") as stream:
        done = subprocess.run(
            command(*arguments), cwd=home, stdout=stream, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert done.returncode == 1 and len(errors) == 1 and "No space left" in errors[0], done.stderr
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr


OUTPUTS = {
    "extract": ("extract", "plans", "-o"),
    "query": ("query", "policies", "--graph", "g.kgl", "-o"),
    "view": ("view", "links", "--graph", "g.kgl", "-o"),
    "export": ("export", "xlsx", "--graph", "g.kgl", "-o"),
    "report": ("report", "娄底", "--graph", "g.kgl", "-o"),
}
_ENDINGS = {"view": ".html", "export": ".xlsx"}


def _one_error(done: subprocess.CompletedProcess[str]) -> str:
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    assert done.returncode == 1 and len(errors) == 1 and "Traceback" not in done.stderr, done.stderr
    return errors[0]


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_without_room(home: Path, tmp_path: Path, name: str) -> None:
    """A disk that is full when so much is written is one sentence with the file and the remedy; no half of it stays."""
    target = tmp_path / f"out{_ENDINGS.get(name, '')}"
    words = command(*OUTPUTS[name], str(target))
    done = subprocess.run(
        words, cwd=home, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200)),
    )  # fmt: skip
    told = _one_error(done)
    assert target.name in told and "make room" in told
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_that_is_in_the_way(home: Path, tmp_path: Path, name: str) -> None:
    """A folder where a file is to be, a file where a folder is to be, and a folder that is not there, are told."""
    target = tmp_path / f"out{_ENDINGS.get(name, '')}"
    if name == "report":
        target.write_text("mine", encoding="utf-8")
    else:
        target.mkdir()
    words = command(*OUTPUTS[name])
    done = subprocess.run([*words, str(target)], cwd=home, capture_output=True, encoding="utf-8", check=False)
    assert "is a f" in _one_error(done)
    missing = tmp_path / "missing" / target.name
    done = subprocess.run([*words, str(missing)], cwd=home, capture_output=True, encoding="utf-8", check=False)
    assert "does not exist" in _one_error(done)
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("name", ["extract", "query"])
def test_a_device_is_written_to_and_stays_one(home: Path, tmp_path: Path, name: str) -> None:
    """`-o` may name a pipe or a device, which is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(command(*OUTPUTS[name], str(pipe)), cwd=home, stderr=subprocess.PIPE)
    assert len(pipe.read_bytes()) > 100
    process.communicate(timeout=60)
    assert process.returncode == 0 and stat.S_ISFIFO(pipe.stat().st_mode)
