"""Which Cypher statements only read. The engines refuse writes as well; this says it first, and in one sentence."""

import re

from graph.errors import QueryError

_HIDDEN = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_WRITES = re.compile(
    r"\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|LOAD\s+CSV|ALTER|GRANT|REVOKE|START|STOP|USE)\b", re.I
)
_PLAN = re.compile(r"(EXPLAIN|PROFILE)\b", re.I)
_FORMAT = re.compile(r"\bFORMAT\s+[A-Z]+$", re.I)
_CALL = re.compile(r"\bCALL\s+(?P<name>[A-Za-z_][\w.]*)", re.I)
_READING = re.compile(r"(?:db\.(?:labels|relationshipTypes|propertyKeys|schema\.\w+|index\.fulltext\.query\w+))$", re.I)


def check_reads(statement: str) -> None:
    """Raise QueryError unless a statement is one statement that only reads."""
    bare = _HIDDEN.sub(" '' ", statement).replace("`", "").strip().rstrip(";").strip()
    if not bare:
        raise QueryError("The statement is empty; write one such as: MATCH (c:City) RETURN c.name.")
    if ";" in bare:
        raise QueryError("Only one statement at a time is run; remove what follows the first semicolon.")
    write = _WRITES.search(bare)
    if write is not None:
        raise QueryError(
            f"{write.group(1).upper()} is refused, since queries only read; use `liantu load` or `liantu forget` to "
            "change a graph."
        )
    plan = _PLAN.match(bare)
    if plan is not None:
        raise QueryError(f"{plan.group(1).upper()} gives a plan and no rows; leave the word out.")
    if _FORMAT.search(bare):
        raise QueryError("FORMAT is not part of the query; use --format csv (or json, md, xlsx) on the command line.")
    for call in _CALL.finditer(bare):
        if not _READING.match(call.group("name")):
            raise QueryError(
                f"CALL {call.group('name')} is refused, since it may write; only db.labels and its like are run."
            )


def too_slow(seconds: float) -> QueryError:
    """What to say when the time of a question is up."""
    return QueryError(f"The query took longer than {seconds:g} s and was stopped; narrow it, or give it more time.")
