"""The Neo4j store: a server that a team shares, beside whatever else its database holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from types import TracebackType
from typing import Any, Self

from neo4j import READ_ACCESS, WRITE_ACCESS, ManagedTransaction, RoutingControl, Session, unit_of_work
from neo4j.exceptions import Neo4jError

from graph.errors import GraphError, NoGraph, NotOurGraph, QueryError
from graph.ontology import ontology
from graph.stores.base import FORMAT, TIMEOUT, About, Answer, Counts, DocumentRecord, Outcome, Transaction
from graph.stores.books import LIST, record_of
from graph.stores.guard import check_reads, too_slow
from graph.stores.log import LOG, asks
from graph.stores.names import MARKER
from graph.stores.neo4j_errors import first_sentence, told
from graph.stores.neo4j_login import Login, check_version, driver
from graph.stores.neo4j_migrations import applied, migrate, migrations
from graph.stores.neo4j_values import from_driver
from graph.stores.neo4j_writes import Neo4jTransaction

_LABELS = f"MATCH (n:{MARKER}) UNWIND labels(n) AS name WITH name WHERE name IN $names RETURN name, count(*) AS number"
_TYPES = (
    f"MATCH (:{MARKER})-[r]->(:{MARKER}) WHERE r.policyId IS NOT NULL AND type(r) IN $names "
    "RETURN type(r) AS name, count(*) AS number"
)


class Neo4jStore:
    """Our part of one database. Writers take turns, document by document; readers never see half a document."""

    def __init__(self, account: Login, *, writable: bool) -> None:
        """Connect and, for writing, set up what is missing. Raises GraphError or NotOurGraph."""
        self._account, self._writable = account, writable
        self._read_only: set[str] = set()
        LOG.info("opens %s for %s", account.place, "writing" if writable else "reading")
        with told(account):
            self._driver = driver(account)
        try:
            with told(account):
                self._check()
        except BaseException:
            self._driver.close()
            raise

    def _check(self) -> None:
        check_version(self._driver.get_server_info().agent, self._account.shown)
        if self._writable:
            with self._session(WRITE_ACCESS) as session:
                migrate(session, self._account.place)
                session.execute_write(_make_meta)
        found = self._ask("MATCH (m:LiantuMeta {id: 'liantu'}) RETURN m.format AS format")
        if not found:
            raise NoGraph(
                f"There is no graph of Liantu in {self._account.place} yet; make one with "
                f"`liantu ingest FOLDER --graph {self._account.shown}`."
            )
        if found[0]["format"] != FORMAT:
            raise NotOurGraph(
                f"The graph in {self._account.place} was written by another version of Liantu (format "
                f"{found[0]['format']}, here {FORMAT}); ingest the documents into another database (NEO4J_DATABASE)."
            )

    def _session(self, access: str) -> Session:
        """A session that sees what this store wrote before, on whatever member of a cluster."""
        return self._driver.session(
            database=self._account.database,
            default_access_mode=access,
            bookmark_manager=self._driver.execute_query_bookmark_manager,
        )

    def _ask(self, statement: str, **parameters: Any) -> list[dict[str, Any]]:
        """The rows of a reading statement of our own."""
        with told(self._account):
            result = self._driver.execute_query(
                statement,
                parameters,
                routing_=RoutingControl.READ,
                database_=self._account.database,
            )
        return [record.data() for record in result.records]

    def read(
        self,
        statement: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Answer:
        """Run a statement whose plan only reads, in a session that only reads."""
        check_reads(statement)
        asks(statement, parameters)
        seconds = TIMEOUT if timeout is None else timeout

        @unit_of_work(timeout=seconds)
        def work(transaction: ManagedTransaction) -> Answer:
            self._explain(transaction, statement, parameters)
            result = transaction.run(statement, dict(parameters or {}))
            records = list(result if limit is None else islice(result, limit + 1))
            rows = [tuple(from_driver(value) for value in record.values()) for record in records]
            return Answer(tuple(result.keys()), tuple(rows[:limit]), limit is not None and len(rows) > limit)

        with told(self._account, lambda error: _refused(error, seconds)), self._session(READ_ACCESS) as session:
            return session.execute_read(work)

    def _explain(self, transaction: ManagedTransaction, statement: str, parameters: Mapping[str, Any] | None) -> None:
        """Raise QueryError unless the server's plan of a statement only reads. What has been seen need not be again."""
        if statement in self._read_only:
            return
        explained = transaction.run(f"EXPLAIN {statement}", dict(parameters or {})).consume()
        if explained.query_type != "r":
            raise QueryError(
                "The query would change the database, and queries only read; use `liantu load` to change a graph."
            )
        self._read_only.add(statement)

    def documents(self) -> Sequence[DocumentRecord]:
        """All records, without contributions."""
        return [record_of(row) for row in self._ask(LIST)]

    def write(self, work: Callable[[Transaction], Outcome]) -> Outcome:
        """One managed transaction, which the driver tries again while the server asks for it."""
        if not self._writable:
            raise GraphError(
                f"{self._account.shown} was opened for reading; open it for writing to load or forget documents."
            )
        with told(self._account), self._session(WRITE_ACCESS) as session:
            return session.execute_write(lambda transaction: work(Neo4jTransaction(transaction, self._account.place)))

    def counts(self) -> Counts:
        """Our own nodes and relationships only."""
        known = ontology()
        labels = {row["name"]: row["number"] for row in self._ask(_LABELS, names=list(known.labels))}
        types = {row["name"]: row["number"] for row in self._ask(_TYPES, names=list(known.relations))}
        return Counts(dict(sorted(labels.items())), dict(sorted(types.items())))

    def about(self) -> About:
        """The server, and the migrations that its database lacks or has in another form."""
        with told(self._account), self._session(READ_ACCESS) as session:
            agent = self._driver.get_server_info().agent
            found = applied(session)
        pending = tuple(each.name for each in migrations() if each.version not in found)
        changed = tuple(each.name for each in migrations() if found.get(each.version, each.checksum) != each.checksum)
        return About(agent.replace("/", " "), pending, changed)

    def close(self) -> None:
        """Let the server go; what was written is there already."""
        self._driver.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _make_meta(transaction: ManagedTransaction) -> None:
    transaction.run("MERGE (m:LiantuMeta {id: 'liantu'}) ON CREATE SET m.format = $format", format=FORMAT).consume()


def _refused(error: Neo4jError, seconds: float) -> QueryError | None:
    """What the server has against a question, or None where it is against the one who asks."""
    code = error.code or ""
    if ".Transaction.TransactionTimedOut" in code or code.endswith(".Transaction.Terminated"):
        return too_slow(seconds)
    if code.endswith(".General.MemoryPoolOutOfMemoryError"):
        return QueryError("The query needs more memory than the server grants to one; narrow it, or add LIMIT.")
    if code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Procedure")):
        return QueryError(
            f"The query cannot be run: {first_sentence(error)}; see `liantu schema` for labels and types."
        )
    return None
