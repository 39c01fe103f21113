"""The clause tree: numbering of all kinds, run-on lines, ordinals, responsibility brackets, hostile input."""

import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.structure import ClauseSpan, split_clauses

Tree = list[tuple[tuple[int, ...], str, str]]


def _tree(text: str) -> Tree:
    """Path, number and heading of every clause but the head."""
    return [(span.path, span.number, span.heading) for span in split_clauses(text) if span.path != (0,)]


CASES: dict[str, tuple[str, Tree]] = {
    "items and brackets": (
        "甲市茶业方案\n一、目标\n到明年建成茶园。\n二、任务\n（一）育苗。建圃三处。\n（二）制茶。改造车间。",
        [
            ((1,), "一、", "目标"),
            ((2,), "二、", "任务"),
            ((2, 1), "二、（一）", "育苗"),
            ((2, 2), "二、（二）", "制茶"),
        ],
    ),
    "numbers below brackets": (
        "一、任务\n（一）育苗\n1.选种。\n2.建圃。",
        [
            ((1,), "一、", "任务"),
            ((1, 1), "一、（一）", "育苗"),
            ((1, 1, 1), "一、（一）1.", "选种"),
            ((1, 1, 2), "一、（一）2.", "建圃"),
        ],
    ),
    "numbers right below items": (
        "一、任务\n1、选种。\n2、建圃。\n二、保障",
        [((1,), "一、", "任务"), ((1, 1), "一、1、", "选种"), ((1, 2), "一、2、", "建圃"), ((2,), "二、", "保障")],
    ),
    "numbers run on across brackets": (
        "（一）育苗\n1.选种。\n（二）制茶\n2.炒青。",
        [
            ((1,), "（一）", "育苗"),
            ((1, 1), "（一）1.", "选种"),
            ((2,), "（二）", "制茶"),
            ((2, 1), "（二）2.", "炒青"),
        ],
    ),
    "chapters, brackets, full-width stops": (
        "第一章总则\n（一）原则\n1．公开。\n第二章附则",
        [
            ((1,), "第一章", "总则"),
            ((1, 1), "第一章（一）", "原则"),
            ((1, 1, 1), "第一章（一）1．", "公开"),
            ((2,), "第二章", "附则"),
        ],
    ),
    "chapter and section": (
        "第一章总则\n第一节范围\n适用于全县。\n第二节定义\n略。",
        [((1,), "第一章", "总则"), ((1, 1), "第一章第一节", "范围"), ((1, 2), "第一章第二节", "定义")],
    ),
    "articles are cited alone": (
        "第一章总则\n第一条本办法适用于茶农。\n第二条县茶办管理补贴。\n第二章补贴\n第三条补贴按亩计算。\n（一）新建茶园。",
        [
            ((1,), "第一章", "总则"),
            ((1, 1), "第一条", "本办法适用于茶农"),
            ((1, 2), "第二条", "县茶办管理补贴"),
            ((2,), "第二章", "补贴"),
            ((2, 1), "第三条", "补贴按亩计算"),
            ((2, 1, 1), "第三条（一）", "新建茶园"),
        ],
    ),
    "a heading alone on its line takes the next": (
        "第一章\n总则\n略。\n第二章\n附则",
        [((1,), "第一章", "总则"), ((2,), "第二章", "附则")],
    ),
    "half-width brackets": (
        "一、任务\n(一)育苗。建圃。\n(二)制茶。炒青。",
        [((1,), "一、", "任务"), ((1, 1), "一、(一)", "育苗"), ((1, 2), "一、(二)", "制茶")],
    ),
    "bracketed numbers and circles": (
        "1.育苗\n（1）选种。\n①早熟种。\n②晚熟种。\n（2）建圃。",
        [
            ((1,), "1.", "育苗"),
            ((1, 1), "1.（1）", "选种"),
            ((1, 1, 1), "1.（1）①", "早熟种"),
            ((1, 1, 2), "1.（1）②", "晚熟种"),
            ((1, 2), "1.（2）", "建圃"),
        ],
    ),
    "dashes": (
        "一、原则\n——坚持绿色发展。少用农药。\n——坚持开放。广交朋友。",
        [((1,), "一、", "原则"), ((1, 1), "一、——", "坚持绿色发展"), ((1, 2), "一、——", "坚持开放")],
    ),
    "ordinals in one paragraph": (
        "一、做法。一是选种。用良种。二是建圃。修水渠。三是炒青；四是包装。",
        [
            ((1,), "一、", "做法"),
            ((1, 1), "一、一是", "选种"),
            ((1, 2), "一、二是", "建圃"),
            ((1, 3), "一、三是", "炒青"),
            ((1, 4), "一、四是", "包装"),
        ],
    ),
    "ordinals after a comma open with the first only": (
        "一、问题。仍有不足，一是茶园老化。树龄偏大。二是缺人。",
        [((1,), "一、", "问题"), ((1, 1), "一、一是", "茶园老化"), ((1, 2), "一、二是", "缺人")],
    ),
    "a single ordinal is none": ("一、问题。一是茶园老化。树龄偏大。", [((1,), "一、", "问题")]),
    "ordinals inside a sentence are none": (
        "一、问题。原因有二，一是茶园老化，二是缺人。",
        [((1,), "一、", "问题")],
    ),
    "ordinals in the head belong to the head": (
        "去年成绩明显。一是扩种。二是增收。\n一、目标\n略。",
        [((0, 1), "一是", "扩种"), ((0, 2), "二是", "增收"), ((1,), "一、", "目标")],
    ),
    "references are no clauses": (
        "一、补贴。按照本条第（一）项执行，（二）项除外。\n（一）、（二）两项可以并用。\n第三条第二款另有规定的从其规定。",
        [((1,), "一、", "补贴")],
    ),
    "amounts, versions and years are no numbers": (
        "一、目标\n1.5亿元用于茶园。\n2.3%的茶农加入合作社。\n3.0版平台上线。\n2025年建成。\n10、20日各开一次会。",
        [((1,), "一、", "目标")],
    ),
    "a list of numerals is no clause": ("一、二产业融合。\n二、三线城市设店。", []),
    "a number before 5G is one": (
        "1.5G基站进茶园。\n2.仓储上云。",
        [((1,), "1.", "5G基站进茶园"), ((2,), "2.", "仓储上云")],
    ),
    "one-line document": (
        "关于茶业的答复。您好。 一、加强扶持1、给补贴。每亩百元。2、给贷款。1.5亿元额度。"
        "二、扩大销路1、办茶会。2、开网店。",
        [
            ((1,), "一、", "加强扶持"),
            ((1, 1), "一、1、", "给补贴"),
            ((1, 2), "一、2、", "给贷款"),
            ((2,), "二、", "扩大销路"),
            ((2, 1), "二、1、", "办茶会"),
            ((2, 2), "二、2、", "开网店"),
        ],
    ),
    "one line, words that look like signs": (
        "方案如下。一、统一、协调推进茶园1、2号基地建设。落实第（一）项。2025、2026年各建一处。二、办好茶会。",
        [((1,), "一、", "统一、协调推进茶园1、2号基地建设"), ((2,), "二、", "办好茶会")],
    ),
    "restarted and repeated numbers are kept": (
        "一、目标\n（三）选种。\n（一）建圃。\n二、任务\n二、保障",
        [
            ((1,), "一、", "目标"),
            ((1, 1), "一、（三）", "选种"),
            ((1, 2), "一、（一）", "建圃"),
            ((2,), "二、", "任务"),
            ((3,), "二、", "保障"),
        ],
    ),
    "the document's own order of levels": (
        "1.育苗\n（一）选种。\n（二）建圃。\n2.制茶\n（一）炒青。\n（二）包装。",
        [
            ((1,), "1.", "育苗"),
            ((1, 1), "1.（一）", "选种"),
            ((1, 2), "1.（二）", "建圃"),
            ((2,), "2.", "制茶"),
            ((2, 1), "2.（一）", "炒青"),
            ((2, 2), "2.（二）", "包装"),
        ],
    ),
    "responsibility brackets end segments": (
        "一、任务\n（一）育苗。选用良种。（责任单位：市茶办、市农科所）鼓励茶农自建苗圃三百亩。（责任单位：市林业局）",
        [((1,), "一、", "任务"), ((1, 1), "一、（一）", "育苗"), ((1, 1, 2), "一、（一）〔2〕", "")],
    ),
    "mixed brackets, a third segment": (
        "一、育苗［牵头单位：市茶办］；鼓励茶农自建苗圃三百亩(责任部门：市林业局)。"
        "支持茶企建冷库三座并联网。【责任单位：市商务局】",
        [
            ((1,), "一、", "育苗"),
            ((1, 2), "一、〔2〕", ""),
            ((1, 3), "一、〔3〕", ""),
        ],
    ),
    "a responsibility line belongs to the clause before it": (
        "1.选种。用良种。\n责任单位：市茶办、市农科所\n2.建圃。\n牵头单位：市林业局\n配合单位：市财政局",
        [((1,), "1.", "选种"), ((2,), "2.", "建圃")],
    ),
    "a short rest is no segment": (
        "1.选种。（责任单位：市茶办）下同。\n2.建圃。",
        [((1,), "1.", "选种"), ((2,), "2.", "建圃")],
    ),
    "a signature is no segment": (
        "一、选种。（责任单位：市茶办）\n甲市人民政府办公室\n2024年5月6日\n（此件公开发布）",
        [((1,), "一、", "选种")],
    ),
    "annexes": (
        "一、任务\n略。\n附件1\n茶园名单\n附件2：茶企名单",
        [((1,), "一、", "任务"), ((2,), "附件1", "茶园名单"), ((3,), "附件2", "茶企名单")],
    ),
    "an annex that is the policy itself is no clause": (
        "关于印发方案的通知\n附件：1.茶业方案\n2.茶企名单\n甲市茶办\n2024年5月6日\n附件1：\n茶业方案\n一、任务\n略。",
        [((1,), "一、", "任务")],
    ),
    "a table of contents is no tree": (
        "茶业规划\n目录\n第一章总则\n第二章附则\n第一章总则\n略。\n第二章附则\n略。",
        [((1,), "第一章", "总则"), ((2,), "第二章", "附则")],
    ),
    "a collection's number before the title is none": (
        "3.甲市茶业实施方案\n一、任务\n略。",
        [((1,), "一、", "任务")],
    ),
    "a further notice of a collection stands on top": (
        "一、任务\n（一）选种。\n4.乙市茶办关于印发制茶方案的通知（2024年5月6日）\n一、制茶",
        [
            ((1,), "一、", "任务"),
            ((1, 1), "一、（一）", "选种"),
            ((2,), "4.", "乙市茶办关于印发制茶方案的通知（2024年5月6日）"),
            ((2, 1), "4.一、", "制茶"),
        ],
    ),
    "a label before a colon is the heading": (
        "1．总体目标：到明年底建成高标准茶园三千亩，带动茶农两万户增收，建成全省知名的茶叶集散地，茶旅融合发展。",
        [((1,), "1．", "总体目标")],
    ),
    "a long first sentence is no heading": (
        "1.支持茶农在荒坡上新建高标准茶园并配套建设水渠道路和电力设施以及气象观测站点和病虫害防治站点。",
        [((1,), "1.", "")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_tree(name: str) -> None:
    """Each way of numbering gives its tree."""
    text, expected = CASES[name]
    assert _tree(text) == expected


@pytest.mark.parametrize("name", CASES)
def test_partition_of_cases(name: str) -> None:
    """The clauses of every case are its whole text, in order."""
    _assert_partition(CASES[name][0])


def test_unnumbered_text_is_one_clause() -> None:
    """A text without numbering is all head."""
    assert split_clauses("茶业很好。\n明年更好。") == (ClauseSpan((0,), "", "", 0, 11),)


def test_empty_text() -> None:
    """An empty text has an empty head."""
    assert split_clauses("") == (ClauseSpan((0,), "", "", 0, 0),)


def test_unnumbered_text_has_segments() -> None:
    """Responsibility brackets split a text without numbering, too."""
    text = "支持建设茶园三百亩。（责任单位：市茶办）支持建设冷库三座并联网运行。（责任单位：市商务局）"
    assert _tree(text) == [((0, 2), "〔2〕", "")]


def _assert_partition(text: str) -> None:
    spans = split_clauses(text)
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(left.end == right.start for left, right in pairwise(spans))
    assert len({span.path for span in spans}) == len(spans)
    paths = {span.path for span in spans}
    assert all(path[:-1] in paths or len(path) == 1 for path in paths if path[0] != 0)


_PIECES = (
    *("一、", "二、", "（一）", "(二)", "1.", "2．", "3、", "（1）", "①", "第一章", "第二节", "第三条", "一是", "二是"),
    *("——", "附件1", "附件：", "目录", "\n", "\n\n", "。", "；", "，", " ", "茶园", "建设茶园三百亩并修路", "5G"),
    *(
        "2025年",
        "（责任单位：市茶办）",
        "责任单位：市茶办",
        "［牵头单位：市农业局、市商务局］",
        "（",
        "）",
        "《",
        "》",
        "x",
    ),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_partition_of_anything(text: str) -> None:
    """Whatever the signs, the clauses cover the text exactly, in order, with unique paths and existing parents."""
    _assert_partition(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_partition_of_arbitrary_text(text: str) -> None:
    """No text makes it fail."""
    _assert_partition(text)


HOSTILE = {
    "markers": "一、（一）1.（1）①",
    "paragraphs of markers": "一、\n（一）\n1.\n",
    "ordinals": "一是茶。二是园。",
    "open brackets": "（责任单位：市茶办、",
    "brackets": "茶园建设三百亩并修路（责任单位：市茶办）",
    "numbers": "1.1.1.1.1、",
    "list": "市茶办、",
    "notices": "1.甲市关于乙",
    "colons": "责任单位：",
    "dashes": "\n——茶",
    "annexes": "\n附件1",
    "contents": "目录\n第一章茶\n",
    "numerals": "一二三四五六七八九十",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_length(name: str) -> None:
    """Four times the text takes about four times the time, whatever it is made of."""
    unit = HOSTILE[name]
    small, large = (_seconds(unit * (size // len(unit))) for size in (25_000, 100_000))
    assert large < 0.05 or large / small < 11, "quadratic would be 16"


def _seconds(text: str) -> float:
    best = float("inf")
    gc.disable()  # it looks at all that the tests hold
    for _ in range(4):
        start = time.process_time()
        split_clauses(text)
        best = min(best, time.process_time() - start)
    gc.enable()
    return best
