"""`liantu query`: the packs, and one of them run."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from graph.stores import open_store
from liantu.completion import complete_pack
from liantu.limits import limit_options, rows_wanted, tell_limit
from liantu.naming import meant
from liantu.options import chosen, emit, format_options, graph_option
from liantu.output import Sheet
from liantu.parameters import pack_parameters_option
from liantu.progress import waiting
from queries import Parameter, packs, run


@click.command()
@click.argument("name", required=False, shell_complete=complete_pack)
@click.argument("rest", nargs=-1, metavar="")
@pack_parameters_option
@click.option(
    "--packs",
    "own",
    multiple=True,
    type=click.Path(path_type=Path),
    envvar="LIANTU_PACKS",
    show_envvar=True,
    metavar="DIR",
    help="A folder with packs of your own; may be repeated.",
)
@graph_option
@limit_options
@format_options
def command(
    name: str | None,
    rest: tuple[str, ...],
    parameters: dict[str, str],
    own: tuple[Path, ...],
    graph: str | None,
    limit: int | None,
    timeout: float,
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
        emit(listing(own, chosen(format_name, output) in ("json", "jsonl")), format_name, output)
        return
    wanted = rows_wanted(limit, format_name, output)
    with waiting("asking"), open_store(graph, writable=False) as store:
        table = run(store, name, parameters, own=own, limit=wanted, timeout=timeout, meant=meant)
    emit(table, format_name, output)
    tell_limit(table.truncated, wanted)


def listing(own: Sequence[Path], for_program: bool) -> Sheet:
    """One row a pack: subject, name, Chinese title, parameters with type and default, what it answers."""

    def shown(parameter: Parameter) -> object:
        return asdict(parameter) if for_program else str(parameter)

    rows = [
        (pack.subject, pack.name, pack.title, [shown(item) for item in pack.parameters], pack.answers)
        for pack in packs(own)
    ]
    titles = ("类", "名称", "题目", "参数", "回答什么")
    return Sheet(("subject", "name", "title", "parameters", "answers"), titles, tuple(rows))
