"""What is doubtful in a graph, as rows of the sheets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from liantu.known_names import is_known
from liantu.output.safe import safe
from liantu.review.sheets import DUPLICATES, NAMES, RELATIONS, TARGETS, ReviewSheet
from queries import run

_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_LONGEST = 200

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list: relations surer than `below` are left out, of each sheet the first `limit` rows are kept, and with
    `about` only those that have to do with this name. `own` are names of the user's lexicon, with labels."""

    limit: int
    below: float
    about: str = ""
    own: frozenset[tuple[str, str]] = frozenset()


def review_rows(store: Store, wanted: Wanted) -> Mapping[ReviewSheet, Sequence[Record]]:
    """The rows of each sheet as records by the keys of its columns."""
    names = [dict(zip(table.columns, row, strict=True)) for table in [run(store, "review_names")] for row in table.rows]
    found = {
        RELATIONS: _relations(store, wanted),
        NAMES: _names(names, wanted),
        DUPLICATES: _duplicates(store, names),
        TARGETS: _targets(store),
    }
    return {sheet: _first(rows, wanted) for sheet, rows in found.items()}


def _first(rows: Iterator[Record], wanted: Wanted) -> list[Record]:
    kept: list[Record] = []
    for row in rows:
        if len(kept) == wanted.limit:
            break
        if not wanted.about or wanted.about in (row.get("name"), row.get("other_name"), row.get("policy")):
            kept.append(row)
    return kept


def _relations(store: Store, wanted: Wanted) -> Iterator[Record]:
    for row in run(store, "review_relations", {"below": str(wanted.below)}).rows:
        label, source, relation, other_label, target, confidence, rule, policy, clause, quote = row
        yield {
            "type": _zh(label), "name": source, "relation": relation, "other_type": _zh(other_label),
            "other_name": target, "sentence": quote, "policy": policy, "clause": clause, "confidence": confidence,
            "rule": rule,
        }  # fmt: skip


def _names(names: Sequence[Record], wanted: Wanted) -> Iterator[Record]:
    """Those that no vocabulary knows; they come by how many documents and clauses name them."""
    for row in names:
        own = (row["label"], row["name"]) in wanted.own
        if not own and not is_known(row["label"], row["name"], row["aliases"] or ()):
            yield {
                "type": _zh(row["label"]), "name": row["name"], "documents": row["documents"],
                "clauses": row["clauses"], "aliases": row["aliases"], "example": _example(row),
                "where": f"《{row['policy']}》{row['clause'] or ''}",
            }  # fmt: skip


def _duplicates(store: Store, names: Sequence[Record]) -> Iterator[Record]:
    """Pairs, the most alike first; the one that fewer clauses name is to go into the other."""
    known = {(_zh(row["label"]), row["name"]): row for row in names}
    for label, one, other, likeness, reason in run(store, "duplicates").rows:
        rows = [known.get((label, name)) for name in (one, other)]
        if None in rows:
            continue  # a person has decided on one of them
        less, more = sorted((row for row in rows if row), key=lambda row: (row["clauses"], row["name"]))
        yield {
            "type": label, "name": less["name"], "other_name": more["name"], "likeness": likeness, "reason": reason,
            "clauses": less["clauses"], "example": _example(less), "clauses_other": more["clauses"],
            "example_other": _example(more),
        }  # fmt: skip


def _targets(store: Store) -> Iterator[Record]:
    known = ontology()
    for label, subject, target, policy, clause, quote in run(store, "review_targets").rows:
        yield {
            "type": label, "name": subject, "relation": known.relations["HAS_TARGET"].zh,
            "other_type": known.labels["Target"].zh, "other_name": target, "sentence": quote, "policy": policy,
            "clause": clause,
        }  # fmt: skip


def _example(row: Record) -> str:
    """The sentence of a clause that names a thing, or the beginning of the clause where none does in these words."""
    text = safe(str(row["text"])).strip()
    for name in (row["name"], *(row["aliases"] or ())):
        for match in _SENTENCE.finditer(text):
            if name in match[0]:
                return match[0].strip()[:_LONGEST]
    return text[:_LONGEST]


def _zh(label: str) -> str:
    return ontology().labels[label].zh
