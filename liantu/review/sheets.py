"""The sheets of the workbook: their columns, and the decisions that each of them asks for."""

from dataclasses import dataclass
from functools import cached_property

from graph.corrections import COLUMNS, DECISIONS
from graph.tabular import Column

GUIDE = "说明"
# What a row tells besides, for the one who decides: by key the title.
_TOLD = {
    "clause": "条款",
    "confidence": "置信度",
    "rule": "规则",
    "aliases": "又名",
    "documents": "文件数",
    "clauses": "条数",
    "example": "例句",
    "where": "例句出处",
    "likeness": "相近度（%）",
    "reason": "缘由",
    "clauses_other": "另一条数",
    "example_other": "另一例句",
}
_SIGNED = ("who", "when", "note")
# Columns that people fill; the others are filled for them.
OPEN = ("decision", *_SIGNED)


@dataclass(frozen=True)
class ReviewSheet:
    """A sheet by its name, with the keys of its columns in order and of the decisions that it offers, the usual one
    first. `open` are the columns that are empty and wait for an answer."""

    name: str
    keys: tuple[str, ...]
    decisions: tuple[str, ...]
    open: tuple[str, ...] = OPEN

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, those of corrections by the titles that they have there."""
        known = {column.key: column for column in COLUMNS}
        return tuple(known.get(key) or Column(key, (_TOLD[key],)) for key in self.keys)

    @property
    def told(self) -> frozenset[str]:
        """The columns that only inform."""
        return frozenset(self.keys) & _TOLD.keys()

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return tuple(column.titles[0] for column in self.columns)

    @property
    def words(self) -> tuple[str, ...]:
        """The decisions as the column 决定 offers them."""
        return tuple(DECISIONS[key].words[0] for key in self.decisions)


_RELATION = ("decision", "type", "name", "relation", "other_type", "other_name", "sentence", "policy", "clause")
RELATIONS = ReviewSheet("低置信关系", (*_RELATION, "confidence", "rule", *_SIGNED), ("wrong",))
NAMES = ReviewSheet(
    "新名称",
    (
        "decision",
        "type",
        "name",
        "other_type",
        "other_name",
        "documents",
        "clauses",
        "aliases",
        "example",
        "where",
        *_SIGNED,
    ),
    ("not_entity", "rename", "retype", "merge", "split", "alias"),
    (*OPEN, "other_type", "other_name"),
)
DUPLICATES = ReviewSheet(
    "疑似重复",
    (
        "decision", "type", "name", "other_name", "likeness", "reason", "clauses", "example", "clauses_other",
        "example_other", *_SIGNED,
    ),
    ("merge",),
)  # fmt: skip
TARGETS = ReviewSheet("目标冲突", (*_RELATION, *_SIGNED), ("wrong",))
SHEETS = (RELATIONS, NAMES, DUPLICATES, TARGETS)
