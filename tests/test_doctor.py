"""`liantu doctor` finds what is broken on both stores, says what to do, and changes nothing."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import kglite
import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j_server import Server
from packs_graph import documents
from short_documents import load_into

from graph.stores.neo4j_login import driver, login
from graph.stores.neo4j_migrations import migrations
from liantu.doctor import CHECKS, examine
from liantu.doctor.evidence import stands

Run = Callable[..., subprocess.CompletedProcess[str]]
GRAPH = ("graph", "migrations", "counts", "references", "supports", "evidence")


def states(place: str) -> dict[str, list[str]]:
    """What the checks of the graph find, by check: "ok", or state and message."""
    found: dict[str, list[str]] = {}
    for finding in examine(place):
        if finding.check in GRAPH:
            told = finding.state if finding.state == "ok" else f"{finding.state} {finding.message}; {finding.remedy}"
            found.setdefault(finding.check, []).append(told)
    return found


@contextmanager
def raw(place: str) -> Iterator[Callable[[str], object]]:
    """A way to change the graph behind Liantu's back."""
    if "://" in place:
        with driver(login(place)) as connection:
            yield lambda statement: connection.execute_query(statement)
    else:
        with kglite.open(place) as graph:
            yield graph.cypher


@pytest.fixture
def graph(place: str) -> str:
    """A sound graph."""
    load_into(place, *documents())
    return place


def test_a_sound_graph_is_ok(graph: str) -> None:
    """Nothing is found on a graph as loading leaves it."""
    assert {told for finding in states(graph).values() for told in finding} == {"ok"}


@pytest.mark.parametrize(
    ("statement", "check", "told"),
    [
        (
            "MATCH (c:Clause) WHERE EXISTS { MATCH ()-[r]->() WHERE r.clauseId = c.id AND r.quote IS NOT NULL } "
            "WITH c ORDER BY c.id LIMIT 1 DETACH DELETE c",
            "references",
            "fail 1 clauses on which relationships rest are gone: Clause:",
        ),
        (
            "MATCH (p:Policy)-[:HAS_CLAUSE]->() WITH p ORDER BY p.id LIMIT 1 DETACH DELETE p",
            "references",
            "fail 1 documents have no node Policy: Policy:",
        ),
        (
            "MATCH (d:LiantuDocument) WITH d ORDER BY d.id LIMIT 1 DETACH DELETE d",
            "references",
            "fail 1 documents that state relationships are not in the graph: Policy:",
        ),
        (
            "MATCH (a:Agency)-[:ISSUED]->(p:Policy) WITH a, p ORDER BY a.id, p.id LIMIT 1 "
            "MERGE (p)-[r:LOCATED_IN {clauseId: ''}]->(a) SET r.policyId = p.id",
            "references",
            "fail 1 LOCATED_IN join what the ontology does not let them join: Policy:",
        ),
        (
            "MATCH (c:City)<-[:LOCATED_IN]-() WITH c ORDER BY c.id LIMIT 1 REMOVE c.support",
            "supports",
            "fail 1 nodes have no support: City:",
        ),
        (
            "MATCH ()-[m:MENTIONS]->(:Enterprise {name: '中车株机'}) DELETE m",
            "supports",
            "warn 1 entities are mentioned in no clause: Enterprise:",
        ),
        (
            "MATCH (a)-[r:LOCATED_IN]->(b) WHERE r.quote IS NOT NULL WITH r ORDER BY a.id, b.id, r.clauseId LIMIT 1 "
            "SET r.quote = '没有这句话'",
            "evidence",
            "fail quotes of 1 clauses do not stand in the text where they are told to: Clause:",
        ),
        (
            "MATCH (c:Clause) WHERE EXISTS { MATCH ()-[r]->() WHERE r.clauseId = c.id AND r.quote IS NOT NULL } "
            "WITH c ORDER BY c.id LIMIT 1 SET c.text = '别的正文'",
            "evidence",
            "fail quotes of 1 clauses do not stand in the text",
        ),
    ],
)
def test_what_is_broken_is_found(graph: str, statement: str, check: str, told: str) -> None:
    """Each kind of damage is told by its check, with the first of what is damaged and with a remedy."""
    with raw(graph) as run:
        run(statement)
    found = states(graph)
    assert any(item.startswith(told) for item in found[check]), found
    assert all(item == "ok" or item.partition("; ")[2] for items in found.values() for item in items)


def test_offsets_that_contradict_one_another_are_found(tmp_path: Path) -> None:
    """A quote that stands in its clause but not where it is told to is no evidence."""
    place = str(tmp_path / "g.kgl")
    load_into(place, *documents())
    with raw(place) as run:
        run(
            "MATCH (:Agency {name: '娄底市工业和信息化局'})-[r:RESPONSIBLE_FOR]->(:Clause) WITH r ORDER BY r.clauseId "
            "LIMIT 1 SET r.start = r.start + 7, r.`end` = r.`end` + 7"
        )
    assert states(place)["evidence"][0].startswith("fail quotes of 1 clauses")


@given(st.text("甲乙丙 \n", max_size=40), st.integers(0, 1000), st.data())
def test_quotes_cut_from_a_text_stand_in_it(text: str, begins: int, data: st.DataObject) -> None:
    """Any stretches of a text stand in it at their offsets, white space aside, and not all of them at others."""
    pairs = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    said = {
        ("".join(text[start:end].split()), begins + start, begins + end)
        for start, end in pairs
        if text[start:end].strip() == text[start:end] != ""
    }
    assert stands(said, text)
    assert not said or not stands({*said, ("丁", begins, begins + 1)}, text)


@pytest.mark.server
def test_a_database_tells_its_server_and_migrations_and_not_what_is_others(server: Server) -> None:
    """The version is told, missing and changed migrations are found, and data beside ours is none of our business."""
    load_into(server.uri, *documents())
    with raw(server.uri) as run:
        run("CREATE (:City {id: 'x', support: '{}'})<-[:LOCATED_IN {since: 1}]-(:City {id: 'y'})-[:ISSUED]->(:Clause)")
    found = list(examine(server.uri))
    assert [finding.state for finding in found if finding.check in GRAPH] == ["ok"] * len(GRAPH)
    assert any("Neo4j 5" in finding.message for finding in found if finding.check == "graph")
    last = migrations()[-1]
    with raw(server.uri) as run:
        run(f"MATCH (m:LiantuMigration {{version: {last.version}}}) SET m.checksum = 'x'")
        run("MATCH (m:LiantuMigration {version: 1}) DELETE m")
    told = states(server.uri)["migrations"]
    assert told[0].startswith(f"fail migrations are other than they were when applied: {last.name}")
    assert told[1].startswith(f"warn constraints and indexes are missing: {migrations()[0].name}")


def test_a_server_that_is_absent_is_told(liantu: Run) -> None:
    """Without its server the doctor fails on the graph alone and makes the other checks; no password is shown."""
    settings = {"NEO4J_USERNAME": "ann", "NEO4J_PASSWORD": "geheim"}
    done = liantu("doctor", "--graph", "neo4j://127.0.0.1:1", settings=settings)
    failed = [line for line in done.stdout.splitlines() if line.startswith("fail")]
    assert done.returncode == 1 and len(failed) == 1
    assert "neo4j://127.0.0.1:1 does not answer as a Neo4j server" in failed[0]
    assert "NEO4J_PASSWORD=(set, not shown)" in done.stdout and "geheim" not in done.stdout + done.stderr


def test_without_a_graph_the_rest_is_checked(liantu: Run, tmp_path: Path) -> None:
    """Where no graph was asked for and there is none, that is a warning; one that was asked for has to be there."""
    done = liantu("doctor")
    assert done.returncode == 0 and "warn  graph        There is no graph at liantu.kgl; make one" in done.stdout
    assert liantu("doctor", "--graph", "gone.kgl").returncode == 1
    (tmp_path / "notes.kgl").write_bytes(b"my notes")
    assert "fail  graph        notes.kgl is no graph file" in liantu("doctor", "--graph", "notes.kgl").stdout
    assert list(tmp_path.iterdir()) == [tmp_path / "notes.kgl"]


def test_json_has_a_finding_a_check(liantu: Run, tmp_path: Path) -> None:
    """--json gives check, state, message and remedy of each finding, in the order of the table."""
    load_into(tmp_path / "liantu.kgl", *documents())
    found = json.loads(liantu("doctor", "--json").stdout)
    assert all(list(item) == ["check", "state", "message", "remedy"] for item in found)
    assert [item["check"] for item in found if item["check"] in CHECKS] == [
        name for name in CHECKS if name != "pictures"
    ]
    assert f"{sys.version_info.major}.{sys.version_info.minor}." in found[1]["message"]


def test_sources_that_changed_or_are_gone_are_warnings(liantu: Run, tmp_path: Path) -> None:
    """A file that is other than when it was read, and one that is not there, are named; that is no failure."""
    for name in ("甲", "乙", "丙"):
        text = f"湘潭市人民政府\n关于促进{name}产业发展的意见\n\n一、支持湘潭高新区发展。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert liantu("ingest", "甲.txt", "乙.txt", "丙.txt").returncode == 0
    (tmp_path / "甲.txt").write_text("别的", encoding="utf-8")
    (tmp_path / "乙.txt").unlink()
    done = liantu("doctor")
    assert done.returncode == 0
    assert (
        "warn  sources      1 of 3 files are other than when they were read: 甲.txt; ingest them again" in done.stdout
    )
    assert "warn  sources      1 of 3 files are not to be found from this folder: 乙.txt" in done.stdout


def test_the_doctor_changes_nothing(tmp_path: Path, liantu: Run) -> None:
    """Not a byte of the folder is other afterwards, even where a writer died and left its log."""
    graph = tmp_path / "liantu.kgl"
    load_into(graph, *documents())
    program = (
        "import os, sys\nfrom graph.stores import open_store\nfrom packs_graph import documents\n"
        "from graph.loading import forget\nstore = open_store(sys.argv[1], writable=True)\n"
        "forget(store, documents()[0].policy.id)\nos._exit(9)\n"
    )
    folder = Path(__file__).resolve().parent
    done = subprocess.run([sys.executable, "-c", program, str(graph)], cwd=folder, check=False)
    assert done.returncode == 9
    before = {path.name: sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()}
    told = liantu("doctor")
    assert told.returncode == 0 and "warn  graph        a writer was stopped before it saved" in told.stdout
    assert f"{len(documents()) - 1} documents" in told.stdout
    assert {path.name: sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir()} == before


def test_packages_that_do_not_fit_are_failures(liantu: Run, tmp_path: Path) -> None:
    """A dependency of another version than Liantu demands is named with what it is to be."""
    fake = tmp_path / "site" / "jieba-0.1.dist-info"
    fake.mkdir(parents=True)
    (fake / "METADATA").write_text("Metadata-Version: 2.1\nName: jieba\nVersion: 0.1\n", encoding="utf-8")
    done = liantu("doctor", settings={"PYTHONPATH": str(tmp_path / "site")})
    assert done.returncode == 1 and "fail  packages     jieba is 0.1, and Liantu needs >=0.42.1" in done.stdout


def test_settings_in_force_are_told(liantu: Run, tmp_path: Path) -> None:
    """The file of settings, the variables and a browser that is none are named."""
    (tmp_path / "liantu.toml").write_text("", encoding="utf-8")
    settings = {"LIANTU_LEXICON": "gone.csv", "LIANTU_BROWSER": "no-such-browser", "LIANTU_JOBBS": "2"}
    done = liantu("doctor", settings=settings).stdout
    assert "ok    settings     liantu.toml\n" in done
    assert "LIANTU_BROWSER=no-such-browser, LIANTU_JOBBS=2, LIANTU_LEXICON=gone.csv" in done
    assert "warn  environment  LIANTU_LEXICON names gone.csv, which is no file" in done
    assert "warn  environment  LIANTU_JOBBS is read by nothing, perhaps LIANTU_JOBS; unset it" in done
    assert "warn  browser      LIANTU_BROWSER names no-such-browser, which is no program" in done


@pytest.mark.parametrize("name", ["LIANTU_JOBS", "LIANTU_VIEW_FORMAT", "LIANTU_MIN_COUNT", "LIANTU_VERBOSE"])
def test_variables_of_options_are_known(liantu: Run, name: str) -> None:
    """A variable of any command's option, also of one in a group, is not told to be read by nothing."""
    assert "read by nothing" not in liantu("doctor", settings={name: ""}).stdout
