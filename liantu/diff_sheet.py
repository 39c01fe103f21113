"""The changes between versions as rows, for tables, spreadsheets and programs."""

from collections.abc import Iterator

from graph.diff import Change, Comparison, Difference, Head, kind_title
from liantu.output import Sheet

CHANGES = {"new": "新增", "gone": "删去", "changed": "调整"}
POINTS, PER_CENT = "个百分点", "%"
DOCUMENT = "文件"
# Columns and their titles.
_COLUMNS = {
    "kind": "类别",
    "change": "变化",
    "subject": "对象",
    "matter": "事项",
    "old": "旧",
    "new": "新",
    "difference": "增减",
    "difference_unit": "增减单位",
    "old_clause": "旧条款",
    "old_quote": "旧文",
    "new_clause": "新条款",
    "new_quote": "新文",
    "old_document": "旧文件",
    "new_document": "新文件",
}


def difference_sheet(difference: Difference, *, for_program: bool) -> Sheet:
    """One row a change; kinds and changes by their machine names for a program, else in Chinese."""
    return Sheet(tuple(_COLUMNS), tuple(_COLUMNS.values()), tuple(_rows(difference, for_program)))


def _rows(difference: Difference, for_program: bool) -> Iterator[tuple[object, ...]]:
    for head in difference.new:
        yield _document(head, "new", for_program)
    for head in difference.gone:
        yield _document(head, "gone", for_program)
    for pair in difference.pairs:
        for change in pair.changes:
            yield _row(pair, change, for_program)


def _document(head: Head, change: str, for_program: bool) -> tuple[object, ...]:
    kind, told = ("document", change) if for_program else (DOCUMENT, CHANGES[change])
    old, new = (head.title, None) if change == "gone" else (None, head.title)
    return (kind, told, head.title, *[None] * 9, old, new)


def _row(pair: Comparison, change: Change, for_program: bool) -> tuple[object, ...]:
    kind, told = (change.kind, change.change) if for_program else (kind_title(change.kind), CHANGES[change.change])
    gap = (change.gap.amount, POINTS if change.gap.points else PER_CENT) if change.gap else (None, None)
    said = [(item.clause, item.quote) if item else (None, None) for item in (change.was, change.now)]
    states = change.old or None, change.new or None
    return (
        kind,
        told,
        change.subject,
        change.matter,
        *states,
        *gap,
        *said[0],
        *said[1],
        pair.old.title,
        pair.new.title,
    )
