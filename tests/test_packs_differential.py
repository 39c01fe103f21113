"""Every pack and the lookup on the embedded store and on a real Neo4j: the same rows in the same order."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from expected_rows import EXPECTED, parameter_sets, tables
from neo4j_server import Server
from packs_graph import ROOT, load_into

from graph.ontology import ontology
from graph.stores import Store, open_store
from liantu.card import card_record
from liantu.readings import readings
from queries import Pack, packs
from queries.lookup import card, search
from queries.names import find
from queries.runner import plain

pytestmark = pytest.mark.server

Run = Callable[..., subprocess.CompletedProcess[str]]
# What people look up: each kind of thing, by name, by alias, by part, by number, by a typing error; and nothing.
LOOKUPS = (
    *("湖南省", "娄底", "湘潭", "双峰县", "株潭娄", "湘潭高新区", "涟钢", "三一", "先进钢铁材料", "工程机械产业"),
    *(
        "湘潭市工业和信息化局",
        "发展改革委",
        "大学",
        "项目",
        "娄政发〔2022〕97号",
        "关于",
        "娄底巿",
        "先进钢材料",
        "zzz",
    ),
    *(
        "loudi",
        "ld",
        "xt",
        "婁底",
        "株州",
        "431300",
        "潭市工信局",
        "发改",
        "高新区",
        "市",
        "娄政发[2022]97号",
        "钢铁材料链",
    ),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents in a graph file."""
    path = tmp_path_factory.mktemp("differential") / "g.kgl"
    with open_store(str(path), writable=True) as store:
        load_into(store)
    return path


@pytest.fixture
def both(file: Path, server: Server) -> Iterator[tuple[Store, Store]]:
    """The documents in a file, and on a server beside somebody else's graph of the same labels and types."""
    _foreign(server)
    with open_store(server.uri, writable=True) as store:
        load_into(store)
    with open_store(str(file)) as ours, open_store(server.uri) as theirs:
        yield ours, theirs


def _foreign(server: Server) -> None:
    """Two nodes of each label that are not ours, and between them every relation that could be."""
    region, label, kind = "SET n:Region", ontology().labels, ontology().relations
    with server.driver() as driver, driver.session(database=server.database) as session:
        for name, entry in label.items():
            session.run(
                f"UNWIND [1, 2] AS i CREATE (n:{name} {{id: $label + i, name: '外', ingested: true, year: 2025, "
                f"issuedOn: '2020-01-01', number: '外1号', metric: '产值'}}) {region if entry.region else ''}",
                label=name,
            ).consume()
        for name, relation in kind.items():
            pairs = [list(pair) for pair in product(label, label) if relation.allows(*pair)]
            session.run(
                "UNWIND $pairs AS pair MATCH (a {id: pair[0] + 1}) MATCH (b {id: pair[1] + 2}) "
                f"CREATE (a)-[:{name} {{since: 2020}}]->(b)",
                pairs=pairs,
            ).consume()


def test_every_pack_gives_the_same_rows_on_both_stores(both: tuple[Store, Store]) -> None:
    """With each set of parameters; no answer is empty, so that equal is never equal for want of rows."""
    different: list[tuple[str, object]] = []
    for pack in packs():
        ours, theirs = (tables(store, pack.name) for store in both)
        assert all(table.rows for _, table in ours)
        different += [(pack.name, given) for (given, a), (_, b) in zip(ours, theirs, strict=True) if a != b]
    assert different == []
    assert {pack.name for pack in packs()} == set(parameter_sets())


def test_a_name_finds_the_same_on_both_stores(both: tuple[Store, Store]) -> None:
    """The hits in their order, the nearest names, and all that the card of the first says."""
    for name in LOOKUPS:
        ours, theirs = (search(store, name, readings) for store in both)
        assert ours == theirs, name
        if ours.hits:
            a, b = (card_record(card(store, ours.hits[0])) for store in both)
            assert a == b, name
    assert find(both[1], "外").hits == ()


def test_the_command_says_the_same_of_both_stores(
    both: tuple[Store, Store], liantu: Run, file: Path, server: Server
) -> None:
    """`lookup` and `query`, to the letter; a name that is not there too, but for where it is not."""
    for words in (
        ("lookup", "娄底"),
        ("lookup", "涟钢", "--json"),
        ("lookup", "高新区", "--in", "湖南"),
        ("lookup", "市", "--json"),
        ("path", "娄底", "长沙", "--json"),
        ("path", "株洲高新区", "粤港澳大湾区"),
        ("query", "city_links", "-p", "region=娄底"),
    ):
        ours = liantu(*words, "--graph", file)
        theirs = liantu(*words, "--graph", server.uri, settings=server.environment)
        assert ours.returncode == theirs.returncode == 0, theirs.stderr
        assert ours.stdout == theirs.stdout


def test_what_the_docs_give_for_neo4j_browser_runs_there(both: tuple[Store, Store], server: Server) -> None:
    """Each file as it is, with its comments, after the `:param` lines of docs/packs.md: the rows that are kept.

    The right side of a line is Cypher, which the browser has the server compute. Steps after the statement are ours.
    """
    with server.driver() as driver, driver.session(database=server.database) as session:
        for pack, lines in _browser_lines().items():
            parameters = {name: session.run(f"RETURN {value}").single(strict=True)[0] for name, value in lines}
            statement = (ROOT / packs_by_name()[pack].source).read_text(encoding="utf-8")
            rows = [[plain(value) for value in record] for record in session.run(statement, parameters)]
            kept = json.loads((EXPECTED / f"{pack}.json").read_text(encoding="utf-8"))[0]["rows"]
            assert len(rows) > 0, pack
            assert packs_by_name()[pack].post or rows == kept, pack


def _browser_lines() -> dict[str, list[tuple[str, str]]]:
    """(name, value as Cypher) of the `:param` lines of each pack in the docs."""
    text = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")
    sections = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    found = {section.split("\n", 1)[0]: re.findall(r"^:param (\w+) => (.*)$", section, re.M) for section in sections}
    assert found.keys() == packs_by_name().keys()
    return found


def packs_by_name() -> dict[str, Pack]:
    """The packs."""
    return {pack.name: pack for pack in packs()}
