"""How two things hang together: the shortest ways, each step with the sentence that says so."""

import json
import subprocess
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs_graph import load_into

from graph.stores import open_store
from graph.ways import shortest
from queries.connections import Connections, connections
from queries.names import resolve

Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie of a graph made for a test."""

    source: str
    target: str


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples and the documents on steel."""
    path = tmp_path_factory.mktemp("connections") / "g.kgl"
    with open_store(str(path), writable=True) as store:
        load_into(store)
    return path


def connected(graph: str, start: str, end: str, limit: int = 5, most: int = 6) -> Connections | None:
    """The connections of two things by name."""
    with open_store(graph) as store:
        ids = (resolve(store, name, "entity") for name in (start, end))
        return connections(store, *ids, limit=limit, most=most)


@given(pairs=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25), most=st.integers(1, 5))
def test_the_search_finds_all_shortest_ways(pairs: list[tuple[int, int]], most: int) -> None:
    """On any graph it finds the ways that networkx finds, whichever way the ties run, and none beyond the limit."""
    ties = [Tie(str(a), str(b)) for a, b in pairs if a != b]

    def touching(nodes: Sequence[str]) -> Iterable[Tie]:
        return [tie for tie in ties if tie.source in nodes or tie.target in nodes]

    network = nx.Graph([(tie.source, tie.target) for tie in ties])
    network.add_nodes_from("01")
    found = shortest("0", "1", most, touching)
    if not nx.has_path(network, "0", "1") or nx.shortest_path_length(network, "0", "1") > most:
        assert found is None
        return
    ways = list(nx.all_shortest_paths(network, "0", "1"))
    assert found is not None and found.steps == len(ways[0]) - 1
    assert found.places == {node: place for way in ways for place, node in enumerate(way)}
    steps = {frozenset(step) for way in ways for step in pairwise(way)}
    assert {frozenset((tie.source, tie.target)) for tie in found.ties} == steps


def test_each_step_has_its_sentence(place: str) -> None:
    """On both stores: equally long ways, those of most clauses first, and each statement quotes a document."""
    with open_store(place, writable=True) as store:
        load_into(store)
    found = connected(place, "无锡市", "湘电集团", limit=50)
    assert found is not None and found.total == len(found.ways) > 1
    assert {len(way.steps) for way in found.ways} == {found.steps}
    said = [statement for way in found.ways for step in way.steps for statement in step]
    assert all(statement.quote and statement.policy and statement.clauses for statement in said)
    assert all(step for way in found.ways for step in way.steps)
    strengths = [sum(statement.clauses for step in way.steps for statement in step) for way in found.ways]
    assert strengths == sorted(strengths, reverse=True)
    assert all(way.nodes[0].name == "无锡市" and way.nodes[-1].name == "湘电集团" for way in found.ways)
    few = connected(place, "无锡市", "湘电集团", limit=1)
    assert few is not None and few.ways == found.ways[:1] and few.total == found.total


def test_the_command_tells_the_ways(liantu: Run, graph: Path) -> None:
    """One line for the way, then each step with relation, sentence, document and clause; all of it as JSON."""
    done = liantu("path", "loudi", "粤港澳大湾区", "--limit", "1", "--graph", graph)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("娄底市 → 粤港澳大湾区：最短 ")
    assert lines[2].startswith("1. 娄底市 ") and lines[2].endswith(" 粤港澳大湾区")
    assert any(line.startswith("      —— 《") for line in lines)
    record = json.loads(liantu("path", "娄底", "粤港澳大湾区", "--json", "--graph", graph).stdout)
    assert (record["from"]["id"], record["to"]["id"]) == ("City:431300", "CityGroup:粤港澳大湾区")
    assert all(len(way["steps"]) == record["steps"] for way in record["ways"])


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("娄底", "娄底市"), 1, "are the same"),
        (("娄底", "上海交通大学", "--max-steps", "1"), 1, "within 1 steps; look farther with --max-steps"),
        (("娄底", "没有这个名字"), 1, "Nothing is called"),
        (("娄底", "高新区"), 1, "may mean"),
        (("娄底",), 2, "Missing argument 'B'"),
    ],
)
def test_what_has_no_way_is_told(liantu: Run, graph: Path, words: tuple[str, ...], code: int, told: str) -> None:
    """One thing twice, none near enough, unknown and ambiguous names: one sentence that says what to do."""
    done = liantu("path", *words, "--graph", graph)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
