"""The kinds of decisions, one a file, in the order in which they are listed."""

from collections.abc import Mapping

from graph.corrections.decisions import alias, merge, missing, not_entity, rename, retype, split, wrong
from graph.corrections.kind import Kind

DECISIONS: Mapping[str, Kind] = {
    "not_entity": not_entity.kind,
    "retype": retype.kind,
    "rename": rename.kind,
    "merge": merge.kind,
    "split": split.kind,
    "alias": alias.kind,
    "wrong": wrong.kind,
    "missing": missing.kind,
}
