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
    """The lines without chrome: short navigation lines at the top; everything from the first closing mark that stands
    in the last two fifths of the text. What is not plainly chrome stays."""
    head, tail = _words()
    kept = [
        line
        for index, line in enumerate(lines)
        if index >= _HEAD_LINES or len(line.text) > _MAX_HEAD_LINE or not line.text.strip().startswith(head)
    ]
    total, seen = sum(len(line.text) for line in kept), 0
    for index, line in enumerate(kept):
        if total and seen / total >= _TAIL_SHARE and line.text.strip().startswith(tail):
            return kept[:index]
        seen += len(line.text)
    return kept
