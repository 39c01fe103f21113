"""Cleaning: what carriers did to a text is undone, and every clean character knows where it stands in the source."""

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.cleaning import clean
from extract.pipeline import extract_text
from graph.verify import verify

LONG = "支持湘潭高新区发展先进钢铁材料产业链，加强与娄底市的对接合作，推动产业高质量发展。"


def _source_of(source: str, words: str) -> str:
    """The source characters behind the first place where the clean text says `words`."""
    cleaned = clean(source)
    start = cleaned.text.index(words)
    left, right = cleaned.span(start, start + len(words))
    return source[left:right]


def _wrapped(gap: str) -> str:
    """A text wrapped hard after 30 characters, with `gap` for each wrap."""
    body = LONG.replace("。", "，") * 8
    return gap.join(body[at : at + 30] for at in range(0, len(body), 30))


def test_a_clean_text_stays_as_it_is() -> None:
    """Where nothing is to be mended the map is the identity."""
    text = f"关于支持产业链发展的意见\n一、{LONG}\n二、{LONG}"
    cleaned = clean(text)
    assert cleaned.text == text
    assert [text[cleaned.at[i]] for i in range(len(text)) if text[i] != "\n"] == [c for c in text if c != "\n"]


def test_a_paragraph_break_ends_with_its_paragraph() -> None:
    """A span that ends with a break ends in the source where the paragraph ends, blank lines or not."""
    source = "甲市\n\n  乙市"
    cleaned = clean(source)
    assert cleaned.text == "甲市\n乙市"
    assert [cleaned.span(*span) for span in ((0, 2), (0, 3), (3, 5), (0, 5))] == [(0, 2), (0, 2), (6, 8), (0, 8)]


def test_an_empty_span_is_empty_in_the_source() -> None:
    """It stands where its character stands, at the end behind the last one, and at 0 in an empty text."""
    assert [clean(" 甲市").span(i, i) for i in range(3)] == [(1, 1), (2, 2), (3, 3)]
    assert clean(" \n").span(0, 0) == (0, 0)


@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", " \n\n　　"])
def test_hard_wraps_are_joined(gap: str) -> None:
    """Lines that stop in mid-sentence at one width are one paragraph, also with blank lines between them."""
    source = _wrapped(gap)
    assert clean(source).text == LONG.replace("。", "，") * 8


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_name_broken_over_lines(gap: str) -> None:
    """It is whole in the clean text and maps to all of its pieces with what stands between them."""
    source = _wrapped(gap)
    broken = source.index(gap)
    name = (source[broken - 4 : broken], source[broken + len(gap) : broken + len(gap) + 4])
    assert _source_of(source, "".join(name)) == gap.join(name)


def test_an_open_bracket_joins_lines_of_any_text() -> None:
    """A title broken over two lines is one, though the text is not hard-wrapped."""
    source = "根据《湖南省\n  实施方案》执行。\n二、加强合作。"
    assert clean(source).text == "根据《湖南省实施方案》执行。\n二、加强合作。"
    assert _source_of(source, "湖南省实施方案") == "湖南省\n  实施方案"


def test_lines_that_begin_or_end_something_stay() -> None:
    """Headings, numbered paragraphs and signatures of a hard-wrapped text keep their lines."""
    lines = ["湘潭市工业发展实施方案", *_wrapped("\n").split("\n"), "二、加强合作", "湘潭市人民政府", "2022年6月1日"]
    cleaned = clean("\n".join(lines)).text.split("\n")
    assert cleaned[0] == lines[0]
    assert cleaned[-3:] == lines[-3:]


MARKS = [
    "— 2 —",
    "－2－",
    "- 12 -",
    "# Page 3:",
    "Page 3",
    "第 3 页 共 12 页",
    "第3页",
    "3 / 12",
    "---",
    "https://a.cn/b",
]


@pytest.mark.parametrize("mark", MARKS)
def test_page_marks_are_dropped(mark: str) -> None:
    """Page numbers, page headers, rules and bare addresses are no text; a title runs on over them."""
    source = f"一、根据《湖南省\n {mark} \n实施方案》执行。"
    assert clean(source).text == "一、根据《湖南省实施方案》执行。"
    assert _source_of(source, "湖南省实施方案") == f"湖南省\n {mark} \n实施方案"


def test_a_page_number_glued_to_a_line() -> None:
    """The number goes, the line stays, and its first character is where it was."""
    source = "— 2 —二、加强合作。"
    assert clean(source).text == "二、加强合作。"
    assert _source_of(source, "二、") == "二、"


@pytest.mark.parametrize("line", ["2025年", "12", "第3页的内容作废。", "1、加强合作", "—— 摘要"])
def test_numbers_in_a_text_are_no_page_marks(line: str) -> None:
    """A line is a page mark only if it is nothing else."""
    assert clean(f"甲市\n{line}").text == f"甲市\n{line.replace(' ', '')}"


@pytest.mark.parametrize(
    "tail", ["相关阅读", "版权声明：本站所有", "分享到：微信", "【打印本页】【关闭窗口】", "上一篇：通知"]
)
def test_site_chrome_is_dropped(tail: str) -> None:
    """Navigation above and notices below a document are no text of it."""
    source = f"首页 > 政策\n当前位置：文件\n一、{LONG}\n二、{LONG}\n{tail}\n其他文件\n"
    assert clean(source).text == f"一、{LONG}\n二、{LONG}"
    assert _source_of(source, f"一、{LONG}") == f"一、{LONG}"


def test_a_word_of_chrome_in_the_middle_stays() -> None:
    """Only in the last part of a text does such a line end the document."""
    text = f"一、{LONG}\n相关链接企业优先。\n" + "\n".join([f"二、{LONG}"] * 4)
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("source", "text", "words", "behind"),
    [
        ("到２０２５年，Ａ类", "到2025年，A类", "2025年", "２０２５年"),
        ("增长８％以上", "增长8%以上", "8%", "８％"),
        ("湘　潭　市 人民", "湘潭市人民", "湘潭市", "湘　潭　市"),
        ("湘\u00a0潭\u200b市", "湘潭市", "湘潭市", "湘\u00a0潭\u200b市"),
        ("SAP 公司 落户", "SAP公司落户", "SAP公司", "SAP 公司"),
        ("Dell  EMC 公司", "Dell EMC公司", "Dell EMC", "Dell  EMC"),
        ("2 0 2 5年", "2025年", "2025年", "2 0 2 5年"),
        ("⻄部、⻓沙、⼯业、⻰头", "西部、长沙、工业、龙头", "长沙、工业", "⻓沙、⼯业"),
        ("樂\ufa0a", "樂見", "樂見", "樂\ufa0a"),
        ("⼾籍、⻁门、⾭年", "户籍、虎门、青年", "户籍", "⼾籍"),
        ("湘潭\ue000市\uf0b7发展", "湘潭市发展", "湘潭市发展", "湘潭\ue000市\uf0b7发展"),
        ("湘潭\x00\x1b市", "湘潭市", "湘潭市", "湘潭\x00\x1b市"),
        ("\ufeff湘潭市", "湘潭市", "湘潭市", "湘潭市"),
        ("**湘潭**市", "湘潭市", "湘潭市", "湘潭**市"),
        ("## 一、加强", "一、加强", "一、加强", "一、加强"),
        ("> 湘潭市", "湘潭市", "湘潭市", "湘潭市"),
        ("- 湘潭市", "湘潭市", "湘潭市", "湘潭市"),
        ("由[湘潭](http://x.cn)市负责", "由湘潭市负责", "湘潭市", "湘潭](http://x.cn)市"),
        ("`湘潭`市", "湘潭`市", "市", "市"),
        ("湘潭市 | ", "湘潭市", "湘潭市", "湘潭市"),
    ],
)
def test_characters_and_marks(source: str, text: str, words: str, behind: str) -> None:
    """Full-width forms, spaces, radicals, private-use and control characters, Markdown: mended and mapped back."""
    assert clean(source).text == text
    assert _source_of(source, words) == behind


def test_a_document_on_one_line() -> None:
    """Paragraphs end at the spaces before markers and after full stops; a name's spaces are just dropped."""
    parts = [
        "关于支持产业链的意见",
        "各县市区人民政府：",
        *(f"{n}、{LONG * 4}" for n in "一二三四五六"),
        "湘潭市人民政府",
    ]
    source = " ".join(parts).replace("三、支持湘潭高新区", "三、支持湘 潭高新区")
    cleaned = clean(source)
    assert cleaned.text.split("\n") == parts
    assert _source_of(source, "三、支持湘潭") == "三、支持湘 潭"


CHINESE = st.text(
    alphabet=st.one_of(
        st.sampled_from("湘潭市娄底长沙县区高新产业链企业局责任单位牵头负责到年超过亿元家与对接合作的和支持发展根据"),
        st.sampled_from("，。、；：（）《》〔〕【】“”—- \n\t　*#[]()|>`０９２5⻄⻓⼯\ue000\u200b\x00\r\x1b<&{}"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)
_PIECES = """湘潭高新区 娄底市 先进钢铁材料产业链 （责任单位：市工业和信息化局、市发展改革委） 依托深思电工等骨干企业，
到2025年，产值超过１000亿元， 《湖南省“十四五”规划》（湘政发〔2021〕17号） 与株洲市对接合作。 一、 （二） 我市 株潭娄
⻄部 、 等 ** 湘潭市人民政府 2022年6月1日"""
_BETWEEN = ("\n", "\n\n", " ", "　", "— 2 —\n", "# Page 3:\n")
PHRASES = st.lists(st.sampled_from((*_PIECES.split(), *_BETWEEN)), max_size=60).map("".join)
TEXTS = st.one_of(CHINESE, PHRASES, st.text(), PHRASES.map(lambda text: text + text.replace("\n", " ") * 4))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("\n")
@example("《\n" * 9)
@example("| |\n# \n- [x](y)\n**")
def test_any_text_can_be_cleaned(text: str) -> None:
    """No text fails; the map never decreases, lies in the source, and leads each character to what it was made of."""
    cleaned = clean(text)
    assert len(cleaned.text) == len(cleaned.at)
    assert all(left <= right for left, right in zip(cleaned.at, cleaned.at[1:], strict=False))
    assert all(0 <= offset < len(text) for offset in cleaned.at)
    for index, sign in enumerate(cleaned.text):
        left, right = cleaned.span(index, index + 1)
        assert right == left + 1
        if sign not in "\n ":
            assert clean(text[left:right]).text in (sign, "") or text[left:right] == sign


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_clean_text_is_tidy(text: str) -> None:
    """No empty paragraph, no white space at an end of one, none but single spaces between Latin words."""
    paragraphs = clean(text).text.split("\n")
    assert paragraphs == [""] or all(part and part == " ".join(part.split()) for part in paragraphs)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_extraction_of_any_text_verifies(text: str) -> None:
    """Whatever the text is, each mention and each quote stands in it word for word, and each clause is its slice."""
    document = extract_text(text, "any.txt")
    verify(document)
    assert all(text[clause.start : clause.end] == clause.text for clause in document.clauses)


def _seconds(text: str) -> float:
    """The processor time of one cleaning, without that of the collector, which looks at all that the tests hold."""
    gc.disable()
    began = time.process_time()
    clean(text)
    spent = time.process_time() - began
    gc.enable()
    return spent


SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "one line": (lambda size: LONG * (size // len(LONG)), 700_000),
    "one line with spaces": (lambda size: f"{LONG} " * (size // len(LONG)), 400_000),
    "many short lines": (lambda size: "甲市\n" * (size // 3), 100_000),
    "one wrapped paragraph": (lambda size: f"{LONG[:30]}，\n" * (size // 32), 400_000),
    "open brackets": (lambda size: "《甲\n" * (size // 3), 100_000),
    "spaces only": (lambda size: " " * size, 1_000_000),
    "spaces in a line": (lambda size: "第1页" + " " * size + "甲", 1_000_000),
    "marks": (lambda size: "*[甲](乙)" * (size // 7), 100_000),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_cleaning_is_linear(shape: str) -> None:
    """Four times the text takes about four times the time, be it 2 MB on one line or on many lines."""
    make, size = SHAPES[shape]
    small, large = make(size // 4), make(size)
    pairs = [(_seconds(small), _seconds(large)) for _ in range(4)]
    once, fourfold = (min(times) for times in zip(*pairs, strict=True))
    assert fourfold < 9 * max(once, 0.005)
