"""`liantu forget`: take documents back."""

import click

from graph.errors import GraphError, LiantuError
from graph.stores import Store, open_store
from liantu.options import graph_option, say
from liantu.outcome import Failure
from liantu.output.safe import safe
from liantu.report import finish

_LOADED = "MATCH (p:Policy) WHERE p.ingested = true RETURN p.id AS id, p.name AS name, p.number AS number ORDER BY p.id"
_SHOWN = 5


@click.command()
@click.argument("policies", nargs=-1, required=True, metavar="POLICY...")
@graph_option
def command(policies: tuple[str, ...], graph: str | None) -> None:
    """Take out of the graph exactly what only these documents support.

    POLICY is a document's title, number or id, as `liantu query policies` prints them.

    \b
    Example:
      liantu forget 湘政办发〔2022〕60号 --graph liantu.kgl
    """
    failures = []
    with open_store(graph, writable=True) as store:
        for policy in policies:
            try:
                say(f"forgotten: {safe(forget(store, policy))}")
            except LiantuError as error:
                failures.append(Failure(str(error)))
    finish(failures)


def forget(store: Store, policy: str) -> str:
    """Forget one document by id, title or number. Returns its title; raises GraphError unless it is exactly one."""
    loaded = [(str(row[0]), str(row[1]), row[2]) for row in store.run(_LOADED).rows]
    meant = [row for row in loaded if policy in row]
    if len(meant) == 1:
        store.forget(meant[0][0])
        return meant[0][1]
    if meant:
        titles = "、".join(row[1] for row in meant)
        raise GraphError(f"{policy} is the number of several documents ({titles}); give the title of one.")
    known = "、".join(row[1] for row in loaded[:_SHOWN]) or "none"
    raise GraphError(f"{policy} is no document of this graph; give a title, number or id, such as: {known}.")
