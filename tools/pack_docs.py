"""docs/packs.md: every pack with question, parameters, columns, an example and its first rows, lines for Neo4j Browser.

The examples are the first sets of tests/expected/parameters.toml, the rows those of the graph of tests/packs_graph.py.
"""

import re
import shlex
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from expected_rows import parameter_sets
from markdown_table import table
from packs_graph import load_into

from graph.stores import Store, open_store
from liantu.output import Sheet, render
from liantu.output.cells import cell_text
from queries import Pack, Table, packs, run
from queries.packs import SUBJECTS
from queries.runner import parameter_values

_ROWS, _TEXT = 3, 40
_SPECIAL = re.compile(r"""[\s'"$`\\|&;<>()*?\[\]{}~#!]""")


def pack_list() -> str:
    """All packs, by subject."""
    parts: list[str] = []
    with _graph() as store:
        for subject, title in SUBJECTS.items():
            parts.append(f"## {subject} {title}")
            parts += [_pack(store, pack) for pack in packs() if pack.subject == subject]
    return "\n\n".join(parts)


@contextmanager
def _graph() -> Iterator[Store]:
    """The graph of the examples shown."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "packs.kgl")
        with open_store(path, writable=True) as store:
            load_into(store)
        with open_store(path) as store:
            yield store


def _pack(store: Store, pack: Pack) -> str:
    given = parameter_sets()[pack.name][0]
    columns = "; ".join(f"`{name}` {title}" for name, title in pack.columns)
    return "\n\n".join(
        [
            f"### {pack.name}",
            f"{pack.title}: {pack.answers}",
            _parameters(pack),
            f"Columns: {columns}.",
            *([_steps(pack)] if pack.post else []),
            f"```sh\n{_call(pack, given)}\n```",
            _result(run(store, pack.name, given)),
            f"Statement: `{pack.source}`" + (", in Neo4j Browser after:" if pack.parameters else "."),
            *([f"```text\n{_lines(parameter_values(store, pack, given))}\n```"] if pack.parameters else []),
        ]
    )


def _parameters(pack: Pack) -> str:
    if not pack.parameters:
        return "No parameters."
    rows = [
        [
            item.name,
            item.type,
            "must be given" if item.default is None else f'`"{item.default}"`',
            "、".join(item.choices),
            item.about,
        ]
        for item in pack.parameters
    ]
    return table(["parameter", "type", "default", "one of", "说明"], rows)


def _steps(pack: Pack) -> str:
    """What happens to the rows after the statement, which a server does not do."""
    steps = ", ".join(f"`queries/post/{name}.py`" for name in pack.post)
    return f"The rows of the statement go through {steps}."


def _call(pack: Pack, given: Mapping[str, str]) -> str:
    words = [word for name, value in given.items() for word in ("-p", f"{name}={value}")]
    return " ".join(["liantu", "query", pack.name, *map(_word, words)])


def _word(word: str) -> str:
    """A word as a shell wants it; Chinese needs no quotes."""
    return shlex.quote(word) if _SPECIAL.search(word) else word


def _result(answer: Table) -> str:
    """The first rows, with long texts cut short."""
    rows = tuple(tuple(_short(cell_text(value)) for value in row) for row in answer.rows[:_ROWS])
    shown = render(Sheet(answer.columns, answer.titles, rows), "md").rstrip("\n")
    more = len(answer.rows) - len(rows)
    return shown + (f"\n\n… and {more} more." if more else "")


def _short(text: str) -> str:
    return text if len(text) <= _TEXT else text[:_TEXT] + "…"


def _lines(values: Mapping[str, Any]) -> str:
    """`:param` lines for Neo4j Browser: nodes by their ids."""
    return "\n".join(f":param {name} => {_literal(value)}" for name, value in values.items())


def _literal(value: Any) -> str:
    if value is None:
        return "null"
    return str(value) if isinstance(value, int | float) else "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
