"""Whatever people decide on whatever a document says: the result is a document that holds, or the table is refused."""

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from random_documents import TITLES, documents_called

from graph.corrections import Corrections, contradictions, read_lines, without_doubles
from graph.errors import TableError
from graph.facts import Document
from graph.tabular import Row
from graph.verify import verify
from liantu.identity import identify

_LABELS = ("市", "县区", "产业链", "企业", "机构", "政策文件", "园区", "量化目标", "条款")
_NAMES = (
    "娄底市",
    "湘潭市",
    "湘潭县",
    "钢铁",
    "锑",
    "涟钢",
    "省工信厅",
    "甲文件",
    "条例",
    "别名一",
    "别名二",
    "新名",
    "City:430300",
)
_RELATIONS = ("合作", "发展", "属于产业链", "负责", "引用", "位于", "引进")
_DECISIONS = ("不是实体", "另一类型", "另一名称", "是同一个", "是多个", "加别名", "关系有误", "缺少关系")
_SENTENCES = ("娄底市湘潭市", "湘潭市湘潭县钢铁", "娄底市钢铁锑涟钢", "钢铁锑涟钢省工信厅", "湘潭县钢铁锑")
_EMPTY = (
    "decision",
    "type",
    "name",
    "relation",
    "other_type",
    "other_name",
    "policy",
    "sentence",
    "detail",
    "who",
    "when",
    "note",
)


@st.composite
def _cells(draw: st.DrawFn) -> dict[str, str]:
    """One row that says something, right or wrong."""
    decision = draw(st.sampled_from(_DECISIONS))
    cells = dict.fromkeys(_EMPTY, "") | {"decision": decision, "name": draw(st.sampled_from(_NAMES))}
    cells["type"] = draw(st.sampled_from(_LABELS))
    cells["policy"] = draw(st.sampled_from(("", "", *TITLES)))
    cells["who"] = draw(st.sampled_from(("", "张三", "李四；王五")))
    if decision not in ("不是实体", "另一类型"):
        cells["other_name"] = draw(st.sampled_from(_NAMES))
    if decision == "是多个":
        cells["other_name"] += "、" + draw(st.sampled_from(_NAMES))
    if decision in ("另一类型", "关系有误", "缺少关系"):
        cells["other_type"] = draw(st.sampled_from(_LABELS))
    if decision in ("关系有误", "缺少关系"):
        cells["relation"] = draw(st.sampled_from(_RELATIONS))
        cells["type"], cells["other_type"] = (
            draw(st.sampled_from((cells["type"], ""))),
            draw(st.sampled_from((cells["other_type"], ""))),
        )
        cells["sentence"] = draw(st.sampled_from(_SENTENCES if decision == "缺少关系" else ("", *_SENTENCES)))
    return cells


def _corrections(rows: Sequence[dict[str, str]]) -> Corrections | None:
    """The table of the rows that are right in themselves; None where they contradict one another."""
    lines, _problems = read_lines([Row(number, cells) for number, cells in enumerate(rows, start=2)], "c.csv")
    kept, _ = without_doubles(lines)
    return None if list(contradictions(kept)) else Corrections(kept, source="c.csv")


def _applied(corrections: Corrections, document: Document) -> Document | None:
    try:
        return corrections.apply(document, identify).document
    except TableError:
        return None


@given(documents_called("甲文件"), st.lists(_cells(), min_size=1, max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_corrected_document_holds_and_stays_as_it_is(document: Document, rows: list[dict[str, str]]) -> None:
    """It passes `verify`, a second application changes nothing and finds the same lines in effect, and all lines that
    took effect in the first are among them."""
    corrections = _corrections(rows)
    if corrections is None:
        return
    after = _applied(corrections, document)
    if after is None:
        return
    verify(after)
    first = corrections.apply(document, identify)
    again = corrections.apply(after, identify)
    assert again.document == after
    assert first.effective <= again.effective


@given(documents_called("甲文件"), st.lists(_cells(), min_size=2, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_lines_plays_no_part(
    document: Document, rows: list[dict[str, str]], chance: random.Random
) -> None:
    """The same lines in another order are refused alike or give the same document."""
    shuffled = chance.sample(rows, len(rows))
    one, other = _corrections(rows), _corrections(shuffled)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert _applied(one, document) == _applied(other, document)
        assert one.fingerprint == other.fingerprint


@given(documents_called("甲文件"))
@settings(max_examples=50, deadline=None)
def test_without_lines_nothing_changes(document: Document) -> None:
    """An empty table gives the document back."""
    assert Corrections(()).apply(document, identify).document == document
