"""Pages are safe and self-contained: pyvis' traps are closed, whatever a document says."""

import json
import locale
import re
import shutil
import subprocess
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from graph.ontology import ontology
from viz import Link, Node, Picture, Sentence, render
from viz.network import network, vis_script
from viz.page import in_script, page_script
from viz.resources import styles

_TAILS = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</style>", "javascript:alert(1)", "&lt;b&gt;")
HOSTILE = (
    "</script><img onerror=alert(1) src=x>", "</ScRiPt >", "<!--", "-->", "<![CDATA[", "]]>", "<svg/onload=alert(1)>",
    "{{7*7}}", "{% raw %}", "{# #}", "${7*7}", "`", "\\", "\\u003c/script>", "'", '"', "\x00", "\x1b[31m", "\x9b2J",
    "\u2028", "\u2029", "\u202e", "\u200f", "\u2066", "\ufeff", "\ud800", "&", "&amp;", "%3Cscript%3E",
    "constructor",
    "__proto__", "toString", "=1+1", "a\nb", "https://example.org/x.js", "url(https://example.org)", "@import 'x'",
    "onload=alert(1)", "<base href=https://example.org>", "<meta http-equiv=refresh content=0>", "<iframe src=x>",
    *(head + tail for head in ("甲", "</title>") for tail in _TAILS),
)  # fmt: skip


def picture(name: str = "甲州市") -> Picture:
    """Two places and a link, with this name wherever a document's text may stand."""
    said = Sentence(name, name, "2022", name, f"前{name}后", 1, 1 + len(name), name)
    nodes = (Node("City:1", "City", name, (name,), properties=((name, name),)), Node("City:2", "", "乙"))
    words, basis = (name,), (said,)
    details = ((name, words), ("方式", words))
    tied = Link("City:1", "City:2", "COOPERATES_WITH", 1, name, details=details, sentences=basis, basis=basis)
    return Picture(name, name, name, 1, 1, nodes, (tied,), words)


class _Elements(HTMLParser):
    """The elements of a page as a browser would read them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._in = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.found.append((tag, dict(attrs)))
        self._in = tag
        if tag == "script":
            self.scripts.append("")
        if tag == "style":
            self.styles.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        self._in = ""

    def handle_data(self, data: str) -> None:
        """Keep what stands in scripts and style sheets."""
        if self._in == "script":
            self.scripts[-1] += data
        if self._in == "style":
            self.styles[-1] += data


def shape(page: str) -> list[tuple[str, list[str]]]:
    """The elements of a page with the names of their attributes."""
    return [(tag, sorted(attributes)) for tag, attributes in _Elements(page).found]


def test_there_are_fifty_hostile_names() -> None:
    """The tests below try at least 50 different ones."""
    assert len(set(HOSTILE)) >= 50


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:30])
def test_a_hostile_name_adds_no_element_and_no_attribute(name: str) -> None:
    """The page has the same elements whatever the names, titles, quotes and notes are, and is UTF-8."""
    page = render(picture(name))
    assert shape(page) == shape(render(picture()))
    page.encode("utf-8")


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:30])
def test_data_in_a_script_cannot_end_it(name: str) -> None:
    """Data is JSON in which no tag can begin, and reads back as it was."""
    written = in_script({"name": name})
    assert not re.search("[<>&\u2028\u2029]", written) and json.loads(written) == {"name": name}


def test_nothing_in_a_page_names_an_address() -> None:
    """pyvis links style sheets and scripts on the web even in line: no element of ours has an address at all."""
    page = render(picture())
    for _, attributes in _Elements(page).found:
        assert not {"src", "href", "integrity", "style", "srcset"} & set(attributes)
        assert not any(name.startswith("on") for name in attributes)
    for address in ("cdnjs.cloudflare.com", "cdn.jsdelivr.net", "unpkg.com", "sourceMappingURL"):
        assert address not in page


def test_the_page_allows_only_what_is_written_in_it() -> None:
    """The content policy names each script and style sheet by its hash and nothing else: no eval, nothing inline."""
    page = _Elements(render(picture()))
    policy = next(a["content"] or "" for t, a in page.found if t == "meta" and a.get("http-equiv"))
    assert policy.startswith("default-src 'none';") and "unsafe" not in policy and "http" not in policy
    for text in (*page.scripts[1:], *page.styles):
        assert b64encode(sha256(text.encode()).digest()).decode() in policy
    assert "\r" not in page.scripts[1]
    assert not re.search(r"\beval\(|new Function", page.scripts[1] + page.scripts[2])


def test_no_folder_appears_in_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pyvis puts a `lib` folder beside its pages: rendering writes nothing."""
    monkeypatch.chdir(tmp_path)
    render(picture())
    assert list(tmp_path.iterdir()) == []


def test_the_platform_encoding_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyvis writes in the encoding of the platform: our page is text that says it is UTF-8, and has its characters."""
    monkeypatch.setattr(locale, "getpreferredencoding", lambda *_: "ascii")
    page = render(picture("䶮市𠮷"))
    assert page.index('<meta charset="utf-8">') < 1024 and "䶮市𠮷" in page.encode("utf-8").decode("utf-8")


def test_two_links_between_the_same_places_are_both_drawn() -> None:
    """pyvis drops the second edge of an undirected pair: a stated and a derived link stay two, without arrows."""
    one = picture()
    derived = Link("City:1", "City:2", "COOPERATES_WITH", 2, derived=True)
    edges = network(replace(one, links=(*one.links, derived)))["edges"]
    assert [edge["id"] for edge in edges] == [0, 1] and {edge["arrows"] for edge in edges} == {""}


def test_font_names_keep_their_spaces() -> None:
    """pyvis takes the spaces out of options given as text."""
    assert "Noto Sans CJK SC" in network(picture())["options"]["nodes"]["font"]["face"]


def test_a_node_without_a_name_shows_no_id() -> None:
    """pyvis draws the id where the label is empty."""
    assert [node["label"] for node in network(picture(""))["nodes"]] == [" ", "乙"]


def test_the_script_of_vis_network_keeps_its_licence() -> None:
    """The script that pyvis ships is in the page with its licence."""
    script = vis_script()
    assert "vis-network" in script[:200] and "Apache 2.0" in script[:1500] and "</script" not in script


def test_every_label_has_a_style_of_its_own() -> None:
    """Each label of the ontology has a style, no two the same; shape and colour together tell them apart."""
    known = styles()
    assert set(known) == {*ontology().labels, "other"}
    assert len({(style.shape, style.light) for style in known.values()}) == len(known)


def test_the_script_of_the_page_is_correct(tmp_path: Path) -> None:
    """Strict mode, texts only as text, and a syntax that Node accepts where it is installed."""
    source = page_script()
    assert source.startswith('"use strict"')
    unwanted = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\bvar\b|[^=!]==[^=]|!=[^=]|console\."
    assert not re.search(unwanted, source)
    file = tmp_path / "page.js"
    file.write_text(source, encoding="utf-8")
    if node := shutil.which("node"):
        subprocess.run([node, "--check", str(file)], check=True)
