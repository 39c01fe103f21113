"""From mentions and links in the clean text to a document of facts with offsets into the source."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from extract.cleaning import CleanText
from extract.model import Found, Link
from extract.structure import ClauseSpan
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation, Scalar
from graph.ids import clause_id
from graph.ontology import ontology

_INNER_SPACE = re.compile(r"(?<=[!-~])\s+(?=[!-~])")
_MAX_QUOTE = 400


@cache
def confidences() -> Mapping[str, float]:
    """How often each rule is right."""
    raw = tomllib.loads(files("extract").joinpath("data/confidence.toml").read_text(encoding="utf-8"))
    return {str(rule): float(value) for rule, value in raw["rules"].items()}


def quote(source: str) -> str:
    """Source text as it is quoted: white space kept (as one space) between Latin words only."""
    if source.isprintable() and " " not in source:
        return source  # no other white space is printable
    kept = _INNER_SPACE.sub("\0", source)
    return "".join(kept.split()).replace("\0", " ")


class Assembler:
    """Maps clean offsets to source offsets and gathers one document. What it is given has offsets in the clean text."""

    def __init__(self, policy: str, clauses: Iterable[ClauseSpan], clean: CleanText, source: str) -> None:
        """`policy` is the document's id, `source` the decoded source text that `clean` was made from."""
        self._spans = tuple(clauses)
        self._starts = [span.start for span in self._spans]
        self._clean, self._source = clean, source
        self.clauses = tuple(self._clauses(policy))

    def _clauses(self, policy: str) -> Iterator[Clause]:
        last = 0
        for span in self._spans:
            start, end = self._clean.span(span.start, span.end)
            start = max(start, last)
            last = end = max(end, start)
            text = self._source[start:end]
            yield Clause(clause_id(policy, span.path), span.number, span.heading, start, end, text)

    def document(self, policy: Policy, found: Sequence[Found], links: Iterable[Link]) -> Document:
        """The document with entities sorted by first mention and relations by type and ends."""
        relations = self._relations(found, links)
        used = {end for relation in relations for end in (relation.source, relation.target)}
        entities = self._entities(found, used)
        return Document(policy, self.clauses, entities, relations)

    def _place(self, start: int, end: int) -> tuple[int, int, Clause] | None:
        """Source offsets inside one clause, or None where nothing is left."""
        clause = self.clauses[max(0, bisect_right(self._starts, start) - 1)]
        left, right = self._clean.span(start, end)
        left = left if left > clause.start else clause.start
        right = right if right < clause.end else clause.end
        return (left, right, clause) if left < right else None

    def _entities(self, mentions: Iterable[Found], used: set[str]) -> tuple[Entity, ...]:
        groups: dict[str, list[Found]] = {}
        for found in mentions:
            if found.listed or found.id in used:
                groups.setdefault(found.id, []).append(found)
        return tuple(self._entity(group) for group in groups.values())

    def _entity(self, group: list[Found]) -> Entity:
        first = group[0]
        properties: dict[str, Scalar] = {}
        mentions: dict[tuple[int, int], Mention] = {}
        for found in group:
            for key, value in found.properties.items():
                properties.setdefault(key, value)
            place = self._place(found.start, found.end)
            if place is not None:
                start, end, clause = place
                if (start, end) not in mentions:
                    mentions[start, end] = Mention(start, end, quote(self._source[start:end]), clause.id)
        aliases = tuple(dict.fromkeys(f.alias for f in group if f.alias and f.alias != first.name))
        if first.label == "Target":
            aliases = ()
        return Entity(first.id, first.label, first.name, aliases, properties, tuple(mentions.values()))

    def _relations(self, mentions: Iterable[Found], links: Iterable[Link]) -> tuple[Relation, ...]:
        labels = {found.id: found.label for found in mentions} | {c.id: "Clause" for c in self.clauses}
        merged: dict[tuple[str, str, str], tuple[dict[str, Scalar], dict[str, Evidence]]] = {}
        for link in links:
            kind = ontology().relations[link.type]
            if link.source not in labels or link.target not in labels:
                continue
            if link.source == link.target or not kind.allows(labels[link.source], labels[link.target]):
                continue
            ends = tuple(sorted((link.source, link.target))) if kind.symmetric else (link.source, link.target)
            evidence = self._evidence(link)
            if evidence is None:
                continue
            properties, items = merged.setdefault((ends[0], link.type, ends[1]), ({}, {}))
            for key, value in link.properties.items():
                properties.setdefault(key, value)
            items.setdefault(evidence.clause, evidence)
        return tuple(
            Relation(source, kind, target, properties, tuple(items.values()))
            for (source, kind, target), (properties, items) in sorted(
                merged.items(), key=lambda item: (item[0][1], item[0])
            )
        )

    def _evidence(self, link: Link) -> Evidence | None:
        place = self._place(link.start, min(link.end, link.start + _MAX_QUOTE))
        if place is None:
            return None
        start, end, clause = place
        return Evidence(
            clause.id, start, end, quote(self._source[start:end]), link.rule, confidences().get(link.rule, 0.5)
        )
