"""Where a Neo4j server is, how to log in, and whether it is new enough."""

import logging
import os
import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from neo4j import Driver, GraphDatabase

from graph.errors import GraphError

OLDEST = (5, 26)
_CONNECT_SECONDS = 15.0
_RETRY_SECONDS = 30.0
_VERSION = re.compile(r"Neo4j/(\d+)\.(\d+)")

# The driver tells its troubles by exceptions as well; without a handler Python prints what it logs.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Login:
    """A server, a database (None for the user's home database) and a user; `shown` is what messages call the server."""

    uri: str
    shown: str
    username: str | None
    password: str | None = field(repr=False)
    database: str | None

    @property
    def place(self) -> str:
        """The database and the server in a message."""
        return f"database {self.database} at {self.shown}" if self.database else self.shown


def login(uri: str) -> Login:
    """How to log in at a URI: user, password and database come from the environment, which no process list shows.

    Raises GraphError where the URI holds a user or a password, or is none.
    """
    scheme = uri.partition("://")[0]
    if "@" in uri:
        raise GraphError(
            "A graph's URI may hold neither user nor password, since others see it in the list of processes; set "
            f"NEO4J_USERNAME and NEO4J_PASSWORD and give {scheme}://HOST:PORT."
        )
    try:
        parts = urlsplit(uri)
        shown = _shown(parts)
    except ValueError as error:
        raise GraphError(f"This is no URI of a server; give one such as {scheme}://127.0.0.1:7687.") from error
    if parts.path.strip("/") or parts.fragment:
        raise GraphError(f"The URI of a graph ends with the port; give {shown}, and the database by NEO4J_DATABASE.")
    username, password = os.environ.get("NEO4J_USERNAME") or None, os.environ.get("NEO4J_PASSWORD") or None
    if password and not username:
        username = "neo4j"
    return Login(uri, shown, username, password, os.environ.get("NEO4J_DATABASE") or None)


def _shown(parts: SplitResult) -> str:
    """The URI without what need not be told. Raises ValueError where it names no host or no port that can be."""
    host, port = parts.hostname, parts.port
    if not host:
        raise ValueError("no host")
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}" + (f":{port}" if port else "")


def driver(account: Login) -> Driver:
    """A driver for a server, not yet connected."""
    auth = (account.username, account.password or "") if account.username else None
    return GraphDatabase.driver(
        account.uri,
        auth=auth,
        connection_timeout=_CONNECT_SECONDS,
        max_transaction_retry_time=_RETRY_SECONDS,
        notifications_min_severity="OFF",
        user_agent="liantu",
    )


def check_version(agent: str, shown: str) -> None:
    """Raise GraphError unless a server that calls itself `agent` (`Neo4j/5.26.16`) is a Neo4j that is new enough."""
    found = _VERSION.match(agent)
    if found is None:
        raise GraphError(f"{shown} is no Neo4j server but {agent or 'something else'}; give the URI of one.")
    if (int(found.group(1)), int(found.group(2))) < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise GraphError(
            f"{shown} runs {agent.replace('/', ' ')}, and Liantu needs {wanted} or newer; upgrade the server, or use "
            "a file, such as liantu.kgl."
        )
