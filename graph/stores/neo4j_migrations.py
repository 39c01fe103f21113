"""Constraints and indexes of a Neo4j database: numbered files, applied in order, and recorded in the graph."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from neo4j import ManagedTransaction, Session
from neo4j.exceptions import Neo4jError

from graph.errors import DataError, NotOurGraph

_FILE = re.compile(r"V(\d{4})__(\w+)\.cypher")
_COMMENT = re.compile(r"^\s*//.*$", re.M)
# An index that the database has under another name, or behind a constraint of somebody else, serves as well as ours.
_THERE = ("Neo.ClientError.Schema.ConstraintAlreadyExists", "Neo.ClientError.Schema.IndexAlreadyExists")
# Another writer made the same at the same time.
_JUST_MADE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists"
_AWAIT_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Migration:
    """One file: its number, name, statements, and the checksum by which a changed file is found."""

    version: int
    name: str
    statements: tuple[str, ...]
    checksum: str


@cache
def migrations() -> tuple[Migration, ...]:
    """All files in order. Raises DataError if a name is not V0001__name.cypher or a number is missing."""
    found: list[Migration] = []
    for file in sorted(files("graph").joinpath("migrations").iterdir(), key=lambda file: file.name):
        name = _FILE.fullmatch(file.name)
        if name is None or int(name.group(1)) != len(found) + 1:
            raise DataError(f"graph/migrations/{file.name} is not called V{len(found) + 1:04}__NAME.cypher; rename it.")
        text = file.read_text(encoding="utf-8")
        statements = tuple(filter(None, (part.strip() for part in _COMMENT.sub("", text).split(";"))))
        checksum = sha256(text.encode("utf-8")).hexdigest()
        found.append(Migration(len(found) + 1, name.group(2), statements, checksum))
    return tuple(found)


def applied(session: Session) -> Mapping[int, str]:
    """The checksums of the migrations that a database records, by number."""
    rows = session.run("MATCH (m:LiantuMigration) RETURN m.version AS version, m.checksum AS checksum")
    return {row["version"]: row["checksum"] for row in rows}


def migrate(session: Session, place: str) -> None:
    """Apply what is missing. Two that do it at once do the same. Raises NotOurGraph after a newer or changed Liantu."""
    done = applied(session)
    known = {migration.version: migration for migration in migrations()}
    if any(version not in known or known[version].checksum != checksum for version, checksum in done.items()):
        raise NotOurGraph(
            f"The {place} was set up by another version of Liantu; use that version, or load the documents into "
            "another database (NEO4J_DATABASE)."
        )
    missing = [migration for migration in migrations() if migration.version not in done]
    for migration in missing:
        _apply(session, migration)
    if missing:
        session.run("CALL db.awaitIndexes($seconds)", seconds=_AWAIT_SECONDS).consume()


def _apply(session: Session, migration: Migration) -> None:
    """Each statement in a transaction of its own, as the server wants schema to be changed; the record last."""
    for statement in migration.statements:
        try:
            session.execute_write(_run, statement)
        except Neo4jError as error:
            served = error.code in _THERE and statement.startswith("CREATE INDEX")
            if not served and error.code != _JUST_MADE:
                raise
    session.execute_write(
        _run,
        "MERGE (m:LiantuMigration {version: $version}) SET m.name = $name, m.checksum = $checksum, "
        "m.applied = toString(datetime())",
        version=migration.version,
        name=migration.name,
        checksum=migration.checksum,
    )


def _run(transaction: ManagedTransaction, /, statement: str, **parameters: Any) -> None:
    transaction.run(statement, parameters).consume()
