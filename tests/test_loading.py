"""Loading is idempotent and takes back exactly what it gave, in whatever order documents come and go."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from short_documents import CHANGSHA, LOUDI, REPEAL, TEXTS, XIANGTAN, Whole, documents, load_into, read, whole, whole_of

from graph.errors import GraphError
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation
from graph.jsonl import write_documents
from graph.loading import forget, load
from graph.stores import Store, open_store
from liantu.hierarchy import divisions

Run = Callable[..., subprocess.CompletedProcess[str]]
PARTS = "MATCH (a)-[:PART_OF]->(b) RETURN a.name AS a, b.name AS b ORDER BY a, b"
# Each document and the same with other contents, as after a correction of the text.
VERSIONS: tuple[tuple[str, str], ...] = (
    (LOUDI, LOUDI.replace("电子陶瓷", "先进钢铁材料").replace("长沙市共建", "邵阳市共建")),
    (XIANGTAN, XIANGTAN.replace("娄底市", "衡阳市").replace("800亿元", "900亿元")),
    (CHANGSHA, CHANGSHA.replace("三、高标准建设湘江电子信息产业园，发展电子信息产业。\n", "")),
    (REPEAL, REPEAL.replace("市工业和信息化局", "市工业和信息化局、市商务局")),
)


def _versions() -> list[tuple[Document, Document]]:
    """The documents of VERSIONS; both of a pair have one policy id."""
    pairs = [(read(first), read(second)) for first, second in VERSIONS]
    assert all(first.policy.id == second.policy.id and first != second for first, second in pairs)
    return pairs


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Document, Document]]:
    """Each document in two versions."""
    return _versions()


@pytest.fixture
def store(place: str) -> Store:
    """An empty graph, in a file and then on a server."""
    return open_store(place, writable=True)


def _fresh(folder: Path, chosen: list[Document]) -> Whole:
    """The whole of a graph file that these documents alone were loaded into."""
    path = folder / "fresh.kgl"
    path.unlink(missing_ok=True)
    with open_store(str(path), writable=True) as store:
        for document in chosen:
            load(store, document, divisions)
        return whole(store)


def test_a_second_load_changes_nothing_and_says_so(liantu: Run, tmp_path: Path) -> None:
    """`load` counts new, changed and same documents; the second time all are the same and the graph is untouched."""
    with (tmp_path / "facts.jsonl").open("w", encoding="utf-8") as stream:
        write_documents(documents()[:2], stream)
    first = liantu("load", "facts.jsonl", "--graph", "g.kgl", "--json")
    assert json.loads(first.stdout)["documents"] == {"new": 2, "changed": 0, "same": 0}
    before = (tmp_path / "g.kgl").read_bytes()
    second = liantu("load", "facts.jsonl", "--graph", "g.kgl")
    assert second.returncode == 0
    assert "0 new, 0 changed, 2 the same. The graph is as it was." in second.stderr
    assert (tmp_path / "g.kgl").read_bytes() == before
    with (tmp_path / "facts.jsonl").open("w", encoding="utf-8") as stream:
        write_documents([read(VERSIONS[0][1], "loudi.txt"), *documents()[1:3]], stream)
    third = liantu("load", "facts.jsonl", "--graph", "g.kgl", "--json")
    assert json.loads(third.stdout)["documents"] == {"new": 1, "changed": 1, "same": 1}


def test_ingest_and_forget_on_the_command_line(liantu: Run, tmp_path: Path) -> None:
    """`ingest` says new, then read before; `forget` by number takes it back, and says what it does not find."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "4 new" in liantu("ingest", *TEXTS, "--graph", "g.kgl").stderr
    assert "4 read before" in liantu("ingest", *TEXTS, "--graph", "g.kgl").stderr
    done = liantu("forget", "湘政办发〔2022〕60号", "没有的文件", "--graph", "g.kgl")
    assert done.returncode == 1
    assert "forgotten: 湖南省人民政府办公厅关于支持娄底市先进材料产业发展的若干措施" in done.stderr
    assert "No document called '没有的文件' is loaded" in done.stderr
    assert "湘政办发〔2022〕60号" not in liantu("query", "policies", "--graph", "g.kgl").stdout
    liantu("ingest", *list(TEXTS)[1:], "--graph", "fresh.kgl")
    assert whole_of(tmp_path / "g.kgl") == whole_of(tmp_path / "fresh.kgl")


def test_a_changed_document_replaces_exactly_its_contribution(
    store: Store, tmp_path: Path, pairs: list[tuple[Document, Document]]
) -> None:
    """Loading the other version of one document gives the graph that was built with it from the beginning."""
    old, new = pairs[0]
    others = [pairs[1][0], pairs[2][0]]
    with store:
        for document in (old, *others):
            assert load(store, document, divisions) == "new"
        assert load(store, new, divisions) == "changed"
        assert whole(store) == _fresh(tmp_path, [*others, new])
        assert load(store, old, divisions) == "changed"
        assert whole(store) == _fresh(tmp_path, [*others, old])


STEPS = st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["first", "second", "forget"])), min_size=2, max_size=9)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_history_ends_in_the_graph_of_what_remains(
    tmp_path: Path, pairs: list[tuple[Document, Document]], steps: list[tuple[int, str]]
) -> None:
    """Load, change, load again and forget in any order: the graph is the one built fresh from what is left."""
    path = tmp_path / "history.kgl"
    path.unlink(missing_ok=True)
    kept: dict[int, Document] = {}
    with open_store(str(path), writable=True) as store:
        for which, step in steps:
            if step == "forget":
                if which in kept:
                    forget(store, kept.pop(which).policy.id)
                continue
            document = pairs[which][step == "second"]
            expected = "new" if which not in kept else "same" if kept[which] is document else "changed"
            assert load(store, document, divisions) == expected
            kept[which] = document
        assert whole(store) == _fresh(tmp_path, list(kept.values()))


def test_forgetting_everything_leaves_nothing(store: Store, tmp_path: Path) -> None:
    """After the last document is forgotten there is not one node or relationship, those of the gazetteer included."""
    with store:
        for document in documents():
            load(store, document, divisions)
        assert store.read(PARTS).rows
        for document in documents():
            forget(store, document.policy.title)
        assert whole(store) == _fresh(tmp_path, [])
        assert store.counts().labels == store.counts().relations == {}


def test_divisions_live_as_long_as_a_document_names_one_below(store: Store) -> None:
    """Two documents share 娄底市 and its province: the first to go leaves them, the last takes them along."""
    loudi, _, changsha, _ = documents()
    with store:
        load(store, loudi, divisions)
        load(store, changsha, divisions)
        assert store.read(PARTS).rows == (("娄底市", "湖南省"), ("怀化市", "湖南省"), ("长沙市", "湖南省"))
        forget(store, loudi.policy.id)
        assert store.read(PARTS).rows == (("娄底市", "湖南省"), ("长沙市", "湖南省"))
        forget(store, changsha.policy.id)
        assert store.read("MATCH (r:Region) RETURN r.name AS name").rows == ()


def test_what_a_document_brought_is_taken_back_even_if_the_gazetteer_has_changed(store: Store) -> None:
    """The contribution is kept with the document: newer coordinates of a province leave no trace of the older ones."""

    def moved(adcode: str) -> list[tuple[str, str, dict[str, object]]]:
        return [(label, key, part | {"lon": 1.0}) for label, key, part in divisions(adcode)]

    with store:
        load(store, documents()[0], divisions)
        assert load(store, documents()[0], moved) == "changed"
        assert store.read("MATCH (p:Province) RETURN p.lon AS lon").rows == ((1.0,),)
        forget(store, documents()[0].policy.id)
        assert store.counts().labels == {}


def _small(name: str, alias: str, kind: str | None, number: str) -> Document:
    """A document that names one chain by an alias."""
    clause = Clause(f"Clause:{name}#1", "一、", "", 0, 2, "钢铁")
    chain = Entity(
        "IndustryChain:钢铁",
        "IndustryChain",
        "钢铁",
        (alias,),
        {"kind": kind} if kind else {},
        (Mention(0, 2, "钢铁", clause.id),),
    )
    own = Entity(f"Policy:{name}", "Policy", name)
    cited = Entity("Policy:条例", "Policy", "条例", (), {"number": number})
    said = (Evidence(clause.id, 0, 2, "钢铁", "test", 0.9),)
    cites = Relation(own.id, "CITES", cited.id, {}, said)
    return Document(Policy(own.id, name), (clause,), (own, chain, cited), (cites,))


def _chain(store: Store) -> object:
    return store.read("MATCH (k:IndustryChain) RETURN k.aliases AS aliases, k.kind AS kind").rows[0]


def test_aliases_and_properties_are_recomputed_from_what_remains(store: Store) -> None:
    """Aliases add up over documents; when one goes, its alias and the property that it alone told go with it."""
    with store:
        load(store, _small("甲", "钢铁产业", "产业", "1号"))
        load(store, _small("乙", "钢铁产业链", None, "1号"))
        load(store, _small("丙", "钢铁产业链", None, "1号"))
        assert _chain(store) == (["钢铁产业", "钢铁产业链"], "产业")
        forget(store, "乙")
        assert _chain(store) == (["钢铁产业", "钢铁产业链"], "产业")
        forget(store, "甲")
        assert _chain(store) == (["钢铁产业链"], None)


def test_a_documents_own_word_on_itself_comes_first(store: Store) -> None:
    """A policy that others cite with a wrong number keeps its own; forgotten, it stays as one that is only cited."""
    own = replace(_small("条例", "钢铁产业", None, "9号"), relations=())
    own = replace(own, policy=replace(own.policy, number="2号"), entities=own.entities[:2])
    question = "MATCH (p:Policy {id: 'Policy:条例'}) RETURN p.number AS number, p.ingested AS ingested"
    with store:
        load(store, _small("甲", "钢铁产业", None, "1号"))
        assert store.read(question).rows == (("1号", False),)
        load(store, own)
        assert store.read(question).rows == (("2号", True),)
        forget(store, "2号")
        assert store.read(question).rows == (("1号", False),)


def test_a_symmetric_relation_is_stored_once_whichever_way_it_is_told(store: Store) -> None:
    """甲 with 乙 in one document and 乙 with 甲 in another lie in the same direction."""
    document = documents()[0]
    turned = [
        replace(item, source=item.target, target=item.source) if item.type == "COOPERATES_WITH" else item
        for item in document.relations
    ]
    with store:
        load(store, document, divisions)
        before = whole(store)
        assert load(store, replace(document, relations=tuple(turned)), divisions) == "same"
        assert whole(store) == before


def test_forget_asks_which_of_two_documents_is_meant(store: Store) -> None:
    """A number that two documents bear is refused with their ids."""
    with store:
        for name in ("甲", "乙"):
            document = _small(name, "钢铁产业", None, "1号")
            load(store, replace(document, policy=replace(document.policy, number="7号")))
        with pytest.raises(GraphError, match="may mean Policy:乙、Policy:甲; give one of these ids"):
            forget(store, "7号")


def test_a_graph_loaded_in_any_order_is_the_same(tmp_path: Path) -> None:
    """Four documents in order and in reverse give identical graphs."""
    load_into(tmp_path / "a.kgl", *documents())
    load_into(tmp_path / "b.kgl", *reversed(documents()))
    assert whole_of(tmp_path / "a.kgl") == whole_of(tmp_path / "b.kgl")
