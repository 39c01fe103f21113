"""Site chrome around a document: navigation before it, related links and notices behind it."""

import tomllib
from functools import cache
from importlib.resources import files

from extract.cleaning.line import Line

_HEAD_LINES = 15
_TAIL_SHARE = 0.6
_MAX_HEAD_LINE = 60


@cache
def _words() -> tuple[tuple[str, ...], tuple[str, ...]]:
    raw = tomllib.loads(files("extract.cleaning").joinpath("data/chrome.toml").read_text(encoding="utf-8"))
    return tuple(raw["head"]), tuple(raw["tail"])


def repair(lines: list[Line]) -> list[Line]:
    """The lines without chrome: everything from the first closing mark that stands in the last two fifths of the
    text; short navigation lines at the top. What is not plainly chrome stays."""
    head, tail = _words()
    return [
        line
        for index, line in enumerate(lines[: _end(lines, tail)])
        if index >= _HEAD_LINES or len(line.text) > _MAX_HEAD_LINE or not line.text.strip().startswith(head)
    ]


def _end(lines: list[Line], tail: tuple[str, ...]) -> int:
    """The index of the line that ends the document: in a short one it may be a word of navigation too (分享)."""
    total, seen = sum(len(line.text) for line in lines), 0
    for index, line in enumerate(lines):
        if total and seen / total >= _TAIL_SHARE and line.text.strip().startswith(tail):
            return index
        seen += len(line.text)
    return len(lines)
