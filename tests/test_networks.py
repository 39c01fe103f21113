"""`network`: a networkx graph of any query, the same on both stores."""

import networkx as nx
import pytest
from packs_graph import load_into

from graph.errors import QueryError
from graph.export.model import Selection
from graph.networks import network
from graph.stores import Store, open_store

PAIRS = "MATCH (a:City)-[r:COOPERATES_WITH]-(b:City)"


@pytest.fixture
def store(place: str) -> Store:
    """A graph of the examples and of documents about steel."""
    opened = open_store(place, writable=True)
    load_into(opened)
    return opened


def test_a_query_of_nodes_and_relationships(store: Store) -> None:
    """Nodes by id with their properties, one edge a relationship, from where it starts to where it ends."""
    with store:
        made = network(store, f"{PAIRS} RETURN a, r, b")
        rows = store.read(
            "MATCH (a:City)-[r:COOPERATES_WITH]->(b:City) RETURN a.id AS a, b.id AS b, r.clauseId AS c, r.quote AS q"
        ).rows
        (by_path,) = [network(store, "MATCH p=(a:City)-[:COOPERATES_WITH]-(b:City) RETURN p")]
    assert {(a, b, d["clauseId"], d["quote"]) for a, b, d in made.edges(data=True)} == set(rows) and rows
    assert made.nodes["City:431300"]["label"] == "娄底市" and made.nodes["City:431300"]["category"] == "市"
    assert nx.utils.graphs_equal(made, by_path)


def test_a_query_of_nodes_alone(store: Store) -> None:
    """A graph without edges."""
    with store:
        made = network(store, "MATCH (n:CityGroup) RETURN n")
        names = {row[0] for row in store.read("MATCH (n:CityGroup) RETURN n.name AS name").rows}
    assert set(dict(made.nodes(data="label")).values()) == names and not made.edges


def test_a_query_of_values(store: Store) -> None:
    """One edge a row from the first column to the second; the others are attributes; a row without both is none."""
    asked = f"{PAIRS} RETURN a.name AS a, b.name AS b, count(*) AS clauses, collect(DISTINCT r.mode) AS modes"
    with store:
        made = network(store, asked)
        rows = store.read(asked).rows
        lacking = network(store, "MATCH (a:City) RETURN a.name AS a, a.nothing AS b")
        one = network(store, "MATCH (a:City) RETURN a.name AS a")
        given = network(store, "MATCH (a:City) WHERE a.name = $name RETURN a.name AS a", {"name": "娄底市"})
    assert {(a, b, d["clauses"]) for a, b, d in made.edges(data=True)} == {(a, b, n) for a, b, n, _ in rows}
    assert all(isinstance(d["modes"], str) for *_, d in made.edges(data=True))
    assert not lacking and len(one) > 5 and not one.edges and list(given) == ["娄底市"]


def test_what_networkx_can_write(store: Store) -> None:
    """Attributes are texts, numbers and truth values only, so that all its formats hold them."""
    with store:
        for made in (network(store), network(store, "MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 200")):
            told = [d for _, d in made.nodes(data=True)] + [d for *_, d in made.edges(data=True)]
            kinds = {type(value) for attributes in told for value in attributes.values()}
            assert kinds <= {str, int, float, bool}
            list(nx.generate_graphml(made))


def test_what_cannot_be_a_graph_is_said(store: Store) -> None:
    """Relationships without their ends, a selection beside a statement, a statement that writes or is none."""
    with store:
        with pytest.raises(QueryError, match="return these in the same row"):
            network(store, f"{PAIRS} RETURN r")
        with pytest.raises(QueryError, match="in the statement's WHERE"):
            network(store, f"{PAIRS} RETURN a, r, b", selection=Selection(since=2020))
        with pytest.raises(QueryError, match="only read"):
            network(store, "MATCH (n) DELETE n")
        with pytest.raises(QueryError, match=r"^The query cannot be run"):
            network(store, "MATCH (n RETURN n")
