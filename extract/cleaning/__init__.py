"""Clean text with a map back to the source: what carriers did to a document is undone, offset by offset."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from extract.cleaning import characters, chrome, markup, spaces, wraps
from extract.cleaning.line import OFFSET, Line


@dataclass(frozen=True, slots=True)
class CleanText:
    """Repaired text: paragraphs separated by one line feed; no other white space but single spaces between Latin words.

    `at[i]` is the source offset of clean character i; it never decreases. A paragraph break has the offset of the last
    character of its paragraph, so that a span that ends with the break ends where the paragraph does.
    """

    text: str
    at: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source offsets of the clean characters [start, end); an empty span maps to an empty one."""
        if not self.at:
            return 0, 0
        if start >= end:
            offset = self.at[start] if start < len(self.at) else self.at[-1] + 1
            return offset, offset
        return self.at[start], self.at[end - 1] + 1


def clean(text: str) -> CleanText:
    """Repair a document's text. Never raises; the time is linear in the length.

    In this order: characters, lines, Markdown and page marks, one-line documents, white space, site chrome, hard wraps.
    """
    lines = _lines(characters.repair(text))
    lines = list(markup.repair(lines))
    lines = list(spaces.one_line(lines))
    lines = [line for line in spaces.repair(lines) if line.text]
    lines = chrome.repair(lines)
    return _joined(wraps.repair(lines))


def _lines(text: str) -> list[Line]:
    lines, start = [], 0
    for piece in text.split("\n"):
        lines.append(Line(piece, array(OFFSET, range(start, start + len(piece)))))
        start += len(piece) + 1
    return lines


def _joined(lines: Iterable[Line]) -> CleanText:
    parts: list[str] = []
    at: array[int] = array(OFFSET)
    for line in lines:
        if parts:
            parts.append("\n")
            at.append(at[-1])
        parts.append(line.text)
        at.extend(line.at)
    return CleanText("".join(parts), at)
