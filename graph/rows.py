"""One document as rows of a graph: what it contributes to nodes, and the relationships that are its own. Pure."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.facts import Clause, Document, Entity, Evidence, Relation
from graph.ontology import ontology
from graph.values import value

Part = dict[str, Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
# The divisions above one given by code, from the province down: (label, id, part of the node).
Hierarchy = Callable[[str], Sequence[tuple[str, str, Part]]]


@value
class NodeRow:
    """What a document says of a node: its name, aliases and properties."""

    id: str
    label: str
    part: Part


@value
class LinkRow:
    """A relationship. (source, type, target, clause) is its identity; `clause` is '' for those of the gazetteer."""

    source: str
    source_label: str
    type: str
    target: str
    target_label: str
    clause: str
    properties: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str, str]:
        """The identity."""
        return self.source, self.type, self.target, self.clause


@dataclass(frozen=True, slots=True)
class Rows:
    """The graph of one document: nodes by id, relationships by identity."""

    nodes: Mapping[str, NodeRow]
    links: Mapping[tuple[str, str, str, str], LinkRow]


def rows(document: Document, hierarchy: Hierarchy | None = None) -> Rows:
    """The rows of a document. With `hierarchy` the regions above those named are added, joined by PART_OF."""
    labels = {entity.id: entity.type for entity in document.entities}
    nodes = [_entity(entity, document) for entity in document.entities]
    nodes += [_clause(index, clause, document) for index, clause in enumerate(document.clauses)]
    links = [link for relation in document.relations for link in _relation(relation, document, labels)]
    links += _structure(document)
    if hierarchy is not None:
        for entity in document.entities:
            if entity.type in ontology().region_labels:
                _above(entity, hierarchy, nodes, links)
    by_id: dict[str, NodeRow] = {}
    for node in nodes:
        by_id.setdefault(node.id, node)
    by_key: dict[tuple[str, str, str, str], LinkRow] = {}
    for link in links:
        by_key.setdefault(link.key, link)
    return Rows(by_id, by_key)


def _entity(entity: Entity, document: Document) -> NodeRow:
    part: Part = {key: value for key, value in entity.properties.items() if value is not None}
    if entity.type == "Policy":
        part["ingested"] = entity.id == document.policy.id
    if entity.id == document.policy.id:
        own = document.policy
        stated = {
            "number": own.number,
            "issuedOn": own.issued,
            "effectiveUntil": own.effective_until,
            "genre": own.genre,
            "source": own.source,
            "sha256": own.sha256,
            "region": own.region,
        }
        part |= {key: value for key, value in stated.items() if value}
    return NodeRow(entity.id, entity.type, {"name": entity.name, "aliases": sorted(set(entity.aliases)), **part})


def _clause(index: int, clause: Clause, document: Document) -> NodeRow:
    part = {
        "name": clause.number or "（文首）",
        "aliases": [],
        "number": clause.number,
        "heading": clause.heading,
        "text": clause.text,
        "position": index,
        "policyId": document.policy.id,
    }
    return NodeRow(clause.id, "Clause", part)


def _relation(relation: Relation, document: Document, labels: Mapping[str, str]) -> list[LinkRow]:
    ends = (relation.source, relation.target)
    source, target = sorted(ends) if ontology().relations[relation.type].symmetric else ends
    return [
        LinkRow(
            source,
            labels[source],
            relation.type,
            target,
            labels.get(target, "Clause"),
            item.clause,
            _evidence(relation, item, document),
        )
        for item in relation.evidence
    ]


def _evidence(relation: Relation, item: Evidence, document: Document) -> dict[str, Any]:
    own = {key: value for key, value in relation.properties.items() if value is not None}
    return own | {
        "policyId": document.policy.id,
        "clauseId": item.clause,
        "quote": item.quote,
        "start": item.start,
        "end": item.end,
        "rule": item.rule,
        "confidence": item.confidence,
    }


def _structure(document: Document) -> list[LinkRow]:
    """HAS_CLAUSE and MENTIONS, which clauses and mentions say."""
    policy = document.policy.id
    base = {"policyId": policy}
    links = [
        LinkRow(policy, "Policy", "HAS_CLAUSE", clause.id, "Clause", clause.id, base | {"clauseId": clause.id})
        for clause in document.clauses
    ]
    for entity in document.entities:
        counts: dict[str, int] = {}
        for mention in entity.mentions:
            counts[mention.clause] = counts.get(mention.clause, 0) + 1
        links += [
            LinkRow(
                clause,
                "Clause",
                "MENTIONS",
                entity.id,
                entity.type,
                clause,
                base | {"clauseId": clause, "count": count},
            )
            for clause, count in counts.items()
        ]
    return links


def _above(entity: Entity, hierarchy: Hierarchy, nodes: list[NodeRow], links: list[LinkRow]) -> None:
    below, below_label = entity.id, entity.type
    for label, region, part in reversed(hierarchy(str(entity.properties.get("adcode", "")))):
        if region == entity.id:
            continue
        nodes.append(NodeRow(region, label, part))
        gazetteer = {"policyId": "", "clauseId": "", "rule": "gazetteer", "confidence": 1.0}
        links.append(LinkRow(below, below_label, "PART_OF", region, label, "", gazetteer))
        below, below_label = region, label


def encode_part(part: Part) -> str:
    """What a document says of a node as text: the same for equal contributions."""
    return encode_json(part)


def encode_rows(contribution: Rows) -> str:
    """All that a document contributes as text: the same for equal contributions."""
    nodes = [(node.id, node.label, node.part) for _, node in sorted(contribution.nodes.items())]
    links = [
        (x.source, x.source_label, x.type, x.target, x.target_label, x.clause, x.properties)
        for _, x in sorted(contribution.links.items())
    ]
    return encode_json({"nodes": nodes, "links": links})


def pack(contribution: str) -> str:
    """The text of a contribution as stores keep it: it is long, and nobody but us reads it."""
    return b64encode(zlib.compress(contribution.encode("utf-8"), level=1)).decode("ascii")


def unpack_rows(packed: str) -> Rows:
    """The contribution of which `pack` was given the text."""
    record = json.loads(zlib.decompress(b64decode(packed)))
    nodes = [NodeRow(*node) for node in record["nodes"]]
    links = [LinkRow(*link) for link in record["links"]]
    return Rows({node.id: node for node in nodes}, {link.key: link for link in links})


def encode_json(anything: Any) -> str:
    """JSON in one form only: keys in order, no spaces, all characters as they are."""
    return _ENCODER.encode(anything)
