"""Labels and relation types become their Chinese names, in the columns `label` and `relation`."""

from collections.abc import Mapping
from typing import Any

from graph.ontology import ontology
from graph.stores import Answer


def step(answer: Answer, _parameters: Mapping[str, Any]) -> Answer:
    """The same rows in the same order."""
    known = ontology()
    names = {
        "label": {name: label.zh for name, label in known.labels.items()},
        "relation": {name: relation.zh for name, relation in known.relations.items()},
    }
    tables = [names.get(column, {}) for column in answer.columns]
    rows = tuple(
        tuple(table.get(value, value) if table else value for table, value in zip(tables, row, strict=True))
        for row in answer.rows
    )
    return Answer(answer.columns, rows, answer.truncated)
