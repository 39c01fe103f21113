"""Every pack and the lookup on the embedded store and on a real Neo4j: the same rows in the same order."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from expected_rows import EXPECTED, parameter_sets, tables
from neo4j_server import Server
from packs_graph import ROOT, load_into

from graph.stores import Store, open_store
from liantu.card import card_record
from queries import Table, packs
from queries.lookup import card, search
from queries.names import find
from queries.runner import plain_row

pytestmark = pytest.mark.server

Run = Callable[..., subprocess.CompletedProcess[str]]
# What people look up: each kind of thing, by name, by alias, by part, by number, by a typing error; and nothing.
LOOKUPS = (
    *("湖南省", "娄底", "湘潭", "双峰县", "株潭娄", "湘潭高新区", "涟钢", "三一", "先进钢铁材料", "工程机械产业"),
    *("湘潭市工业和信息化局", "发展改革委", "大学", "项目", "娄政发〔2022〕97号", "关于", "娄底巿", "先进钢材料", "zzz"),
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
    """The documents in a file and on a server, beside somebody else's nodes that look like ours."""
    with server.driver() as driver:
        driver.execute_query(
            "CREATE (a:City {id: 'x', name: '娄底市'})-[:COOPERATES_WITH]->(:City {id: 'y', name: '湘潭市'}), "
            "(a)-[:DEVELOPS]->(:IndustryChain {id: 'z', name: '先进钢铁材料'})",
            database_=server.database,
        )
    with open_store(server.uri, writable=True) as store:
        load_into(store)
    with open_store(str(file)) as ours, open_store(server.uri) as theirs:
        yield ours, theirs
