"""Every pack on the embedded store and on a real Neo4j: the same rows in the same order."""

from collections.abc import Iterator

import pytest
from expected_rows import parameter_sets, tables
from packs_graph import load_into

from graph.stores import Store, open_store
from queries import packs

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The documents in a graph file."""
    path = str(tmp_path_factory.mktemp("differential") / "g.kgl")
    with open_store(path, writable=True) as store:
        load_into(store)
    with open_store(path) as store:
        yield store


def test_every_pack_gives_the_same_rows_on_both_stores(embedded: Store, neo4j_store: Store) -> None:
    """With each set of parameters; no answer is empty, so that equal is never equal for want of rows."""
    load_into(neo4j_store)
    different: list[tuple[str, object]] = []
    for pack in packs():
        ours, theirs = tables(embedded, pack.name), tables(neo4j_store, pack.name)
        assert all(table.rows for _, table in ours)
        different += [(pack.name, given) for (given, a), (_, b) in zip(ours, theirs, strict=True) if a != b]
    assert different == []
    assert {pack.name for pack in packs()} == set(parameter_sets())
