"""The documents in one file: compilations hold several notices, each with its own issuer and region."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.duties import Duty, find_duties
from extract.structure import ClauseSpan, Metadata, metadata, split_clauses
from extract.structure.issuers import RegionSpans, title_issuers
from extract.structure.numbers import NUMBER
from extract.structure.paragraphs import Paragraph, paragraphs
from extract.structure.titles import find_title

_TITLE = re.compile(r"(?:\d{1,3}[.．、]\s?)?[\u4e00-\u9fff、（）()]{4,60}(?:关于|印发|转发)")
_HEAD_LINES, _MAX_TITLE, _BELOW = 8, 140, 3
_MIN_BEFORE = 200  # characters: what stands before is a document of its own, not the head of this one
_MAX_ADDRESSEE = 160


@dataclass(frozen=True, slots=True)
class Part:
    """One of the documents: its text and its offset in the whole clean text, who answers for what in it, its clauses
    (offsets in the part, paths unique in the whole), what it says of itself."""

    text: str
    base: int
    duties: tuple[Duty, ...]
    clauses: tuple[ClauseSpan, ...]
    meta: Metadata


def split_parts(text: str, source: str, regions_in: RegionSpans) -> tuple[Part, ...]:
    """The documents of a clean text, in order; one for most texts. `source` and `regions_in` as in `metadata`."""
    starts = [0, *_starts(text, regions_in)]
    parts: list[Part] = []
    top = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end]
        duties = find_duties(piece)
        spans = split_clauses(piece, duties)
        clauses = tuple(replace(span, path=(span.path[0] + top, *span.path[1:])) for span in spans) if top else spans
        parts.append(Part(piece, start, duties, clauses, metadata(piece, spans, source, regions_in)))
        top = max((clause.path[0] for clause in clauses), default=top) + 1
    return tuple(parts)


def _starts(text: str, regions_in: RegionSpans) -> Iterator[int]:
    """Where a further document begins: a title with its issuer, then a number or an addressee."""
    last = 0
    lines: list[Paragraph] = []
    for index, line in enumerate(lines := list(paragraphs(text))):
        if line.start - last < _MIN_BEFORE or not _TITLE.match(line.text) or "。" in line.text[:_MAX_TITLE]:
            continue
        title = find_title(lines[index : index + _HEAD_LINES], {})
        if title is None or title.span[0] > line.end or not title_issuers(title.own, regions_in)[1]:
            continue
        below = [other for other in lines[index : index + _HEAD_LINES] if other.start >= title.span[1]][:_BELOW]
        if any(_is_below_title(other.text) for other in below):
            last = line.start
            yield line.start


def _is_below_title(line: str) -> bool:
    """Whether a line is a document's number, or the address of those it is for."""
    if NUMBER.match(line) is not None:
        return True
    return (
        line.endswith(("：", ":")) and len(line) <= _MAX_ADDRESSEE and line.startswith(("各", "市", "省", "区", "县"))
    )
