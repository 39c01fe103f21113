"""The documents of facts files, as `liantu extract` writes them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.errors import LiantuError
from graph.jsonl import scan_documents
from liantu.outcome import Failure, Result


def scan(files: Iterable[Path]) -> Iterator[Result]:
    """The documents of facts files in order; a bad line or file is a Failure and the next one is read."""
    for file in files:
        try:
            for result in scan_documents(file):
                yield Failure(str(result)) if isinstance(result, LiantuError) else result
        except LiantuError as error:
            yield Failure(str(error))
