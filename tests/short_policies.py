"""Short policies around a sentence, with a chosen issuer, and what the tests of the phenomena read off their facts."""

import pytest

from extract.pipeline import extract_text
from graph.facts import Document
from graph.verify import verify

ISSUER = "湘潭市人民政府办公室"
TITLE = "关于促进工业发展的实施意见"
REGIONS = ("Province", "City", "County", "Town")


def policy(body: str, issuer: str = ISSUER, title: str = TITLE) -> str:
    """The text of a short document around `body`: head, body, signature."""
    return f"{issuer}\n{title}\n\n各县市区人民政府：\n\n一、主要任务\n{body}\n\n{issuer}\n2023年3月1日\n"


def read(body: str, issuer: str = ISSUER, title: str = TITLE) -> Document:
    """The facts of a short document around `body`."""
    return extract_text(policy(body, issuer, title), "short.txt")


def names(document: Document, *labels: str) -> set[str]:
    """The names of the entities of some labels."""
    return {entity.name for entity in document.entities if entity.type in labels}


def called(document: Document, label: str, expected: set[str]) -> set[str]:
    """The names of the entities of a label, each by the expected name where that is one of its names or aliases."""
    found = [item for item in document.entities if item.type == label]
    return {next(iter(expected & {item.name, *item.aliases}), item.name) for item in found}


def regions(document: Document) -> set[str]:
    """The names of the regions besides the one the document is about."""
    return names(document, *REGIONS) - {document.policy.region or ""}


def agencies(document: Document) -> set[str]:
    """The names of the agencies besides the one that issued the document."""
    issuers = {source for source, _ in relations(document, "ISSUED")}
    return names(document, "Agency") - issuers


def relations(document: Document, kind: str) -> set[tuple[str, str]]:
    """(source name, target name) of the relations of a type; clauses and targets by id or name."""
    label = {item.id: item.name for item in document.entities}
    return {
        (label.get(relation.source, relation.source), label.get(relation.target, relation.target))
        for relation in document.relations
        if relation.type == kind
    }


def duties(document: Document, role: str) -> set[str]:
    """The names of the units that answer for some clause in a role (lead or member)."""
    label = {item.id: item.name for item in document.entities}
    return {
        label[relation.source]
        for relation in document.relations
        if relation.type == "RESPONSIBLE_FOR" and relation.properties["role"] == role
    }


def named_at(document: Document, text: str, words: str) -> set[str]:
    """The names of the regions a mention of which overlaps the one place where `words` stand in the text."""
    start = text.index(words)
    end = start + len(words)
    return {
        item.name
        for item in document.entities
        if item.type in REGIONS and any(m.start < end and start < m.end for m in item.mentions)
    }


def proven(body: str, issuer: str = ISSUER) -> Document:
    """The facts of a short document, each mention and each piece of evidence compared with the slice it names."""
    text = policy(body, issuer)
    document = extract_text(text, "short.txt")
    verify(document)
    for item in document.entities:
        assert all(bare(text[mention.start : mention.end]) == bare(mention.text) for mention in item.mentions)
    for relation in document.relations:
        assert all(bare(text[proof.start : proof.end]) == bare(proof.quote) for proof in relation.evidence)
    return document


def bare(text: str) -> str:
    """A text without white space: what a quotation must share with the place that it names (DESIGN 3)."""
    return "".join(text.split())


def limit(reason: str) -> pytest.MarkDecorator:
    """The mark of a case that the guidelines decide and the system does not meet yet."""
    return pytest.mark.xfail(strict=True, reason=reason)
