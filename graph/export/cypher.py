"""A script of Cypher that builds the same graph in a Neo4j database that holds none of Liantu's yet.

Statements end with a semicolon at the end of a line, and nothing else does. A script takes no parameters: values are
written as literals. First come constraints and indexes, and last the record of the graph's form: a script that was
broken off leaves nothing that Liantu takes for a graph.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import IO, Any

from graph.export.records import Whole
from graph.ontology import ontology
from graph.rows import LinkRow
from graph.stores.base import FORMAT
from graph.stores.books import properties_of
from graph.stores.names import known_type, node_labels
from graph.stores.neo4j_migrations import Migration, migrations

_BATCH = 200
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HEAD = """\
// A graph of Liantu (链图). Run it on a Neo4j 5.26 or newer whose database holds no graph of Liantu's:
//   cypher-shell -a neo4j://HOST:7687 -u neo4j -d neo4j -f FILE
"""


def write(whole: Whole, stream: IO[bytes]) -> None:
    """Write the script as UTF-8."""
    for part in _statements(whole):
        stream.write(part.encode("utf-8"))


def literal(value: Any) -> str:
    """A value as it stands in a statement: any text, number, truth value, list or mapping."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_name(key)}: {literal(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    return json.dumps(value, allow_nan=False)


def _text(text: str) -> str:
    r"""A text between apostrophes, with no line end and no other control character in it.

    Servers turn \uXXXX into a character before they read anything else: a backslash and a u that follows it stand in
    two texts, which are joined.
    """
    return "'" + _SPECIAL.sub(_escaped, text) + "'"


_SPECIAL = re.compile("\\\\(?=[uU])|[\\\\'\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\\":
        after = match.string[match.end() : match.end() + 1]
        return "\\\\' + '" if after in ("u", "U") and after else "\\\\"
    return "\\'" if character == "'" else f"\\u{ord(character):04x}"


def _name(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else f"`{key.replace('`', '``')}`"


def _statements(whole: Whole) -> Iterator[str]:
    yield _HEAD
    for migration in migrations():
        yield from _migration(migration)
    for label in ontology().labels:
        create = f"CREATE (n:{':'.join(node_labels(label))}) SET n = r"
        yield from _batched(({"id": key, **properties} for key, properties in whole.nodes(label)), create)
    yield from _links(whole.links())
    for record in whole.records():
        told = {key: value for key, value in properties_of(record).items() if value is not None}
        yield f"CREATE (d:LiantuDocument {literal(told)});\n"
    yield f"CREATE (m:LiantuMeta {literal({'id': 'liantu', 'format': FORMAT})});\n"


def _migration(migration: Migration) -> Iterator[str]:
    """What a migration makes, and the record that it was applied."""
    for statement in migration.statements:
        yield " ".join(statement.split()) + ";\n"
    told = {"name": migration.name, "checksum": migration.checksum}
    yield (
        f"MERGE (m:LiantuMigration {{version: {migration.version}}}) "
        f"SET m += {literal(told)}, m.applied = toString(datetime());\n"
    )


def _links(links: Iterable[LinkRow]) -> Iterator[str]:
    """The relationships, those of one type together; no more of a type are kept than one statement takes."""
    waiting: dict[str, list[LinkRow]] = defaultdict(list)
    for link in links:
        waiting[link.type].append(link)
        if len(waiting[link.type]) == _BATCH:
            yield _joined(link.type, waiting.pop(link.type))
    for kind in sorted(waiting):
        yield _joined(kind, waiting[kind])


def _joined(kind: str, links: Sequence[LinkRow]) -> str:
    rows = [[link.source, link.target, dict(link.properties)] for link in links]
    ends = "MATCH (a:Liantu {id: r[0]}) MATCH (b:Liantu {id: r[1]})"
    return f"UNWIND {_rows(rows)} AS r {ends} CREATE (a)-[x:{known_type(kind)}]->(b) SET x = r[2];\n"


def _batched(rows: Iterable[Mapping[str, Any]], then: str) -> Iterator[str]:
    coming = iter(rows)
    while batch := list(islice(coming, _BATCH)):
        yield f"UNWIND {_rows(batch)} AS r {then};\n"


def _rows(rows: Sequence[Any]) -> str:
    """A list with one row a line."""
    return "[\n" + ",\n".join(map(literal, rows)) + "\n]"
