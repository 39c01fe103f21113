"""`liantu cypher`: a question in Cypher."""

from pathlib import Path

import click

from graph.stores import open_store
from liantu.limits import limit_options, rows_wanted, tell_limit
from liantu.options import emit, format_options, graph_option
from liantu.output import Sheet
from liantu.parameters import parameters_option, typed
from liantu.progress import waiting


@click.command()
@click.argument("statement", metavar="'MATCH ...'")
@parameters_option
@graph_option
@limit_options
@format_options
def command(
    statement: str,
    parameters: dict[str, str],
    graph: str | None,
    limit: int | None,
    timeout: float,
    format_name: str | None,
    output: Path | None,
) -> None:
    """Ask the graph in Cypher. Statements that write are refused.

    \b
    Example:
      liantu cypher 'MATCH (c:City)-[r:COOPERATES_WITH]-() RETURN c.name, count(r) AS n ORDER BY n DESC'
    """
    values = {key: typed(value) for key, value in parameters.items()}
    wanted = rows_wanted(limit, format_name, output)
    with waiting("asking"), open_store(graph, writable=False) as store:
        answer = store.read(statement, values, limit=wanted, timeout=timeout)
    emit(Sheet(answer.columns, answer.columns, answer.rows), format_name, output)
    tell_limit(answer.truncated, wanted)
