"""`liantu query`: the packs, and one of them run."""

from dataclasses import asdict
from pathlib import Path

import click

from graph.stores import open_store
from liantu.options import chosen, emit, format_options, graph_option
from liantu.output import Sheet
from liantu.parameters import parameters_option
from queries import Parameter, packs, run


@click.command()
@click.argument("name", required=False)
@click.argument("rest", nargs=-1, metavar="")
@parameters_option
@graph_option
@format_options
def command(
    name: str | None,
    rest: tuple[str, ...],
    parameters: dict[str, str],
    graph: str | None,
    format_name: str | None,
    output: Path | None,
) -> None:
    """Run a query pack; without NAME, list the packs with their parameters.

    \b
    Example:
      liantu query
      liantu query city_links -p region=娄底市 --format xlsx -o links.xlsx
    """
    if rest:
        raise click.UsageError(
            f"A parameter follows -p: liantu query {name} " + " ".join(f"-p {part}" for part in rest)
        )
    if name is None:
        emit(listing(chosen(format_name, output) in ("json", "jsonl")), format_name, output)
        return
    with open_store(graph, writable=False) as store:
        table = run(store, name, parameters)
    emit(table, format_name, output)


def listing(for_program: bool) -> Sheet:
    """One row a pack: name, Chinese title, parameters with type and default, what it answers."""

    def shown(parameter: Parameter) -> object:
        return asdict(parameter) if for_program else str(parameter)

    rows = [(pack.name, pack.title, [shown(item) for item in pack.parameters], pack.answers) for pack in packs()]
    return Sheet(("name", "title", "parameters", "answers"), ("名称", "题目", "参数", "回答什么"), tuple(rows))
