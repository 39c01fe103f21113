"""Which Cypher statements only read. The engines refuse writes as well; this says it first, and in one sentence."""

import re

from graph.errors import QueryError

# A server turns \u0027 into a quotation mark before it reads anything else, so this does too.
_ESCAPE = re.compile(r"\\u+([0-9A-Fa-f]{4})")
_HIDDEN = re.compile(
    r"(?P<comment>//[^\n\r]*|/\*.*?\*/)|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?P<name>(?:``|[^`])*)`", re.DOTALL
)
_BEFORE = r"(?<![.$\w])"  # n.start and $set are names
_WRITES = re.compile(_BEFORE + r"(CREATE|INSERT|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|LOAD\W+CSV|USE)\b", re.I)
# Words that make a command for the server of what they begin.
_COMMAND = re.compile(
    r"(EXPLAIN|PROFILE|CYPHER|SHOW|START|STOP|TERMINATE|ALTER|GRANT|REVOKE|DENY|RENAME|ENABLE|DEALLOCATE)\b", re.I
)
_FORMAT = re.compile(r"\bFORMAT\s+[A-Z]+$", re.I)
_CALL = re.compile(_BEFORE + r"CALL[^\w({]+(?P<name>[A-Za-z_][\w.]*)", re.I)
_READING = re.compile(r"(?:db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+))$", re.I)


def check_reads(statement: str) -> None:
    """Raise QueryError unless a statement is one statement that only reads."""
    bare = _HIDDEN.sub(_shown, _ESCAPE.sub(_character, statement)).strip().rstrip(";").strip()
    if not bare:
        raise QueryError("The statement is empty; write one such as: MATCH (c:City) RETURN c.name.")
    if ";" in bare:
        raise QueryError("Only one statement at a time is run; remove what follows the first semicolon.")
    command = _COMMAND.match(bare)
    if command is not None:
        raise QueryError(
            f"{command.group(1).upper()} is no question to the graph; begin with MATCH, WITH, UNWIND or RETURN."
        )
    write = _WRITES.search(bare)
    if write is not None:
        word = " ".join(re.findall(r"[A-Z]+", write.group(1).upper()))
        raise QueryError(
            f"{word} is refused, since queries only read; use `liantu load` or `liantu forget` to change a graph."
        )
    if _FORMAT.search(bare):
        raise QueryError("FORMAT is not part of the query; use --format csv (or json, md, xlsx) on the command line.")
    for call in _CALL.finditer(bare):
        if not _READING.match(call.group("name")):
            raise QueryError(
                f"CALL {call.group('name')} is refused, since it may write; only db.labels and its like are run."
            )


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape.group(1), 16))


def _shown(hidden: re.Match[str]) -> str:
    """A comment as a space, a text as an empty one, a name in backticks as one of letters and dots."""
    if hidden.group("comment") is not None:
        return " "
    name = hidden.group("name")
    return "''" if name is None else re.sub(r"[^\w.]", "_", name)


def too_slow(seconds: float) -> QueryError:
    """What to say when the time of a question is up."""
    return QueryError(f"The query took longer than {seconds:g} s; narrow it, or give it more with --timeout SECONDS.")
