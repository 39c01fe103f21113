"""What changes the commands besides their options: files of settings, variables of the environment."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from graph.errors import ConfigurationError
from graph.stores import shown
from liantu.configuration import FILE, nearest, read_configuration
from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient
from liantu.names import ONCE, OPTIONS

_OURS = re.compile(r"(?:LIANTU|NEO4J)_\w+")
_SECRET = re.compile(r"PASS|SECRET|TOKEN|AUTH|CREDENTIAL")
# Those that are read, besides the options' own; what begins with NEO4J_ is the driver's and the server's too.
_VARIABLES = frozenset(["LIANTU_BROWSER", *(f"LIANTU_{name.upper().replace('-', '_')}" for name in OPTIONS - ONCE)])
_TABLES = ("LIANTU_LEXICON", "LIANTU_CORRECTIONS")


def check(patient: Patient) -> Iterator[Finding]:
    """The settings here and beside the graph, and the variables in force. Passwords are never shown."""
    yield from _files(patient)
    names = sorted(name for name in os.environ if _OURS.fullmatch(name))
    if names:
        yield Finding("environment", OK, ", ".join(f"{name}={_value(name)}" for name in names))
    for name in names:
        if name.startswith("LIANTU_") and name not in _VARIABLES:
            yield Finding("environment", WARN, f"{name} is read by nothing{nearest(name, _VARIABLES)}", "unset it")
    for name in _TABLES:
        for path in filter(None, os.environ.get(name, "").split(os.pathsep)):
            if not Path(path).is_file():
                message = f"{name} names {path}, which is no file"
                yield Finding("environment", WARN, message, "mend or unset it: ingest and extract refuse to run")


def _files(patient: Patient) -> Iterator[Finding]:
    folders = (Path(), *([] if patient.server else [Path(patient.place).parent]))
    files = [path for path in dict.fromkeys(folder / FILE for folder in folders) if path.is_file()]
    if not files:
        yield Finding("settings", OK, f"no {FILE} here or beside the graph")
    for path in files:
        try:
            read_configuration(path)
        except ConfigurationError as error:
            yield Finding("settings", FAIL, str(error))
        else:
            yield Finding("settings", OK, str(path))


def _value(name: str) -> str:
    """The value of a variable as it may be told."""
    value = os.environ[name]
    return "(set, not shown)" if _SECRET.search(name) else shown(value) if value else "''"
