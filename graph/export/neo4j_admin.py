"""A folder that `neo4j-admin database import full` loads: a header and a data file for each label and each type.

Values have the types with which they were loaded: where some of a property are of another type than the rest, these
stand in files of their own, since a header names one type for a column. Text is quoted, and a missing value is not, so
that an empty text stays one. Constraints, indexes and empty lists cannot be imported: the migrations make them, which
the next load runs, and which after-import.cypher holds.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import IO, Any

from graph.errors import OutputError
from graph.export.columns import type_of
from graph.export.neo4j_commands import Group, readme, shell_script, windows_script
from graph.export.records import Whole
from graph.ontology import ontology
from graph.stores.base import FORMAT
from graph.stores.books import properties_of
from graph.stores.names import link_properties, node_labels, node_properties
from graph.stores.neo4j_migrations import migrations

# Opens a file of the folder by its name, for bytes.
Opener = Callable[[str], AbstractContextManager[IO[bytes]]]
# What stands between the values of a list; no text holds it.
DELIMITER = "\x1f"
_SPACE = "Liantu"
_KINDS = {"text": "string", "long": "long", "double": "double", "boolean": "boolean", "list": "string[]"}
_BOOKS = ("name", "number", "digest", "reading", "doubles", "contribution")


@dataclass(slots=True)
class _Table:
    """The files of one label or type, one pair for each set of types that its values have."""

    option: str
    stem: str
    ends: tuple[str, ...]
    columns: tuple[str, ...]
    open: Callable[[str], IO[bytes]]
    files: dict[tuple[str, ...], IO[bytes]] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    longest: int = 0

    def add(self, ends: Sequence[str], values: Sequence[Any]) -> None:
        """Write a row."""
        kinds = tuple(_kind(name, value) for name, value in zip(self.columns, values, strict=True))
        if kinds not in self.files:
            self.files[kinds] = self._begin(kinds)
        row = (",".join(map(_field, (*ends, *values))) + "\n").encode("utf-8")
        self.files[kinds].write(row)
        self.longest = max(self.longest, len(row))

    def _begin(self, kinds: tuple[str, ...]) -> IO[bytes]:
        stem = self.stem if not self.files else f"{self.stem}-{len(self.files) + 1}"
        told = [f"{name}:{kind}" for name, kind in zip(self.columns, kinds, strict=True)]
        header = self.open(f"{stem}-header.csv")
        header.write((",".join([*self.ends, *told]) + "\n").encode("utf-8"))
        self.groups.append(Group(self.option, f"{stem}-header.csv", f"{stem}.csv"))
        return self.open(f"{stem}.csv")


def write(whole: Whole, opener: Opener) -> None:
    """Write the folder. Raises OutputError for a name in a list that the format cannot hold."""
    with ExitStack() as stack:

        def begin(name: str) -> IO[bytes]:
            return stack.enter_context(opener(name))

        tables = [*_nodes(whole, begin), *_links(whole, begin), *_books(whole, begin)]
        groups = [group for table in tables for group in table.groups]
        for name, text in _texts(groups, max(table.longest for table in tables)).items():
            begin(name).write(text.encode("utf-8"))


def _texts(groups: Sequence[Group], longest: int) -> dict[str, str]:
    """The other files of the folder by name. A script for Windows has line ends of Windows."""
    statements = [" ".join(statement.split()) for migration in migrations() for statement in migration.statements]
    return {
        "after-import.cypher": "".join(f"{statement};\n" for statement in statements),
        "import.sh": shell_script(groups, longest),
        "import.bat": windows_script(groups, longest),
        "README.txt": readme(),
    }


def _nodes(whole: Whole, begin: Callable[[str], IO[bytes]]) -> Iterator[_Table]:
    for label in ontology().labels:
        columns = node_properties(label)
        option = f"--nodes={':'.join(node_labels(label))}"
        table = _Table(option, f"nodes-{label}", (f"id:ID({_SPACE})",), columns, begin)
        for key, properties in whole.nodes(label):
            table.add((key,), [properties.get(name) for name in columns])
        yield table


def _links(whole: Whole, begin: Callable[[str], IO[bytes]]) -> Iterator[_Table]:
    tables: dict[str, _Table] = {}
    ends = (f":START_ID({_SPACE})", f":END_ID({_SPACE})")
    for link in whole.links():
        if link.type not in tables:
            option = f"--relationships={link.type}"
            tables[link.type] = _Table(option, f"links-{link.type}", ends, link_properties(link.type), begin)
        table = tables[link.type]
        table.add((link.source, link.target), [link.properties.get(name) for name in table.columns])
    yield from (tables[kind] for kind in sorted(tables))


def _books(whole: Whole, begin: Callable[[str], IO[bytes]]) -> Iterator[_Table]:
    """The records of the documents, and that of the graph's form. Those of migrations are left to who makes these."""
    books = _Table("--nodes=LiantuDocument", "documents", ("id:ID(LiantuDocument)",), _BOOKS, begin)
    for record in whole.records():
        properties = properties_of(record)
        books.add((record.id,), [properties[name] for name in _BOOKS])
    meta = _Table("--nodes=LiantuMeta", "meta", ("id:ID(LiantuMeta)",), ("format",), begin)
    meta.add(("liantu",), (FORMAT,))
    yield from (books, meta)


def _kind(name: str, value: Any) -> str:
    """The type of a column for a value; what is missing goes with the usual one."""
    if value is None:
        return _KINDS[type_of(name)]
    return _OF[type(value)]


_OF = {str: "string", bool: "boolean", int: "long", float: "double", list: "string[]"}


def _field(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        if any(DELIMITER in item for item in value):
            raise OutputError(
                f"The name {value!r} holds the separator of lists, U+001F; correct it where it comes from."
            )
        return _quoted(DELIMITER.join(value))
    if isinstance(value, str):
        return _quoted(value)
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
