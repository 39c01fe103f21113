"""`liantu view`: pictures, one subcommand each."""

from pathlib import Path

import click

from graph.stores import open_store
from liantu.options import StrictGroup, graph_option, say
from liantu.output.files import write_file
from liantu.output.safe import safe
from liantu.pictures import links_page

_PAGES = (".html", ".htm")


@click.group(cls=StrictGroup, options_metavar="", subcommand_metavar="PICTURE [OPTIONS]")
def command() -> None:
    """Draw one HTML page that opens offline in any browser; nothing on it asks the network.

    \b
    Example:
      liantu view links -o links.html
    """


@command.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("links.html"),
    metavar="PAGE.html",
    help="Where to write the page.",
)
@graph_option
def links(output: Path, graph: str | None) -> None:
    """Regions and city groups, linked by the clauses that state cooperation; a click shows the sentences.

    \b
    Example:
      liantu view links -o links.html --graph liantu.kgl
    """
    if output.suffix.lower() not in _PAGES:
        raise click.BadParameter(f"{output} is no name of a page; let it end in .html.", param_hint="-o")
    with open_store(graph, writable=False) as store:
        page = links_page(store)
    write_file(output, page.encode("utf-8"))
    say(f"{safe(str(output))} written; open it in a browser.")
