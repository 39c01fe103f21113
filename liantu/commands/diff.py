"""`liantu diff`: two versions compared."""

from pathlib import Path

import click

from graph.diff import Difference, compare_all
from graph.rows import Rows
from liantu.correcting import correcting, corrections_option
from liantu.diff_sheet import difference_sheet
from liantu.diff_text import SAME, difference_text
from liantu.lexicons import lexicon_option, own_options
from liantu.options import chosen, emit, format_options, graph_option, jobs_option, say
from liantu.outcome import Failure, messages
from liantu.output import FORMATS
from liantu.output.files import write_file
from liantu.output.safe import safe
from liantu.report import finish
from liantu.summary import tell_list
from liantu.versions import Reading, versions


@click.command()
@click.argument("old", type=click.Path(allow_dash=True), metavar="OLD")
@click.argument("new", type=click.Path(allow_dash=True), metavar="NEW")
@click.option("--wording", is_flag=True, help="Also the sentences that only say it in other words.")
@graph_option
@jobs_option
@lexicon_option
@corrections_option
@format_options
def command(
    old: str,
    new: str,
    wording: bool,
    graph: str | None,
    jobs: int,
    lexicons: tuple[Path, ...],
    corrections: Path | None,
    format_name: str | None,
    output: Path | None,
) -> None:
    """What NEW changed against OLD: targets, duties, chains, cooperation, firms, parks, citations, validity.

    OLD and NEW are documents, folders of documents, or facts files (.jsonl) of `liantu extract`; what is no path is a
    document in the graph, by title, a part of it, number or id. Clauses are compared by what they say, whatever their
    numbers. Several documents are paired by title. Each change comes with the sentences of both versions.

    \b
    Example:
      liantu diff plan-2023.docx plan-2025.docx
      liantu diff 株政办发〔2023〕98号 plan-2025.docx --format xlsx -o changes.xlsx
    """
    reading = Reading(graph, jobs, own_options(lexicons), correcting(corrections, graph).corrected)
    olds, newer = (versions(where, reading) for where in (old, new))
    sides = [[item for item in side if isinstance(item, Rows)] for side in (olds, newer)]
    _show(compare_all(*sides, reworded=wording), format_name, output)
    failures = [item for item in (*olds, *newer) if isinstance(item, Failure)]
    tell_list("Skipped", messages(failures, skipped=True))
    finish(failures, others=sum(map(len, sides)))


def _show(difference: Difference, format_name: str | None, output: Path | None) -> None:
    """For people where no format is asked for, else as rows."""
    if format_name is None and (output is None or output.suffix.lower().removeprefix(".") not in FORMATS):
        text = difference_text(difference)
        if output is None:
            click.echo(text, nl=False)
        else:
            write_file(output, text.encode("utf-8"))
            say(f"{safe(str(output))} written.")
        return
    sheet = difference_sheet(difference, for_program=chosen(format_name, output) in ("json", "jsonl"))
    emit(sheet, format_name, output, nothing=SAME)
