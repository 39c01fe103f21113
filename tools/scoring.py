"""Compare extracted documents with gold graphs: right, wrong and missing facts, counted by kind.

The rules are those of the annotation guidelines: an entity matches where its type agrees and its name or an alias is
one of the gold's; optional gold is neither rewarded nor punished; a second entity for one gold entity is an error; an
entity listed as optional is neutral whatever type it is given. Responsibilities are compared bracket by bracket,
targets by value, unit, year and likeness of metric.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from likeness import keys, kind_of, norm, number, overlap, unit

from graph.facts import Document, Entity, Relation
from graph.ontology import ontology

Gold = Mapping[str, Any]
Link = tuple[Any, str, Any]
_UNSCORED = ("Clause", "Target")
_FIELDS = ("title", "number", "issuer", "issued", "region", "effective_until")
_NOT_COMPARED_SO = ("RESPONSIBLE_FOR", "HAS_TARGET", "PART_OF")
SCORED = frozenset(name for name, kind in ontology().relations.items() if not kind.derived) - {*_NOT_COMPARED_SO}


@dataclass(slots=True)
class Tally:
    """Right, wrong and missing facts of one kind."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        total = 2 * self.right + self.wrong + self.missing
        return 2 * self.right / total if total else 1.0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.right += other.right
        self.wrong += other.wrong
        self.missing += other.missing
        self.errors += other.errors
        return self


@dataclass(slots=True)
class Judgement:
    """What became of one document: tallies by kind (`entity:City`, `relation:DEVELOPS`, `unit`, `role`, `target`,
    `subject`, `metadata`), and by the rule that stated a fact."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    rules: dict[str, Tally] = field(default_factory=dict)

    def tally(self, kind: str) -> Tally:
        """The tally of a kind, made when first asked for."""
        return self.tallies.setdefault(kind, Tally())

    def note(self, relation: Relation | None, right: bool | None) -> None:
        """Count a stated fact for its rule; neutral ones (None) do not count."""
        if relation is not None and right is not None:
            tally = self.rules.setdefault(relation.evidence[0].rule, Tally())
            tally.right += right
            tally.wrong += not right

    def total(self, prefix: str) -> Tally:
        """The sum over all kinds that begin with a prefix."""
        total = Tally()
        for kind, tally in self.tallies.items():
            if kind.startswith(prefix):
                total += tally
        return total


class Judge:
    """Compares one document with its gold graph."""

    def __init__(self, document: Document, gold: Gold) -> None:
        """Matches the entities; the rest follows from that."""
        self.document, self.gold = document, gold
        self.entities: list[Mapping[str, Any]] = list(gold["entities"])
        self._keys = [(kind_of(e["type"]), keys(e["type"], [e["name"], *e.get("aliases", ())])) for e in self.entities]
        self.place = {entity["name"]: index for index, entity in reversed(list(enumerate(self.entities)))}
        self.match: dict[str, int] = {}
        self.taken: dict[int, str] = {}
        self.result = Judgement()
        self._match_entities()

    def _match_entities(self) -> None:
        own = self.gold["policy"].get("self") or self.gold["policy"].get("title")
        me = next((i for i, e in enumerate(self.entities) if e["type"] == "Policy" and e["name"] == own), None)
        if me is not None:
            self.match[self.document.policy.id], self.taken[me] = me, self.document.policy.id
        order = sorted(self.document.entities, key=lambda entity: -len(entity.mentions))
        for with_aliases in (False, True):
            for entity in order:
                if entity.id not in self.match:
                    self._match(entity, with_aliases)

    def _match(self, entity: Entity, with_aliases: bool) -> None:
        forms = keys(entity.type, [entity.name, *(entity.aliases if with_aliases else ())])
        hits = [i for i, (kind, names) in enumerate(self._keys) if kind == kind_of(entity.type) and names & forms]
        free = [i for i in hits if i not in self.taken]
        if free:
            best = min(free, key=lambda i: (norm(self.entities[i]["name"]) not in forms, not self.required(i)))
            self.match[entity.id] = best
            self.taken[best] = entity.id
        elif hits and with_aliases:
            self.match[entity.id] = hits[0]

    def required(self, index: int) -> bool:
        """Whether a gold entity must be found."""
        return bool(self.entities[index].get("status") == "required")

    def judge(self) -> Judgement:
        """All comparisons."""
        self._entities()
        self._relations()
        self._responsibilities()
        self._targets()
        self._metadata()
        return self.result

    def _entities(self) -> None:
        for entity in self.document.entities:
            if entity.type in _UNSCORED:
                continue
            index, tally = self.match.get(entity.id), self.result.tally(f"entity:{kind_of(entity.type)}")
            if index is None:
                forms = keys(kind_of(entity.type), [entity.name])
                if not any(names & forms and not self.required(i) for i, (_, names) in enumerate(self._keys)):
                    tally.wrong += 1
                    tally.errors.append(f"extra {entity.type} {entity.name}")
            elif self.required(index):
                first = self.taken.get(index) == entity.id
                tally.right += first
                tally.wrong += not first
        for index, gold in enumerate(self.entities):
            if self.required(index) and index not in self.taken:
                tally = self.result.tally(f"entity:{kind_of(gold['type'])}")
                tally.missing += 1
                tally.errors.append(f"missing {gold['type']} {gold['name']}")

    def _relations(self) -> None:
        wanted = {
            _canonical(self.place[r["source"]], r["type"], self.place[r["target"]]): r
            for r in self.gold["relations"]
            if r["source"] in self.place and r["target"] in self.place and r["type"] in SCORED
        }
        names = {entity.id: entity.name for entity in self.document.entities}
        seen: set[Link] = set()
        for relation in self.document.relations:
            if relation.type in SCORED:
                verdict, link = self._verdict(relation, wanted)
                self.result.note(relation, verdict)
                if link in seen:
                    continue
                seen.add(link)
                tally = self.result.tally(f"relation:{relation.type}")
                tally.right += verdict is True
                if verdict is False:
                    tally.wrong += 1
                    tally.errors.append(f"extra {names[relation.source]} {relation.type} {names[relation.target]}")
        for link, gold in wanted.items():
            if gold.get("status") == "required" and link not in seen:
                tally = self.result.tally(f"relation:{gold['type']}")
                tally.missing += 1
                tally.errors.append(f"missing {gold['source']} {gold['type']} {gold['target']}")

    def _verdict(self, relation: Relation, wanted: Mapping[Link, Gold]) -> tuple[bool | None, Link]:
        source, target = self.match.get(relation.source), self.match.get(relation.target)
        if source is None or target is None:
            return False, (relation.source, relation.type, relation.target)
        link = _canonical(source, relation.type, target)
        gold = wanted.get(link)
        if gold is None:
            return (False if self.required(source) and self.required(target) else None), link
        return (True if gold.get("status") == "required" else None), link

    def _responsibilities(self) -> None:
        duties: dict[str, dict[str, Relation]] = {}
        for relation in self.document.relations:
            if relation.type == "RESPONSIBLE_FOR":
                duties.setdefault(relation.target, {})[relation.source] = relation
        texts = {clause.id: norm(clause.text) for clause in self.document.clauses}
        brackets = self.gold.get("responsibilities", ())
        used = {self._bracket(bracket, texts, duties) for bracket in brackets}
        tally = self.result.tally("unit")
        for clause, units in duties.items():
            if clause not in used and not any(norm(bracket["clause"]) in texts.get(clause, "") for bracket in brackets):
                tally.wrong += len(units)
                tally.errors.append(f"no bracket: {texts.get(clause, clause)[:20]}")
                for duty in units.values():
                    self.result.note(duty, False)

    def _bracket(
        self, bracket: Gold, texts: Mapping[str, str], duties: Mapping[str, Mapping[str, Relation]]
    ) -> str | None:
        tally, roles = self.result.tally("unit"), self.result.tally("role")
        holding = [clause for clause, text in texts.items() if norm(bracket["clause"]) in text]
        clause = min(holding, key=lambda c: (c not in duties, len(texts[c])), default=None)
        got = {self.match.get(source, source): duty for source, duty in duties.get(clause or "", {}).items()}
        want = {self.place[u["name"]]: u.get("role", "member") for u in bracket["units"] if u["name"] in self.place}
        for index, role in want.items():
            if index not in got:
                tally.missing += 1
                tally.errors.append(f"missing {self.entities[index]['name']} in {bracket['clause']}")
                continue
            right = got[index].properties.get("role", "member") == role
            tally.right += 1
            roles += Tally(right, not right, not right)
            self.result.note(got[index], True)
        for one, duty in got.items():
            if one not in want and (not isinstance(one, int) or self.required(one)):
                tally.wrong += 1
                tally.errors.append(f"extra {one} in {bracket['clause']}")
                self.result.note(duty, False)
        return clause

    def _targets(self) -> None:
        stated = {relation.target: relation for relation in self.document.relations if relation.type == "HAS_TARGET"}
        owners = {target: relation.source for target, relation in stated.items()}
        free = [entity for entity in self.document.entities if entity.type == "Target"]
        golds = sorted(self.gold.get("targets", ()), key=lambda gold: gold.get("status", "required") != "required")
        tally, subjects = self.result.tally("target"), self.result.tally("subject")
        for gold in golds:
            best = max(free, key=lambda target: self._likeness(target, gold, owners), default=None)
            required = gold.get("status", "required") == "required"
            if best is None or self._likeness(best, gold, owners) <= 0:
                tally.missing += required
                continue
            free.remove(best)
            if required:
                tally.right += 1
                index = self.match.get(owners.get(best.id, ""))
                right = index is not None and self._is_subject(index, gold)
                subjects += Tally(right, not right, not right)
                self.result.note(stated.get(best.id), right)
        for target in free:
            self.result.note(stated.get(target.id), False)
        tally.wrong += len(free)
        tally.errors += [f"extra {target.name}" for target in free]

    def _likeness(self, target: Entity, gold: Gold, owners: Mapping[str, str]) -> float:
        own = target.properties
        if number(own.get("value")) != number(gold["value"]) or unit(own.get("unit")) != unit(gold.get("unit")):
            return 0.0
        if gold.get("year") is not None and number(own.get("year")) != number(gold["year"]):
            return 0.0
        index = self.match.get(owners.get(target.id, ""))
        bonus = 0.3 if index is not None and self.entities[index]["name"] == gold.get("subject") else 0.0
        return overlap(norm(str(own.get("metric") or "")), norm(gold["metric"])) + bonus

    def _is_subject(self, index: int, gold: Gold) -> bool:
        names = (gold.get("subject"), *gold.get("alt", ()))
        return any(self.entities[index]["name"] == name or norm(name) in self._keys[index][1] for name in names)

    def _metadata(self) -> None:
        tally = self.result.tally("metadata")
        for name in _FIELDS:
            want, got = self.gold["policy"].get(name), getattr(self.document.policy, name)
            if want is None:
                continue
            right = norm(str(want)) == norm(got) or (name == "issued" and str(got or "").startswith(str(want)))
            if name == "title" and got and not right:
                right = self._with_issuer(norm(str(want)), norm(got))
            tally.right += right
            tally.missing += not right
            tally.wrong += not right and got is not None
            if not right:
                tally.errors.append(f"{name}: {want} / {got}")

    def _with_issuer(self, want: str, got: str) -> bool:
        short, long = sorted((want, got), key=len)
        issuers = {norm(self.gold["policy"].get("issuer")), norm(self.document.policy.issuer)}
        return len(short) > 8 and long.endswith(short) and long[: -len(short)] in issuers


def judge(document: Document, gold: Gold) -> Judgement:
    """Compare a document with its gold graph."""
    return Judge(document, gold).judge()


def _canonical(source: int, kind: str, target: int) -> Link:
    symmetric = kind in ontology().relations and ontology().relations[kind].symmetric
    return (min(source, target), kind, max(source, target)) if symmetric else (source, kind, target)
