"""`liantu lookup`: one entity with all that is said of it."""

import json

import click

from graph.errors import QueryError
from graph.stores import Store, open_store
from liantu.card import card_record, card_text
from liantu.choices import choices_json, choices_text, elsewhere_sentence, nearest_sentence, several_sentence
from liantu.labels import Kind
from liantu.naming import search, tell_guess
from liantu.options import graph_option, json_option, say
from liantu.output.safe import safe_json
from queries.lookup import card
from queries.names import Found


@click.command()
@click.argument("name")
@click.option("--type", "labels", type=Kind(), metavar="TYPE", help="Only this type, such as Park or 园区.")
@click.option("--in", "region", metavar="REGION", help="Only what lies in this region or below it.")
@click.option("--evidence", type=click.IntRange(min=0), default=5, metavar="N", help="Show N sentences at most.")
@graph_option
@json_option
def command(
    name: str, labels: tuple[str, ...] | None, region: str | None, evidence: int, graph: str | None, as_json: bool
) -> None:
    """Show one entity: its names, its place, its relations counted, and sentences with policy and clause.

    NAME is a name, an alias, an abbreviation (潭市工信局), a part of a name, pinyin or its initials (loudi, ld), a code
    (431300) or the number of a document. Where it may mean several things they are listed to choose from. One that
    nothing bears gets the nearest names, and exit code 1.

    \b
    Example:
      liantu lookup 娄底 --graph liantu.kgl
      liantu lookup 高新区 --type 园区 --in 湖南
    """
    if not name.strip():
        raise click.BadParameter("it is empty; give a name, such as 娄底.", param_hint="NAME")
    with open_store(graph, writable=False) as store:
        found = search(store, name, labels or (), region)
        if not found.hits and (labels or region):
            raise QueryError(elsewhere_sentence(name, search(store, name, (), None), graph))
        if not found.hits:
            raise QueryError(nearest_sentence(name, found, graph))
        if found.clear is None:
            _show_choices(store, name, found, as_json)
        else:
            _show_card(store, name, found, evidence, as_json)


def _show_choices(store: Store, name: str, found: Found, as_json: bool) -> None:
    """The list of what a name may mean."""
    if as_json:
        click.echo(choices_json(store, name, found.hits))
        return
    say(several_sentence(name, found.hits))
    click.echo(choices_text(store, found.hits), nl=False)


def _show_card(store: Store, name: str, found: Found, evidence: int, as_json: bool) -> None:
    """The card of what is meant, and what else is called so."""
    hit, *others = found.hits
    shown = card(store, hit)
    tell_guess(name, hit)
    if as_json:
        record = card_record(shown) | {"others": [other.id for other in others]}
        click.echo(safe_json(json.dumps(record, ensure_ascii=False, indent=2)))
        return
    click.echo(card_text(shown, evidence), nl=False)
    if others:
        click.echo("\n另有同名")
        click.echo(choices_text(store, others), nl=False)
