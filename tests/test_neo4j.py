"""The Neo4j store: the same graph as in a file, beside whatever else the database holds; questions only read."""

import json
import re
from pathlib import Path

import pytest
from neo4j_server import Server
from packs_graph import documents as documents_of_packs
from short_documents import CHANGSHA, LOUDI, documents, load_into, read, whole, whole_of

from graph.errors import GraphError, NotOurGraph, QueryError
from graph.facts import Document
from graph.loading import forget, load
from graph.stores import open_store
from graph.stores.neo4j_login import check_version, login
from graph.stores.neo4j_migrations import migrations
from liantu.documents import extract_one, find_inputs
from liantu.hierarchy import divisions

pytestmark = pytest.mark.server
CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
# All of a database that is not ours: nodes without the marker, relationships that have an end there or no policy id.
FOREIGN_NODES = "MATCH (n) WHERE NOT n:Liantu AND NOT labels(n)[0] STARTS WITH 'Liantu' RETURN labels(n), properties(n)"
FOREIGN_LINKS = "MATCH (a)-[r]->(b) WHERE r.policyId IS NULL RETURN a.name, type(r), properties(r), b.name"


def rows_of(server: Server, statement: str) -> list[str]:
    """The rows of a statement on the server itself, as sorted texts."""
    with server.driver() as driver:
        found = driver.execute_query(statement, database_=server.database).records
    return sorted(json.dumps(record.values(), ensure_ascii=False, sort_keys=True) for record in found)


def corpus() -> tuple[Document, ...]:
    """The facts of the shared corpus, if it is here."""
    inputs, _ = find_inputs([str(CORPUS)]) if CORPUS.is_dir() else ([], [])
    return tuple(found for found in map(extract_one, inputs) if isinstance(found, Document))


@pytest.mark.parametrize("name", ["examples", "corpus"])
def test_the_same_documents_give_the_same_graph_on_both_stores(server: Server, tmp_path: Path, name: str) -> None:
    """Counts, nodes with support, relationships and records are equal; a second load is the same and writes nothing."""
    chosen = corpus() if name == "corpus" else documents_of_packs()
    if not chosen:
        pytest.skip("the shared corpus is not here (no ../shared)")
    load_into(tmp_path / "g.kgl", *chosen)
    load_into(server.uri, *chosen)
    with open_store(str(tmp_path / "g.kgl")) as file, open_store(server.uri, writable=True) as store:
        assert store.counts() == file.counts()
        assert whole(store) == whole(file)
        before = rows_of(server, "MATCH (n) RETURN properties(n)")
        assert {load(store, document, divisions) for document in chosen} == {"same"}
    assert rows_of(server, "MATCH (n) RETURN properties(n)") == before


def test_a_foreign_graph_beside_ours_is_never_touched_or_counted(server: Server, tmp_path: Path) -> None:
    """Nodes that look like ours, and relationships of others to our nodes, outlive loading, changing and forgetting."""
    loudi = "(:City {id: 'City:431300', name: '娄底市', support: '{}'})"
    rows_of(server, f"CREATE {loudi}<-[:PART_OF {{policyId: 'x'}}]-(:Me)")
    rows_of(server, "CREATE (:Person {name: 'Ann'})-[:KNOWS {since: 1}]->(:Person {name: 'Bo'})")
    nodes, links = rows_of(server, FOREIGN_NODES), rows_of(server, FOREIGN_LINKS)
    load_into(tmp_path / "g.kgl", *documents())
    load_into(server.uri, *documents())
    assert rows_of(server, FOREIGN_NODES) == nodes
    with open_store(server.uri, writable=True) as store, open_store(str(tmp_path / "g.kgl")) as file:
        assert store.counts() == file.counts()
        load(store, read(LOUDI.replace("电子陶瓷", "钢铁"), "loudi.txt"), divisions)
        for document in documents():
            forget(store, document.policy.id)
        assert store.counts().labels == store.counts().relations == {}
    assert (rows_of(server, FOREIGN_NODES), rows_of(server, FOREIGN_LINKS)) == (nodes, links)


def test_a_node_that_somebody_joined_to_theirs_loses_only_what_is_ours(server: Server) -> None:
    """What others wrote on our nodes, and their relationships, stay; the node keeps its id and nothing else of ours."""
    load_into(server.uri, read(CHANGSHA))
    rows_of(
        server,
        "MATCH (c:Liantu {name: '长沙市'}), (d:Liantu {name: '娄底市'}) SET c.note = '我的' "
        "CREATE (c)<-[:LIKES {much: 2}]-(:Person {name: 'Ann'}), (c)-[:TWIN]->(d)",
    )
    with open_store(server.uri, writable=True) as store:
        load(store, read(CHANGSHA.replace("电子信息", "钢铁")), divisions)
        assert '["我的"]' in rows_of(server, "MATCH (c:Liantu:City {name: '长沙市'}) RETURN c.note")
        forget(store, "长政发〔2023〕5号")
        assert store.counts().labels == {}
    left = rows_of(server, "MATCH (c)<-[r:LIKES]-(p) RETURN labels(c), properties(c), r.much, p.name")
    assert left == ['[[], {"id": "City:430100", "note": "我的"}, 2, "Ann"]']
    assert rows_of(server, "MATCH (c)-[:TWIN]->(d) RETURN c.id, d.id") == ['["City:430100", "City:431300"]']
    load_into(server.uri, read(CHANGSHA))
    with open_store(server.uri) as store:
        assert store.read("MATCH (c:City {name: '长沙市'}) RETURN count(*) AS n").rows == ((1,),)


def test_migrations_are_recorded_and_a_changed_one_is_told(server: Server) -> None:
    """Each file is applied once, in order, and recorded with its checksum; another version's graph is refused."""
    server.empty(schema=True)
    load_into(server.uri, read(CHANGSHA))
    recorded = rows_of(server, "MATCH (m:LiantuMigration) RETURN m.version, m.name, m.checksum")
    assert recorded == [json.dumps([item.version, item.name, item.checksum]) for item in migrations()]
    assert '["liantu_id", "UNIQUENESS"]' in rows_of(server, "SHOW CONSTRAINTS YIELD name, type")
    load_into(server.uri, read(LOUDI))
    rows_of(server, "MATCH (m:LiantuMigration {version: 2}) SET m.checksum = 'other'")
    with pytest.raises(NotOurGraph, match="was set up by another version of Liantu; use that version"):
        open_store(server.uri, writable=True)
    rows_of(server, "MATCH (m:LiantuMeta) SET m.format = 99")
    with pytest.raises(NotOurGraph, match=r"another version of Liantu \(format 99, here \d+\)"):
        open_store(server.uri)


def test_full_text_finds_names_aliases_and_clauses(server: Server) -> None:
    """The indexes with the cjk analyser answer a question that only reads."""
    load_into(server.uri, *documents())
    asked = "CALL db.index.fulltext.queryNodes($index, $words) YIELD node RETURN node.name AS name"
    with open_store(server.uri) as store:
        assert ("娄底市",) in store.read(asked, {"index": "liantu_names", "words": "娄底"}).rows
        assert store.read(asked, {"index": "liantu_clauses", "words": "承接产业转移"}).rows


WRITES = [
    "CREATE (n:City {id: 'x'})",
    "MATCH (n) DETACH DELETE n",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "MATCH (n) RETURN n; CREATE (m:City)",
    "CALL db.createLabel('x')",
    # The server reads \\u0043 as C.
    "\\u0043REATE (n:City {id: 'x'})",
    "RETURN '\\u0027 AS a \\u0043REATE (n:City) //'",
    "SHOW DATABASES",
]


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.parametrize("writable", [False, True])
def test_a_question_that_writes_is_refused(server: Server, statement: str, writable: bool) -> None:
    """By its words, by the server's plan, and by the session: nothing is written, and one sentence says so."""
    load_into(server.uri, read(CHANGSHA))
    before = whole_of(server.uri)
    with open_store(server.uri, writable=writable) as store, pytest.raises(QueryError) as caught:
        store.read(statement)
    assert "\n" not in str(caught.value) and str(caught.value).endswith(".")
    assert whole_of(server.uri) == before


def test_limits_of_rows_and_time(server: Server) -> None:
    """Rows beyond the limit are told by `truncated`; a question that takes too long is stopped with one sentence."""
    load_into(server.uri, read(CHANGSHA))
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS n"
    with open_store(server.uri) as store:
        answer = store.read("UNWIND range(1, 10) AS n RETURN n ORDER BY n;", limit=3)
        assert (answer.rows, answer.truncated) == (((1,), (2,), (3,)), True)
        assert not store.read("UNWIND range(1, 3) AS n RETURN n", limit=3).truncated
        with pytest.raises(QueryError, match=r"took longer than 0\.5 s; narrow it"):
            store.read(endless, timeout=0.5)
        with pytest.raises(QueryError, match="cannot be run: Invalid input"):
            store.read("MATCH (n RETURN n")
        with pytest.raises(GraphError, match="was opened for reading"):
            load(store, read(LOUDI), divisions)


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.26.16", "Neo4j/2025.10.1", "Neo4j/6.0.0-dev"])
def test_a_server_that_is_new_enough(agent: str) -> None:
    """5.26 and whatever follows, the versions by year included."""
    check_version(agent, "neo4j://x")


@pytest.mark.parametrize("agent", ["Neo4j/5.25.1", "Neo4j/4.4.38", "Neo4j/3.5.0"])
def test_a_server_that_is_too_old(agent: str) -> None:
    """The version found, the version wanted, and what to do."""
    with pytest.raises(GraphError, match=r"runs Neo4j .*, and Liantu needs 5\.26 or newer; upgrade the server, or"):
        check_version(agent, "neo4j://x")


def test_a_server_of_something_else() -> None:
    """A server that speaks Bolt and is no Neo4j is named."""
    with pytest.raises(GraphError, match="is no Neo4j server but Memgraph"):
        check_version("Memgraph/2.0", "bolt://x")


def test_a_login_never_shows_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither what is printed of it nor what is said of a URI that holds one."""
    monkeypatch.setenv("NEO4J_PASSWORD", "hunter2")
    assert "hunter2" not in repr(login("neo4j://127.0.0.1"))
    with pytest.raises(GraphError, match="neither user nor password") as caught:
        login("neo4j://ann:hunter2@127.0.0.1")
    assert "hunter2" not in str(caught.value) and "ann" not in str(caught.value)


@pytest.mark.parametrize("uri", ["neo4j://", "neo4j://:7687", "bolt://h:99999999", "bolt://h:x", "bolt+s://[::1"])
def test_an_address_that_is_none(uri: str) -> None:
    """A URI without a host, or with a port that cannot be, is told with one that can."""
    with pytest.raises(GraphError, match=rf"no URI of a server; give one such as {re.escape(uri.split('/')[0])}//127"):
        login(uri)
