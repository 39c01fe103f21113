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
from liantu.destination import output_option
from liantu.documents import extract_all, find_inputs
from liantu.lexicons import lexicon_option, own_options
from liantu.options import jobs_option, paths_argument, say
from liantu.outcome import Failure
from liantu.output.files import replacing
from liantu.output.safe import safe_json
from liantu.progress import track
from liantu.report import Tally, finish, warn


@click.command()
@paths_argument
@output_option()
@jobs_option
@lexicon_option
def command(paths: tuple[str, ...], output: Path | None, jobs: int, lexicons: tuple[Path, ...]) -> None:
    """Read documents and write their facts as JSON Lines, one document a line.

    PATH is a file (.txt .md .html .pdf .docx), a folder, a pattern such as 'plans/*.pdf', or - for standard input.
    Documents are written in the order of their names, so that two runs give the same file.

    \b
    Example:
      liantu extract plans/ -o facts.jsonl --jobs 4
      liantu extract plans/ -o facts.jsonl --lexicon our-firms.xlsx
    """
    options = own_options(lexicons)
    inputs, failures = find_inputs(paths)
    tally = Tally(failures=failures)
    if inputs:
        with _sink(output) as stream:
            for result in track(extract_all(inputs, jobs, warn, options), len(inputs), "extracting"):
                if isinstance(result, Failure):
                    tally.failures.append(result)
                else:
                    _write(result, stream)
                    tally.add(result)
        say(f"{tally.counts()}{f' → {output}' if output else ''}")
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
