"""The rows that every pack is to give: tests/expected/NAME.json, one file a pack, one row a line.

Usage: python tools/expected_rows.py           name the packs whose rows are others; exit code 1 if there are any
       python tools/expected_rows.py --write   write them; then read what changed against the documents
The parameters stand in tests/expected/parameters.toml, the graph is that of tests/packs_graph.py.
"""

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = ROOT / "tests" / "expected"
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from packs_graph import load_into  # noqa: E402 - found only once the folders are on the path

from graph.stores import Store, open_store  # noqa: E402 - as above
from queries import Table, packs, run  # noqa: E402 - as above


def parameter_sets() -> dict[str, list[dict[str, str]]]:
    """The sets of parameters by pack."""
    return tomllib.loads((EXPECTED / "parameters.toml").read_text(encoding="utf-8"))


def tables(store: Store, name: str) -> list[tuple[Mapping[str, str], Table]]:
    """What a pack answers to each of its sets."""
    return [(given, run(store, name, given)) for given in parameter_sets()[name]]


def as_text(answers: Sequence[tuple[Mapping[str, str], Table]]) -> str:
    """The answers as the text of a file: JSON with one row a line."""
    return "[\n" + ",\n".join(_answer(given, table) for given, table in answers) + "\n]\n"


def _answer(given: Mapping[str, str], table: Table) -> str:
    rows = ",\n".join(f"    {_json(row)}" for row in table.rows)
    return f'  {{"parameters": {_json(given)},\n   "columns": {_json(table.columns)},\n   "rows": [\n{rows}\n  ]}}'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def stale(store: Store, *, write: bool = False) -> Iterator[str]:
    """The packs whose rows are not those of their file; with `write` the files are renewed."""
    for pack in packs():
        path = EXPECTED / f"{pack.name}.json"
        text = as_text(tables(store, pack.name))
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield pack.name
            if write:
                path.write_text(text, encoding="utf-8", newline="\n")


def main() -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(description="Check or write the rows that every pack is to give.")
    parser.add_argument("--write", action="store_true", help="write the files that are not as they should be")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "packs.kgl")
        with open_store(path, writable=True) as store:
            load_into(store)
        with open_store(path) as store:
            found = list(stale(store, write=options.write))
    for name in found:
        print(f"{'written' if options.write else 'other rows'}: {name}")
    return 1 if found and not options.write else 0


if __name__ == "__main__":
    sys.exit(main())
