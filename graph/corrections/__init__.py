"""Corrections: decisions of people on facts, kept in a table, that survive every extraction and loading.

`read_corrections` reads the table, `Corrections.apply` corrects a document: a pure function, whose result is a document
that passes `verify`, and which leaves a document as it is that has been corrected by the same table.
"""

from pathlib import Path

from graph.corrections.applying import Corrected, Corrections, why_not
from graph.corrections.contradictions import contradictions, without_doubles
from graph.corrections.correction import Correction, Identify, Identity
from graph.corrections.decisions import DECISIONS
from graph.corrections.kind import Kind
from graph.corrections.reading import COLUMNS, decision_of, in_columns, read_lines
from graph.tabular import read_rows, refuse

__all__ = [
    "COLUMNS",
    "DECISIONS",
    "Corrected",
    "Correction",
    "Corrections",
    "Identify",
    "Identity",
    "Kind",
    "contradictions",
    "decision_of",
    "in_columns",
    "read_corrections",
    "read_lines",
    "why_not",
    "without_doubles",
]


def read_corrections(path: Path) -> Corrections:
    """The corrections in a table (.csv, .xlsx). Raises TableError with file and line of all that is wrong in it."""
    rows, problems = read_rows(path, COLUMNS)
    lines, wrong = read_lines(rows, str(path))
    kept, doubled = without_doubles(lines)
    refuse(path, [*problems, *wrong, *contradictions(kept)])
    return Corrections(kept, doubled, str(path))
