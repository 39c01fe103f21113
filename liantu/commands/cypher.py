"""`liantu cypher`: a question in Cypher."""

from pathlib import Path

import click

from graph.stores import open_store
from liantu.options import emit, format_options, graph_option
from liantu.output import Sheet
from liantu.parameters import parameters_option, typed


@click.command()
@click.argument("statement", metavar="'MATCH ...'")
@parameters_option
@graph_option
@format_options
def command(
    statement: str, parameters: dict[str, str], graph: str | None, format_name: str | None, output: Path | None
) -> None:
    """Ask the graph in Cypher. Statements that write are refused.

    \b
    Example:
      liantu cypher 'MATCH (c:City)-[r:COOPERATES_WITH]-() RETURN c.name, count(r) AS n ORDER BY n DESC'
    """
    with open_store(graph, writable=False) as store:
        answer = store.read(statement, {key: typed(value) for key, value in parameters.items()})
    emit(Sheet(answer.columns, answer.columns, answer.rows), format_name, output)
