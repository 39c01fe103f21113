"""`liantu corrections`: decisions into the table of corrections, and what its lines do."""

import datetime
from pathlib import Path

import click

from graph.corrections import read_corrections
from graph.errors import TableError
from graph.stores import shown
from liantu.checking import check, documents_of
from liantu.correcting import NAME, table_beside
from liantu.options import StrictGroup, emit, format_options, graph_option, plural, say
from liantu.output.safe import safe
from liantu.review.taking import take_in


@click.group(cls=StrictGroup, options_metavar="", subcommand_metavar="COMMAND [OPTIONS]")
def command() -> None:
    """Keep decisions on facts in a table that every ingest, extract and load applies.

    \b
    Example:
      liantu corrections import review.xlsx
      liantu corrections check corrections.csv
    """


@command.command("import")
@click.argument("book", type=click.Path(path_type=Path), metavar="REVIEW.xlsx")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE.csv", default=None,
    help=f"The table to add to; default: {NAME} beside the graph file.",
)  # fmt: skip
@click.option("--who", default="", metavar="NAME", help="Who decided, where the workbook does not say.")
@graph_option
def import_(book: Path, output: Path | None, who: str, graph: str | None) -> None:
    """Take the decisions of a workbook that `liantu review` wrote into the table of corrections.

    They are added to what the table holds, each once; rows without a decision are left alone, and a day that is not
    told is today. A row that is half filled or contradicts another is named with its sheet and line, and nothing is
    written.

    \b
    Example:
      liantu corrections import review.xlsx --who 张三
    """
    table = output or table_beside(graph)
    if table is None:
        raise TableError(f"{shown(graph)} is a server; name the table to add to, as in -o {NAME}.")
    taken = take_in(book, table, " ".join(who.split()), datetime.date.today().isoformat())
    known = f", {taken.known:,} known before" if taken.known else ""
    rest = f", {plural(taken.undecided, 'row')} undecided" if taken.undecided else ""
    say(f"{safe(str(table))}: {plural(len(taken.new), 'decision')} added{known}{rest}.")
    if taken.new:
        given = "" if output is None else f" --corrections {safe(str(table))}"
        say(f"To put the graph right, ingest the documents again, or load their facts: liantu ingest PATH...{given}")


@command.command("check")
@click.argument("table", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--facts", type=click.Path(path_type=Path), multiple=True, metavar="F.jsonl",
    help="Try it on these facts; default: on the documents in the graph.",
)  # fmt: skip
@graph_option
@format_options
def check_(
    table: Path, facts: tuple[Path, ...], graph: str | None, format_name: str | None, output: Path | None
) -> None:
    """Read a table of corrections and say of each line what it does, without doing it.

    Each line is in effect already (已生效), would change documents (将生效), applies to nothing (无作用, and why) or is
    about a policy that is not there (其他文件). A table that is broken or contradicts itself is refused with its lines.

    \b
    Example:
      liantu corrections check corrections.csv --graph liantu.kgl
    """
    corrections = read_corrections(table)
    for line, other in corrections.doubled:
        say(f"{safe(line.where)} says what line {other.line} says; one of them is enough.")
    emit(check(corrections, documents_of(facts, graph)), format_name, output)
