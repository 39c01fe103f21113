"""From a clause and a quote to a sentence as it is shown: lines joined, the evidence found."""

import re
from collections.abc import Mapping
from typing import Any

from viz.model import Sentence

_ENDS = "。；：！？”）.;:!?)"
_CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def sentence(row: Mapping[str, Any]) -> Sentence:
    """The sentence of a row with policy, number, issued, clause, text, quote, source, clause_id, confidence."""
    shown, start, end = mark(row["text"] or "", row["quote"] or "")
    return Sentence(
        row["policy"] or "", row["number"] or "", row["issued"] or "", row["clause"] or "", shown, start, end,
        row["source"] or "", row["clause_id"] or "", row.get("confidence") or 1.0,
    )  # fmt: skip


def mark(clause: str, quote: str) -> tuple[str, int, int]:
    """The clause without the line breaks of its carrier, and where in it the quote stands (0, 0 if nowhere)."""
    shown = _join(clause)
    bare = "".join(quote.split())
    places = [index for index, character in enumerate(shown) if not character.isspace()]
    found = "".join(shown[index] for index in places).find(bare) if bare else -1
    if found < 0:
        return shown, 0, 0
    return shown, places[found], places[found + len(bare) - 1] + 1


def _join(clause: str) -> str:
    """Lines that end in the middle of a sentence go on; Chinese without a space between."""
    lines = [" ".join(line.split()) for line in clause.splitlines()]
    joined = ""
    for line in filter(None, lines):
        if joined and joined[-1] in _ENDS:
            joined += "\n"
        elif joined and not (_CJK.match(joined[-1]) or _CJK.match(line[0])):
            joined += " "
        joined += line
    return joined
