"""A document while it is corrected: entities and relations that can be exchanged, and what is to be told of it."""

from collections.abc import Mapping, Sequence

from graph.corrections.correction import Correction, Identify, Identity, Name, named
from graph.corrections.marks import joined, recorded
from graph.corrections.names import Names
from graph.corrections.rules import Circle, Rules
from graph.corrections.sentences import Place
from graph.facts import Clause, Document, Entity, Policy, Relation, Scalar
from graph.ids import canonical_key
from graph.ontology import ontology

_Ends = tuple[str, str, str]


class Unmet(Exception):
    """Why a line finds nothing to do in a document, in words that complete a sentence."""


class Absent(Unmet):
    """The document holds nothing of the name."""


class Draft:
    """One document in work. Lines that hold in it say so with `took_effect`, others say why not with `tell`."""

    def __init__(
        self, document: Document, rules: Rules, identify: Identify, places: Mapping[Correction, Sequence[Place]]
    ) -> None:
        """`rules` are the decisions on what entities are that hold here, `places` where sentences of lines stand."""
        self.policy: Policy = document.policy
        self.clauses: tuple[Clause, ...] = document.clauses
        self.rules, self.places, self._identify = rules, places, identify
        self.entities: dict[str, Entity] = {entity.id: entity for entity in document.entities}
        self._relations: dict[_Ends, Relation] = {}
        for relation in document.relations:
            if (relation.type, relation.source, relation.target) in self._relations:
                self.add_relation(relation)
            else:
                self.state(relation)
        self.names = Names(document.entities)
        self.effective: set[Correction] = set()
        self.changing: set[Correction] = set()
        self.reasons: dict[Correction, str] = {}
        self.lost: list[str] = []

    def document(self) -> Document:
        """The document as it is now; its own entity keeps a record of the lines that hold in it."""
        own = self.entities[self.policy.id]
        lines = sorted(self.effective, key=lambda line: line.text)
        self.entities[own.id] = _with(own, recorded(own.properties, lines))
        return Document(self.policy, self.clauses, tuple(self.entities.values()), tuple(self._relations.values()))

    # -- what is told -----------------------------------------------------------------------------------------------

    def took_effect(self, line: Correction, *, changed: bool) -> None:
        """A line holds here; `changed` if that was not so before."""
        self.effective.add(line)
        if changed:
            self.changing.add(line)

    def tell(self, line: Correction, reason: str) -> None:
        """Why a line finds nothing here: a clause of a sentence."""
        self.reasons.setdefault(line, reason)

    # -- entities ---------------------------------------------------------------------------------------------------

    def find(self, labels: Sequence[str], name: str, line: Correction) -> tuple[str, ...]:
        """The ids of what a name means here after all decisions: one, or what one was divided into.

        Raises Absent, or Unmet where it means nothing any more or several things.
        """
        found: dict[str, None] = {}
        for label in labels:
            rule = self.rules.at((label, canonical_key(name)))
            divided = self._after(rule, name, line) if rule else ()
            if divided:
                return divided
            found |= dict.fromkeys(() if rule else self._called(label, name, line))
        if not found:
            label = labels[0] if len(labels) == 1 else ""
            raise Absent(f"《{self.policy.title}》 holds no {named(label, name)}")
        if len(found) > 1:
            meant = "、".join(f"{self.shown(key)} ({key})" for key in found)
            raise Unmet(f"{name} may mean {meant} in 《{self.policy.title}》; give the type, or the id as the name")
        return tuple(found)

    def names_after(self, rule: Correction, name: str) -> tuple[Name, ...]:
        """What other lines make of a name. Raises Unmet where it is no entity any more."""
        try:
            names, lines = self.rules.resolve(rule, name)
        except Circle:
            raise Unmet(f"{name} leads in a circle, from {rule.where}") from None
        if not names:
            raise Unmet(f"{name} is no entity any more, by {lines[-1].where}")
        return names

    def _after(self, rule: Correction, name: str, line: Correction) -> tuple[str, ...]:
        names = self.names_after(rule, name)
        return tuple(dict.fromkeys(key for label, other in names for key in self._called(label, other, line)))

    def _called(self, label: str, name: str, line: Correction) -> tuple[str, ...]:
        key = label, canonical_key(name)
        return self.names.called(key) or self.names.known_as(key, scoped=bool(line.policy))

    def shown(self, key: str) -> str:
        """An entity as messages name it; what is none is a clause."""
        entity = self.entities.get(key)
        return named(entity.type, entity.name) if entity is not None else "条款"

    def renew_names(self) -> None:
        """Look the names up anew, after entities went."""
        self.names = Names(self.entities.values())

    def identity(self, label: str, name: str) -> Identity | None:
        """Who bears a name, in a document about this region."""
        return self._identify(label, name, self.policy.region or "")

    def put(self, entity: Entity) -> None:
        """Add an entity, or exchange one for a version with more names."""
        self.entities[entity.id] = entity
        self.names.add(entity)

    # -- relations --------------------------------------------------------------------------------------------------

    def relation(self, kind: str, source: str, target: str) -> Relation | None:
        """The relation between two, in either direction if it has none."""
        found = self._relations.get((kind, source, target))
        if found is None and ontology().relations[kind].symmetric:
            return self._relations.get((kind, target, source))
        return found

    def relations(self) -> Sequence[Relation]:
        """All of them."""
        return tuple(self._relations.values())

    def label_of(self, key: str) -> str:
        """The label of an entity; what is none is a clause."""
        entity = self.entities.get(key)
        return entity.type if entity is not None else "Clause"

    def state(self, relation: Relation) -> None:
        """Put a relation in the place of the one with the same type and ends."""
        self._relations[relation.type, relation.source, relation.target] = relation

    def drop(self, relation: Relation) -> None:
        """Take a relation out."""
        del self._relations[relation.type, relation.source, relation.target]

    def replace_relations(self, relations: Sequence[Relation]) -> None:
        """These instead of all; of those with the same type and ends the evidence is put together."""
        self._relations = {}
        for relation in relations:
            self.add_relation(relation)

    def add_relation(self, relation: Relation) -> bool:
        """State a relation, or add to the evidence of one that is stated. False if that says nothing new."""
        source, target = relation.source, relation.target
        if source > target and ontology().relations[relation.type].symmetric:
            source, target = target, source
        known = self.relation(relation.type, source, target)
        if known is None:
            self.state(Relation(source, relation.type, target, relation.properties, relation.evidence))
            return True
        clauses = {item.clause for item in known.evidence}
        fresh = tuple(item for item in relation.evidence if item.clause not in clauses)
        if not fresh:
            return False
        properties = joined({**relation.properties, **known.properties}, relation.properties)
        self.state(Relation(known.source, known.type, known.target, properties, (*known.evidence, *fresh)))
        return True


def _with(entity: Entity, properties: dict[str, Scalar]) -> Entity:
    return Entity(entity.id, entity.type, entity.name, entity.aliases, properties, entity.mentions)
