"""The records of documents as both stores keep them: nodes `:LiantuDocument`, the same statements for either engine."""

from collections.abc import Mapping
from typing import Any

from graph.stores.base import DocumentRecord

BY_ID = "MATCH (d:LiantuDocument {id: $id})"
RECORD = (
    "RETURN d.id AS id, d.name AS name, d.number AS number, d.digest AS digest, d.reading AS reading, "
    "d.doubles AS doubles"
)
CONTRIBUTION = "d.contribution AS contribution"
CONTRIBUTED = f"{BY_ID} RETURN {CONTRIBUTION}"
LIST = f"MATCH (d:LiantuDocument) {RECORD} ORDER BY d.id"
KEEP = (
    "MERGE (d:LiantuDocument {id: $id}) SET d.name = $name, d.number = $number, d.digest = $digest, "
    "d.reading = $reading, d.contribution = $contribution"
)
DOUBLES = "SET d.doubles = $doubles"


def record_of(row: Mapping[str, Any]) -> DocumentRecord:
    """A row of RECORD, with or without CONTRIBUTION. Records of older graphs have no reading."""
    return DocumentRecord(
        row["id"],
        row["name"],
        row["number"] or "",
        row["digest"],
        row.get("contribution") or "",
        row["reading"] or "",
        tuple(row["doubles"] or ()),
    )


def parameters_of(record: DocumentRecord) -> dict[str, Any]:
    """What KEEP needs; what is not known is not kept."""
    return {
        "id": record.id,
        "name": record.title,
        "number": record.number,
        "digest": record.digest,
        "reading": record.reading or None,
        "contribution": record.contribution,
    }


def properties_of(record: DocumentRecord) -> dict[str, Any]:
    """All that the node of a record has; None where it has nothing."""
    return parameters_of(record) | {"doubles": list(record.doubles) or None}
