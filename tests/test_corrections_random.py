"""Whatever people decide on whatever a document says: the result is a document that holds, or the table is refused."""

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from random_documents import TITLES, Pick, document, documents_called

from graph.corrections import COLUMNS, DECISIONS, Corrections, contradictions, read_lines, without_doubles
from graph.errors import TableError
from graph.facts import Document
from graph.tabular import Row
from graph.verify import verify
from liantu.identity import identify

# What the documents may hold, and a few that none holds: label and name.
_THINGS = (
    ("市", "娄底市"), ("市", "湘潭市"), ("县区", "湘潭县"), ("产业链", "钢铁"), ("产业链", "锑"), ("企业", "涟钢"),
    ("机构", "省工信厅"), ("政策文件", "甲文件"), ("政策文件", "条例"), ("企业", "新名"), ("产业链", "别名一"),
)  # fmt: skip
_ELSEWHERE = (("企业", "别名二"), ("市", "City:430300"), ("园区", "涟钢"), ("条款", "第1条"), ("量化目标", "钢铁"))
_RELATIONS = ("合作", "发展", "属于产业链", "负责", "引用", "位于", "引进")
_JOINED = {
    ("市", "市"): "合作", ("市", "县区"): "合作", ("县区", "市"): "合作", ("企业", "企业"): "合作",
    ("市", "产业链"): "发展", ("县区", "产业链"): "发展", ("企业", "产业链"): "属于产业链",
    ("机构", "条款"): "负责", ("政策文件", "政策文件"): "引用",
}  # fmt: skip
_SENTENCES = (
    "娄底市湘潭市",
    "湘潭市湘潭县钢铁",
    "娄底市钢铁锑",
    "钢铁锑涟钢",
    "湘潭县钢铁锑",
    "湘潭市湘潭县",
    "钢铁锑涟钢省工信厅",
)
_PICKS = st.builds(Pick, st.integers(0, 8), st.sampled_from([(), ("别名一",), ("别名一", "别名二")]), st.just("一"))
_FULL = st.lists(_PICKS, min_size=5, max_size=9, unique_by=lambda pick: pick.index)
_DOCUMENTS = st.one_of(
    documents_called("甲文件"), st.builds(document, st.just("甲文件"), _FULL, st.sampled_from([None, "对接"]))
)
_COLUMNS = tuple(column.key for column in COLUMNS)
_THING = st.one_of(st.sampled_from(_THINGS), st.sampled_from(_THINGS), st.sampled_from((*_THINGS, *_ELSEWHERE)))


@st.composite
def _cells(draw: st.DrawFn) -> dict[str, str]:
    """One row that says something, right or wrong."""
    (label, name), (other_label, other_name) = draw(_THING), draw(_THING)
    decision = draw(st.sampled_from([kind.words[0] for kind in DECISIONS.values()]))
    cells = dict.fromkeys(_COLUMNS, "") | {"decision": decision, "type": label, "name": name}
    cells["policy"] = draw(st.sampled_from(("", "", "", *TITLES)))
    cells["who"] = draw(st.sampled_from(("", "张三", "李四；王五")))
    if decision in ("关系有误", "缺少关系"):
        told = draw(st.booleans())
        between = _JOINED.get((label, other_label)) or draw(st.sampled_from(_RELATIONS))
        sentences = _SENTENCES if decision == "缺少关系" else ("", "", *_SENTENCES)
        cells |= {"relation": between, "other_name": other_name, "sentence": draw(st.sampled_from(sentences))}
        return cells | ({"other_type": other_label} if told else {"type": ""})
    if decision == "另一类型":
        cells["other_type"] = other_label
    elif decision != "不是实体":
        cells["other_name"] = other_name
    if decision == "是多个":
        cells["other_name"] += "、" + draw(_THING)[1]
    if decision in ("是同一个", "是多个") and draw(st.booleans()):
        cells["other_type"] = other_label
    return cells


def _corrections(rows: Sequence[dict[str, str]]) -> Corrections | None:
    """The table of the rows that are right in themselves; None where they contradict one another."""
    lines, _problems = read_lines([Row(number, cells) for number, cells in enumerate(rows, start=2)], "c.csv")
    kept, _ = without_doubles(lines)
    return None if list(contradictions(kept)) else Corrections(kept, source="c.csv")


def _applied(corrections: Corrections, found: Document) -> Document | None:
    try:
        return corrections.apply(found, identify).document
    except TableError:
        return None


@given(_DOCUMENTS, st.lists(_cells(), min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_corrected_document_holds_and_stays_as_it_is(found: Document, rows: list[dict[str, str]]) -> None:
    """It passes `verify`, a second application changes nothing and finds the same lines in effect, and all lines that
    took effect in the first are among them."""
    corrections = _corrections(rows)
    if corrections is None:
        return
    after = _applied(corrections, found)
    if after is None:
        return
    verify(after)
    first = corrections.apply(found, identify)
    again = corrections.apply(after, identify)
    assert again.document == after
    assert first.effective <= again.effective


@given(_DOCUMENTS, st.lists(_cells(), min_size=2, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_lines_plays_no_part(found: Document, rows: list[dict[str, str]], chance: random.Random) -> None:
    """The same lines in another order are refused alike or give the same document."""
    shuffled = chance.sample(rows, len(rows))
    one, other = _corrections(rows), _corrections(shuffled)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert _applied(one, found) == _applied(other, found)
        assert one.fingerprint == other.fingerprint


@given(_DOCUMENTS)
@settings(max_examples=50, deadline=None)
def test_without_lines_nothing_changes(found: Document) -> None:
    """An empty table gives the document back."""
    assert Corrections(()).apply(found, identify).document == found
