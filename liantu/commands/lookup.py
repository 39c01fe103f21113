"""`liantu lookup`: one entity with all that is said of it."""

import json

import click

from graph.errors import QueryError
from graph.stores import open_store
from liantu.card import card_record, card_text, choices_text, nearest_sentence
from liantu.options import graph_option, json_option
from liantu.output.safe import safe_json
from queries.lookup import card, search

_OTHERS = 10


@click.command()
@click.argument("name")
@click.option("--evidence", type=click.IntRange(min=0), default=5, metavar="N", help="Show N sentences at most.")
@graph_option
@json_option
def command(name: str, evidence: int, graph: str | None, as_json: bool) -> None:
    """Show one entity: its names, its place, its relations counted, and sentences with policy and clause.

    NAME is a name, an alias or a part of a name. One that nothing bears gets the nearest names, and exit code 1.

    \b
    Example:
      liantu lookup 娄底 --graph liantu.kgl
    """
    with open_store(graph, writable=False) as store:
        found = search(store, name)
        if not found.hits:
            raise QueryError(nearest_sentence(name, found, graph))
        shown = card(store, found.hits[0])
    if as_json:
        others = [hit.id for hit in found.hits[1:]]
        click.echo(safe_json(json.dumps(card_record(shown) | {"others": others}, ensure_ascii=False, indent=2)))
        return
    click.echo(card_text(shown, evidence), nl=False)
    if len(found.hits) > 1:
        click.echo("")
        click.echo(choices_text(name, found.hits[1 : _OTHERS + 1]), nl=False)
