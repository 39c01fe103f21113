"""What `export graphml`, `gexf` and `csv` write: read back it is the same graph, and the same bytes on every store."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packs_graph import load_into

from graph.export import graphml
from graph.export.gexf import write as write_gexf
from graph.export.model import Selection
from graph.export.network import Network
from graph.export.xml import Writer
from graph.networks import network
from graph.stores import Store, open_store
from liantu import gephi_tables

SELECTIONS = {
    "entities": Selection(),
    "each": Selection(each=True),
    "whole": Selection(clauses=True, targets=True),
    "since": Selection(since=2023, confidence=0.9),
    "document": Selection(
        about=frozenset({"Policy:娄底市人民政府关于对接长株潭加快先进材料产业发展的实施意见"}), clauses=True
    ),
    "about": Selection(about=frozenset({"City:431300", "CityGroup:株潭娄"}), targets=True),
}
_GEXF = "{http://gexf.net/1.3}"
# What of the schema of GEXF 1.3 is used: the attributes and the children that an element may have.
_SCHEMA: dict[str, tuple[set[str], set[str]]] = {
    "gexf": ({"version"}, {"meta", "graph"}),
    "meta": (set(), {"creator"}),
    "creator": (set(), set()),
    "graph": ({"mode", "timeformat", "timerepresentation", "start", "end"}, {"attributes", "nodes", "edges"}),
    "attributes": ({"class", "mode"}, {"attribute"}),
    "attribute": ({"id", "title", "type"}, set()),
    "nodes": (set(), {"node"}),
    "edges": (set(), {"edge"}),
    "node": ({"id", "label"}, {"attvalues", "spells"}),
    "edge": ({"id", "source", "target", "label", "type", "kind", "weight"}, {"attvalues", "spells"}),
    "attvalues": (set(), {"attvalue"}),
    "attvalue": ({"for", "value"}, set()),
    "spells": (set(), {"spell"}),
    "spell": ({"start", "end"}, set()),
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A graph file of the examples and of documents about steel."""
    place = str(tmp_path_factory.mktemp("networks") / "g.kgl")
    with open_store(place, writable=True) as store:
        load_into(store)
    return place


def _bytes(write: Callable[[Network, IO[bytes]], None], store: Store, selection: Selection) -> bytes:
    stream = io.BytesIO()
    write(Network(store, selection), stream)
    return stream.getvalue()


def _tables(store: Store, selection: Selection) -> dict[str, bytes]:
    written: dict[str, bytes] = {}

    @contextmanager
    def opener(name: str) -> Iterator[IO[bytes]]:
        stream = io.BytesIO()
        yield stream
        written[name] = stream.getvalue()

    gephi_tables.write(Network(store, selection), opener)
    return written


def _rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def _edges(read: nx.MultiDiGraph) -> list[str]:
    """The edges with their attributes, without the ids that only a file gives them."""
    return sorted(repr((a, b, sorted((k, v) for k, v in d.items() if k != "id"))) for a, b, d in read.edges(data=True))


@pytest.mark.parametrize("name", SELECTIONS)
def test_graphml_read_back_is_the_same_graph(place: str, name: str) -> None:
    """networkx reads from the file, on both stores, the graph that `network` makes: nodes, edges, all attributes."""
    with open_store(place, writable=True) as store:
        load_into(store)
        written = _bytes(graphml.write, store, SELECTIONS[name])
        made = network(store, selection=SELECTIONS[name])
    read = nx.read_graphml(io.BytesIO(written), force_multigraph=True)
    assert dict(read.nodes(data=True)) == dict(made.nodes(data=True)) and len(made) > 10
    assert _edges(read) == _edges(made) and made.number_of_edges() > 10


@pytest.mark.server
def test_the_same_graph_gives_the_same_bytes_on_both_stores(graph: str, server: Any) -> None:
    """Every format, whatever is selected."""
    with open_store(server.uri, writable=True) as remote, open_store(graph) as file:
        load_into(remote)
        for selection in SELECTIONS.values():
            for write in (graphml.write, write_gexf):
                assert _bytes(write, remote, selection) == _bytes(write, file, selection)
            assert _tables(remote, selection) == _tables(file, selection)


def test_what_an_analyst_gets_without_asking(graph: str) -> None:
    """Entities and their relations, no clauses and no targets; a duty runs to the document, its clauses counted."""
    with open_store(graph) as store:
        made = network(store)
        duties = store.read(
            "MATCH (a)-[r:RESPONSIBLE_FOR]->(c:Clause) RETURN a.id AS a, r.policyId AS p, count(DISTINCT c.id) AS n"
        ).rows
    assert not {kind for _, kind in made.nodes(data="type")} & {"Clause", "Target"}
    assert not {kind for *_, kind in made.edges(keys=True)} & {"HAS_CLAUSE", "MENTIONS", "HAS_TARGET"}
    assert {(a, p, w) for a, p, k, w in made.edges(keys=True, data="weight") if k == "RESPONSIBLE_FOR"} == set(duties)


def test_the_weight_of_a_link_is_the_number_of_its_clauses(graph: str) -> None:
    """An edge for all clauses that say so, or one for each: together they are the same, and each has its sentence."""
    with open_store(graph) as store:
        one, each = network(store), network(store, selection=Selection(each=True))
        quotes = {row[0] for row in store.read("MATCH ()-[r]->() WHERE r.quote IS NOT NULL RETURN r.quote AS q").rows}
    for a, b, kind, weight in one.edges(keys=True, data="weight"):
        said = [d for d in each[a][b].values() if d["relation"] == kind]
        assert weight == sum(d["weight"] for d in said) == len(said)
    said = [d for *_, d in each.edges(data=True) if d["relation"] != "PART_OF"]
    assert all(d["quote"] in quotes and d["policy"] for d in said)


def test_about_a_place_is_what_touches_it(graph: str) -> None:
    """Each edge has an end in the selection or is a duty in a clause that names it; each node is there for an edge."""
    about = SELECTIONS["about"].about
    with open_store(graph) as store:
        made = network(store, selection=SELECTIONS["about"])
        named = store.read(
            "MATCH (c:Clause)-[:MENTIONS]->(x) WHERE x.id IN $ids RETURN DISTINCT c.id AS id", {"ids": sorted(about)}
        ).rows
    clauses = {row[0] for row in named}
    for a, b, kind, told in made.edges(keys=True, data="clauses"):
        assert {a, b} & about or (kind == "RESPONSIBLE_FOR" and set(told.split(" | ")) <= clauses)
    assert all(made.degree(node) for node in made if node not in about)


def test_since_leaves_out_what_only_older_documents_say(graph: str) -> None:
    """No edge that is dated is older, none is less sure, and every edge has both its ends."""
    with open_store(graph) as store:
        selected = Network(store, SELECTIONS["since"])
        nodes, edges = {node.id for node in selected.nodes()}, list(selected.edges())
        everything = len(list(Network(store, Selection()).edges()))
    assert 0 < len(edges) < everything
    assert all(edge.source in nodes and edge.target in nodes for edge in edges)
    assert all(edge.attributes["confidence"] >= 0.9 for edge in edges)
    assert all(edge.attributes.get("first", 2023) >= 2023 for edge in edges)


def _check_times(element: ET.Element, lowest: str, highest: str) -> None:
    """Closed intervals of whole years, in order, apart from one another, within those of the graph."""
    last = ""
    for spell in element.iter(f"{_GEXF}spell"):
        start, end = spell.attrib["start"], spell.attrib["end"]
        assert re.fullmatch(r"\d{4}-01-01", start) and re.fullmatch(r"\d{4}-12-31", end)
        assert last < start < end and lowest <= start and end <= highest
        last = end


@pytest.mark.parametrize("name", SELECTIONS)
def test_gexf_is_what_gephi_reads(graph: str, name: str) -> None:
    """GEXF 1.3 with dates: declared attributes, unique ids, known ends, a kind a relation, the years as spells."""
    with open_store(graph) as store:
        root = ET.fromstring(_bytes(write_gexf, store, SELECTIONS[name]))
        made = network(store, selection=SELECTIONS[name])
    drawn = root.find(f"{_GEXF}graph")
    assert root.tag == f"{_GEXF}gexf" and root.attrib["version"] == "1.3" and drawn is not None
    assert (drawn.attrib["mode"], drawn.attrib["timeformat"]) == ("dynamic", "date")
    assert "defaultedgetype" not in drawn.attrib  # Gephi drops edges that are of another
    for element in root.iter():
        attributes, children = _SCHEMA[element.tag.removeprefix(_GEXF)]
        assert element.attrib.keys() <= attributes and {child.tag.removeprefix(_GEXF) for child in element} <= children
    assert [child.tag.removeprefix(_GEXF) for child in drawn] == ["attributes", "attributes", "nodes", "edges"]
    nodes, edges = (list(drawn.iter(f"{_GEXF}{kind}")) for kind in ("node", "edge"))
    for items, kind in ((nodes, "node"), (edges, "edge")):
        declared = drawn.find(f"{_GEXF}attributes[@class='{kind}']")
        assert declared is not None
        known = {each.attrib["id"] for each in declared}
        assert len(known) == len(declared) == len({each.attrib["title"] for each in declared})
        assert {each.attrib["type"] for each in declared} <= {"string", "long", "double", "boolean"}
        assert {value.attrib["for"] for item in items for value in item.iter(f"{_GEXF}attvalue")} <= known
        assert len({item.attrib["id"] for item in items}) == len(items)
        for item in items:
            _check_times(item, drawn.attrib["start"], drawn.attrib["end"])
    assert {node.attrib["id"]: node.attrib["label"] for node in nodes} == dict(made.nodes(data="label"))
    found = sorted((e.attrib["source"], e.attrib["target"], e.attrib["kind"], float(e.attrib["weight"])) for e in edges)
    assert found == sorted((a, b, d["label"], d["weight"]) for a, b, d in made.edges(data=True))
    mutual = {e.attrib["kind"] for e in edges if e.attrib["type"] == "undirected"}
    assert mutual <= {"合作"} and {e.attrib["type"] for e in edges} <= {"directed", "undirected"}


def test_the_spells_of_an_edge_are_the_years_of_its_documents(graph: str) -> None:
    """株洲 and 娄底 are linked in the years in which documents say so, and in no other."""
    with open_store(graph) as store:
        root = ET.fromstring(_bytes(write_gexf, store, Selection()))
        said = store.read(
            "MATCH (a)-[r:COOPERATES_WITH]->(b) WHERE a.id = 'City:430200' AND b.id = 'City:431300' "
            "MATCH (p:Policy) WHERE p.id = r.policyId RETURN DISTINCT p.issuedOn AS day"
        ).rows
    (edge,) = root.iterfind(f".//{_GEXF}edge[@source='City:430200'][@target='City:431300'][@kind='合作']")
    spells = [range(int(s.attrib["start"][:4]), int(s.attrib["end"][:4]) + 1) for s in edge.iter(f"{_GEXF}spell")]
    assert {year for spell in spells for year in spell} == {int(day[:4]) for (day,) in said}


def test_the_tables_have_the_columns_that_gephi_asks_for(graph: str) -> None:
    """A byte order mark for Excel; Id, Label, Source, Target, Type, Weight; every end is a node; the rest Chinese."""
    with open_store(graph) as store:
        written, made = _tables(store, Selection()), network(store)
    assert all(table.startswith(b"\xef\xbb\xbf") for table in written.values())
    nodes, edges = _rows(written["nodes.csv"]), _rows(written["edges.csv"])
    assert {row["Id"]: row["Label"] for row in nodes} == dict(made.nodes(data="label"))
    assert list(edges[0])[:7] == ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight"]
    assert len(edges) == made.number_of_edges() and {row["Type"] for row in edges} == {"Directed", "Undirected"}
    assert all(float(row["Weight"]) >= 1 and made.has_edge(row["Source"], row["Target"]) for row in edges)
    assert "其他名称" in nodes[0] and "条款" in edges[0]


@given(st.text())
def test_any_text_survives_in_xml(text: str) -> None:
    """In an attribute and between tags, but for the characters that XML has no way to write."""
    stream = io.BytesIO()
    out = Writer(stream)
    with out.element("a", {"said": text}):
        out.leaf("b", text=text)
    out.end()
    root = ET.fromstring(stream.getvalue())
    kept = re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
    assert root.attrib["said"] == kept
    # Every reader of XML takes these line ends for one another.
    assert (root[0].text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")


def test_text_that_looks_like_a_formula_is_disarmed(tmp_path: Path) -> None:
    """Excel and Gephi read it as text; numbers, also negative ones, stay numbers."""
    from liantu.output.csv import write_rows

    stream = io.StringIO(newline="")
    write_rows(("Id", "Weight"), [("=cmd|' /C calc'!A0", -1.5)], stream)
    assert stream.getvalue().splitlines()[1] == "'=cmd|' /C calc'!A0,-1.5"
