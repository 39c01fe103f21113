"""What a new version changed: tables of small pairs, and what holds of any two documents."""

from collections.abc import Sequence
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs_graph import documents
from random_documents import TITLES, documents_called
from short_policies import bare, policy, read

from extract.pipeline import extract_text
from graph.diff import GONE, KINDS, NEW, Change, Comparison, Gap, compare, compare_all, kind_title
from graph.facts import Document
from graph.rows import rows

Told = set[tuple[str, str, str, str, str]]

# kind, what the old version says, what the new one says, the changes: change, subject, matter, from, to.
PAIRS: Sequence[tuple[str, str, str, Told]] = (
    (
        "targets",
        "到2025年，全市规模工业总产值达到1000亿元。",
        "到2025年，全市规模工业总产值达到1200亿元。",
        {("changed", "湘潭市", "规模工业总产值", "不低于1000亿元（2025年）", "不低于1200亿元（2025年）")},
    ),
    (
        "targets",
        "到2025年，全市规模工业总产值达到1000亿元。",
        "到2027年，全市规模工业总产值突破1000亿元。",
        {("changed", "湘潭市", "规模工业总产值", "不低于1000亿元（2025年）", "超过1000亿元（2027年）")},
    ),
    (
        "targets",
        "到2025年，全市规模工业总产值达到9000亿元。",
        "到2025年，全市规模工业总产值达到1万亿元。",
        {("changed", "湘潭市", "规模工业总产值", "不低于9000亿元（2025年）", "不低于1万亿元（2025年）")},
    ),
    (
        "targets",
        "到2025年，新增规模以上企业100家。",
        "到2025年，新增规模以上企业100家，建成标准厂房50万平方米。",
        {("new", "湘潭市", "标准厂房", "", "50万平方米（2025年）")},
    ),
    (
        "targets",
        "到2025年，全市规模工业总产值达到1000亿元，到2027年达到1500亿元。",
        "到2025年，全市规模工业总产值达到1000亿元。",
        {("gone", "湘潭市", "规模工业总产值", "不低于1500亿元（2027年）", "")},
    ),
    (
        "duties",
        "1.支持企业上市。（责任单位：市工信局、市商务局）",
        "1.支持企业上市。（责任单位：市工信局、市财政局）",
        {("gone", "湘潭市商务局", "支持企业上市", "参与", ""), ("new", "湘潭市财政局", "支持企业上市", "", "参与")},
    ),
    (
        "duties",
        "1.支持企业上市。（市工信局牵头，市商务局配合）",
        "1.支持企业上市。（市商务局牵头，市工信局配合）",
        {
            ("changed", "湘潭市商务局", "支持企业上市", "参与", "牵头"),
            ("changed", "湘潭市工业和信息化局", "支持企业上市", "牵头", "参与"),
        },
    ),
    (
        "chains",
        "支持湘潭县发展锑产业。",
        "支持湘潭县发展锑产业，支持湘乡市发展电子陶瓷产业。",
        {("new", "电子陶瓷", "湘乡市", "", "发展"), ("new", "电子陶瓷", "湘潭市", "", "发展")},
    ),
    (
        "chains",
        "支持湘潭县发展锑产业。",
        "支持湘潭县招商引资。",
        {("gone", "锑", "湘潭县", "发展", ""), ("gone", "锑", "湘潭市", "发展", "")},
    ),
    (
        "enterprises",
        "引进三一重工等企业发展锑产业。",
        "引进中联重科等企业发展锑产业。",
        {("gone", "三一重工", "湘潭市", "引进", ""), ("new", "中联重科", "湘潭市", "", "引进")},
    ),
    (
        "parks",
        "支持湘潭高新区提质。",
        "支持湘潭高新区、湘潭经开区提质。",
        {("new", "湘潭经开区", "湘潭市", "", "位于")},
    ),
    (
        "cooperation",
        "与娄底市开展产业对接。",
        "与娄底市共建产业园区。",
        {("changed", "湘潭市 — 娄底市", "", "对接", "共建")},
    ),
    (
        "cooperation",
        "与娄底市开展产业对接。",
        "与株洲市开展产业对接。",
        {("gone", "湘潭市 — 娄底市", "", "对接", ""), ("new", "株洲市 — 湘潭市", "", "", "对接")},
    ),
    (
        "citations",
        "落实《钢铁产业振兴规划》。",
        "落实《新材料发展规划》。",
        {("gone", "钢铁产业振兴规划", "", "贯彻", ""), ("new", "新材料发展规划", "", "", "贯彻")},
    ),
)


def told(comparison: Comparison, kind: str) -> Told:
    """The changes of a kind without their sentences."""
    return {
        (change.change, change.subject, change.matter, change.old, change.new)
        for change in comparison.changes
        if change.kind == kind
    }


def compared(old: str, new: str) -> Comparison:
    """Two short documents compared."""
    return compare(rows(read(old)), rows(read(new)))


@pytest.mark.parametrize(("kind", "old", "new", "expected"), PAIRS, ids=[f"{pair[0]}-{pair[2]}" for pair in PAIRS])
def test_a_change_of_the_text_is_told_as_a_change_of_the_fact(kind: str, old: str, new: str, expected: Told) -> None:
    """Each kind of fact that a new version states otherwise is told, with what it was and what it is."""
    assert told(compared(old, new), kind) == expected


def test_figures_are_told_with_their_difference() -> None:
    """Amounts differ by per cent of the old one, whatever their units; rates by points."""
    amounts = compared("到2025年，工业总产值达到8000亿元。", "到2025年，工业总产值达到1万亿元。")
    assert [change.gap for change in amounts.changes if change.kind == "targets"] == [Gap(25.0)]
    rates = compared("到2025年，研发投入强度达到3%。", "到2025年，研发投入强度达到3.5%。")
    assert [change.gap for change in rates.changes if change.kind == "targets"] == [Gap(0.5, points=True)]


def test_a_change_comes_with_both_sentences_and_their_clauses() -> None:
    """What is new or changed quotes the new version and what stood in its place."""
    change = next(
        item
        for item in compared("1.锑。支持湘潭县发展锑产业。", "1.锑。支持湘潭县发展电子陶瓷产业。").changes
        if item.kind == "chains"
    )
    assert change.was is not None and change.now is not None
    assert (change.was.clause, change.was.quote) == ("一、1.", "支持湘潭县发展锑产业。")
    assert (change.now.clause, change.now.quote) == ("一、1.", "支持湘潭县发展电子陶瓷产业。")


_CLAUSES = (
    "强化人才支撑。支持高校开设订单班，培养高技能人才。（责任单位：市人社局、市教育局）",
    "强化金融支持。引导银行加大信贷投入，扩大股权投资。（责任单位：市财政局）",
    "推进园区提质。支持湘潭高新区建设标准厂房，完善配套。（责任单位：市发改委、市商务局）",
    "壮大产业集群。支持湘潭县发展锑产业，延伸链条。（责任单位：市工信局、市商务局）",
    "扩大对外开放。加快建设综合保税区，培育外贸主体。（责任单位：市商务局、市交通运输局）",
)


def numbered(clauses: Sequence[str]) -> str:
    """Clauses under numbers."""
    return "\n".join(f"{number}.{clause}" for number, clause in enumerate(clauses, start=1))


def test_lines_that_the_carrier_broke_are_one_sentence() -> None:
    """A sentence of a PDF, broken over lines, is quoted whole; a heading above it is not part of it."""
    wrapped = "1.壮大产业集群\n支持湘潭高新区建设标准厂房，完善配\n套设施，鼓励三一重工在园区设立生产\n基地。加快建设。"
    (change,) = (item for item in compared("1.壮大产业集群\n加快建设。", wrapped).changes if item.kind == "enterprises")
    assert change.now is not None
    assert change.now.quote == "支持湘潭高新区建设标准厂房，完善配套设施，鼓励三一重工在园区设立生产基地。"


def test_clauses_are_compared_by_what_they_say_and_not_by_number() -> None:
    """Clauses in another order and under other numbers, with a word changed in each, change no duty."""
    reworded = [clause.replace("支持", "大力支持").replace("加", "进一步加") for clause in reversed(_CLAUSES)]
    found = compared(numbered(_CLAUSES), numbered(reworded))
    assert not told(found, "duties") and not told(found, "clauses")
    assert (found.clauses.renumbered, found.clauses.new, found.clauses.gone) == (4, 0, 0)


def test_a_clause_put_in_between_is_new_and_those_after_it_are_not() -> None:
    """A new clause renumbers the others and changes nothing in them."""
    more = "发展低空经济。支持建设试飞基地，培育整机企业。（责任单位：市交通运输局）"
    found = compared(numbered(_CLAUSES), numbered([_CLAUSES[0], more, *_CLAUSES[1:]]))
    assert told(found, "clauses") == {("new", "发展低空经济", "", "", "")}
    assert told(found, "duties") == {("new", "湘潭市交通运输局", "发展低空经济", "", "参与")}


def test_a_clause_divided_in_two_keeps_its_duties() -> None:
    """Where one clause became two, the units that answered for it answer for its parts."""
    first, second = "支持湘潭高新区建设标准厂房，完善配套设施。", "鼓励银行对园区企业扩大中长期信贷投放。"
    whole = f"{first}{second}（责任单位：市发改委、市商务局）"
    parts = [f"{first}（责任单位：市发改委、市商务局）", f"{second}（责任单位：市发改委、市财政局）"]
    found = compared(numbered([whole, _CLAUSES[4]]), numbered([*parts, _CLAUSES[4]]))
    assert {(change, unit) for change, unit, *_ in told(found, "duties")} == {("new", "湘潭市财政局")}


def test_what_a_document_says_of_itself_is_compared() -> None:
    """Title, number, date, validity and issuer are told with the words that state them."""
    old = policy("一、支持企业上市。\n有效期至2025年12月31日。", title="关于促进工业发展的意见")
    new = policy("一、支持企业上市。\n有效期至2027年12月31日。", title="关于促进工业高质量发展的意见").replace(
        "2023年3月", "2025年4月"
    )
    found = compare(rows(extract_text(old, "a")), rows(extract_text(new, "b")))
    changes = {change.subject: change for change in found.changes if change.kind == "metadata"}
    assert (changes["有效期至"].old, changes["有效期至"].new) == ("2025-12-31", "2027-12-31")
    assert (changes["发布日期"].old, changes["发布日期"].new) == ("2023-03-01", "2025-04-01")
    assert "标题" in changes
    assert changes["有效期至"].now is not None and "2027年12月31日" in changes["有效期至"].now.quote


def test_words_that_change_no_fact_are_told_on_request() -> None:
    """A sentence in other words is no change of a fact; it is counted, and shown where it is asked for."""
    old, new = rows(read("1.加快项目建设，优化审批服务。")), rows(read("1.加快项目建设，大力优化审批服务。"))
    assert compare(old, new).changes == () and compare(old, new).clauses.reworded == 1
    (change,) = compare(old, new, reworded=True).changes
    assert change.kind == "wording" and change.was is not None and "大力" not in change.was.quote


def test_documents_are_paired_by_id_then_by_title_and_never_across_regions() -> None:
    """The edition of a plan replaces the one before; another place's plan of the same name does not."""
    titles = (
        "湘潭市制造业强链行动方案（2023版）",
        "湘潭市制造业强链行动方案（2025版）",
        "株洲市制造业强链行动方案（2025版）",
    )
    first, second, third = (
        rows(extract_text(policy("支持企业上市。", issuer=f"{title[:3]}人民政府", title=title), title))
        for title in titles
    )
    other = rows(extract_text(policy("支持企业上市。", title="关于加快农业发展的意见"), "d"))
    found = compare_all([first, other], [third, second])
    assert [(pair.old.title, pair.new.title) for pair in found.pairs] == [
        ("湘潭市人民政府" + titles[0], "湘潭市人民政府" + titles[1])
    ]
    assert [head.title for head in found.new] == ["株洲市人民政府" + titles[2]]
    assert [head.title for head in found.gone] == ["湘潭市人民政府办公室关于加快农业发展的意见"]


def test_every_kind_has_a_name() -> None:
    """Each kind of change is called something in Chinese."""
    assert all(kind_title(kind) for kind in (*KINDS, "wording"))


# Documents of clauses drawn from a pool, with figures, units and partners that vary.
_GOALS = st.builds(
    "到{}年，全市规模工业总产值达到{}亿元，新增规模以上企业{}家。".format,
    st.sampled_from([2025, 2027]),
    st.integers(1, 3),
    st.integers(1, 2),
)
_PARTNERS = st.builds(
    "推动产业协作。与{}开展{}，支持{}发展{}产业。（责任单位：{}）".format,
    st.sampled_from(["娄底市", "株洲市"]),
    st.sampled_from(["产业对接", "园区共建"]),
    st.sampled_from(["湘潭县", "湘乡市"]),
    st.sampled_from(["锑", "钢铁"]),
    st.sampled_from(["市工信局、市商务局", "市财政局", "市商务局牵头，市工信局配合"]),
)
_DRAWN = st.lists(st.one_of(st.sampled_from(_CLAUSES), _GOALS, _PARTNERS), min_size=1, max_size=5)
_DOCUMENTS = st.one_of(
    _DRAWN.map(lambda clauses: read(numbered(clauses))), st.sampled_from(TITLES).flatmap(documents_called)
)


@settings(max_examples=60, deadline=None)
@given(_DOCUMENTS)
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    """Nothing is told of two equal documents, not even in words."""
    found = compare(rows(document), rows(document), reworded=True)
    assert found.changes == () and (found.clauses.reworded, found.clauses.new, found.clauses.gone) == (0, 0, 0)


def exchanged(change: Change) -> Change:
    """The change with old and new exchanged; without the names that a thing has in one version, and without its gap."""
    turned = {NEW: GONE, GONE: NEW}.get(change.change, change.change)
    subject = "" if change.kind == "wording" or turned == change.change else change.subject
    return Change(change.kind, turned, subject, "", change.new, change.old, change.now, change.was)


@settings(max_examples=60, deadline=None)
@given(_DOCUMENTS, _DOCUMENTS)
def test_exchanging_old_and_new_exchanges_new_and_gone(old: Document, new: Document) -> None:
    """The comparison does not depend on which version is called old, but for names and the sign of a difference."""
    check_exchange(old, new)


def check_exchange(old: Document, new: Document) -> None:
    """Compare both ways."""
    there = compare(rows(old), rows(new), reworded=True).changes
    back = compare(rows(new), rows(old), reworded=True).changes
    assert {exchanged(exchanged(change)) for change in there} == {exchanged(change) for change in back}


def test_whole_documents_are_compared_soundly() -> None:
    """Of any two of the examples all that holds of small documents holds too."""
    for old, new in combinations_with_replacement(documents(), 2):
        check_exchange(old, new)
        check_quotations(old, new)
        assert old is not new or not compare(rows(old), rows(new), reworded=True).changes


@settings(max_examples=60, deadline=None)
@given(_DOCUMENTS, _DOCUMENTS)
def test_every_quotation_stands_in_its_version(old: Document, new: Document) -> None:
    """What is quoted stands in the clause of that number, white space aside."""
    check_quotations(old, new)


def check_quotations(old: Document, new: Document) -> None:
    """Look each quotation up in the clauses of its number."""
    for document, side in ((old, "was"), (new, "now")):
        texts: dict[str, str] = {}
        for clause in document.clauses:
            texts[clause.number] = texts.get(clause.number, "") + bare(clause.text)
        for change in compare(rows(old), rows(new), reworded=True).changes:
            said = getattr(change, side)
            assert said is None or (said.quote and bare(said.quote) in texts[said.clause])
