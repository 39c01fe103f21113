"""The packages that Liantu stands on."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient

_REMEDY = "install Liantu again: pip install -c constraints.txt ."


def check(_patient: Patient) -> Iterator[Finding]:
    """Each dependency against the versions that Liantu's own package demands."""
    try:
        wanted = [Requirement(line) for line in requires("liantu") or ()]
    except PackageNotFoundError:
        yield Finding("packages", WARN, "Liantu is not installed as a package, so versions are unknown", _REMEDY)
        return
    needed = [item for item in wanted if item.marker is None or item.marker.evaluate({"extra": ""})]
    found = {item.name: _installed(item.name) for item in needed}
    wrong = [item for item in needed if not found[item.name] or found[item.name] not in item.specifier]
    for item in wrong:
        is_there = f"is {found[item.name]}" if found[item.name] else "is missing"
        yield Finding("packages", FAIL, f"{item.name} {is_there}, and Liantu needs {item.specifier}", _REMEDY)
    if not wrong:
        yield Finding("packages", OK, ", ".join(f"{name} {number}" for name, number in sorted(found.items())))


def _installed(name: str) -> str:
    """The version of a package, or nothing."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
