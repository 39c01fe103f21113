"""The rows of every pack, kept in tests/expected and read once by hand against the documents."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from expected_rows import EXPECTED, as_text, parameter_sets, tables
from packs_graph import load_into

from graph.stores import Store, open_store
from queries import Pack, packs

SETS = parameter_sets()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The examples and the documents about steel in a graph."""
    path = str(tmp_path_factory.mktemp("rows") / "g.kgl")
    with open_store(path, writable=True) as opened:
        load_into(opened)
    with open_store(path) as opened:
        yield opened


def _kept(name: str) -> list[dict[str, Any]]:
    """What is kept of a pack."""
    answers: list[dict[str, Any]] = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))
    return answers


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)
def test_a_pack_gives_the_rows_that_are_kept(store: Store, pack: Pack) -> None:
    """Columns and rows, in their order, are those of the file."""
    kept = (EXPECTED / f"{pack.name}.json").read_text(encoding="utf-8")
    assert as_text(tables(store, pack.name)) == kept, "run tools/expected_rows.py --write and read what changed"


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)
def test_every_pack_is_tried_and_no_answer_is_empty(pack: Pack) -> None:
    """A pack with parameters has at least two sets of them; each set has rows, and the columns of the header."""
    answers = _kept(pack.name)
    assert [answer["parameters"] for answer in answers] == SETS[pack.name]
    assert len(answers) >= (2 if pack.parameters else 1)
    assert all(answer["rows"] for answer in answers)
    assert all(answer["columns"] == [name for name, _ in pack.columns] for answer in answers)


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)
def test_every_parameter_is_tried(pack: Pack) -> None:
    """Each parameter is given in some set."""
    given = {name for answer in SETS[pack.name] for name in answer}
    assert given == {parameter.name for parameter in pack.parameters}


def test_nothing_is_kept_of_packs_that_are_gone() -> None:
    """Files and sets of parameters are those of the packs there are."""
    names = {pack.name for pack in packs()}
    assert {path.stem for path in EXPECTED.glob("*.json")} == names == set(SETS)


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)
def test_the_order_of_a_pack_is_total(pack: Pack) -> None:
    """ORDER BY is the last clause and ends in an id, or in what the rows were grouped by."""
    last = pack.statement.rstrip().splitlines()[-1]
    assert re.fullmatch(
        r"ORDER BY .*(\b\w\.id(, ''\))?|\w\.clauseId|\bid|one\.id, other\.id|one, other)", last
    ) or last in (
        "ORDER BY year",
        "ORDER BY source, target",
        "ORDER BY confidence, facts DESC, rule, relation",
    )


@pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)
def test_statements_are_for_both_engines(pack: Pack) -> None:
    """No form that one engine lacks or reads otherwise: labels by position, block comments, ids taken from a link."""
    assert not re.search(r"labels\(\w+\)\[|/\*|\{\s*\w+:\s*\w+\.\w+", re.sub(r"collect\(\{.*?\}\)", "", pack.statement))
