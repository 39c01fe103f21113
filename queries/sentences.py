"""The sentences that say something of an entity: the most telling first, each once with all that it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from queries.names import Hit


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what it says of the entity (relation in Chinese, partner) and where it stands."""

    says: tuple[tuple[str, str], ...]
    quote: str
    policy: str
    number: str
    issued: str
    clause: str


@dataclass(frozen=True, slots=True)
class _Said:
    """One relationship with its evidence."""

    kind: str
    partner: str
    partner_id: str
    quote: str
    policy: str
    number: str
    issued: str
    clause: str
    clause_id: str
    position: int
    confidence: float


def sentences(store: Store, hit: Hit) -> tuple[Sentence, ...]:
    """One sentence of each kind of relation in turn, about the partner of most clauses first, the newest first."""
    said = _said(store, hit)
    together: dict[tuple[str, str], list[_Said]] = {}
    for item in said:
        together.setdefault((item.clause_id, item.quote), []).append(item)
    chosen: dict[tuple[str, str], Sentence] = {}
    for turn in zip_longest(*_by_kind(said)):
        for item in turn:
            if item is not None:
                key = (item.clause_id, item.quote)
                chosen.setdefault(key, _sentence(item, together[key]))
    return tuple(chosen.values())


def _said(store: Store, hit: Hit) -> list[_Said]:
    rows = store.read(
        f"MATCH (n:{hit.label} {{id: $id}})-[r]-(m) WHERE r.quote IS NOT NULL "
        "WITH m, r, r.policyId AS policy_id, r.clauseId AS clause_id "
        "MATCH (p:Policy {id: policy_id}) MATCH (c:Clause {id: clause_id}) "
        "RETURN type(r) AS kind, m.name AS partner, m.id AS partner_id, r.quote AS quote, p.name AS policy, "
        "p.number AS number, p.issuedOn AS issued, c.number AS clause, c.id AS clause_id, c.position AS position, "
        "r.confidence AS confidence ORDER BY kind, policy, position, partner, partner_id, clause_id",
        {"id": hit.id},
    ).rows
    return [_row(row) for row in rows]


def _row(row: tuple[Any, ...]) -> _Said:
    kind, partner, partner_id, quote, policy, number, issued, clause, clause_id, position, confidence = row
    return _Said(
        kind,
        partner or "",
        partner_id,
        quote,
        policy,
        number or "",
        issued or "",
        clause or "",
        clause_id,
        position or 0,
        confidence or 0.0,
    )


def _by_kind(said: Sequence[_Said]) -> list[list[_Said]]:
    """The relationships of each kind, kinds in the order of the ontology."""
    strength: dict[tuple[str, str], int] = {}
    for item in said:
        strength[item.kind, item.partner_id] = strength.get((item.kind, item.partner_id), 0) + 1
    order = list(ontology().relations)
    newest = sorted(said, key=lambda item: item.issued, reverse=True)
    ranked = sorted(newest, key=lambda item: (-strength[item.kind, item.partner_id], -item.confidence))
    kinds = sorted({item.kind for item in said}, key=order.index)
    return [[item for item in ranked if item.kind == kind] for kind in kinds]


def _sentence(first: _Said, all_said: Sequence[_Said]) -> Sentence:
    says = dict.fromkeys((ontology().relations[item.kind].zh, item.partner) for item in (first, *all_said))
    return Sentence(tuple(says), first.quote, first.policy, first.number, first.issued, first.clause)
