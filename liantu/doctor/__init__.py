"""`liantu doctor`: whether all that Liantu stands on is sound. One check a file, in the order of telling."""

from collections.abc import Iterator, Mapping

from graph.errors import LiantuError
from liantu.doctor import (
    counts,
    encoding,
    evidence,
    fonts,
    graph,
    packages,
    python,
    references,
    room,
    settings,
    sources,
    supports,
)
from liantu.doctor.finding import FAIL, Check, Finding, Patient
from liantu.doctor.opening import examined

CHECKS: Mapping[str, Check] = {
    "python": python.check,
    "packages": packages.check,
    "encoding": encoding.check,
    "settings": settings.check,
    "graph": graph.check,
    "counts": counts.check,
    "references": references.check,
    "supports": supports.check,
    "evidence": evidence.check,
    "sources": sources.check,
    "room": room.check,
    "pictures": fonts.check,
}

__all__ = ["CHECKS", "FAIL", "Finding", "examine"]


def examine(where: str | None) -> Iterator[Finding]:
    """The findings of all checks on the graph that `where` names, else on the one that is chosen. Writes nothing.

    A check that cannot be made is itself a finding.
    """
    with examined(where) as patient:
        for name, check in CHECKS.items():
            yield from _made(name, check, patient)


def _made(name: str, check: Check, patient: Patient) -> Iterator[Finding]:
    try:
        yield from check(patient)
    except LiantuError as error:
        yield Finding(name, FAIL, f"cannot be checked: {error}")
