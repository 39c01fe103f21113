"""`liantu ingest`: documents to graph in one go."""

from pathlib import Path

import click

from liantu.correcting import correcting, corrections_option
from liantu.documents import extract_all, find_inputs
from liantu.lexicons import lexicon_option, own_options
from liantu.loading import load_all, tell
from liantu.memory import recall
from liantu.options import graph_option, jobs_option, json_option, paths_argument
from liantu.progress import track
from liantu.reader import reader
from liantu.report import finish


@click.command()
@paths_argument
@graph_option
@jobs_option
@lexicon_option
@corrections_option
@click.option("--again", is_flag=True, help="Read all documents, also those that were read before.")
@json_option
def command(
    paths: tuple[str, ...],
    graph: str | None,
    jobs: int,
    lexicons: tuple[Path, ...],
    corrections: Path | None,
    again: bool,
    as_json: bool,
) -> None:
    """Read documents, extract their facts and load them into the graph.

    PATH is a file (.txt .md .html .pdf .docx), a folder, a pattern such as 'plans/*.pdf', or - for standard input.
    Only what is new or changed is read: what the graph holds already, from the same bytes, is left as it is, wherever
    the file lies now. A document that is no longer in the folder stays in the graph until `liantu forget`.

    \b
    Example:
      liantu ingest plans/ --graph liantu.kgl --jobs 2
      liantu ingest plans/ --lexicon our-firms.xlsx
    """
    options = own_options(lexicons)
    run = correcting(corrections, graph)
    inputs, failures = find_inputs(paths)
    documents = 0
    if inputs:
        memory = recall(graph, inputs, reader(options.fingerprint, run.corrections.fingerprint), again=again)
        results = track(extract_all(memory.fresh, jobs, options), len(memory.fresh), "ingesting")
        loaded = load_all(graph, run.corrected(results), memory, paths)
        tell(loaded, graph, as_json, run.tell(graph, stored=True))
        failures += loaded.tally.failures
        documents = loaded.others
    finish(failures, others=documents)
