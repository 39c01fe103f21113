"""The statements that docs/ gives for Neo4j Browser run on a server as a reader would run them."""

import subprocess
from collections.abc import Callable, Iterator

import pytest
from doc_pages import ROOT, blocks
from neo4j_server import Server

pytestmark = pytest.mark.server
Run = Callable[..., subprocess.CompletedProcess[str]]


def _statements() -> Iterator[tuple[str, str]]:
    """(page, statement) of each block of Cypher in tools.md and neo4j.md; a block may hold several that end in `;`."""
    for page in ("tools.md", "neo4j.md"):
        for block in blocks((ROOT / "docs" / page).read_text(encoding="utf-8")):
            if block.language == "cypher":
                for statement in "\n".join(block.lines).split(";\n"):
                    yield page, statement.strip().rstrip(";")


def test_statements_for_neo4j_browser_find_something(liantu: Run, server: Server) -> None:
    """On the examples each gives rows; the one that removes everything of Liantu's runs last and does so."""
    read = liantu("ingest", ROOT / "examples", "--graph", server.uri, settings=server.environment)
    assert read.returncode == 0, read.stderr
    found = list(_statements())
    assert {page for page, _ in found} == {"tools.md", "neo4j.md"}
    with server.driver() as driver, driver.session(database=server.database) as session:
        for page, statement in sorted(found, key=lambda pair: "DELETE" in pair[1]):
            rows = list(session.run(statement.removeprefix(":auto ")))
            assert rows or "DELETE" in statement, f"{page}: {statement}"
        left = session.run("MATCH (n) RETURN count(n) AS left").single(strict=True)["left"]
    assert left == 0
