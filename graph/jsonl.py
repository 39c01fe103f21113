"""Facts files: JSON Lines, one document a line, checked when written and when read."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, TextIO, TypeVar, get_type_hints

from graph.errors import FactsError
from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Relation, Scalar
from graph.verify import verify

Flat = TypeVar("Flat", Policy, Clause, Mention, Evidence)
_MAX_LINE = 512 * 1024 * 1024
_LARGEST = 2**63
# The keys of each kind of object, in the order in which they are written.
_FIELDS: Mapping[type, tuple[str, ...]] = {
    kind: tuple(kind.__annotations__) for kind in (Policy, Clause, Mention, Entity, Evidence, Relation)
}


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
        "policy": {field: getattr(policy, field) for field in _FIELDS[Policy]},
        "clauses": [{field: getattr(clause, field) for field in _FIELDS[Clause]} for clause in document.clauses],
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
        "mentions": [{field: getattr(mention, field) for field in _FIELDS[Mention]} for mention in entity.mentions],
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "source": relation.source,
        "type": relation.type,
        "target": relation.target,
        "properties": dict(relation.properties),
        "evidence": [{field: getattr(item, field) for field in _FIELDS[Evidence]} for item in relation.evidence],
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
        stream = path.open(encoding="utf-8-sig")
    except OSError as error:
        raise FactsError(f"{path} cannot be opened ({error.strerror}); check the path of the facts file.") from error
    with stream:
        number = 0
        while True:
            number += 1
            try:
                line = stream.readline(_MAX_LINE)
            except UnicodeDecodeError:
                raise FactsError(
                    f"{path}, line {number} or after: this is no UTF-8 text; give a file written by `liantu extract`."
                ) from None
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
    parts = _object(record, "the line", ("policy", "clauses", "entities", "relations"))
    return Document(
        _flat(Policy, parts["policy"]),
        tuple(_flat(Clause, clause) for clause in _list(parts["clauses"], "clauses")),
        tuple(_read_entity(entity) for entity in _list(parts["entities"], "entities")),
        tuple(_read_relation(relation) for relation in _list(parts["relations"], "relations")),
    )


def _read_entity(raw: object) -> Entity:
    entity = _object(raw, "an entity", _FIELDS[Entity])
    aliases = tuple(_text(alias, "an alias") for alias in _list(entity["aliases"], "aliases"))
    mentions = tuple(_flat(Mention, mention) for mention in _list(entity["mentions"], "mentions"))
    key, label, name = (_text(entity[field], f"the {field} of an entity") for field in ("id", "type", "name"))
    return Entity(key, label, name, aliases, _properties(entity["properties"]), mentions)


def _read_relation(raw: object) -> Relation:
    relation = _object(raw, "a relation", _FIELDS[Relation])
    evidence = tuple(_flat(Evidence, item) for item in _list(relation["evidence"], "evidence"))
    source, kind, target = (_text(relation[field], f"the {field}") for field in ("source", "type", "target"))
    return Relation(source, kind, target, _properties(relation["properties"]), evidence)


@cache
def _forms(kind: type) -> Mapping[str, Any]:
    """The fields of a flat value with the types they take; a whole number does for a fraction."""
    return {name: int | float if hint is float else hint for name, hint in get_type_hints(kind).items()}


def _flat(kind: type[Flat], raw: object) -> Flat:
    """A value without parts: policy, clause, mention or evidence. What has a default may be left out."""
    key_of_cache: Any = kind
    forms, name = _forms(key_of_cache), kind.__name__.lower()
    needed = [item.name for item in fields(kind) if item.default is MISSING]
    given = _object(raw, f"a {name}", needed, tuple(forms))
    for key, value in given.items():
        if isinstance(value, bool) or not isinstance(value, forms[key]) or not _storable(value):
            raise _wrong(f"{key} of a {name} is {value!r:.40}")
    values: dict[str, Any] = {key: float(value) if forms[key] == int | float else value for key, value in given.items()}
    return kind(**values)


def _object(raw: object, what: str, needed: Sequence[str], known: Sequence[str] = ()) -> Mapping[str, Any]:
    """A JSON object with the needed keys and none that is unknown."""
    if not isinstance(raw, dict):
        raise _wrong(f"{what} is no JSON object but {raw!r:.40}")
    for key in needed:
        if key not in raw:
            raise _wrong(f"{what} lacks the field {key!r}")
    for key in raw:
        if key not in (known or needed):
            raise _wrong(f"{what} has the unknown field {key!r}")
    return raw


def _list(raw: object, what: str) -> Sequence[object]:
    if not isinstance(raw, list):
        raise _wrong(f"{what} is no list but {raw!r:.40}")
    return raw


def _text(raw: object, what: str) -> str:
    if not isinstance(raw, str):
        raise _wrong(f"{what} is no text but {raw!r:.40}")
    return raw


def _properties(raw: object) -> dict[str, Scalar]:
    if not isinstance(raw, dict) or not all(map(_storable, raw.values())):
        raise _wrong(f"the properties {raw!r:.40} are no JSON object of plain values")
    return raw


def _storable(value: object) -> bool:
    """Whether a graph can hold a value: text, truth, nothing, or a number that is finite and has 64 bits."""
    if isinstance(value, int | float):
        return -_LARGEST <= value < _LARGEST
    return isinstance(value, str | None)


def _wrong(what: str) -> FactsError:
    return FactsError(f"{what}; extract the document again with this version of Liantu.")
