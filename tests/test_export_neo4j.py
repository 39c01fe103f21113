"""What `export neo4j-admin` and `export cypher` write builds, on a real Neo4j, the graph that `load` makes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from neo4j_server import Server, jars
from packs_graph import documents
from raw_graph import migrations, raw, schema

from graph.export.cypher import literal
from graph.facts import Clause, Document, Entity, Mention, Policy
from graph.loading import load
from graph.stores import open_store
from liantu.hierarchy import divisions

# Quotation marks, backslashes, line ends, commas, the sign that begins an escape, an empty name, marks beyond the BMP.
_HOSTILE = "一、支持“甲\"乙'丙\\，\\u0027\r\n\t；\u2028;\n\n\\\\u00e9 `丁` {{x: 1}} 😀 // /* */ $a\\"


def _hostile() -> Document:
    """A document whose text is as hard to write down as can be."""
    policy = Policy("Policy:难写的文件", "难写的文件", '〔2024〕"1"号\\', issued="2024", source="C:\\plans\\难写.txt")
    clause = Clause("Clause:难写的文件#1", "一、", "'", 0, len(_HOSTILE), _HOSTILE)
    name = "甲\"乙'丙\\"
    firm = Entity(f"Enterprise:{name}", "Enterprise", name, ("a;b", "x,y", "\\'", " 前后有空格 "), {}, (
        Mention(5, 5 + len(name), name, clause.id),
    ))  # fmt: skip
    own = Entity(policy.id, "Policy", policy.title)
    return Document(policy, (clause,), (own, firm), ())


def _load_all(place: str) -> list[str]:
    with open_store(place, writable=True) as store:
        return [load(store, document, divisions) for document in (*documents(), _hostile())]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A graph file with all the documents."""
    place = str(tmp_path_factory.mktemp("export") / "g.kgl")
    _load_all(place)
    return place


def _export(liantu: Path, place: str, kind: str, output: Path) -> None:
    """Run the command as a user would."""
    command = [str(liantu), "export", kind, "-o", str(output), "--graph", place]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def liantu_command(tmp_path: Path) -> Path:
    """The command line as one file that can be run."""
    script = tmp_path / "liantu-here"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m liantu "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def _import(server: Server, folder: Path, tool: Path) -> None:
    """Run import.sh, which finds neo4j-admin by NEO4J_ADMIN."""
    tool.write_text(f'#!/bin/sh\nexec java -cp "{jars()}/*" org.neo4j.cli.AdminTool "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    places = {"NEO4J_HOME": server.home, "NEO4J_CONF": f"{server.home}/conf", "NEO4J_ADMIN": str(tool)}
    done = subprocess.run(
        ["sh", str(folder / "import.sh"), server.database], capture_output=True, encoding="utf-8",
        env=os.environ | places, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.server
def test_an_imported_graph_is_the_one_that_load_makes(
    own_server: Server, embedded: str, liantu_command: Path, tmp_path: Path
) -> None:
    """Nodes, labels, relationships, properties, records: the same; the next load says so and makes the indexes."""
    _load_all(own_server.uri)
    loaded, made = raw(own_server), schema(own_server)
    for place, name in ((own_server.uri, "of-server"), (embedded, "of-file")):
        _export(liantu_command, place, "neo4j-admin", tmp_path / name)
    files = {path.name: path.read_bytes() for path in (tmp_path / "of-file").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "of-server").iterdir()}
    own_server.stop()
    _import(own_server, tmp_path / "of-file", tmp_path / "neo4j-admin")
    own_server.start()
    assert schema(own_server) == [] and migrations(own_server) == []
    assert set(_load_all(own_server.uri)) == {"same"}
    assert raw(own_server) == loaded
    assert schema(own_server) == made and len(migrations(own_server)) == 4


def _statements(script: Path) -> list[str]:
    """The statements of a script: each ends with a semicolon at the end of a line, and nothing else does."""
    text = "\n".join(line for line in script.read_text(encoding="utf-8").split("\n") if not line.startswith("//"))
    return [part for part in text.split(";\n") if part.strip()]


@pytest.mark.server
def test_a_script_builds_the_graph_that_load_makes(
    server: Server, embedded: str, liantu_command: Path, tmp_path: Path
) -> None:
    """Run statement by statement it makes the same nodes, relationships, records, constraints and migrations."""
    _load_all(server.uri)
    loaded, recorded = raw(server), migrations(server)
    for place, name in ((server.uri, "of-server.cypher"), (embedded, "of-file.cypher")):
        _export(liantu_command, place, "cypher", tmp_path / name)
    assert (tmp_path / "of-server.cypher").read_bytes() == (tmp_path / "of-file.cypher").read_bytes()
    server.empty(schema=True)
    with server.driver() as driver, driver.session(database=server.database) as session:
        for statement in _statements(tmp_path / "of-file.cypher"):
            session.run(statement).consume()
    assert raw(server) == loaded and migrations(server) == recorded
    assert set(_load_all(server.uri)) == {"same"}


@pytest.mark.server
def test_any_text_survives_in_a_script(server: Server) -> None:
    """A literal stands for exactly the value that it was made of, whatever is in it."""
    hard = st.text(st.sampled_from("\\uU'\"`\n\r\t0041;/*{}$ 甲😀\u2028\x00\x85\ufeff"), max_size=12)
    value = st.one_of(
        hard,
        st.text(max_size=30),
        st.integers(-(2**63), 2**63 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
    )

    with server.driver() as driver, driver.session(database=server.database) as session:

        @settings(max_examples=60, deadline=None, derandomize=True)
        @given(st.lists(value, max_size=40), hard)
        def survives(values: list[object], key: str) -> None:
            texts = [item for item in values if isinstance(item, str)]
            told = {"values": values, f"k{key}": texts}
            statement = f"RETURN {literal(told)} AS told"
            assert ";\n" not in statement
            assert session.run(statement).single(strict=True)["told"] == told

        survives()
