"""`liantu schema`: the ontology."""

from pathlib import Path

import click

from graph.ontology import Label, RelationType, ontology
from liantu.options import emit, format_options
from liantu.output import Sheet

_COLUMNS = ("kind", "name", "zh", "ends", "properties")
_TITLES = ("种类 kind", "名称 name", "中文", "从 → 到 / 标识 identity", "属性 properties")


@click.command()
@format_options
def command(format_name: str | None, output: Path | None) -> None:
    """Print labels and relation types with their Chinese names, ends and properties.

    \b
    Example:
      liantu schema --format md
    """
    emit(schema(), format_name, output)


def schema() -> Sheet:
    """The ontology as rows: labels, relation types, in the order of the data file, and what corrections add to both."""
    known = ontology()
    rows = [_label(label) for label in known.labels.values()]
    rows += [_relation(relation) for relation in known.relations.values()]
    rows.append(("property", ", ".join(known.corrected), "、".join(known.corrected.values()), "corrected facts", ""))
    return Sheet(_COLUMNS, _TITLES, tuple(rows))


def _label(label: Label) -> tuple[object, ...]:
    return ("label", label.name, label.zh, label.identity, _properties(label))


def _relation(relation: RelationType) -> tuple[object, ...]:
    arrow = " — " if relation.symmetric else " → "
    ends = "; ".join(_names(left) + arrow + _names(right) for left, right in relation.ends)
    return ("relation", relation.name, relation.zh, ends, _properties(relation))


def _names(labels: frozenset[str]) -> str:
    """Labels in the order of the ontology, all the divisions together as Region."""
    known = ontology()
    regions = frozenset(known.region_labels)
    names = ["Region"] if regions <= labels else []
    return ", ".join(names + [name for name in known.labels if name in labels and not (names and name in regions)])


def _properties(kind: Label | RelationType) -> str:
    return ", ".join(name for name in kind.properties if name not in ontology().corrected)
