"""The decisions on what entities are, carried out in one document."""

from collections.abc import Mapping

from graph.corrections.correction import Correction, Identity, named
from graph.corrections.draft import Draft
from graph.corrections.marks import joined, marked
from graph.corrections.names import speaks_alone
from graph.corrections.rules import Circle
from graph.corrections.sentences import Squeezed
from graph.facts import Entity, Mention, Relation, Scalar
from graph.ids import canonical_key
from graph.ontology import ontology

Moves = Mapping[str, tuple[str, ...]]
KEEPS_NAME = "merge"  # the decision after which the old name is an alias


def settle(draft: Draft) -> None:
    """Drop, rename, merge and divide entities, and move their relations."""
    entities = tuple(draft.entities.values())
    made: dict[str, Entity] = {}
    moves: dict[str, tuple[str, ...]] = {}
    for entity in entities:
        new = _instead(draft, entity)
        if new != (entity,):
            moves[entity.id] = tuple(item.id for item in new)
        for item in new:
            known = made.get(item.id)
            # Of two that turn out to be one, that counts first which was called so before.
            first, then = (item, known) if item.id == entity.id else (known, item)
            made[item.id] = _together(first, then) if first and then else item
    if moves or any(made[entity.id] is not entity for entity in entities):
        draft.entities = made
        draft.renew_names()
    if moves:
        _move(draft, {entity.id: entity for entity in entities}, moves)


def _instead(draft: Draft, entity: Entity) -> tuple[Entity, ...]:
    """What stands in the place of an entity: itself where nothing was decided."""
    line = _line_about(draft, entity)
    if line is None:
        return (entity,)
    if entity.id == draft.policy.id:
        draft.tell(line, f"《{draft.policy.title}》 is the document itself, which is known by its title; add an alias")
        return (entity,)
    try:
        names, lines = draft.rules.resolve(line, entity.name)
    except Circle as circle:
        where = " and ".join(item.where for item in circle.lines)
        draft.tell(line, f"it leads in a circle with {where} in 《{draft.policy.title}》")
        return (entity,)
    identities = [(label, name, draft.identity(label, name)) for label, name in names]
    unknown = next(((label, name) for label, name, identity in identities if identity is None), None)
    if unknown is not None:
        draft.tell(line, f"no {named(*unknown)} is known in 《{draft.policy.title}》; write its full name")
        return (entity,)
    divided = len(identities) > 1
    new = tuple(_as(draft, entity, label, who, lines, divided) for label, _, who in identities if who is not None)
    for item in lines:
        draft.took_effect(item, changed=new != (entity,))
    return new


def _line_about(draft: Draft, entity: Entity) -> Correction | None:
    """The line about an entity by its name or id, else by an alias that only it has."""
    name = canonical_key(entity.name)
    for key in (name, canonical_key(entity.id)):
        line = draft.rules.at((entity.type, key))
        if line is not None:
            return line
    found = {
        line: None
        for alias in entity.aliases
        if (line := draft.rules.at((entity.type, canonical_key(alias)))) is not None
        and (line.policy or speaks_alone(entity.type, name, canonical_key(alias)))
        and _only(draft, entity, line)
    }
    if len(found) > 1:
        for line in found:
            others = " and ".join(other.where for other in found if other is not line)
            draft.tell(line, f"{named(entity.type, entity.name)} is meant by {others} too, under another alias")
    return next(iter(found)) if len(found) == 1 else None


def _only(draft: Draft, entity: Entity, line: Correction) -> bool:
    """Whether nothing but the entity is meant by the name in a line."""
    meant = draft.names.called(line.key) or draft.names.known_as(line.key, scoped=bool(line.policy))
    if len(meant) > 1:
        draft.tell(
            line, f"{line.name} may mean {'、'.join(meant)} in 《{draft.policy.title}》; give the id as the name"
        )
    return meant == (entity.id,)


def _as(
    draft: Draft, entity: Entity, label: str, who: Identity, lines: tuple[Correction, ...], divided: bool
) -> Entity:
    """An entity under another identity, with the marks of the lines that say so."""
    if who.id == entity.id and who.name == entity.name:
        return entity
    known = ontology().labels[label].properties
    kept: dict[str, Scalar] = {key: value for key, value in entity.properties.items() if key in known}
    if label != entity.type and "level" in kept:
        del kept["level"]  # of a park it is another thing than of a division
    aliases = () if divided else entity.aliases
    if any(line.decision == KEEPS_NAME for line in lines):
        aliases = (*aliases, entity.name)
    mentions = tuple(_narrowed(draft, mention, who.name) for mention in entity.mentions) if divided else entity.mentions
    properties = marked({**kept, **who.properties}, *lines)
    return Entity(who.id, label, who.name, _without(aliases, who.name), properties, mentions)


def _without(aliases: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(alias for alias in dict.fromkeys(aliases) if alias != name)


def _narrowed(draft: Draft, mention: Mention, name: str) -> Mention:
    """The part of a mention that says a name, or all of it where none does."""
    clause = next(clause for clause in draft.clauses if clause.id == mention.clause)
    said = Squeezed(clause).find(name, mention.start, mention.end)
    return Mention(said.start, said.end, said.text, clause.id) if said else mention


def _together(one: Entity, other: Entity) -> Entity:
    """Two that turned out to be one."""
    mentions = {(item.start, item.end): item for item in (*other.mentions, *one.mentions)}
    properties = joined({**other.properties, **one.properties}, other.properties)
    aliases = _without((*one.aliases, *other.aliases), one.name)
    ordered = tuple(mentions[place] for place in sorted(mentions))
    return Entity(one.id, one.type, one.name, aliases, properties, ordered)


def _move(draft: Draft, before: Mapping[str, Entity], moves: Moves) -> None:
    """The relations with their ends moved. One between the same is none, and what the ontology does not allow goes."""
    moved: list[Relation] = []
    for relation in draft.relations():
        ends = [(s, t) for s in moves.get(relation.source, (relation.source,))
                for t in moves.get(relation.target, (relation.target,)) if s != t]  # fmt: skip
        for source, target in ends:
            if ontology().relations[relation.type].allows(draft.label_of(source), draft.label_of(target)):
                moved.append(Relation(source, relation.type, target, relation.properties, relation.evidence))
            else:
                draft.lost.append(_lost(draft, before, relation))
    draft.replace_relations(moved)


def _lost(draft: Draft, before: Mapping[str, Entity], relation: Relation) -> str:
    """What went because its ends are of other types now."""
    ends = [before[key] for key in (relation.source, relation.target) if key in before]
    source, *rest = (named(entity.type, entity.name) for entity in ends)
    target = rest[0] if rest else "条款"
    return f"《{draft.policy.title}》：{source} {ontology().relations[relation.type].zh} {target}"
