"""Everything in a Neo4j database, with the server's own labels, types and properties."""

import json

from neo4j_server import Server

Raw = tuple[list[str], list[str]]
_NODES = "MATCH (n) WHERE NOT n:LiantuMigration RETURN labels(n) AS labels, properties(n) AS properties"
_LINKS = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties"
_MIGRATIONS = "MATCH (m:LiantuMigration) RETURN m.version AS version, m.name AS name, m.checksum AS checksum"


def raw(server: Server) -> Raw:
    """Nodes and relationships as sorted texts, without the records of migrations and the counter of writers' turns."""
    with server.driver() as driver:
        nodes = driver.execute_query(_NODES, database_=server.database).records
        links = driver.execute_query(_LINKS, database_=server.database).records
    found = [(sorted(row["labels"]), {k: v for k, v in row["properties"].items() if k != "turns"}) for row in nodes]
    return sorted(map(_text, found)), sorted(_text(row.data()) for row in links)


def migrations(server: Server) -> list[str]:
    """The records of the migrations, without the time of each."""
    with server.driver() as driver:
        return sorted(_text(row.data()) for row in driver.execute_query(_MIGRATIONS, database_=server.database).records)


def schema(server: Server) -> list[str]:
    """The names of the constraints and indexes that are Liantu's."""
    shown = ("SHOW CONSTRAINTS YIELD name", "SHOW INDEXES YIELD name")
    with server.driver() as driver:
        rows = [row for each in shown for row in driver.execute_query(each, database_=server.database).records]
    return sorted({row["name"] for row in rows if row["name"].startswith("liantu_")})


def _text(value: object) -> str:
    """Numbers of different types differ: 1 is not 1.0."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
