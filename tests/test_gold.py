"""Extraction against the gold graphs: no figure falls below its floor, and our scorer counts as the shared one."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import measure
import pytest
from scoring import judge

from extract.pipeline import extract_text
from extract.reading import read
from graph.jsonl import encode

SHARED = measure.SHARED
LOWEST = {"entities": 0.85, "relations": 0.75, "units": 0.92, "metadata": 0.95}


def _here(name: str) -> None:
    if not any(True for _ in measure.texts_of(name)):
        pytest.skip(f"the texts of {name} are not here (no ../shared): their gold graphs were left out")


@pytest.mark.parametrize("name", measure.SETS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    """On the same texts extraction is as good as it has ever been."""
    _here(name)
    stored = measure.floors()[name]
    assert measure.fingerprint(name) == stored["texts"], "the texts changed: run python tools/measure.py --write"
    figures = measure.figures(measure.judged(name))
    assert {kind: value for kind, value in figures.items() if value < stored[kind]} == {}


def test_the_two_shared_gold_documents_are_read_well_enough() -> None:
    """The floors of the contract hold on the two settled gold graphs, whatever our own floors say."""
    _here("seeds")
    figures = measure.figures(measure.judged("seeds"))
    assert {kind: figures[kind] for kind, least in LOWEST.items() if figures[kind] < least} == {}


def test_our_scorer_agrees_with_the_shared_one(tmp_path: Path) -> None:
    """On the seeds both scorers count the same right, wrong and missing facts."""
    _here("seeds")
    golds = sorted((SHARED / "gold").glob("seed_*.json"))
    facts = tmp_path / "facts.jsonl"
    documents = []
    for gold in golds:
        name = json.loads(gold.read_text(encoding="utf-8"))["doc"]
        documents.append(extract_text(read(SHARED / "corpus" / name).text, name))
    facts.write_text("".join(encode(document) + "\n" for document in documents), encoding="utf-8")
    command = [sys.executable, str(SHARED / "score.py"), str(facts), *map(str, golds), "--json"]
    shared = json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)
    ours = {kind: [0, 0, 0] for kind in ("entity:", "relation:", "unit", "role", "target", "metadata")}
    for gold, document in zip(golds, documents, strict=True):
        judgement = judge(document, json.loads(gold.read_text(encoding="utf-8")))
        for kind, counts in ours.items():
            total = judgement.total(kind)
            counts[:] = [counts[0] + total.right, counts[1] + total.wrong, counts[2] + total.missing]
    theirs = {"entity:": "entity (all)", "relation:": "relation (all)", "unit": "responsibility:unit"}
    theirs |= {"role": "responsibility:role"}
    for kind, counts in ours.items():
        row = shared[theirs.get(kind, kind)]
        assert counts == [row["tp"], row["fp"], row["fn"]], kind


def test_every_rule_has_a_measured_confidence() -> None:
    """Each rule that stated a fact on the examples has a figure, between 0 and 1, in the data file."""
    rules = tomllib.loads(measure.CONFIDENCE.read_text(encoding="utf-8"))["rules"]
    used = {
        item.rule
        for path, _ in measure.texts_of("examples")
        for relation in extract_text(read(path).text, path.name).relations
        for item in relation.evidence
    }
    assert used <= set(rules)
    assert all(0 < value < 1 for value in rules.values())
