"""What the lines of a table of corrections would do to documents, found out without doing it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.corrections import Correction, Corrections, why_not
from graph.facts import Document
from graph.jsonl import read_documents
from graph.stored import stored_documents
from graph.stores import open_store
from liantu.identity import identify
from liantu.output import Sheet

_COLUMNS = ("line", "decision", "policy", "who", "when", "effect", "documents", "why")
_TITLES = ("行", "决定", "文件", "谁", "日期", "结果", "文件数", "说明")
HELD, COMING, IDLE, ELSEWHERE = "已生效", "将生效", "无作用", "其他文件"


def documents_of(facts: Sequence[Path], graph: str | None) -> Iterator[Document]:
    """The documents of facts files, or without any those in a graph. Raises FactsError, GraphError."""
    for path in facts:
        yield from read_documents(path)
    if not facts:
        with open_store(graph) as store:
            yield from stored_documents(store)


def check(corrections: Corrections, documents: Iterator[Document]) -> Sheet:
    """One row a line, in the order of the table. Raises TableError where lines undo one another."""
    changing: dict[Correction, int] = {}
    held: dict[Correction, int] = {}
    reasons: dict[Correction, str] = {}
    policies: set[str] = set()
    for document in documents:
        policies |= corrections.policies(document)
        found = corrections.apply(document, identify)
        for line in found.effective:
            counts = changing if line in found.changing else held
            counts[line] = counts.get(line, 0) + 1
        for line, reason in found.reasons.items():
            reasons.setdefault(line, reason)

    def row(line: Correction) -> tuple[object, ...]:
        told = (line.line, line.text, line.policy, line.who, line.when)
        if line in changing:
            return (*told, COMING, changing[line], "")
        if line in held:
            return (*told, HELD, held[line], "")
        if line.scope and line.scope not in policies:
            return (*told, ELSEWHERE, 0, "the policy is not among the documents")
        return (*told, IDLE, 0, reasons.get(line) or why_not(line))

    return Sheet(_COLUMNS, _TITLES, tuple(row(line) for line in sorted(corrections.lines, key=lambda line: line.line)))
