"""Whether Chinese gets through: to the terminal and in file names."""

import sys
from codecs import lookup
from collections.abc import Iterator

from liantu.doctor.finding import OK, WARN, Finding, Patient

_REMEDY = "set a UTF-8 locale such as LANG=C.UTF-8 (on Windows: chcp 65001, or PYTHONUTF8=1)"


def check(_patient: Patient) -> Iterator[Finding]:
    """The encodings of standard output and of file names. Files and pipes of Liantu are UTF-8 whatever these are."""
    found = {"the terminal": sys.stdout.encoding or "ascii", "file names": sys.getfilesystemencoding()}
    other = {what: name for what, name in found.items() if lookup(name).name != "utf-8"}
    if other:
        told = ", ".join(f"{what}: {name}" for what, name in other.items())
        yield Finding("encoding", WARN, f"not everywhere UTF-8 ({told}); Chinese may not be shown", _REMEDY)
    else:
        yield Finding("encoding", OK, "UTF-8")
