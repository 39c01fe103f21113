"""`liantu load`: facts to graph."""

from pathlib import Path

import click

from liantu.correcting import correcting, corrections_option
from liantu.facts_files import scan
from liantu.loading import load_all, tell
from liantu.options import graph_option, json_option
from liantu.progress import lines_of, track
from liantu.report import finish


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="F.jsonl...")
@graph_option
@corrections_option
@json_option
def command(files: tuple[Path, ...], graph: str | None, corrections: Path | None, as_json: bool) -> None:
    """Load facts files into the graph and say how many documents are new, changed or the same.

    A document that changed replaces what it contributed before; loading the same file twice changes nothing.

    \b
    Example:
      liantu load facts.jsonl --graph liantu.kgl
    """
    run = correcting(corrections, graph)
    loaded = load_all(graph, run.corrected(track(scan(files), lines_of(files), "loading")))
    tell(loaded, graph, as_json, run.tell(graph, stored=True))
    finish(loaded.tally.failures, others=loaded.others)
