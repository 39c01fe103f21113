"""docs/packs.md and its Chinese page: every pack with question, parameters, columns, an example and its first rows, and
the lines for Neo4j Browser.

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
_ENGLISH = {
    "none": "No parameters.",
    "titles": "parameter|type|default|one of|说明",
    "needed": "must be given",
    "columns": "Columns: {}.",
    "between": "; ",
    "steps": "The rows of the statement go through {}.",
    "more": "… and {} more.",
    "statement": "Statement: `{}`.",
    "after": "Statement: `{}`, in Neo4j Browser after:",
}
_CHINESE = {
    "none": "没有参数。",
    "titles": "参数|类型|默认值|可取的值|说明",
    "needed": "必填",
    "columns": "列：{}。",
    "between": "；",
    "steps": "语句得出的行再经过 {}。",
    "more": "……另有 {} 行。",
    "statement": "语句：`{}`。",
    "after": "语句：`{}`，在 Neo4j Browser 里先执行：",
}
_SPECIAL = re.compile(r"""[\s'"$`\\|&;<>()*?\[\]{}~#!]""")


def pack_list(chinese: bool = False) -> str:
    """All packs, by subject."""
    words = _CHINESE if chinese else _ENGLISH
    parts: list[str] = []
    with _graph() as store:
        for subject, title in SUBJECTS.items():
            parts.append(f"## {subject} {title}")
            parts += [_pack(store, pack, words) for pack in packs() if pack.subject == subject]
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


def _pack(store: Store, pack: Pack, words: Mapping[str, str]) -> str:
    given = parameter_sets()[pack.name][0]
    columns = words["between"].join(f"`{name}` {title}" for name, title in pack.columns)
    steps = ", ".join(f"`queries/post/{name}.py`" for name in pack.post)
    statement = words["after" if pack.parameters else "statement"]
    return "\n\n".join(
        [
            f"### {pack.name}",
            f"{pack.title}：{pack.answers}",
            _parameters(pack, words),
            words["columns"].format(columns),
            *([words["steps"].format(steps)] if pack.post else []),
            f"```sh\n{_call(pack, given)}\n```",
            _result(run(store, pack.name, given), words),
            statement.format(pack.source),
            *([f"```text\n{_lines(parameter_values(store, pack, given))}\n```"] if pack.parameters else []),
        ]
    )


def _parameters(pack: Pack, words: Mapping[str, str]) -> str:
    if not pack.parameters:
        return words["none"]
    rows = [
        [
            item.name,
            item.type,
            words["needed"] if item.default is None else f'`"{item.default}"`',
            "、".join(item.choices),
            item.about,
        ]
        for item in pack.parameters
    ]
    return table(words["titles"].split("|"), rows)


def _call(pack: Pack, given: Mapping[str, str]) -> str:
    words = [word for name, value in given.items() for word in ("-p", f"{name}={value}")]
    return " ".join(["liantu", "query", pack.name, *map(_word, words)])


def _word(word: str) -> str:
    """A word as a shell wants it; Chinese needs no quotes."""
    return shlex.quote(word) if _SPECIAL.search(word) else word


def _result(answer: Table, words: Mapping[str, str]) -> str:
    """The first rows, with long texts cut short."""
    rows = tuple(tuple(_short(cell_text(value)) for value in row) for row in answer.rows[:_ROWS])
    shown = render(Sheet(answer.columns, answer.titles, rows), "md").rstrip("\n")
    more = len(answer.rows) - len(rows)
    return shown + (f"\n\n{words['more'].format(more)}" if more else "")


def _short(text: str) -> str:
    return text if len(text) <= _TEXT else text[:_TEXT] + "…"


def _lines(values: Mapping[str, Any]) -> str:
    """`:param` lines for Neo4j Browser: nodes by their ids."""
    return "\n".join(f":param {name} => {_literal(value)}" for name, value in values.items())


def _literal(value: Any) -> str:
    if value is None:
        return "null"
    return str(value) if isinstance(value, int | float) else "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
