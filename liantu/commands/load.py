"""`liantu load`: facts to graph."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from graph.errors import LiantuError
from graph.jsonl import scan_documents
from liantu.loading import load_all, tell
from liantu.options import graph_option, json_option
from liantu.outcome import Failure, Result
from liantu.progress import lines_of, track
from liantu.report import finish


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="F.jsonl...")
@graph_option
@json_option
def command(files: tuple[Path, ...], graph: str | None, as_json: bool) -> None:
    """Load facts files into the graph and say how many documents are new, changed or the same.

    A document that changed replaces what it contributed before; loading the same file twice changes nothing.

    \b
    Example:
      liantu load facts.jsonl --graph liantu.kgl
    """
    loaded = load_all(graph, track(scan(files), lines_of(files), "loading"))
    tell(loaded, graph, as_json)
    finish(loaded.tally.failures, others=loaded.others)


def scan(files: Iterable[Path]) -> Iterator[Result]:
    """The documents of facts files in order; a bad line or file is a Failure and the next one is read."""
    for file in files:
        try:
            for result in scan_documents(file):
                yield Failure(str(result)) if isinstance(result, LiantuError) else result
        except LiantuError as error:
            yield Failure(str(error))
