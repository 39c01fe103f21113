"""References that lead nowhere, and relationships that the ontology does not allow."""

from collections.abc import Iterable, Iterator

from graph.ontology import RelationType, ontology
from graph.stores import Store
from liantu.doctor.finding import FAIL, OK, Finding, Patient, some

_SAID = (
    "MATCH ()-[r:{type}]->() WHERE r.policyId <> '' "
    "RETURN r.policyId AS policy, r.clauseId AS clause, count(*) AS relationships"
)
_LOOSE = (
    "MATCH (c:Clause) WHERE c.support IS NOT NULL AND NOT EXISTS { MATCH (:Policy)-[:HAS_CLAUSE]->(c) } RETURN c.id"
)
_AGAIN = "something else has written here: `liantu forget` the documents and ingest them again, or make a new graph"


def check(patient: Patient) -> Iterator[Finding]:
    """Relationships whose document or clause is gone, documents without their policy, ends of other labels."""
    store = patient.store
    if store is None:
        return
    found = [*_missing(store), *_ends(store)]
    yield from found or [Finding("references", OK, "every relationship has its document and its clause")]


def _missing(store: Store) -> Iterator[Finding]:
    loaded = {record.id for record in store.documents()}
    policies = _ids(store, "MATCH (p:Policy) WHERE p.ingested RETURN p.id")
    clauses = _ids(store, "MATCH (c:Clause) RETURN c.id")
    said = [row for kind in ontology().relations for row in store.read(_SAID.format(type=kind)).rows]
    stating, resting = ({str(row[column]) for row in said} for column in (0, 1))
    yield from _broken("documents that state relationships are not in the graph", stating - loaded)
    yield from _broken("documents have no node Policy", loaded - policies)
    yield from _broken("policies have no record of what they brought", policies - loaded)
    yield from _broken("clauses on which relationships rest are gone", resting - clauses)
    yield from _broken("clauses are in no policy", _ids(store, _LOOSE))


def _ends(store: Store) -> Iterator[Finding]:
    for kind in ontology().relations.values():
        statement = (
            f"MATCH (a)-[r:{kind.name}]->(b) WHERE r.policyId IS NOT NULL AND NOT ({_allowed(kind)}) "
            "RETURN a.id + ' → ' + b.id"
        )
        pairs = sorted(_ids(store, statement))
        if pairs:
            message = f"{len(pairs):,} {kind.name} join what the ontology does not let them join: {some(pairs)}"
            yield Finding("references", FAIL, message, _AGAIN)


def _allowed(kind: RelationType) -> str:
    """The condition that the nodes a and b are ends which a type may have."""
    pairs = (f"({_one_of('a', left)}) AND ({_one_of('b', right)})" for left, right in kind.ends)
    return " OR ".join(f"({pair})" for pair in pairs)


def _one_of(node: str, labels: Iterable[str]) -> str:
    return " OR ".join(f"{node}:{label}" for label in sorted(labels))


def _ids(store: Store, statement: str) -> set[str]:
    """The one column of a statement."""
    return {str(row[0]) for row in store.read(statement).rows}


def _broken(what: str, ids: set[str]) -> Iterator[Finding]:
    if ids:
        yield Finding("references", FAIL, f"{len(ids):,} {what}: {some(sorted(ids))}", _AGAIN)
