"""Every view on the embedded store and on a real Neo4j: the same picture."""

from pathlib import Path

import pytest
from neo4j_server import Server
from packs_graph import load_into
from test_views import drawn

from graph.stores import open_store
from viz import LinksOptions, render, views

pytestmark = pytest.mark.server


def test_every_view_is_the_same_on_both_stores(server: Server, tmp_path: Path) -> None:
    """Nodes, links, sentences, order and places: pages equal to the byte."""
    with open_store(str(tmp_path / "g.kgl"), writable=True) as store:
        load_into(store)
    with open_store(server.uri, writable=True) as store:
        load_into(store)
    unfolded = LinksOptions(group="株潭娄", unfold=True)
    with open_store(str(tmp_path / "g.kgl")) as ours, open_store(server.uri) as theirs:
        first = drawn(ours) | {"unfolded": views.links(ours, unfolded)}
        second = drawn(theirs) | {"unfolded": views.links(theirs, unfolded)}
    assert first.keys() == second.keys()
    for name, picture in first.items():
        assert picture == second[name], name
    assert [render(picture) for picture in first.values()] == [render(picture) for picture in second.values()]
