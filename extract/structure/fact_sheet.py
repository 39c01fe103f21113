"""The fact sheet on top of web pages and files: 发布日期：2025-03-10, 发文机关：某市人民政府."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from extract.structure.paragraphs import Paragraph
from extract.structure.words import words

_LIMIT = 60


def is_fact(line: str) -> bool:
    """Whether a line is an entry of a fact sheet."""
    return words().fact.match(line) is not None


def fact_sheet(head: Sequence[Paragraph]) -> Mapping[str, Paragraph]:
    """What the sheet tells (title, issued, issuer, number, registration, validity), each with its place.

    A value may stand behind its key, in the next cell of a table (| 文号 | 苏工信〔2024〕98号 |) or, where a table was
    flattened, on the next line.
    """
    found: dict[str, Paragraph] = {}
    lines = head[:_LIMIT]
    for index, line in enumerate(lines):
        matches = list(words().fact.finditer(line.text))
        for match, following in zip_longest(matches, matches[1:]):
            end = following.start() if following else len(line.text)
            value = line.text[match.end() : end].rstrip(" |")
            place = Paragraph(line.start + match.end(), value)
            if not value and index + 1 < len(lines) and not is_fact(lines[index + 1].text):
                place = lines[index + 1]
            if place.text:
                found.setdefault(words().facts[match.group("key") or match.group("cell")], place)
    return found
