"""A real Neo4j for the tests: one server a test run, whatever the number of processes, and one test on it at a time.

The process that starts pytest makes a folder and names it in LIANTU_TEST_RUN; the first test that needs the server
starts it and leaves word of it there; at the end it is stopped. A test that needs one and finds none fails.
"""

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pytest
from neo4j_server import NoServer, Server, find, launch

_RUN = "LIANTU_TEST_RUN"
_NOT_EMPTY = (
    "The database at NEO4J_URI holds data, which the tests would delete; "
    "set NEO4J_URI and NEO4J_DATABASE to an empty one."
)


def pytest_configure(config: pytest.Config) -> None:
    """Make the folder of the run, in the process that all others come from."""
    if _is_first(config):
        folder = Path(tempfile.mkdtemp(prefix="liantu-tests-"))
        (folder / "owner").write_text(str(os.getpid()), encoding="utf-8")
        os.environ[_RUN] = str(folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, if one was started, and delete the folder of the run."""
    if _is_first(config) and _RUN in os.environ:
        folder = Path(os.environ.pop(_RUN))
        server = _known(folder)
        if server is not None:
            server.remove()
        shutil.rmtree(folder, ignore_errors=True)


def _is_first(config: pytest.Config) -> bool:
    """Whether this is no worker of another process."""
    return not hasattr(config, "workerinput")


def _known(folder: Path) -> Server | None:
    """The server that the run has, if any."""
    word = folder / "server.json"
    return Server(**json.loads(word.read_text(encoding="utf-8"))) if word.exists() else None


@contextmanager
def _locked(name: str) -> Iterator[Path]:
    """Hold one of the run's locks, which all its processes share; gives the folder of the run."""
    folder = Path(os.environ[_RUN])
    with (folder / name).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def _begin(owner: int) -> Server:
    """The server at NEO4J_URI, which must be empty, or one of our own, which ends with the process `owner`."""
    given = find()
    if given is None:
        return launch(owner)
    given.wait()
    if given.holds_data():
        raise NoServer(_NOT_EMPTY)
    return given


@pytest.fixture(scope="session")
def shared_server() -> Server:
    """The server of the run, started by the first test that asks for it."""
    with _locked("start.lock") as folder:
        server = _known(folder)
        if server is None:
            try:
                server = _begin(int((folder / "owner").read_text(encoding="utf-8")))
            except NoServer as error:
                pytest.fail(str(error), pytrace=False)
            (folder / "server.json").write_text(json.dumps(asdict(server)), encoding="utf-8")
    return server


@pytest.fixture
def server(shared_server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The server for one test alone: emptied, and the test is logged in. Constraints and indexes stay."""
    with _locked("use.lock"):
        shared_server.empty()
        for name, value in shared_server.environment.items():
            monkeypatch.setenv(name, value)
        yield shared_server
        shared_server.empty()


@pytest.fixture
def own_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that the test may stop and start, with nothing in it; the test is logged in."""
    try:
        server = launch()
    except NoServer as error:
        pytest.fail(str(error), pytrace=False)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    yield server
    server.remove()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.server)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty graph can be made: a file, and then the server."""
    if request.param == "embedded":
        return str(tmp_path / "g.kgl")
    server: Server = request.getfixturevalue("server")
    return server.uri
