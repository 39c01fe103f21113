"""The whole of a graph as it was loaded: nodes with their support, relationships, and the records of documents.

Nodes come from their support and relationships from the contributions of documents, so that values have the types with
which they were loaded, whatever the store makes of them. All comes in one order, the same on every store.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.errors import GraphError
from graph.export.reading import node_ids, pages
from graph.rows import LinkRow, unpack_rows
from graph.stores.base import DocumentRecord, Store
from graph.stores.books import CONTRIBUTED
from graph.support import merged, read_support


@dataclass(frozen=True, slots=True)
class Whole:
    """A graph to be copied as it is."""

    store: Store

    def nodes(self, label: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """The (id, properties) of the nodes with a label, by id; `support` is one of the properties."""
        statement = (
            f"UNWIND $ids AS wanted MATCH (n:{label} {{id: wanted}}) WHERE n.support IS NOT NULL "
            "RETURN n.id AS id, n.support AS support"
        )
        for page in pages(node_ids(self.store, label)):
            for key, support in sorted(self.store.read(statement, {"ids": list(page)}).rows):
                yield str(key), merged(read_support(support)) | {"support": support}

    def links(self) -> Iterator[LinkRow]:
        """The relationships, each once, by document; those of the gazetteer, which many bring, with the first."""
        shared: set[tuple[str, str, str, str]] = set()
        for record in self.records():
            for key, link in unpack_rows(record.contribution).links.items():
                if link.clause or key not in shared:
                    shared |= set() if link.clause else {key}
                    yield link

    def records(self) -> Iterator[DocumentRecord]:
        """The records of the documents by id, with their contributions."""
        for record in self.store.documents():
            rows = self.store.read(CONTRIBUTED, {"id": record.id}).rows
            if not rows:
                raise GraphError("The graph was changed by somebody else while it was read; run the command again.")
            yield replace(record, contribution=str(rows[0][0]))
