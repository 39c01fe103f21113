"""What changes the commands besides their options: a file of settings, environment variables."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from graph.stores import shown
from liantu.doctor.finding import OK, WARN, Finding, Patient

_FILE = "liantu.toml"
_OURS = re.compile(r"(?:LIANTU|NEO4J)_\w+")
_SECRET = re.compile(r"PASS|SECRET|TOKEN|AUTH|CREDENTIAL")


def check(patient: Patient) -> Iterator[Finding]:
    """The file of settings, here or beside the graph, and the variables in force. Passwords are never shown."""
    folders = (Path(), *([] if patient.server else [Path(patient.place).parent]))
    files = dict.fromkeys(folder / _FILE for folder in folders if (folder / _FILE).is_file())
    yield Finding("settings", OK, "、".join(map(str, files)) if files else f"no {_FILE} here or beside the graph")
    names = sorted(name for name in os.environ if _OURS.fullmatch(name))
    if names:
        yield Finding("environment", OK, ", ".join(f"{name}={_value(name)}" for name in names))
    lost = [path for path in _lexicons() if not path.is_file()]
    if lost:
        message = f"LIANTU_LEXICON names {lost[0]}, which is no file"
        yield Finding("environment", WARN, message, "mend or unset it: ingest and extract refuse to run")


def _value(name: str) -> str:
    """The value of a variable as it may be told."""
    value = os.environ[name]
    return "(set, not shown)" if _SECRET.search(name) else shown(value) if value else "''"


def _lexicons() -> list[Path]:
    return [Path(path) for path in os.environ.get("LIANTU_LEXICON", "").split(os.pathsep) if path]
