"""The embedded store: one file, one writer, many readers, and nothing lost when a process dies."""

import os
import subprocess
import sys
from pathlib import Path

import kglite
import pytest
from short_documents import LOUDI, documents, load_into, read, whole, whole_of

from graph.errors import GraphError, GraphLocked, NotOurGraph, QueryError
from graph.jsonl import write_documents
from graph.loading import load
from graph.stores import open_store
from graph.stores.embedded import EmbeddedStore
from liantu.hierarchy import divisions

# A writer in a process of its own: loads a facts file and prints a line after each document; then holds the graph.
WRITER = """
import sys
from pathlib import Path
from graph.jsonl import read_documents
from graph.loading import load
from graph.stores import open_store
from liantu.hierarchy import divisions
divisions("431300")
with open_store(sys.argv[1], writable=True) as store:
    print("open", flush=True)
    for document in read_documents(Path(sys.argv[2])):
        load(store, document, divisions)
        print(document.policy.id, flush=True)
    if sys.argv[3] == "hold":
        sys.stdin.read()
print("closed", flush=True)
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A facts file of eight documents."""
    path = tmp_path / "facts.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        more = [read(LOUDI.replace("先进材料", chain)) for chain in ("钢铁", "锑材料", "绿色建材", "新能源汽车")]
        write_documents([*documents(), *more], stream)
    return path


def _writer(graph: Path, facts: Path, how: str) -> subprocess.Popen[str]:
    """Start WRITER; `how` is hold or close."""
    arguments = [sys.executable, "-c", WRITER, str(graph), str(facts), how]
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _lines(process: subprocess.Popen[str], number: int) -> list[str]:
    """The next lines that a process prints."""
    assert process.stdout is not None
    return [process.stdout.readline().strip() for _ in range(number)]


def _end(process: subprocess.Popen[str]) -> None:
    """Let a writer that holds its graph go, and wait for it."""
    process.communicate("", timeout=60)
    assert process.returncode == 0


def test_a_graph_is_created_closed_and_opened_again(tmp_path: Path) -> None:
    """Writing makes the file and its folder; what was loaded is there for whoever opens it next."""
    path = tmp_path / "new" / "g.kgl"
    with open_store(str(path), writable=True) as store:
        load(store, documents()[0], divisions)
        written = whole(store)
    assert path.is_file()
    assert whole_of(path) == written
    with open_store(str(path), writable=True) as store:
        assert [record.number for record in store.documents()] == ["湘政办发〔2022〕60号"]
        assert load(store, documents()[0], divisions) == "same"
    assert whole_of(path) == written


def test_reading_never_makes_a_graph(tmp_path: Path) -> None:
    """A missing file is named with the command that makes one; a folder is refused as such."""
    with pytest.raises(GraphError, match=r"There is no graph at .*liantu ingest"):
        open_store(str(tmp_path / "g.kgl"))
    with pytest.raises(GraphError, match="is a folder"):
        open_store(str(tmp_path), writable=True)
    with pytest.raises(GraphError, match=r"http:// is no kind of graph"):
        open_store("http://localhost")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("writable", [False, True])
@pytest.mark.parametrize("content", [b"my notes", b"", b"\x00" * 4096])
def test_a_file_of_something_else_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes, writable: bool) -> None:
    """Neither reading nor writing touches a file that is no graph."""
    path = tmp_path / "notes.kgl"
    path.write_bytes(content)
    with pytest.raises(NotOurGraph, match=r"notes\.kgl .*--graph"):
        open_store(str(path), writable=writable)
    assert path.read_bytes() == content


@pytest.mark.parametrize("writable", [False, True])
def test_a_graph_of_somebody_else_is_refused_and_left_as_it_was(tmp_path: Path, writable: bool) -> None:
    """A KGLite graph without our mark is no Liantu graph."""
    path = tmp_path / "other.kgl"
    other = kglite.open(str(path))
    other.cypher("CREATE (p:Person {id: 'a', name: 'Ann'})")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotOurGraph, match="graph of something else"):
        open_store(str(path), writable=writable)
    assert path.read_bytes() == before


def test_a_graph_of_another_version_is_named(tmp_path: Path) -> None:
    """A graph with another format number says so and what to do."""
    path = tmp_path / "g.kgl"
    load_into(path, documents()[0])
    graph = kglite.open(str(path))
    graph.cypher("MATCH (n:LiantuMeta) SET n.format = 99")
    graph.close()
    with pytest.raises(NotOurGraph, match=r"another version of Liantu \(format 99.*into a new file"):
        open_store(str(path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    """A graph without write permission can be read but not written."""
    path = tmp_path / "g.kgl"
    load_into(path, documents()[0])
    path.chmod(0o400)
    open_store(str(path)).close()
    with pytest.raises(GraphError, match="may not be written"):
        open_store(str(path), writable=True)


def test_while_the_first_writer_writes_there_is_nothing_to_read_yet(tmp_path: Path, facts: Path) -> None:
    """A graph that is just being made is no missing graph: who asks it is told to wait."""
    writer = _writer(tmp_path / "g.kgl", facts, "hold")
    _lines(writer, 3)
    with pytest.raises(GraphLocked, match="try again when it has ended"):
        open_store(str(tmp_path / "g.kgl"))
    _end(writer)
    open_store(str(tmp_path / "g.kgl")).close()


@pytest.mark.filterwarnings("error")
def test_two_readers_beside_a_writer_and_no_second_writer(tmp_path: Path, facts: Path) -> None:
    """Readers see what was last saved while a writer writes; a second writer is told so in one sentence."""
    path = tmp_path / "g.kgl"
    load_into(path, documents()[1])
    before = whole_of(path)
    writer = _writer(path, facts, "hold")
    assert _lines(writer, 4)[0] == "open"
    with open_store(str(path)) as one, open_store(str(path)) as two:
        assert whole(one) == whole(two) == before
    with pytest.raises(GraphLocked) as caught:
        open_store(str(path), writable=True)
    assert str(caught.value).startswith(f"{path} is being written by another process; try again")
    assert "\n" not in str(caught.value)
    _end(writer)
    with open_store(str(path)) as store:
        assert len(store.documents()) == 8


WRITES = [
    "CREATE (n:City {id: 'x'})",
    "MERGE (n:City {id: 'x'})",
    "MATCH (n:City) SET n.name = 'x'",
    "match (n) detach delete n",
    "MATCH (n) REMOVE n.name",
    "MATCH (n:City) FOREACH (x IN [1] | SET n.a = x)",
    "MATCH (n) RETURN n; CREATE (m:City)",
    "CALL apoc.create.node(['City'], {})",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "DROP INDEX x",
]


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.parametrize("writable", [False, True])
def test_a_question_that_writes_is_refused(tmp_path: Path, statement: str, writable: bool) -> None:
    """Whichever way the graph was opened, `read` runs nothing that writes, and says so in one sentence."""
    path = tmp_path / "g.kgl"
    load_into(path, documents()[0])
    with open_store(str(path), writable=writable) as store:
        before = whole(store)
        with pytest.raises(QueryError) as caught:
            store.read(statement)
        assert "\n" not in str(caught.value)
        assert whole(store) == before


def test_the_engine_refuses_writes_too(tmp_path: Path) -> None:
    """A graph opened for reading is read-only in the engine itself, were the guard to miss a word."""
    path = tmp_path / "g.kgl"
    load_into(path, documents()[0])
    store = EmbeddedStore(path, writable=False)
    with pytest.raises(kglite.KgError):
        store._graph.cypher("CREATE (n:City {id: 'x'})")
    with pytest.raises(GraphError, match="was opened for reading"):
        load(store, documents()[1], divisions)
    store.close()


def test_words_that_write_are_harmless_in_quotes_and_names(tmp_path: Path) -> None:
    """A text or a comment that holds the word CREATE, and a property called like one, are no writing."""
    path = tmp_path / "g.kgl"
    load_into(path, documents()[0])
    with open_store(str(path)) as store:
        assert store.read("MATCH (n:City) WHERE n.name = 'CREATE' RETURN n.name AS name").rows == ()
        assert store.read("MATCH (n:City {id: 'City:431300'}) RETURN n.name AS name // SET").rows == (("娄底市",),)
        answer = store.read("MATCH (n:City) RETURN n.name AS name ORDER BY name;", limit=2)
        assert (len(answer.rows), answer.truncated) == (2, True)


def test_a_faulty_question_is_one_sentence(tmp_path: Path) -> None:
    """A statement that is no Cypher is a QueryError with the engine's first sentence."""
    path = tmp_path / "g.kgl"
    load_into(path, documents()[0])
    with open_store(str(path)) as store, pytest.raises(QueryError) as caught:
        store.read("MATCH (n RETURN n")
    assert str(caught.value).startswith("The query cannot be run:") and "\n" not in str(caught.value)
