"""The interpreter."""

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata

from packaging.specifiers import SpecifierSet

from liantu import __version__
from liantu.doctor.finding import FAIL, OK, Finding, Patient


def check(_patient: Patient) -> Iterator[Finding]:
    """Liantu's own version, and Python's against what Liantu demands."""
    yield Finding("liantu", OK, __version__)
    try:
        wanted = SpecifierSet(metadata("liantu")["Requires-Python"])
    except PackageNotFoundError:
        wanted = SpecifierSet()
    found = platform.python_version()
    if found in wanted:
        yield Finding("python", OK, f"{found} on {platform.platform(terse=True)}")
    else:
        yield Finding("python", FAIL, f"{found} at {sys.executable}, and Liantu needs {wanted}", "install that Python")
