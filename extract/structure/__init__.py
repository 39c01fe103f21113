"""Clause tree and metadata of a document."""

from extract.structure.clauses import ClauseSpan, split_clauses
from extract.structure.metadata import Metadata, metadata

__all__ = ["ClauseSpan", "Metadata", "metadata", "split_clauses"]
