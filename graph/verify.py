"""The promise of Liantu, checked: every mention and every piece of evidence stands in the text, word for word."""

from functools import cache
from typing import NoReturn

from graph.errors import FactsError
from graph.facts import Clause, Document, Evidence, Mention, Properties, Relation
from graph.ontology import ontology


def _shown(key: str) -> str:
    """An id in a message: as it is, or escaped where it holds what would break the line."""
    return key if key.isprintable() else repr(key)


def verify(document: Document) -> None:
    """Check a document against its own clauses and the ontology. Raises FactsError with the first thing wrong.

    Checked: clauses do not overlap and their text has their length; every mention and every piece of evidence lies in
    the clause it names and says what it quotes (white space aside); labels, types, properties, ends and references are
    known; ids are told apart; every relation has evidence; a confidence lies between 0 and 1.
    """
    clauses = _clauses(document)
    labels = _labels(document, clauses)
    for entity in document.entities:
        for mention in entity.mentions:
            if not _stands(mention, mention.text, clauses):
                _refuse(mention, mention.text, clauses, f"the mention of {entity.name!r}")
    for relation in document.relations:
        _relation(relation, labels)
        for item in relation.evidence:
            if not _stands(item, item.quote, clauses):
                what = f"the evidence of {_shown(relation.source)} {relation.type} {_shown(relation.target)}"
                _refuse(item, item.quote, clauses, what)
            if not 0 <= item.confidence <= 1:
                raise FactsError(f"the confidence {item.confidence} is not between 0 and 1; correct or extract again.")


def _clauses(document: Document) -> dict[str, Clause]:
    last = 0
    for clause in document.clauses:
        if not clause.id:
            raise FactsError(f"the clause at {clause.start}-{clause.end} has no id; extract the document again.")
        if clause.start < last or clause.end - clause.start != len(clause.text):
            raise FactsError(
                f"clause {_shown(clause.id)} at {clause.start}-{clause.end} overlaps another or has not the length of "
                "its text; extract the document again."
            )
        last = clause.end
    clauses = {clause.id: clause for clause in document.clauses}
    if len(clauses) != len(document.clauses):
        raise FactsError("two clauses have the same id; extract the document again.")
    return clauses


def _labels(document: Document, clauses: dict[str, Clause]) -> dict[str, str]:
    labels, known = dict.fromkeys(clauses, "Clause"), ontology().labels
    for entity in document.entities:
        if entity.type not in known or entity.type == "Clause":
            raise FactsError(
                f"unknown label {entity.type!r} of entity {entity.name!r}; the labels are {', '.join(known)}."
            )
        if not entity.id or not entity.name:
            raise FactsError(f"a {entity.type} has no {'name' if entity.id else 'id'}; extract the document again.")
        if entity.id in labels:
            raise FactsError(f"the id {_shown(entity.id)} is used twice; extract the document again.")
        if not entity.properties.keys() <= known[entity.type].properties.keys():
            _refuse_property(entity.properties, known[entity.type].properties, f"{entity.type} {entity.name!r}")
        labels[entity.id] = entity.type
    if labels.get(document.policy.id) != "Policy":
        raise FactsError(
            f"the policy {_shown(document.policy.id)} is not among the entities; extract the document again."
        )
    return labels


def _refuse_property(given: Properties, known: Properties, what: str) -> NoReturn:
    """Raise FactsError with the first property that is unknown."""
    key = next(key for key in given if key not in known)
    choices = f"the properties are {', '.join(known)}" if known else "it has none"
    raise FactsError(f"unknown property {key!r} of {what}; {choices}.")


def _relation(relation: Relation, labels: dict[str, str]) -> None:
    kind = ontology().relations.get(relation.type)
    if kind is None or kind.derived:
        known = [name for name, other in ontology().relations.items() if not other.derived]
        raise FactsError(f"unknown relation type {relation.type!r}; the types are {', '.join(known)}.")
    _ends(relation, labels)
    if not relation.properties.keys() <= kind.properties.keys():
        _refuse_property(relation.properties, kind.properties, relation.type)
    if not relation.evidence:
        raise FactsError(
            f"{_shown(relation.source)} {relation.type} {_shown(relation.target)} has no evidence; "
            "every relation needs a sentence."
        )


@cache
def _may_join(kind: str, source: str, target: str) -> bool:
    """Whether a relation of a type may run from one label to another; there are few such triples."""
    return ontology().relations[kind].allows(source, target)


def _ends(relation: Relation, labels: dict[str, str]) -> None:
    for end in (relation.source, relation.target):
        if end not in labels:
            raise FactsError(
                f"{relation.type} points at {_shown(end)}, which the document does not hold; extract it again."
            )
    if not _may_join(relation.type, labels[relation.source], labels[relation.target]):
        raise FactsError(
            f"{relation.type} cannot join {labels[relation.source]} to {labels[relation.target]} "
            f"({_shown(relation.source)} → {_shown(relation.target)}); see `liantu schema`."
        )


def _stands(item: Mention | Evidence, said: str, clauses: dict[str, Clause]) -> bool:
    """Whether what is said stands in the clause it names, word for word."""
    clause = clauses.get(item.clause)
    if clause is None:
        return False
    first, start, end = clause.start, item.start, item.end
    if not first <= start < end <= clause.end:
        return False
    text = clause.text[start - first : end - first]
    return text == said or "".join(text.split()) == "".join(said.split())


def _refuse(item: Mention | Evidence, said: str, clauses: dict[str, Clause], what: str) -> NoReturn:
    """Raise FactsError with what is wrong with an item that does not stand in its clause."""
    clause = clauses.get(item.clause)
    if clause is None:
        raise FactsError(f"{what} names the unknown clause {_shown(item.clause)}; extract the document again.")
    if not clause.start <= item.start < item.end <= clause.end:
        raise FactsError(
            f"{what} at {item.start}-{item.end} lies outside clause {_shown(clause.id)}; extract it again."
        )
    text = clause.text[item.start - clause.start : item.end - clause.start]
    raise FactsError(
        f"{what} at {item.start}-{item.end} reads {said[:30]!r}, but the text there is {text[:30]!r}; "
        "the facts do not belong to this text: extract the document again."
    )
