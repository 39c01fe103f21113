"""Facts files: JSON Lines, one document a line, checked when written and when read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from graph.errors import FactsError
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation
from graph.verify import verify

_MAX_LINE = 512 * 1024 * 1024


def write_documents(documents: Iterable[Document], stream: TextIO) -> int:
    """Write documents to a text stream, one JSON object a line, each verified first.

    Returns the number of documents. Raises FactsError if a fact does not agree with its text.
    """
    count = 0
    for document in documents:
        verify(document)
        stream.write(encode(document) + "\n")
        count += 1
    return count


def encode(document: Document) -> str:
    """One document as one line of JSON, keys in fixed order."""
    policy = document.policy
    record = {
        "policy": {field: getattr(policy, field) for field in Policy.__slots__},
        "clauses": [{field: getattr(clause, field) for field in Clause.__slots__} for clause in document.clauses],
        "entities": [_entity(entity) for entity in document.entities],
        "relations": [_relation(relation) for relation in document.relations],
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "properties": dict(entity.properties),
        "mentions": [{field: getattr(mention, field) for field in Mention.__slots__} for mention in entity.mentions],
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "source": relation.source,
        "type": relation.type,
        "target": relation.target,
        "properties": dict(relation.properties),
        "evidence": [{field: getattr(item, field) for field in Evidence.__slots__} for item in relation.evidence],
    }


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the verified documents of a facts file.

    Raises FactsError with file and line where a line is no JSON, lacks a field, names an unknown label or type, or
    states a fact that its text does not bear out; nothing after that line is read.
    """
    for result in scan_documents(path):
        if isinstance(result, FactsError):
            raise result
        yield result


def scan_documents(path: Path) -> Iterator[Document | FactsError]:
    """Yield, line by line, the verified document or the error of that line, so that one bad line costs no other."""
    try:
        stream = path.open(encoding="utf-8")
    except OSError as error:
        raise FactsError(f"{path} cannot be opened ({error.strerror}); check the path of the facts file.") from error
    with stream:
        number = 0
        while True:
            number += 1
            try:
                line = stream.readline(_MAX_LINE)
            except UnicodeDecodeError:
                raise FactsError(f"{path} is not UTF-8 text; give a file written by `liantu extract`.") from None
            if not line:
                return
            if line.strip():
                yield _scan_line(line, path, number)


def _scan_line(line: str, path: Path, number: int) -> Document | FactsError:
    where = f"{path}, line {number}"
    try:
        document = decode(line)
        verify(document)
    except FactsError as error:
        return FactsError(f"{where}: {error}")
    return document


def decode(line: str) -> Document:
    """One line of a facts file as a document. Raises FactsError if it has not the form of DESIGN 3."""
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise FactsError(
            f"the line is no complete JSON object ({error}); it may be cut off: extract the document again."
        ) from None
    try:
        return _document(record)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise FactsError(
            f"the line lacks a field or has one of the wrong form ({type(error).__name__}: {error}); "
            "extract the document again with this version."
        ) from None


def _document(record: Mapping[str, Any]) -> Document:
    policy = Policy(**{field: record["policy"].get(field) for field in Policy.__slots__ if field in record["policy"]})
    return Document(
        policy,
        tuple(Clause(**clause) for clause in record["clauses"]),
        tuple(_read_entity(entity) for entity in record["entities"]),
        tuple(_read_relation(relation) for relation in record["relations"]),
    )


def _read_entity(raw: Mapping[str, Any]) -> Entity:
    return Entity(
        str(raw["id"]),
        str(raw["type"]),
        str(raw["name"]),
        tuple(map(str, raw["aliases"])),
        dict(raw["properties"]),
        tuple(Mention(**mention) for mention in raw["mentions"]),
    )


def _read_relation(raw: Mapping[str, Any]) -> Relation:
    return Relation(
        str(raw["source"]),
        str(raw["type"]),
        str(raw["target"]),
        dict(raw["properties"]),
        tuple(Evidence(**item) for item in raw["evidence"]),
    )
