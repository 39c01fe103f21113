"""The rows of all lexicons side by side: repetitions are dropped, contradictions told."""

from collections.abc import Sequence

from extract.own_names.checks import Checked
from extract.own_names.forms import forms
from extract.own_names.model import OwnName
from extract.own_names.told import Told


def together(rows: Sequence[Checked]) -> tuple[list[Checked], list[tuple[Told, str]]]:
    """The rows that say something new, and the rows that contradict an earlier one, each with what is wrong."""
    kept: list[Checked] = []
    clashes: list[tuple[Told, str]] = []
    named: dict[tuple[str, str], Checked] = {}
    meant: dict[tuple[str, str], Checked] = {}
    for row in rows:
        entry = row.entry
        if entry is None:
            continue
        first = named.setdefault((entry.label, entry.name), row)
        if first is not row:
            if first.entry != entry:
                clashes.append((row.told, f"{entry.name} stands in {_place(first, row)} with other data; keep one"))
            continue
        clash = _clash(row, entry, meant)
        if clash:
            clashes.append((row.told, clash))
        else:
            kept.append(row)
    return kept, clashes


def _clash(row: Checked, entry: OwnName, meant: dict[tuple[str, str], Checked]) -> str:
    """Which name of an entry an earlier one bears, too. Two agencies may be called alike, each at home."""
    for text, form in forms(entry):
        first = meant.setdefault((text, entry.region if form.level else ""), row)
        if first is not row and first.entry is not None:
            return (
                f"{text} is also a name of {first.entry.name} ({first.entry.label}) in {_place(first, row)}; "
                "a name can stand for one thing only"
            )
    return ""


def _place(first: Checked, row: Checked) -> str:
    """Where an earlier row stands, as a row of this file or another says it."""
    line = f"line {first.told.line}"
    return line if first.told.path == row.told.path else f"{first.told.path}, {line},"
