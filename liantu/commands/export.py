"""`liantu export`: the graph for other programs, one subcommand a format."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from graph.export import writer
from graph.export.network import Network
from graph.export.reading import steady
from graph.export.records import Whole
from graph.stores import Store, chosen, open_store
from liantu import gephi_tables
from liantu.destination import free, free_folder, output_option
from liantu.options import StrictGroup, graph_option, plural, say
from liantu.output.files import replacing
from liantu.output.folders import replacing_folder
from liantu.output.safe import safe
from liantu.progress import waiting
from liantu.selection import Wanted, selected, selecting, selecting_network


@click.group(cls=StrictGroup, options_metavar="", subcommand_metavar="FORMAT [OPTIONS]")
def command() -> None:
    """Hand the graph on to Gephi, Excel or Neo4j.

    graphml, gexf, csv and xlsx hold entities and their relations, or the part of them that --about, --since and
    --confidence let through. neo4j-admin and cypher copy the whole graph with its records, so that it can be loaded
    into and forgotten from as before.

    \b
    Example:
      liantu export xlsx --about 株潭娄 -o zhutanlou.xlsx
      liantu export gexf --since 2020 -o cities.gexf
    """


@command.command()
@selecting_network
@output_option(help="Default: liantu.graphml.")
@graph_option
def graphml(wanted: Wanted, output: Path | None, graph: str | None) -> None:
    """GraphML, for Gephi, yEd, Cytoscape and networkx.

    \b
    Example:
      liantu export graphml --about 先进钢铁材料 -o steel.graphml
    """
    _network_file(wanted, output or free(Path("liantu.graphml")), graph, "graphml")


@command.command()
@selecting_network
@output_option(help="Default: liantu.gexf.")
@graph_option
def gexf(wanted: Wanted, output: Path | None, graph: str | None) -> None:
    """GEXF 1.3, for Gephi, with the years in which documents say so for its timeline.

    \b
    Example:
      liantu export gexf --about 株潭娄 -o zhutanlou.gexf
    """
    _network_file(wanted, output or free(Path("liantu.gexf")), graph, "gexf")


@command.command()
@selecting_network
@output_option(metavar="DIR", help="Default: liantu-csv.", folder=True)
@graph_option
def csv(wanted: Wanted, output: Path | None, graph: str | None) -> None:
    """A folder with nodes.csv and edges.csv, for Excel and for Gephi's import of spreadsheets.

    \b
    Example:
      liantu export csv --each -o tables
    """
    folder = output or free_folder(Path("liantu-csv"))
    with _asked(graph) as store, replacing_folder(folder) as opener:
        network = Network(store, selected(store, wanted).selection)
        gephi_tables.write(network, opener)
    _told(folder, f"nodes.csv and edges.csv in it hold {_size(network)}")


@command.command()
@selecting
@output_option(help="Default: liantu.xlsx.")
@graph_option
def xlsx(wanted: Wanted, output: Path | None, graph: str | None) -> None:
    """A workbook for Excel: links with their sentences, entities, duties, targets, documents.

    \b
    Example:
      liantu export xlsx --about 株潭娄 -o zhutanlou.xlsx
    """
    from liantu import workbook
    from liantu.pictures import today

    target = output or free(Path("liantu.xlsx"))
    with _asked(graph) as store, replacing(target) as stream:
        counts = workbook.write(store, selected(store, wanted), chosen(graph), today(), stream)
    _told(target, ", ".join(f"{name} {count:,}" for name, count in counts.items()))


@command.command("neo4j-admin")
@output_option(metavar="DIR", help="Default: liantu-neo4j.", folder=True)
@graph_option
def neo4j_admin(output: Path | None, graph: str | None) -> None:
    """A folder that `neo4j-admin database import full` loads, with the command for it.

    It is the fast way to fill a new server: the whole graph comes as `load` would make it.

    \b
    Example:
      liantu export neo4j-admin -o for-neo4j
    """
    folder = output or free_folder(Path("liantu-neo4j"))
    with _asked(graph) as store, replacing_folder(folder) as opener:
        writer("neo4j-admin")(Whole(store), opener)
    _told(folder, "README.txt in it says how to import it")


@command.command()
@output_option(help="Default: liantu.cypher.")
@graph_option
def cypher(output: Path | None, graph: str | None) -> None:
    """A script of Cypher that builds the whole graph in an empty Neo4j database.

    \b
    Example:
      liantu export cypher -o graph.cypher
    """
    target = output or free(Path("liantu.cypher"))
    with _asked(graph) as store, replacing(target) as stream:
        writer("cypher")(Whole(store), stream)
    _told(target, f"run it with cypher-shell -f {target.name}")


@contextmanager
def _asked(graph: str | None) -> Iterator[Store]:
    """The graph to be exported, which stays as it is meanwhile."""
    with waiting("exporting"), open_store(graph, writable=False) as store, steady(store):
        yield store


def _network_file(wanted: Wanted, target: Path, graph: str | None, name: str) -> None:
    with _asked(graph) as store, replacing(target) as stream:
        network = Network(store, selected(store, wanted).selection)
        writer(name)(network, stream)
    _told(target, f"{_size(network)}; open it in Gephi")


def _size(network: Network) -> str:
    return " and ".join(plural(network.counted[noun], noun) for noun in ("node", "edge"))


def _told(target: Path, then: str) -> None:
    say(f"{safe(str(target))} written; {then}.")
