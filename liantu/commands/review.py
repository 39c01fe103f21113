"""`liantu review`: what is doubtful, in a workbook to decide in."""

from io import BytesIO
from pathlib import Path

import click

from graph.stores import open_store, shown
from liantu.destination import output_option
from liantu.lexicons import lexicon_option, own_options
from liantu.naming import meant
from liantu.options import graph_option, plural, say
from liantu.output.files import write_file
from liantu.output.safe import safe
from liantu.review.book import write_book
from liantu.review.rows import Wanted, review_rows


@click.command()
@output_option(metavar="FILE.xlsx", help="The workbook to write.", required=True)
@click.option("--limit", type=click.IntRange(min=1), default=200, metavar="N", help="At most N rows a sheet.")
@click.option(
    "--below", type=click.FloatRange(0, 1), default=0.95, metavar="C", help="Relations less sure than this, 0 to 1."
)
@click.option("--about", metavar="NAME", default="", help="Only what has to do with this entity or policy.")
@lexicon_option
@graph_option
def command(output: Path, limit: int, below: float, about: str, lexicons: tuple[Path, ...], graph: str | None) -> None:
    """Write the doubtful facts of the graph with their sentences into a workbook, with cells to decide in.

    Four sheets: the relations that are least sure, names that no vocabulary knows, names that may mean the same,
    targets that contradict each other. Fill what you are sure of, save, and run `liantu corrections import`.

    \b
    Example:
      liantu review -o review.xlsx --limit 100
    """
    own = frozenset((entry.label, name) for entry in own_options(lexicons).names.entries for name in entry.names)
    with open_store(graph, writable=False) as store:
        name = meant(store, about, "entity").name if about else ""
        rows = review_rows(store, Wanted(limit, below, name, own))
    stream = BytesIO()
    write_book(rows, shown(graph), stream)
    write_file(output, stream.getvalue())
    for sheet, records in rows.items():
        say(f"{sheet.name}: {plural(len(records), 'row')}")
    path = safe(str(output))
    say(f"{path} written; decide in it, save, and run `liantu corrections import {path}`.")
