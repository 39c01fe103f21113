"""`liantu report`: a folder on one place or one chain."""

from pathlib import Path

import click

from graph.stores import open_store
from liantu.destination import output_option
from liantu.naming import meant
from liantu.options import graph_option, say
from liantu.output.safe import safe
from liantu.progress import waiting
from liantu.report_folder import write_report


@click.command()
@click.argument("name")
@output_option(metavar="DIR", help="The folder to write.", required=True, folder=True)
@graph_option
def command(name: str, output: Path, graph: str | None) -> None:
    """One folder on a place, a city group or a chain, ready to be zipped and sent.

    It holds index.html with figures and tables, the interactive pages behind the figures, and all rows as CSV.

    \b
    Example:
      liantu report 娄底 -o loudi
    """
    with waiting("drawing"), open_store(graph, writable=False) as store:
        figures, tables = write_report(store, meant(store, name, "topic"), output)
    say(
        f"{safe(str(output / 'index.html'))} written, with {figures} figures and {tables} tables; open it in a browser."
    )
