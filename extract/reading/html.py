"""HTML: block elements become lines; scripts, styles, navigation and hidden parts are left out."""

import re
from contextlib import suppress

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.reading.txt import decode
from graph.errors import InputError

_DROPPED = (
    "script, style, noscript, nav, header, footer, aside, form, iframe, svg, template, button, select, [hidden], "
    "[aria-hidden=true]"
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.I)
_UNITS = re.compile(r"^(?:牵头|责任|主办|配合|承办|落实|参与|协办|完成|实施)(?:责任)?(?:单位|部门|主体|处室)$")
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u3000]+")


def read(data: bytes, name: str) -> str:
    """The visible text of a page, one line a block. Raises InputError if nothing is visible."""
    tree = LexborHTMLParser(_decoded(data, name))
    for node in tree.css(_DROPPED):
        node.decompose()
    body = tree.body
    parts: list[str] = []
    if body is not None:
        _walk(body, parts)
    lines = (line.strip() for line in _SPACES.sub(" ", "".join(parts)).split("\n"))
    text = "\n".join(line for line in lines if line)
    if not text:
        raise InputError(f"{name} shows no text without its scripts; save the page's text and give that.")
    return text


def _decoded(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared is not None:
        encoding = declared.group(1).decode("ascii").lower()
        # Pages saved by a browser are often UTF-8 and still declare gb2312: the bytes decide.
        for tried in ("utf-8-sig", "gb18030") if encoding in ("gb2312", "gbk", "gb18030") else ():
            with suppress(UnicodeDecodeError):
                return data.decode(tried)
    return decode(data, name)


def _duty_rows(table: LexborNode) -> list[str]:
    """A table of tasks and units as rows, their cells between bars; nothing for any other table."""
    if table.css_first("table table") is not None:
        return []
    rows = [[" ".join((cell.text() or "").split()) for cell in row.css("th, td")] for row in table.css("tr")]
    head = next((row for row in rows if len(row) > 1), [])
    return ["|".join(row) for row in rows] if any(_UNITS.search(cell) for cell in head) else []


def _walk(top: LexborNode, parts: list[str]) -> None:
    """The text of a tree in document order, without recursion: pages may nest deeper than Python does."""
    stack: list[tuple[LexborNode | None, str]] = [(top, "")]
    while stack:
        node, tail = stack.pop()
        if node is None:
            parts.append(tail)
            continue
        if node.tag == "-text":
            parts.append((node.text_content or "").replace("\n", " "))
            continue
        if node.tag == "table" and (rows := _duty_rows(node)):
            parts.append("\n" + "\n".join(rows) + "\n")
            continue
        block = node.tag in _BLOCKS
        if block:
            parts.append("\n")
            stack.append((None, "\n"))
        children = list(node.iter(include_text=True))
        stack.extend((child, "") for child in reversed(children))
