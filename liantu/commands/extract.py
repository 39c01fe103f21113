"""`liantu extract`: documents to facts."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import click

from graph.facts import Document
from graph.jsonl import encode
from graph.verify import verify
from liantu.correcting import correcting, corrections_option
from liantu.destination import output_option
from liantu.documents import extract_all, find_inputs
from liantu.lexicons import lexicon_option, own_options
from liantu.options import jobs_option, paths_argument, say
from liantu.outcome import Failure
from liantu.output.files import replacing
from liantu.output.safe import safe, safe_json
from liantu.progress import track
from liantu.report import Tally, finish
from liantu.summary import tell_summary


@click.command()
@paths_argument
@output_option()
@jobs_option
@lexicon_option
@corrections_option
def command(
    paths: tuple[str, ...], output: Path | None, jobs: int, lexicons: tuple[Path, ...], corrections: Path | None
) -> None:
    """Read documents and write their facts as JSON Lines, one document a line.

    PATH is a file (.txt .md .html .pdf .docx), a folder, a pattern such as 'plans/*.pdf', or - for standard input.
    Documents are written in the order of their names, so that two runs give the same file.

    \b
    Example:
      liantu extract plans/ -o facts.jsonl --jobs 4
      liantu extract plans/ -o facts.jsonl --lexicon our-firms.xlsx
    """
    run = correcting(corrections, None)
    options = own_options(lexicons)
    inputs, failures = find_inputs(paths)
    tally = Tally(failures=failures)
    if inputs:
        with _sink(output) as stream:
            extracted = track(extract_all(inputs, jobs, options), len(inputs), "extracting")
            for result in run.corrected(extracted):
                if isinstance(result, Failure):
                    tally.failures.append(result)
                else:
                    _write(result, stream)
                    tally.add(result)
        tell_summary(tally)
        run.tell()
        if output:
            say(f"{safe(str(output))} written.")
    finish(tally.failures, others=tally.documents)


def _write(document: Document, stream: IO[bytes]) -> None:
    """One line of JSON, never for facts that their own text does not bear out."""
    verify(document)
    stream.write(safe_json(encode(document)).encode("utf-8") + b"\n")


@contextmanager
def _sink(output: Path | None) -> Iterator[IO[bytes]]:
    """Where the lines go: a file that appears when it is complete, or standard output."""
    if output is None:
        stream = sys.stdout.buffer
        yield stream
        stream.flush()
    else:
        with replacing(output) as stream:
            yield stream
