"""A relation is missing: it is stated, with its sentence; an end that the document has not is made."""

from collections.abc import Iterator

from graph.corrections.correction import Correction, named, squeezed
from graph.corrections.draft import Absent, Draft, Unmet
from graph.corrections.kind import TEXTUAL, Kind
from graph.corrections.marks import marked
from graph.corrections.relations import check_relation, clause_ids, in_words, labels_at
from graph.corrections.sentences import SHORTEST, Place, Squeezed
from graph.facts import Entity, Evidence, Mention, Relation, Scalar
from graph.ids import canonical_key
from graph.ontology import ontology

_ROLES = {"牵头": "lead", "lead": "lead", "参与": "member", "配合": "member", "member": "member"}
RULE = "correction"


def _check(line: Correction) -> Iterator[str]:
    yield from check_relation(line)
    if len(squeezed(line.sentence)) < SHORTEST:
        yield f"the sentence is too short to be found again; give at least {SHORTEST} characters of it"
    if not line.other and "Clause" not in labels_at(line, target=True):
        yield "other_name (另一名称) is empty"
    if line.detail and not ontology().relations[line.relation].properties.keys() - ontology().corrected.keys():
        yield f"{ontology().relations[line.relation].zh} has no detail (方式); leave it empty"
    if line.detail and line.relation == "RESPONSIBLE_FOR" and line.detail not in _ROLES:
        yield f"the detail (方式) of 负责 is 牵头 or 参与, not {line.detail!r}"


def _says(line: Correction) -> str:
    return f"{in_words(line)}：“{line.sentence}”"


def _apply(draft: Draft, line: Correction) -> None:
    place = _place(draft, line)
    sources = _ends(draft, line, place, target=False)
    targets = _ends(draft, line, place, target=True)
    kind = ontology().relations[line.relation]
    evidence = Evidence(place.clause.id, place.start, place.end, place.text, RULE, 1.0)
    for source, target in ((s, t) for s in sources for t in targets if s != t):
        if not kind.allows(draft.label_of(source), draft.label_of(target)):
            raise Unmet(f"{kind.zh} cannot join {draft.shown(source)} to {draft.shown(target)}")
        relation = Relation(source, kind.name, target, marked(_details(line), line), (evidence,))
        draft.took_effect(line, changed=draft.add_relation(relation))


def _place(draft: Draft, line: Correction) -> Place:
    """Where the sentence stands: once, or the first time in the policy that is named."""
    places, title = draft.places.get(line, ()), draft.policy.title
    if not places:
        raise Unmet(f"its sentence does not stand in 《{title}》, at least not within one clause")
    if len(places) > 1 and not line.policy:
        raise Unmet(f"its sentence stands {len(places)} times in 《{title}》; give more of it, or the policy (文件)")
    return places[0]


def _details(line: Correction) -> dict[str, Scalar]:
    """The mode or role that a line tells."""
    if not line.detail:
        return {}
    name = next(iter(ontology().relations[line.relation].properties))
    return {name: _ROLES[line.detail] if line.relation == "RESPONSIBLE_FOR" else line.detail}


def _ends(draft: Draft, line: Correction, place: Place, *, target: bool) -> tuple[str, ...]:
    """The ids of one end: a clause, what the document holds, or what is made of the words in the sentence."""
    labels = labels_at(line, target=target)
    name = line.other if target else line.name
    if "Clause" in labels:
        if place.clause.id in clause_ids(draft, name):
            return (place.clause.id,)
        raise Unmet(f"its sentence stands in clause {place.clause.number} of 《{draft.policy.title}》, not in {name}")
    try:
        return draft.find(labels, name, line)
    except Absent as error:
        if len(labels) != 1:
            raise Unmet(f"{error}; give its type") from None
        if labels[0] in TEXTUAL:
            raise
    rule = draft.rules.at((labels[0], canonical_key(name)))
    names = draft.names_after(rule, name) if rule else ((labels[0], name),)
    return tuple(_made(draft, line, place, label, other, name) for label, other in names)


def _made(draft: Draft, line: Correction, place: Place, label: str, name: str, said: str) -> str:
    """A new entity, mentioned where the sentence says the name, as the line has it or as it is known."""
    who = draft.identity(label, name)
    if who is None:
        raise Unmet(f"no {named(label, name)} is known; write its full name")
    if who.id in draft.entities:
        return who.id
    text = Squeezed(place.clause)
    found = text.find(said, place.start, place.end) or text.find(who.name, place.start, place.end)
    if found is None:
        raise Unmet(f"《{draft.policy.title}》 holds no {named(label, name)}, and the sentence does not name it")
    aliases = (said,) if said != who.name else ()
    mention = Mention(found.start, found.end, found.text, found.clause.id)
    draft.put(Entity(who.id, label, who.name, aliases, marked(who.properties, line), (mention,)))
    return who.id


kind = Kind(
    words=("缺少关系", "missing relation"),
    needs=("name", "relation", "sentence"),
    takes=("type", "other_type", "other_name", "policy", "detail"),
    says=_says,
    check=_check,
    apply=_apply,
)
