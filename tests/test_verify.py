"""Nothing is asserted without its sentence: what is wrong with a document is found when it is written and loaded."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from short_documents import documents, whole

from graph.errors import FactsError
from graph.facts import Clause, Document, Entity, Relation
from graph.jsonl import write_documents
from graph.loading import load
from graph.stores import open_store
from graph.verify import verify

GOOD = documents()[0]
Spoil = Callable[[Document], Document]


def _entity(**changes: Any) -> Spoil:
    """Change the first entity that is a city."""

    def spoil(document: Document) -> Document:
        city = next(entity for entity in document.entities if entity.type == "City")
        entities = [replace(entity, **changes) if entity is city else entity for entity in document.entities]
        return replace(document, entities=tuple(entities))

    return spoil


def _mention(**changes: Any) -> Spoil:
    """Change the first mention of the first city."""

    def spoil(document: Document) -> Document:
        city = next(entity for entity in document.entities if entity.type == "City")
        return _entity(mentions=(replace(city.mentions[0], **changes), *city.mentions[1:]))(document)

    return spoil


def _relation(**changes: Any) -> Spoil:
    """Change the first DEVELOPS."""

    def spoil(document: Document) -> Document:
        develops = next(relation for relation in document.relations if relation.type == "DEVELOPS")
        changed = [replace(item, **changes) if item is develops else item for item in document.relations]
        return replace(document, relations=tuple(changed))

    return spoil


def _evidence(**changes: Any) -> Spoil:
    """Change the evidence of the first DEVELOPS."""

    def spoil(document: Document) -> Document:
        develops = next(relation for relation in document.relations if relation.type == "DEVELOPS")
        return _relation(evidence=(replace(develops.evidence[0], **changes),))(document)

    return spoil


def _clause(**changes: Any) -> Spoil:
    """Change the second clause."""

    def spoil(document: Document) -> Document:
        first, second, *others = document.clauses
        return replace(document, clauses=(first, replace(second, **changes), *others))

    return spoil


def _with(entity: Entity) -> Spoil:
    return lambda document: replace(document, entities=(*document.entities, entity))


def _joined(relation: Relation) -> Spoil:
    return lambda document: replace(document, relations=(*document.relations, relation))


def _shifted(document: Document) -> Document:
    city = next(entity for entity in document.entities if entity.type == "City")
    first = city.mentions[0]
    return _mention(start=first.start + 1, end=first.end + 1)(document)


def _anonymous(document: Document) -> Document:
    return replace(document, policy=replace(document.policy, id=document.entities[0].id))


def _twin(document: Document) -> Document:
    last = document.clauses[-1]
    return replace(document, clauses=(*document.clauses, Clause(last.id, "", "", last.end, last.end, "")))


FAULTS: dict[str, tuple[Spoil, str]] = {
    "false offset": (_shifted, "but the text there is"),
    "quoted otherwise": (_mention(text="株洲市"), "reads '株洲市', but the text there is"),
    "outside its clause": (_mention(start=9000, end=9003), "lies outside clause"),
    "empty span": (_mention(end=0), "lies outside clause"),
    "unknown clause": (_mention(clause="Clause:无#1"), "names the unknown clause Clause:无#1"),
    "false evidence": (_evidence(quote="支持株洲市"), "reads '支持株洲市', but the text there is"),
    "evidence elsewhere": (_evidence(clause="Clause:无#1"), "names the unknown clause Clause:无#1"),
    "confidence": (_evidence(confidence=1.5), "confidence 1.5 is not between 0 and 1"),
    "no number": (_evidence(confidence=float("nan")), "confidence nan is not between 0 and 1"),
    "no evidence": (_relation(evidence=()), "has no evidence"),
    "unknown label": (_entity(type="Planet"), "unknown label 'Planet'"),
    "clause as entity": (_entity(type="Clause"), "unknown label 'Clause'"),
    "unknown type": (_relation(type="LIKES"), "unknown relation type 'LIKES'"),
    "derived type": (_relation(type="MENTIONS"), "unknown relation type 'MENTIONS'"),
    "unknown property": (_entity(properties={"mayor": "甲"}), "unknown property 'mayor' of City"),
    "property of a relation": (_relation(properties={"mode": "对接"}), "unknown property 'mode' of DEVELOPS"),
    "unknown end": (
        _relation(target="IndustryChain:无"),
        "points at IndustryChain:无, which the document does not hold",
    ),
    "wrong ends": (_relation(target="City:431300"), "DEVELOPS cannot join City to City"),
    "ids twice": (_with(Entity("City:431300", "City", "娄底市")), "the id City:431300 is used twice"),
    "id of a clause": (_with(Entity(GOOD.clauses[0].id, "Park", "园")), "is used twice"),
    "no name": (_with(Entity("Park:", "Park", "")), "a Park has no name"),
    "no id": (_with(Entity("", "Park", "园")), "a Park has no id"),
    "clauses twice": (_twin, "two clauses have the same id"),
    "clause without id": (_clause(id=""), "has no id"),
    "clause of another length": (_clause(text="短"), "has not the length of its text"),
    "clauses overlap": (_clause(start=0, end=0, text=""), "overlaps another"),
    "policy is no policy": (_anonymous, "is not among the entities"),
    "duty of nothing": (
        _joined(Relation("Agency:湖南省商务厅", "RESPONSIBLE_FOR", "Clause:无#1")),
        "points at Clause:无#1",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_in_one_sentence_with_its_remedy(name: str) -> None:
    """Each kind of fault is a FactsError of one sentence that says what is wrong and what to do."""
    spoil, said = FAULTS[name]
    with pytest.raises(FactsError) as caught:
        verify(spoil(GOOD))
    message = str(caught.value)
    assert said in message
    assert message.endswith(".") and "\n" not in message
    assert re.search(r"extract|the (labels|types|properties) are|it has none|liantu schema|needs a sentence", message)


@pytest.mark.parametrize("name", ["false offset", "wrong ends", "no evidence"])
def test_false_facts_are_neither_written_nor_loaded(tmp_path: Path, name: str) -> None:
    """Writing refuses them before a character of them is out; loading leaves the graph as it was."""
    bad = FAULTS[name][0](GOOD)
    stream = io.StringIO()
    with pytest.raises(FactsError):
        write_documents([bad], stream)
    assert stream.getvalue() == ""
    with open_store(str(tmp_path / "g.kgl"), writable=True) as store:
        load(store, documents()[1])
        before = whole(store)
        with pytest.raises(FactsError):
            load(store, bad)
        assert whole(store) == before


def test_white_space_aside_a_quote_is_the_text() -> None:
    """A quote without the line end that its text has is the same words."""
    clause = next(clause for clause in GOOD.clauses if "电子陶瓷" in clause.text)
    assert "\n" in clause.text.strip()
    start = clause.text.index("产业") + clause.start
    end = clause.text.index("责任") + 2 + clause.start
    assert "\n" in clause.text[start - clause.start : end - clause.start]
    verify(_evidence(clause=clause.id, start=start, end=end, quote="产业。（责任")(GOOD))
