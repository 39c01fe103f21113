"""`--format md`: a Markdown table in which text from documents stays text."""

import re
from typing import IO

from liantu.output.cells import cell_text
from liantu.output.safe import safe
from liantu.output.sheet import Tabular

_MARKUP = re.compile(r"([\\|`*_\[\]~$#!])")


def write(table: Tabular, stream: IO[str]) -> None:
    """Write header, rule and rows."""
    stream.write(_line([_escape(title) for title in table.titles]))
    stream.write(_line(["---"] * len(table.columns)))
    for row in table.rows:
        stream.write(_line([_escape(cell_text(value)) for value in row]))


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"


def _escape(text: str) -> str:
    """Text that neither Markdown nor the HTML made from it takes for markup."""
    text = safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", text)
