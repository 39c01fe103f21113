"""Documents from carriers: whatever a file's form and encoding, its text comes out, and offsets count in it."""

import codecs
import sys
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.pipeline import extract_text
from extract.reading import Source, discover, read
from graph.errors import InputError

TITLE = "湘潭市人民政府关于支持先进钢铁材料产业链发展的意见"
BODY = "支持湘潭高新区发展先进钢铁材料产业链，加强与娄底市的对接合作。"
TEXT = f"{TITLE}\n一、{BODY}\n"


def _html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _pdf(path: Path, pages: list[list[str]]) -> Path:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path))
    for lines in pages:
        canvas.setFont("STSong-Light", 12)
        for row, line in enumerate(lines):
            canvas.drawString(72, 760 - 20 * row, line)
        canvas.showPage()
    canvas.save()
    return path


def _docx(path: Path) -> Path:
    document = Document()
    document.add_paragraph(TITLE)
    table = document.add_table(rows=2, cols=2)
    for row, words in zip(table.rows, (("任务", "单位"), ("发展钢铁", "市工信局")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    document.add_paragraph(f"一、{BODY}")
    document.save(str(path))
    return path


def _saved(path: Path, data: bytes) -> Source:
    path.write_bytes(data)
    return read(path)


ENCODINGS = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with mark": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16 LE with mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "UTF-16 BE with mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "UTF-16 LE": TEXT.encode("utf-16-le"),
    "UTF-16 BE": TEXT.encode("utf-16-be"),
    "UTF-16 without a zero byte": BODY.encode("utf-16-le"),
    "GB18030": TEXT.encode("gb18030"),
}


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("name", ENCODINGS)
def test_each_encoding_gives_the_same_text(tmp_path: Path, name: str, suffix: str) -> None:
    """The text is what was written, without the byte order mark, and the fingerprint is that of the bytes."""
    source = _saved(tmp_path / f"a{suffix}", ENCODINGS[name])
    assert source.text == (BODY if "zero" in name else TEXT)
    assert source.sha256 == sha256(ENCODINGS[name]).hexdigest()
    assert (source.media, source.chinese) == (suffix[1:], True)


def test_traditional_characters_in_gb18030(tmp_path: Path) -> None:
    """A text in traditional characters is a text, though a third of them are no everyday ones."""
    text = "湖南省人民政府辦公廳關於支持產業鏈發展的若干意見，加強與婁底市的對接合作。"
    assert _saved(tmp_path / "a.txt", text.encode("gb18030")).text == text


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "utf-16-le"])
def test_bytes_of_another_encoding_are_refused(tmp_path: Path, encoding: str) -> None:
    """What could be decoded only to characters that nobody uses is no text, rather than a text of nonsense."""
    text = "湖南省人民政府辦公廳關於支持產業發展的若干意見，加強與婁底市的合作。"
    data = text.encode(encoding, "ignore") + (b"\xff" if encoding == "utf-16-le" else b"")
    with pytest.raises(InputError, match=r"a\.txt is neither UTF-8 .* save it as UTF-8\."):
        _saved(tmp_path / "a.txt", data)


def test_a_byte_order_mark_binds(tmp_path: Path) -> None:
    """A file that claims an encoding and breaks it is refused with the byte."""
    with pytest.raises(InputError, match="claims to be utf-8, but byte 0 does not fit"):
        _saved(tmp_path / "a.txt", codecs.BOM_UTF8 + b"\xff\xff")


def test_html_loses_its_chrome(tmp_path: Path) -> None:
    """Scripts, styles, navigation, footers and hidden parts are left out; blocks are lines; entities are characters."""
    page = (
        f"<nav>首页</nav><header>政务</header><script>alert('脚本')</script><style>p{{}}</style><h1>{TITLE}</h1>"
        f"<div hidden>隐藏</div><p>一、{BODY[:5]}<b>{BODY[5:]}</b>&lt;b&gt;</p>"
        "<table><tr><td>甲</td><td>乙</td></tr></table>"
        "<aside>热点</aside><footer>版权</footer>"
    )
    source = _saved(tmp_path / "a.html", _html(page))
    assert source.text.split("\n") == [TITLE, f"一、{BODY}<b>", "甲", "乙"]
    assert source.media == "html"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig"])
def test_html_that_declares_gb2312(tmp_path: Path, encoding: str) -> None:
    """A page that declares gb2312 is read as GB18030, unless its bytes are UTF-8, as browsers save it."""
    page = _html(
        f"<p>{BODY}</p>" + "<hr/>" * 200, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    )
    assert _saved(tmp_path / "a.htm", page.decode().encode(encoding)).text == BODY


def test_html_under_the_name_of_a_text(tmp_path: Path) -> None:
    """A page saved as .txt is read as the page it is."""
    source = _saved(tmp_path / "a.txt", _html(f"<p>{BODY}</p>"))
    assert (source.text, source.media) == (BODY, "html")


def test_html_nested_deeper_than_python(tmp_path: Path) -> None:
    """Ten thousand nested elements are no error."""
    assert BODY in _saved(tmp_path / "a.html", _html("<div>" * 10_000 + BODY)).text


def test_html_without_visible_text(tmp_path: Path) -> None:
    """A page drawn by its scripts is refused with the remedy."""
    with pytest.raises(InputError, match="shows no text without its scripts; save the page's text"):
        _saved(tmp_path / "a.html", _html("<script>draw('湘潭')</script>"))


def test_pdf_gives_its_pages_in_order(tmp_path: Path) -> None:
    """The text layer is read page by page, one line a line."""
    source = read(_pdf(tmp_path / "a.pdf", [[TITLE, "一、支持湘潭高"], ["新区发展。"]]))
    assert source.text.split() == [TITLE, "一、支持湘潭高", "新区发展。"]
    assert source.media == "pdf"


def test_docx_gives_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    """A table stands where it stood between its paragraphs, one line a row, cells parted by bars."""
    source = read(_docx(tmp_path / "a.docx"))
    assert source.text.split("\n") == [TITLE, "任务|单位", "发展钢铁|市工信局", f"一、{BODY}"]
    assert source.media == "docx"


def _plain(path: Path) -> Path:
    path.write_bytes(codecs.BOM_UTF8 + TEXT.encode())
    return path


def _page(path: Path) -> Path:
    path.write_bytes(_html(f"<h1>{TITLE}</h1><p>一、{BODY}</p>"))
    return path


CARRIERS: dict[str, Callable[[Path], Path]] = {
    "a.txt": _plain,
    "a.md": _plain,
    "a.html": _page,
    "a.pdf": lambda path: _pdf(path, [[TITLE, "一、" + BODY[:20]], [BODY[20:]]]),
    "a.docx": _docx,
}


@pytest.mark.parametrize("name", CARRIERS)
def test_offsets_count_the_characters_of_the_source_text(tmp_path: Path, name: str) -> None:
    """Whatever the carrier, a fact's offsets are those of `Source.text`, and the facts are the same."""
    source = read(CARRIERS[name](tmp_path / name))
    document = extract_text(source.text, source.name, sha256=source.sha256)
    spans = [(entity.name, mention) for entity in document.entities for mention in entity.mentions]
    assert {"先进钢铁材料", "娄底市"} <= {found for found, _ in spans}
    for _, mention in spans:
        assert "".join(source.text[mention.start : mention.end].split()) == mention.text
    assert all(clause.text == source.text[clause.start : clause.end] for clause in document.clauses)


def test_a_folder_gives_its_documents_sorted(tmp_path: Path) -> None:
    """Documents in folders below count; hidden files, lock files of Word and other kinds of files are passed over."""
    for name in ("b.md", "a.txt", "c/d.HTML", ".e.txt", ".git/f.txt", "~$g.docx", "h.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    assert discover([str(tmp_path)]) == [tmp_path / "a.txt", tmp_path / "b.md", tmp_path / "c/d.HTML"]
    assert discover([f"{tmp_path}/[a~]*"]) == [tmp_path / "a.txt"]


def test_each_document_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document named by file, folder, pattern and another spelling of its path is read once, as named first."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert discover(["a.txt", "./a.txt", str(tmp_path / "a.txt"), ".", "*.txt", "-", "-"]) == [Path("a.txt"), "-"]


def test_a_file_named_like_a_pattern(tmp_path: Path) -> None:
    """A path that exists is itself, whatever signs it holds."""
    path = tmp_path / "意见[1].txt"
    path.write_text(TEXT, encoding="utf-8")
    assert discover([str(path)]) == [path]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("none.txt", "does not exist; check"),
        ("*.pdf", "matches no file; check"),
        (".", "holds no document; documents end"),
    ],
)
def test_a_path_that_leads_to_no_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, told: str
) -> None:
    """A missing file, a pattern without a match and a folder without documents are told with the remedy."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match=told):
        discover([path])


def test_standard_input_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is read as a text of any encoding, and its name is `-`."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(TEXT.encode("gb18030"))))
    source = read("-")
    assert (source.name, source.text, source.media) == ("-", TEXT, "txt")


def test_a_suffix_that_is_not_read(tmp_path: Path) -> None:
    """A file of another kind is refused with the kinds there are."""
    with pytest.raises(InputError, match=r"\.xls is no kind of document Liantu reads; give one of \.txt"):
        _saved(tmp_path / "a.xls", b"x")


@pytest.mark.parametrize(
    ("text", "chinese"), [("# Read me\n", False), ("⻄", True), ("𠮷", True), ("policy 政策", True)]
)
def test_what_counts_as_chinese(tmp_path: Path, text: str, chinese: bool) -> None:
    """One Chinese character, be it a radical or a rare one, makes a text Chinese."""
    assert _saved(tmp_path / "a.md", text.encode()).chinese is chinese
