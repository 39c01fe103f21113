"""`liantu ingest`: documents to graph in one go."""

from pathlib import Path

import click

from liantu.documents import extract_all, find_inputs
from liantu.lexicons import lexicon_option, own_options
from liantu.loading import load_all, tell
from liantu.options import graph_option, jobs_option, json_option, paths_argument
from liantu.progress import track
from liantu.report import finish, warn


@click.command()
@paths_argument
@graph_option
@jobs_option
@lexicon_option
@json_option
def command(paths: tuple[str, ...], graph: str | None, jobs: int, as_json: bool, lexicons: tuple[Path, ...]) -> None:
    """Read documents, extract their facts and load them into the graph.

    PATH is a file (.txt .md .html .pdf .docx), a folder, a pattern such as 'plans/*.pdf', or - for standard input. Says
    how many documents are new, changed or the same; a second run over the same documents changes nothing.

    \b
    Example:
      liantu ingest plans/ --graph liantu.kgl --jobs 2
      liantu ingest plans/ --lexicon our-firms.xlsx
    """
    options = own_options(lexicons)
    inputs, failures = find_inputs(paths)
    documents = 0
    if inputs:
        loaded = load_all(graph, track(extract_all(inputs, jobs, warn, options), len(inputs), "ingesting"))
        tell(loaded, graph, as_json)
        failures += loaded.tally.failures
        documents = loaded.others
    finish(failures, others=documents)
