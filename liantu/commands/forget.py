"""`liantu forget`: take documents back."""

import click

from graph.errors import GraphLost, LiantuError
from graph.loading import forget
from graph.stores import open_store
from liantu.options import graph_option, say
from liantu.outcome import Failure
from liantu.output.safe import safe
from liantu.report import finish


@click.command()
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
@graph_option
def command(policies: tuple[str, ...], graph: str | None) -> None:
    """Take out of the graph exactly what only these documents support.

    POLICY is a document's title, number or id, as `liantu query policies` prints them.

    \b
    Example:
      liantu forget 潭工信建议函〔2023〕98号 --graph liantu.kgl
    """
    failures = []
    with open_store(graph, writable=True) as store:
        for policy in policies:
            try:
                say(f"forgotten: {safe(forget(store, policy))}")
            except GraphLost as error:
                failures.append(Failure(str(error)))
                break
            except LiantuError as error:
                failures.append(Failure(str(error)))
    finish(failures)
