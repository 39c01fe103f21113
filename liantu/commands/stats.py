"""`liantu stats`: how much is in the graph."""

from pathlib import Path

import click

from graph.ontology import ontology
from graph.stores import Store, open_store
from liantu.options import emit, format_options, graph_option
from liantu.output import Sheet


@click.command()
@graph_option
@format_options
def command(graph: str | None, format_name: str | None, output: Path | None) -> None:
    """Count what is in the graph, by label and by relation type, sorted by name.

    \b
    Example:
      liantu stats --graph liantu.kgl --format json
    """
    with open_store(graph, writable=False) as store:
        sheet = stats(store)
    emit(sheet, format_name, output)


def stats(store: Store) -> Sheet:
    """One row for each label and relation type of the ontology that occurs, labels first."""
    known = ontology()
    labels = {name: label.zh for name, label in known.labels.items()}
    types = {name: relation.zh for name, relation in known.relations.items()}
    counts = store.counts()
    rows = [("label", name, labels.get(name, ""), number) for name, number in sorted(counts.labels.items())]
    rows += [("relation", name, types.get(name, ""), number) for name, number in sorted(counts.relations.items())]
    return Sheet(("kind", "name", "zh", "count"), ("种类", "名称", "中文", "数量"), tuple(rows))
