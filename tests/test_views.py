"""The views on the graph of the examples: what they show is what the graph states, each link with its sentences."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import Run

from graph.errors import QueryError
from graph.facts import Document
from graph.loading import load
from graph.stores import Store, open_store
from liantu.documents import extract_one, find_inputs
from liantu.hierarchy import divisions
from queries import run
from queries.names import resolve
from viz import LinksOptions, Picture, ViewOptions, render, strongest, views

PLAIN = ViewOptions(date="2026-11-27")
Rows = Callable[..., list[tuple[object, ...]]]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A graph file with the examples."""
    path = str(tmp_path_factory.mktemp("views") / "g.kgl")
    inputs, _ = find_inputs([str(Path(__file__).resolve().parent.parent / "examples")])
    results = [extract_one(item) for item in inputs]
    with open_store(path, writable=True) as store:
        for document in results:
            assert isinstance(document, Document)
            load(store, document, divisions)
    return path


@pytest.fixture(scope="module")
def store(graph: str) -> Iterator[Store]:
    """The same, open for reading."""
    with open_store(graph) as opened:
        yield opened


@pytest.fixture(scope="module")
def rows(store: Store) -> Rows:
    """Ask the graph in Cypher, beside the views."""
    return lambda statement, **parameters: list(store.read(statement, parameters).rows)


def drawn(store: Store, options: ViewOptions = PLAIN) -> dict[str, Picture]:
    """A picture of each view."""
    city, other = (resolve(store, name, "region") for name in ("娄底", "湘潭"))
    chain = resolve(store, "先进钢铁材料", "chain")
    return {
        "links": views.links(store, LinksOptions(since=options.since, confidence=options.confidence, unfold=True)),
        "chain": views.chain(store, chain, options),
        "agency": views.agency(store, resolve(store, "株洲市工业和信息化局", "agency"), options),
        "policy": views.policy(store, resolve(store, "株洲市先进制造业集群强链行动方案", "policy"), options),
        "region": views.region(store, city, options),
        "ego": views.ego(store, resolve(store, "中车株机", "entity"), options, depth=2),
        "shared": views.shared(store, (city, other), options),
        "path": views.path(store, resolve(store, "长沙经开区", "entity"), chain, options),
        "query": views.query(store, "MATCH (a:Park)-[r:DEVELOPS]->(b) RETURN a, r, b", {}, options),
    }


def named(picture: Picture) -> set[tuple[str, str, str]]:
    """The links as (source, kind, target) by name."""
    names = {node.id: node.name for node in picture.nodes}
    return {(names[link.source], link.kind, names[link.target]) for link in picture.links}


def test_every_link_of_every_view_has_its_sentence(store: Store) -> None:
    """A link without one is of the gazetteer; where the fact has a quote, its words are marked in the clause."""
    for name, picture in drawn(store).items():
        assert picture.links and picture.view == name and picture.title and picture.question, name
        for link in picture.links:
            assert link.sentences or link.relation == "PART_OF", (name, link)
            assert link.derived or link.weight == len({item.key for item in link.sentences}), (name, link)
            if link.relation not in ("HAS_CLAUSE", "MENTIONS"):
                assert all(item.text[item.mark_start : item.mark_end] for item in link.sentences), (name, link)


def test_every_link_joins_two_nodes_of_the_picture(store: Store) -> None:
    """No link hangs in the air, no node but the subject stands alone, and the subject is marked."""
    for name, picture in drawn(store).items():
        nodes = {node.id: node for node in picture.nodes}
        ends = {end for link in picture.links for end in (link.source, link.target)}
        assert ends <= nodes.keys(), name
        assert all(node.main or key in ends for key, node in nodes.items()), name
        assert len(nodes) == len(picture.nodes)
        if name not in ("links", "query"):
            assert any(node.main for node in picture.nodes), name


def test_the_same_graph_gives_the_same_pages(store: Store) -> None:
    """Byte for byte, for each view."""
    first = {name: render(picture) for name, picture in drawn(store).items()}
    assert first == {name: render(picture) for name, picture in drawn(store).items()}


def test_a_chain_has_all_that_is_stated_of_it(store: Store, rows: Rows) -> None:
    """Who develops it, its enterprises by role, those attracted, sub-chains, targets: as many as in the graph."""
    picture = drawn(store)["chain"]
    key = next(node.id for node in picture.nodes if node.main)
    stated = rows(
        "MATCH (a)-[r]->(b) WHERE (a.id = $id OR b.id = $id) AND NOT type(r) IN ['MENTIONS'] "
        "RETURN DISTINCT a.id, type(r), b.id, r.role",
        id=key,
    )
    touching = [link for link in picture.links if key in (link.source, link.target)]
    assert len(touching) == len({(a, kind, b) for a, kind, b, _ in stated})
    assert ("湘潭市", "发展", "先进钢铁材料") in named(picture) or ("娄底市", "发展", "先进钢铁材料") in named(picture)
    assert ("先进钢铁材料", "引进", "格力电器") in named(picture)
    told = {(link.source, link.kind) for link in touching if link.relation == "IN_CHAIN"}
    roles = {(str(a), str(role)) for a, kind, _, role in stated if kind == "IN_CHAIN" and role}
    assert roles and roles <= told
    layer = {node.name: node.layer for node in picture.nodes}
    assert layer["娄底市"] == 0 and layer["先进钢铁材料"] == 2 and layer["格力电器"] == 4


def test_an_agency_leads_or_takes_part(store: Store, rows: Rows) -> None:
    """Its clauses by role as in the graph; who answers for the same clauses is derived, counted by clause."""
    picture = drawn(store)["agency"]
    key = next(node.id for node in picture.nodes if node.main)
    duties = rows("MATCH (a)-[r:RESPONSIBLE_FOR]->(c) WHERE a.id = $id RETURN DISTINCT c.id, r.role", id=key)
    mine = {(link.target, link.kind) for link in picture.links if link.source == key and not link.derived}
    assert mine == {(clause, {"lead": "牵头", "member": "参与"}[str(role)]) for clause, role in duties}
    assert {kind for _, kind in mine} == {"牵头", "参与"}
    others = rows(
        "MATCH (a)-[:RESPONSIBLE_FOR]->(c)<-[:RESPONSIBLE_FOR]-(b) WHERE a.id = $id AND b.id <> $id "
        "RETURN b.id, count(DISTINCT c.id)",
        id=key,
    )
    together = {link.target: link.weight for link in picture.links if link.derived}
    assert together == {row[0]: row[1] for row in others} and together
    assert {link.kind for link in picture.links if link.derived} == {"共同负责"}


def test_a_document_hangs_together_by_its_sections(store: Store, rows: Rows) -> None:
    """Each clause shown hangs on its section or on the document; all duties and all targets are there."""
    picture = drawn(store)["policy"]
    key = next(node.id for node in picture.nodes if node.main)
    above = {link.target: link.source for link in picture.links if link.relation == "HAS_CLAUSE"}
    clauses = {node.id for node in picture.nodes if node.label == "Clause"}
    assert set(above) == clauses
    for clause, parent in above.items():
        assert parent == key or clause.startswith(parent + ".")
    for kind in ("RESPONSIBLE_FOR", "HAS_TARGET"):
        number = rows(f"MATCH ()-[r:{kind}]->(b) WHERE r.policyId = $id RETURN DISTINCT b.id, r.role", id=key)
        shown = {(link.target, link.kind) for link in picture.links if link.relation == kind}
        assert len(shown) == len(number) > 0, kind


def test_a_region_has_all_that_is_stated_of_it(store: Store, rows: Rows) -> None:
    """Every relation that starts or ends at it, save mere mention; the card has its place and code."""
    picture = drawn(store)["region"]
    key = next(node.id for node in picture.nodes if node.main)
    stated = rows(
        "MATCH (a)-[r]-(b) WHERE a.id = $id AND NOT type(r) IN ['MENTIONS', 'RESPONSIBLE_FOR'] "
        "RETURN DISTINCT b.id, type(r)",
        id=key,
    )
    touching = {
        (link.target if link.source == key else link.source, link.relation)
        for link in picture.links
        if key in (link.source, link.target)
    }
    assert touching == set(stated)
    card = dict(next(node.properties for node in picture.nodes if node.main))
    assert card["位于"] == "湖南省" and card["行政区划代码"] == "431300"


def test_neighbours_grow_with_depth(store: Store) -> None:
    """Each step further adds neighbours and loses none; depth one is the node with its own links."""
    key = resolve(store, "中车株机", "entity")
    sizes = [{node.id for node in views.ego(store, key, PLAIN, depth=depth).nodes} for depth in (1, 2, 3)]
    assert sizes[0] < sizes[1] < sizes[2]
    one = views.ego(store, key, PLAIN, depth=1)
    assert {node.name for node in one.nodes} >= {"中车株机", "涟源钢铁集团", "湘潭钢铁集团"}


def test_what_regions_share_stands_between_them(store: Store) -> None:
    """Chains that the pack calls shared are in the middle, each tied to both; what one has alone is tied to it only."""
    picture = drawn(store)["shared"]
    pack = run(store, "shared_chains", {"a": "娄底市", "b": "湘潭市"})
    names = {node.name: node for node in picture.nodes}
    shared = {str(row[0]) for row in pack.rows}
    assert shared and shared <= {name for name, node in names.items() if node.layer == 2}
    tied: dict[str, set[str]] = {}
    for link in picture.links:
        for thing, place in ((link.source, link.target), (link.target, link.source)):
            tied.setdefault(thing, set()).add(place)
    assert all((len(tied[node.id]) == 2) == (node.layer == 2) for node in picture.nodes if not node.main)
    assert any("都有的" in note for note in picture.notes)


def test_a_path_is_the_shortest_and_whole(store: Store) -> None:
    """Every link leads one step on; all steps from one end to the other are there; the number of steps is told."""
    picture = drawn(store)["path"]
    layer = {node.id: node.layer or 0 for node in picture.nodes}
    ends = sorted(layer[node.id] for node in picture.nodes if node.main)
    assert all(abs(layer[link.source] - layer[link.target]) == 1 for link in picture.links)
    assert set(layer.values()) == set(range(ends[1] + 1)) and ends[0] == 0
    assert f"最短的联系有{ends[1]}步" in picture.notes[0]


def test_a_query_draws_what_it_returns(store: Store, rows: Rows) -> None:
    """All relationships of the rows that have their nodes, also from paths; nothing else; without any, the reason."""
    whole = views.query(store, "MATCH (a:Park)-[r:DEVELOPS]->(b) RETURN a, r, b", {}, PLAIN)
    number = rows("MATCH (a:Park)-[r:DEVELOPS]->(b) RETURN DISTINCT a.id, b.id")
    assert len(whole.links) == len(number) > 0
    path = views.query(store, "MATCH p = (a:Park)-[:DEVELOPS]->(b) RETURN p", {}, PLAIN)
    listed = views.query(store, "MATCH (a:Park)-[r:DEVELOPS]->(b) RETURN a, collect([r, b]) AS x", {}, PLAIN)
    assert named(path) == named(listed) == named(whole)
    one = views.query(store, "MATCH (a)-[r]->(b) WHERE b.name = $name RETURN a, r, b", {"name": "工程机械"}, PLAIN)
    assert {target for _, _, target in named(one)} == {"工程机械"}
    nothing = views.query(store, "MATCH (a:Park) RETURN a", {}, PLAIN)
    assert nothing.links == () and "没有返回它们之间的关系" in nothing.notes[0]
    bare = views.query(store, "MATCH (a:Park)-[r:DEVELOPS]->(b) RETURN r", {}, PLAIN)
    assert bare.links == () and "没有在同一行返回两端的节点" in bare.notes[0]
    assert "没有返回节点和关系" in views.query(store, "RETURN 1 AS one", {}, PLAIN).notes[0]
    with pytest.raises(QueryError):
        views.query(store, "MATCH (a) SET a.name = 'x' RETURN a", {}, PLAIN)


def test_years_and_confidence_leave_facts_out(store: Store) -> None:
    """--since drops what only older documents say, --confidence what is less sure; what stays is as before."""
    key = resolve(store, "娄底", "region")
    whole, late = views.region(store, key, PLAIN), views.region(store, key, ViewOptions(since=2024))
    assert named(late) < named(whole)
    assert all(item.issued >= "2024" for link in late.links for item in link.sentences)
    sure = views.region(store, key, ViewOptions(confidence=0.97))
    assert named(sure) < named(whole)
    assert all(item.confidence >= 0.97 for link in sure.links for item in link.sentences)


@pytest.mark.parametrize(
    "options", [ViewOptions(since=2024), ViewOptions(confidence=0.97)], ids=["since", "confidence"]
)
def test_what_is_derived_rests_on_what_the_options_let_through(store: Store, options: ViewOptions) -> None:
    """No view shows or counts a sentence that is too old or too unsure, in stated links or in derived ones."""
    for view, picture in drawn(store, options).items():
        said = [item for link in picture.links for item in link.sentences]
        assert all(item.issued >= str(options.since or "") for item in said), view
        assert all(item.confidence >= options.confidence for item in said), view


def test_the_strongest_part_of_a_large_picture_is_shown(store: Store) -> None:
    """At most so many nodes, the subject among them; what is left out is counted in a note; None leaves nothing out."""
    whole = drawn(store)["region"]
    assert strongest(whole, None) == whole == strongest(whole, len(whole.nodes))
    part = strongest(whole, 12)
    assert len(part.nodes) <= 12 and any(node.main for node in part.nodes)
    assert part.omitted == len(whole.nodes) - len(part.nodes) and str(part.omitted) in part.notes[0]
    kept = {node.id for node in part.nodes}
    assert all({link.source, link.target} <= kept for link in part.links)


@pytest.mark.parametrize(
    "words",
    [
        "links --group 长株潭 --unfold", "links --focus 娄底 --mode 对接", "chain 先进钢铁材料",
        "agency 株洲市工业和信息化局",
        "policy 株洲市先进制造业集群强链行动方案", "region 娄底", "ego 中车株机 --depth 2", "shared 娄底 湘潭 株洲",
        "path 长沙经开区 先进钢铁材料",
    ],
)  # fmt: skip
def test_each_view_is_a_command(words: str, graph: str, liantu: Run, tmp_path: Path) -> None:
    """Names are found by alias or part; the page is written under the view's name and the last line says where."""
    done = liantu("view", *words.split(), "--graph", graph)
    assert done.returncode == 0, done.stderr
    name = words.split()[0] + ".html"
    assert done.stderr.splitlines()[-1] == f"{name} written; open it in a browser."
    assert "<!doctype html>" in (tmp_path / name).read_text(encoding="utf-8")


def test_a_view_of_nothing_is_a_page_with_the_reason(graph: str, liantu: Run, tmp_path: Path) -> None:
    """Exit code 0, a warning, and a page that says what was asked and why nothing is there."""
    done = liantu("view", "links", "--mode", "无此方式", "-o", "empty.html", "--graph", graph)
    assert done.returncode == 0 and "Nothing to draw" in done.stderr
    page = (tmp_path / "empty.html").read_text(encoding="utf-8")
    assert "无此方式" in page and "没有一处符合" in page


def test_what_a_view_cannot_do_is_told_in_a_sentence(graph: str, liantu: Run) -> None:
    """Unknown names with the nearest, one region twice, a file that is no picture, a statement that writes."""
    for words, told in (
        (["region", "娄底这里"], "娄底"),
        (["links", "--focus", "无此地"], "Nothing is called"),
        (["shared", "娄底", "娄底市"], "is one region"),
        (["path", "娄底", "娄底市"], "the same"),
        (["chain", "先进钢铁材料", "-o", "x.docx"], "let it end in"),
        (["query", "CREATE (n) RETURN n"], "is refused"),
    ):
        done = liantu("view", *words, "--graph", graph)
        assert done.returncode in (1, 2) and told in done.stderr and "Traceback" not in done.stderr, (
            words,
            done.stderr,
        )
