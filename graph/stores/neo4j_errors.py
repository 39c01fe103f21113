"""What the driver and the server complain of, as one plain sentence with the remedy. No message holds a password."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    CertificateConfigurationError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    UnsupportedServerProduct,
)

from graph.errors import GraphError, GraphLost
from graph.stores.neo4j_login import Login

_NOT_THERE = (
    "{shown} does not answer as a Neo4j server{safely}; see that it runs and is reached from here, check --graph, and "
    "run the command again: what was loaded stays loaded."
)
_SIGN_IN = "{shown} refuses {user}; set NEO4J_USERNAME and NEO4J_PASSWORD to those of a user it knows."
# By the beginning of the server's code, the more special first.
_SENTENCES: Mapping[str, str] = {
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "{shown} has been given too many wrong passwords; wait a minute, then set NEO4J_PASSWORD to the right one."
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "{shown} wants the password of {user} changed first; log in once with Neo4j Browser or cypher-shell."
    ),
    "Neo.ClientError.Security.Forbidden": (
        "{user} may not do this in {place} ({said}); ask for the rights that docs/neo4j.md lists."
    ),
    "Neo.ClientError.Security": _SIGN_IN,
    "Neo.ClientError.Database.DatabaseNotFound": (
        "There is no {place}; set NEO4J_DATABASE to one that there is, or create it."
    ),
    "Neo.TransientError.Database.DatabaseUnavailable": (
        "The {place} is stopped or not ready; start it, or set NEO4J_DATABASE to another one."
    ),
    "Neo.ClientError.Schema.ConstraintValidationFailed": (
        "{place} holds data that is not Liantu's and stands in the way ({said}); give that data other labels, or set "
        "NEO4J_DATABASE to a database of Liantu's own."
    ),
    "Neo.ClientError.Schema": (
        "{place} cannot take Liantu's constraints and indexes ({said}); mend or remove what stands in the way, or set "
        "NEO4J_DATABASE to a database of Liantu's own."
    ),
    "Neo.DatabaseError.Schema": (
        "{place} cannot take Liantu's constraints and indexes ({said}); remove the label Liantu from nodes that are "
        "not Liantu's, or set NEO4J_DATABASE to a database of Liantu's own."
    ),
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError": (
        "{place} ran out of the memory it grants to one transaction; raise dbms.memory.transaction.total.max, or load "
        "smaller documents."
    ),
}


def first_sentence(error: BaseException) -> str:
    """What a server said, without what follows the first sentence and without line breaks."""
    said = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return said.split("\n")[0].split(". ")[0].rstrip(". ")


def explained(error: Exception, account: Login) -> GraphError:
    """The error of a driver as ours."""
    known: dict[str, str] = {
        "shown": account.shown,
        "place": account.place,
        "user": f"user {account.username}" if account.username else "a user without a name",
        "said": first_sentence(error),
        "safely": " with a certificate that is trusted here" if "+s" in account.shown else "",
    }
    sentence = _sentence(error).format_map(known)
    return GraphLost(sentence) if isinstance(error, DriverError) else GraphError(sentence)


def _sentence(error: Exception) -> str:
    if isinstance(error, Neo4jError):
        code = error.code or ""
        found = next((text for start, text in _SENTENCES.items() if code.startswith(start)), None)
        return found or (_SIGN_IN if isinstance(error, AuthError) else "{place} says: {said}; nothing was changed.")
    if isinstance(error, CertificateConfigurationError | ConfigurationError):
        return "{shown} cannot be used ({said}); check the URI given by --graph."
    if isinstance(error, UnsupportedServerProduct):
        return "{shown} is no Neo4j server of version 5.26 or newer; upgrade it, or use a file, such as liantu.kgl."
    return _NOT_THERE


@contextmanager
def told(account: Login, refuse: Callable[[Neo4jError], Exception | None] = lambda error: None) -> Iterator[None]:
    """Turn what the driver raises into GraphError, or into what `refuse` makes of an error of the server."""
    try:
        yield
    except Neo4jError as error:
        raise (refuse(error) or explained(error, account)) from error
    except (DriverError, OSError) as error:
        raise explained(error, account) from error
