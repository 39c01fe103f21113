"""The graph on which the rows of all packs are kept: the examples, and three short documents about steel."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from graph.facts import Document
from graph.loading import load
from graph.stores import Store
from liantu.documents import extract_one, find_inputs
from liantu.hierarchy import divisions

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("examples", "tests/expected/documents")


@cache
def documents() -> tuple[Document, ...]:
    """The facts of the documents."""
    inputs, failures = find_inputs([str(ROOT / folder) for folder in FOLDERS])
    results = [extract_one(item) for item in inputs]
    assert not failures and all(isinstance(item, Document) for item in results)
    return tuple(_anywhere(item) for item in results if isinstance(item, Document))


def _anywhere(document: Document) -> Document:
    """The same wherever the project lies: the source without the folder."""
    return replace(document, policy=replace(document.policy, source=Path(document.policy.source).name))


def load_into(store: Store) -> None:
    """Load them all."""
    for document in documents():
        load(store, document, divisions)
