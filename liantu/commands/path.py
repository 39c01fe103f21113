"""`liantu path`: how two things hang together."""

import json

import click

from graph.errors import QueryError
from graph.stores import open_store
from liantu.naming import meant
from liantu.options import graph_option, json_option
from liantu.output.safe import safe_json
from liantu.ways import ways_record, ways_text
from queries.connections import connections


@click.command()
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.option("--limit", type=click.IntRange(min=1), default=3, metavar="N", help="Show N ways at most.")
@click.option("--max-steps", type=click.IntRange(1, 12), default=6, metavar="N", help="Look N steps far.")
@graph_option
@json_option
def command(start: str, end: str, limit: int, max_steps: int, graph: str | None, as_json: bool) -> None:
    """Show the shortest connections of two things, each step with its sentence, document and clause.

    Of several equally short ones those that most clauses state come first. That two places lie in one province counts
    only where the documents state nothing else.

    \b
    Example:
      liantu path 娄底 粤港澳大湾区
      liantu path 湘潭市工信局 株洲 --limit 10 --json
    """
    with open_store(graph, writable=False) as store:
        a, b = (meant(store, name, "entity") for name in (start, end))
        if a.id == b.id:
            raise QueryError(f"{start} and {end} are the same ({a.name}); name two different things.")
        found = connections(store, a.id, b.id, limit=limit, most=max_steps)
    if found is None:
        raise QueryError(
            f"Nothing connects {a.name} and {b.name} within {max_steps} steps; look farther with --max-steps, or see "
            f"what each is tied to with `liantu lookup {start}` and `liantu lookup {end}`."
        )
    if as_json:
        click.echo(safe_json(json.dumps(ways_record(a, b, found), ensure_ascii=False, indent=2)))
    else:
        click.echo(ways_text(a, b, found), nl=False)
