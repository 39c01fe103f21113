"""What `query` and `cypher` refuse on either store, however it is dressed: whatever does more than read one graph."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from neo4j_server import Server
from short_documents import documents, whole

from graph.errors import QueryError
from graph.loading import load
from graph.stores import open_store
from liantu.hierarchy import divisions

Run = Callable[..., subprocess.CompletedProcess[str]]
# A statement, and the word that the sentence is to name.
REFUSED = [
    ("CREATE (n:City {id: 'x'})", "CREATE"),
    ("INSERT (n:City {id: 'x'})", "INSERT"),
    ("MATCH (n) CALL (n) { SET n.name = 'x' } RETURN 1 AS one", "SET"),
    ("MATCH (n) CALL { WITH n DETACH DELETE n } RETURN 1 AS one", "DETACH"),
    ("MATCH (n) CALL (n) { REMOVE n.name } IN TRANSACTIONS OF 1 ROWS", "REMOVE"),
    ("MATCH (n) WITH collect(n) AS all FOREACH (n IN all | SET n.name = 'x')", "FOREACH"),
    ("UNWIND [1] AS i MERGE (n:City {id: i}) RETURN n", "MERGE"),
    ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD CSV"),
    ("LOAD /* quietly */ CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD CSV"),
    ("load\u180ecsv from 'file:///etc/passwd' AS row RETURN row", "LOAD CSV"),
    ("\\u004cOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD CSV"),
    ("WITH 1 AS `'` LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "LOAD CSV"),
    ('WITH \'\\u0027 AS a LOAD CSV FROM "file:///etc/passwd" AS row RETURN row', "LOAD CSV"),
    ("RETURN 1 AS one // harmless\nLIMIT 1 CREATE (n:City)", "CREATE"),
    ("RETURN 'it''s' AS a CREATE (n:City {id: 'x'})", "CREATE"),
    ("/* CREATE */ M/**/ATCH (n) DELETE n", "DELETE"),
    ("MATCH (n) RETURN n; MATCH (m) RETURN m", "Only one statement"),
    ("RETURN 1 AS one\\u003b RETURN 2 AS two", "Only one statement"),
    ("CALL apoc.create.node(['City'], {})", "CALL apoc.create.node"),
    ("CALL `apoc`.`create`.`node`(['City'], {})", "CALL apoc.create.node"),
    ("CALL /**/ db.createLabel('x')", "CALL db.createLabel"),
    ("CALL dbms.listConfig() YIELD name RETURN name", "CALL dbms.listConfig"),
    ("MATCH (n) CALL db.awaitIndexes(1) RETURN n", "CALL db.awaitIndexes"),
    ("USE system SHOW USERS", "USE"),
    ("CALL { USE system RETURN 1 AS one } RETURN one", "USE"),
    ("EXPLAIN MATCH (n) RETURN n", "EXPLAIN"),
    ("PROFILE MATCH (n) RETURN n", "PROFILE"),
    ("// first\n profile MATCH (n) RETURN n", "PROFILE"),
    ("CYPHER 5 MATCH (n) RETURN n", "CYPHER"),
    ("SHOW TRANSACTIONS", "SHOW"),
    ("TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "TERMINATE"),
    ("STOP DATABASE neo4j", "STOP"),
    ("ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "ALTER"),
    ("DROP CONSTRAINT liantu_id", "DROP"),
    ("  ; ", "empty"),
    ("// nothing but this", "empty"),
]
# Words that only look like it.
ALLOWED = [
    "MATCH ()-[r]->() RETURN r.start AS start, r.`end` AS stop ORDER BY start, stop LIMIT 1",
    "MATCH (n:City) WHERE n.name <> 'CREATE; SET' RETURN n.name AS name ORDER BY name LIMIT 1 // DELETE",
    "MATCH (n:City) RETURN n.name AS created ORDER BY created LIMIT 1;",
    "CALL () { MATCH (n:City) RETURN n.name AS name } RETURN name ORDER BY name LIMIT 1",
]


def test_what_does_more_than_read_is_refused(place: str) -> None:
    """In one plain sentence that names it; the graph is as it was, though it was opened for writing."""
    with open_store(place, writable=True) as store:
        load(store, documents()[0], divisions)
        before = whole(store)
        for statement, word in REFUSED:
            with pytest.raises(QueryError) as caught:
                store.read(statement)
            said = str(caught.value)
            assert word in said and "\n" not in said and said.endswith("."), (statement, said)
        assert whole(store) == before


def test_what_only_looks_like_it_is_answered(place: str) -> None:
    """Properties, texts and comments may hold any word."""
    with open_store(place, writable=True) as store:
        load(store, documents()[0], divisions)
        for statement in ALLOWED:
            assert len(store.read(statement).rows) == 1, statement


@pytest.mark.server
def test_the_server_itself_refuses_what_the_check_would_miss(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its plan, before anything is run."""
    monkeypatch.setattr("graph.stores.neo4j.check_reads", lambda statement: None)
    with open_store(server.uri, writable=True) as store:
        load(store, documents()[0], divisions)
        before = whole(store)
        for statement in ("CREATE (n:City {id: 'x'}) RETURN n.id AS id", "MATCH (n:City) SET n.name = 'x'"):
            with pytest.raises(QueryError, match="would change the database"):
                store.read(statement)
        assert whole(store) == before


def test_the_commands_refuse_with_one_sentence(liantu: Run, place: str, tmp_path: Path) -> None:
    """Exit code 1, nothing on standard output; a pack of one's own that writes is named with its line."""
    with open_store(place, writable=True) as store:
        load(store, documents()[0], divisions)
    own = tmp_path / "own"
    own.mkdir()
    head = "// name: bad\n// title: 坏\n// question: 写？\n// column: a 甲\n"
    (own / "bad.cypher").write_text(head + "CALL { MATCH (n) SET n.a = 1 } RETURN 1 AS a", encoding="utf-8")
    for words in (("cypher", REFUSED[8][0]), ("query", "bad", "--packs", own)):
        done = liantu(*words, "--graph", place, settings=_login())
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("Error: ") and done.stderr.count("\n") == 1
    assert "bad.cypher, line 5: SET is refused" in done.stderr


def _login() -> dict[str, str]:
    """How the test is logged in on a server, if it is."""
    return {name: value for name, value in os.environ.items() if name.startswith("NEO4J_")}
