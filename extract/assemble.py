"""From mentions and links in the clean text to a document of facts with offsets into the source."""

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from extract.cleaning import CleanText
from extract.model import Found, Link
from extract.own_names.forms import OwnForms
from extract.structure import ClauseSpan
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation, Scalar
from graph.ids import clause_id
from graph.ontology import ontology

_MAX_QUOTE = 400
_CONFIDENCES = ("data/confidence.toml", "own_names/data/confidence.toml")


@cache
def confidences() -> Mapping[str, float]:
    """How often each rule is right: as measured, and as set for those that state what a user's lexicon says."""
    tables = (files("extract").joinpath(path).read_text(encoding="utf-8") for path in _CONFIDENCES)
    raw = [tomllib.loads(table)["rules"] for table in tables]
    return {str(rule): float(value) for rules in raw for rule, value in rules.items()}


@cache
def _joins(relation: str, source: str, target: str) -> bool:
    """Whether a relation may run from an entity with the label `source` to one with the label `target`."""
    return ontology().relations[relation].allows(source, target)


def quote(source: str) -> str:
    """Source text as it is quoted: white space kept (as one space) between Latin words only."""
    if source.isprintable() and " " not in source:
        return source  # no other white space is printable
    words = source.split()
    kept, last = words[:1], words[0][-1:] if words else ""
    for word in words[1:]:
        if "!" <= last <= "~" and "!" <= word[0] <= "~":
            kept.append(" ")
        kept.append(word)
        last = word[-1]
    return "".join(kept)


class Assembler:
    """Maps clean offsets to source offsets and gathers one document. What it is given has offsets in the clean text."""

    def __init__(
        self, policy: str, clauses: Iterable[ClauseSpan], clean: CleanText, source: str, own: OwnForms
    ) -> None:
        """`policy` is the document's id, `source` the decoded source text that `clean` was made from, `own` what the
        user knows: such an entity has all names that the user gives it."""
        self._spans = tuple(clauses)
        self._starts = [span.start for span in self._spans]
        self._clean, self._source, self._own = clean, source, own
        self._confidences = confidences()
        self._said: dict[tuple[int, int], tuple[int, int, Clause, str] | None] = {}  # by place in the clean text
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
        index = bisect_right(self._starts, start)
        clause = self.clauses[index - 1 if index else 0]
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
        properties: dict[str, Scalar] = dict(first.properties)
        mentions: dict[tuple[int, int], Mention] = {}
        told = first.properties
        for found in group:
            if found.properties is not told and found.properties != told:
                for key, value in found.properties.items():
                    properties.setdefault(key, value)
            place = self._place(found.start, found.end)
            if place is not None:
                start, end, clause = place
                if (start, end) not in mentions:
                    mentions[start, end] = Mention(start, end, quote(self._source[start:end]), clause.id)
        aliases: tuple[str, ...] = ()
        if first.label != "Target":
            own = self._own.entry(first.label, first.name)
            names = [f.alias for f in group if f.alias] + list(own.names if own is not None else ())
            aliases = tuple(dict.fromkeys([name for name in names if name != first.name]))
        return Entity(first.id, first.label, first.name, aliases, properties, tuple(mentions.values()))

    def _relations(self, mentions: Iterable[Found], links: Iterable[Link]) -> tuple[Relation, ...]:
        labels = {found.id: found.label for found in mentions} | {c.id: "Clause" for c in self.clauses}
        # By type and ends, which is the order of the result, too: the properties, and the evidence by clause.
        merged: dict[tuple[str, str, str], tuple[dict[str, Scalar], dict[str, Evidence]]] = {}
        kinds = ontology().relations
        for link in links:
            source, target = link.source, link.target
            if source == target or source not in labels or target not in labels:
                continue
            if not _joins(link.type, labels[source], labels[target]):
                continue
            evidence = self._evidence(link)
            if evidence is None:
                continue
            if source > target and kinds[link.type].symmetric:
                source, target = target, source
            known = merged.get((link.type, source, target))
            if known is None:
                merged[link.type, source, target] = dict(link.properties), {evidence.clause: evidence}
                continue
            properties, items = known
            for key, value in link.properties.items():
                properties.setdefault(key, value)
            items.setdefault(evidence.clause, evidence)
        return tuple(
            Relation(source, kind, target, properties, tuple(items.values()))
            for kind, source, target in sorted(merged)
            for properties, items in (merged[kind, source, target],)
        )

    def _evidence(self, link: Link) -> Evidence | None:
        stated = link.start, link.end
        if stated not in self._said:  # many links are of one sentence
            place = self._place(link.start, min(link.end, link.start + _MAX_QUOTE))
            self._said[stated] = (*place, quote(self._source[place[0] : place[1]])) if place is not None else None
        said = self._said[stated]
        if said is None:
            return None
        start, end, clause, words = said
        return Evidence(clause.id, start, end, words, link.rule, self._confidences.get(link.rule, 0.5))
