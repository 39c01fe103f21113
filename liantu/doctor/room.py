"""Room on the disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient

_MEGABYTE = 1_000_000
_LITTLE = 500 * _MEGABYTE
_REMEDY = "free some space, or keep the graph elsewhere: --graph PATH"


def check(patient: Patient) -> Iterator[Finding]:
    """Where the graph is a file: it is written beside itself and then renamed, which takes its size once more."""
    path = Path() if patient.server else Path(patient.place)
    folder = next((place for place in (path, *path.parents) if place.is_dir()), Path())
    free = shutil.disk_usage(folder).free
    needed = 2 * path.stat().st_size if path.is_file() else 0
    told = f"{free / _MEGABYTE:,.0f} MB free"
    if free < needed:
        message = f"{told}, and to save the graph takes up to {needed / _MEGABYTE:,.0f} MB"
        yield Finding("room", FAIL, message, _REMEDY)
    elif free < _LITTLE:
        yield Finding("room", WARN, told, _REMEDY)
    else:
        yield Finding("room", OK, told)
