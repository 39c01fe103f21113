"""What can go wrong with a Neo4j server: each is told in one plain sentence with the remedy, and nothing is lost."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from neo4j_server import Server
from short_documents import LOUDI, Whole, documents, load_into, read, whole, whole_of
from test_neo4j import rows_of

from graph.facts import Document
from graph.jsonl import read_documents, write_documents
from graph.stores import open_store

pytestmark = pytest.mark.server
Run = Callable[..., subprocess.CompletedProcess[str]]
CHAINS = ("钢铁", "锑材料", "绿色建材", "新能源汽车", "电子信息", "工程机械", "轨道交通", "生物医药")


def many() -> list[Document]:
    """Documents that share places and agencies."""
    more = [read(LOUDI.replace("先进材料", chain), f"{chain}.txt") for chain in CHAINS]
    return [*documents(), *more]


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A facts file of these documents."""
    path = tmp_path / "facts.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        write_documents(many(), stream)
    return path


def told(done: subprocess.CompletedProcess[str]) -> str:
    """The one error sentence of a run that failed with exit code 1."""
    lines = [line for line in done.stderr.splitlines() if line]
    errors = [line for line in lines if line.startswith("Error: ")]
    assert done.returncode == 1 and len(errors) == 1 and "Traceback" not in done.stderr, done.stderr
    assert errors[0].endswith(".")
    return errors[0].removeprefix("Error: ")


def built_from_nothing(folder: Path, chosen: list[Document]) -> Whole:
    """The whole of a graph file that these documents alone were loaded into."""
    path = folder / "fresh.kgl"
    path.unlink(missing_ok=True)
    load_into(path, *chosen)
    return whole_of(path)


WHO = {"NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": "hunter2"}
ABSENT = (
    "{} does not answer as a Neo4j server; see that it runs and is reached from here, check --graph, and run the "
    "command again: what was loaded stays loaded."
)


@pytest.mark.parametrize("command", [["load", "facts.jsonl"], ["stats"], ["lookup", "娄底"], ["forget", "x"]])
def test_a_server_that_is_absent(liantu: Run, facts: Path, command: list[str]) -> None:
    """Nobody listens: which server, and what to look at."""
    done = liantu(*command, settings=WHO | {"NEO4J_URI": "neo4j://127.0.0.1:1"})
    assert told(done) == ABSENT.format("neo4j://127.0.0.1:1")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"NEO4J_PASSWORD": "hunter2"}, "{} refuses user neo4j; set NEO4J_USERNAME and NEO4J_PASSWORD to those of a"),
        ({"NEO4J_USERNAME": "", "NEO4J_PASSWORD": ""}, "{} refuses a user without a name; set NEO4J_USERNAME and"),
        ({"NEO4J_DATABASE": "nosuch"}, "There is no database nosuch at {}; set NEO4J_DATABASE to one that there is"),
    ],
    ids=["password", "no user", "database"],
)
def test_a_login_that_is_wrong(
    liantu: Run, facts: Path, server: Server, wrong: Mapping[str, str], sentence: str
) -> None:
    """A wrong password, no user, a wrong database: which of them, and which variable to set; no password is shown."""
    for command in (["load", facts], ["stats"]):
        done = liantu(*command, "--graph", server.uri, settings=server.environment | dict(wrong))
        assert told(done).startswith(sentence.format(server.uri))
        assert server.password not in done.stderr and "hunter2" not in done.stderr


def test_a_password_in_the_uri(liantu: Run, facts: Path) -> None:
    """It is refused before anything is asked, and not repeated."""
    done = liantu("load", facts, "--graph", "neo4j://neo4j:hunter2@127.0.0.1:7687")
    assert "set NEO4J_USERNAME and NEO4J_PASSWORD and give neo4j://HOST:PORT." in told(done)
    assert "hunter2" not in done.stderr + done.stdout


def test_foreign_nodes_that_bear_our_marker(liantu: Run, facts: Path, server: Server, tmp_path: Path) -> None:
    """Two with one id keep the constraint from being made: the remedy is told, and once it is taken loading works."""
    server.empty(schema=True)
    rows_of(server, "UNWIND [1, 2] AS n CREATE (:Liantu {id: 'City:431300', n: n})")
    done = liantu("load", facts, "--graph", server.uri, settings=server.environment)
    assert "cannot take Liantu's constraints and indexes" in told(done)
    assert "remove the label Liantu from nodes that are not Liantu's" in told(done)
    assert rows_of(server, "MATCH (n:Liantu) RETURN n.n") == ["[1]", "[2]"]
    rows_of(server, "MATCH (n:Liantu) REMOVE n:Liantu")
    assert liantu("load", facts, "--graph", server.uri, settings=server.environment).returncode == 0
    assert whole_of(server.uri) == built_from_nothing(tmp_path, many())
    assert rows_of(server, "MATCH (n) WHERE n.n IS NOT NULL RETURN labels(n), n.id") == ['[[], "City:431300"]'] * 2


def test_a_constraint_that_foreign_data_makes_us_violate(
    liantu: Run, facts: Path, server: Server, tmp_path: Path
) -> None:
    """Documents that collide are not loaded, in no part, and each says with what; the others are; then all are."""
    rows_of(server, "CREATE CONSTRAINT theirs FOR (n:City) REQUIRE n.name IS UNIQUE")
    rows_of(server, "CREATE (:City {name: '怀化市', theirs: true})")
    done = liantu("load", facts, "--graph", server.uri, settings=server.environment)
    errors = [line for line in done.stderr.splitlines() if line.startswith("Error: ")]
    colliding = [item for item in many() if any(entity.name == "怀化市" for entity in item.entities)]
    assert done.returncode == 1 and len(errors) == len(colliding) > 0
    assert all("holds data that is not Liantu's and stands in the way (Node(" in line for line in errors), errors
    assert whole_of(server.uri) == built_from_nothing(tmp_path, [item for item in many() if item not in colliding])
    assert rows_of(server, "MATCH (n {theirs: true}) RETURN labels(n), n.name") == ['[["City"], "怀化市"]']
    rows_of(server, "DROP CONSTRAINT theirs")
    assert liantu("load", facts, "--graph", server.uri, settings=server.environment).returncode == 0
    assert whole_of(server.uri) == built_from_nothing(tmp_path, many())


def _start(facts: Path, server: Server) -> subprocess.Popen[str]:
    """`liantu load` in a process of its own."""
    command = [sys.executable, "-m", "liantu", "load", str(facts), "--graph", server.uri]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def test_two_writers_at_once(server: Server, tmp_path: Path) -> None:
    """They set the database up together and take turns; each document is new for one, and the graph is that of one."""
    for name, chosen in (("a", many()), ("b", many()[::-1])):
        with (tmp_path / f"{name}.jsonl").open("w", encoding="utf-8") as stream:
            write_documents(chosen, stream)
    for _ in range(3):
        server.empty(schema=True)
        both = [_start(tmp_path / f"{name}.jsonl", server) for name in "ab"]
        said = [process.communicate(timeout=120)[1] for process in both]
        assert [process.returncode for process in both] == [0, 0], said
        new = [int(text.split(" new,")[0].rsplit(" ", 1)[1]) for text in said]
        assert sum(new) == len(many())
        assert whole_of(server.uri) == built_from_nothing(tmp_path, many())


def _when_loaded(server: Server, number: int) -> None:
    """Wait until some documents are in the graph."""
    until = time.monotonic() + 60
    while len(rows_of(server, "MATCH (d:LiantuDocument) RETURN d.id")) < number:
        assert time.monotonic() < until
        time.sleep(0.01)


@pytest.fixture
def long_facts(tmp_path: Path) -> Path:
    """A facts file that takes a few seconds to load."""
    more = [read(LOUDI.replace("先进材料", f"{chain}第{n}"), f"{chain}{n}.txt") for chain in CHAINS for n in range(7)]
    path = tmp_path / "long.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        write_documents([*documents(), *more], stream)
    return path


def test_a_server_that_goes_away_in_mid_load(own_server: Server, long_facts: Path, tmp_path: Path) -> None:
    """Killed, the server ends the run with one sentence; back again, it has whole documents only, and a re-run ends it.

    Killed a second time and started while the run goes on, it makes the run wait and not fail.
    """
    process = _start(long_facts, own_server)
    _when_loaded(own_server, 5)
    own_server.stop(signal.SIGKILL)
    error = process.communicate(timeout=120)[1]
    sentences = [line for line in error.splitlines() if line.startswith("Error: ")]
    assert process.returncode == 1 and sentences == [f"Error: {ABSENT.format(own_server.uri)}"], error
    own_server.start()
    with open_store(own_server.uri) as store:
        kept = [record.title for record in store.documents()]
        found = whole(store)
    chosen = list(read_documents(long_facts))
    assert 5 <= len(kept) < len(chosen)
    assert found == built_from_nothing(tmp_path, [item for item in chosen if item.policy.title in kept])
    process = _start(long_facts, own_server)
    _when_loaded(own_server, len(kept) + 5)
    own_server.stop(signal.SIGKILL)
    own_server.start()
    error = process.communicate(timeout=180)[1]
    if process.returncode:
        # Killed while it committed, the server cannot say whether it did.
        assert ABSENT.format(own_server.uri) in error
        assert _start(long_facts, own_server).wait(timeout=120) == 0
    assert whole_of(own_server.uri) == built_from_nothing(tmp_path, chosen)
