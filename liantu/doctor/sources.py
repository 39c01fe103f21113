"""The files that the documents were read from."""

from collections.abc import Iterator
from pathlib import Path

from extract.reading import checksum
from liantu.doctor.finding import OK, WARN, Finding, Patient, some

_SOURCES = "MATCH (p:Policy) WHERE p.ingested AND p.sha256 IS NOT NULL RETURN p.source AS source, p.sha256 AS sha256"
_STDIN = "-"


def check(patient: Patient) -> Iterator[Finding]:
    """Whether each file is where it was read and as it was then; paths that are not whole start from this folder."""
    if patient.store is None:
        return
    rows = [(str(source), str(digest)) for source, digest in patient.store.read(_SOURCES).rows if source != _STDIN]
    gone = sorted(source for source, _ in rows if not Path(source).is_file())
    changed = sorted(source for source, digest in rows if source not in gone and checksum(Path(source)) != digest)
    if changed:
        message = f"{len(changed):,} of {len(rows):,} files are other than when they were read: {some(changed)}"
        yield Finding("sources", WARN, message, "ingest them again: liantu ingest FILE")
    if gone:
        message = f"{len(gone):,} of {len(rows):,} files are not to be found from this folder: {some(gone)}"
        yield Finding("sources", WARN, message, "run doctor where ingest was run, or `liantu forget` what is withdrawn")
    if not changed and not gone:
        yield Finding("sources", OK, f"{len(rows):,} files are as they were read")
