"""Clean text with a map back to the source: what carriers did to a document is undone, offset by offset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.cleaning import characters, chrome, markup, spaces, wraps
from extract.cleaning.line import Line
from extract.cleaning.offsets import Offsets, joined, run


@dataclass(frozen=True, slots=True)
class CleanText:
    """Repaired text: paragraphs separated by one line feed; no other white space but single spaces between Latin words.

    `at[i]` is the source offset of clean character i; it never decreases. A paragraph break has the offset of the last
    character of its paragraph, so that a span that ends with the break ends where the paragraph does.
    """

    text: str
    at: Offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source offsets of the clean characters [start, end); an empty span maps to an empty one."""
        if not self.at.length:
            return 0, 0
        if start < end:
            return self.at.span(start, end)
        offset = self.at[start] if start < self.at.length else self.at[-1] + 1
        return offset, offset


def clean(text: str) -> CleanText:
    """Repair a document's text. Never raises; the time is linear in the length.

    In this order: characters, lines, Markdown and page marks, one-line documents, white space, site chrome, hard wraps.
    """
    marked = markup.repair(_lines(characters.repair(text)))
    lines = [line for line in spaces.repair(spaces.one_line(marked)) if line.text]
    return _joined(list(wraps.repair(chrome.repair(lines))))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for piece in text.split("\n"):
        if piece:
            yield Line(piece, Offsets((0,), (start,), len(piece)))
        start += len(piece) + 1


def _joined(lines: Sequence[Line]) -> CleanText:
    return CleanText("\n".join(line.text for line in lines), joined(_parts(lines)))


def _parts(lines: Sequence[Line]) -> Iterator[Offsets]:
    """The offsets of the lines and of the breaks between them."""
    for index, line in enumerate(lines):
        if index:
            yield run(lines[index - 1].at[-1], 1)
        yield line.at
