"""What changes the commands besides their options: files of settings, variables of the environment."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click

from graph.errors import ConfigurationError
from graph.stores import shown
from liantu.app import app
from liantu.configuration import FILE, nearest, read_configuration
from liantu.doctor.finding import FAIL, OK, WARN, Finding, Patient

_OURS = re.compile(r"(?:LIANTU|NEO4J)_\w+")
_SECRET = re.compile(r"PASS|SECRET|TOKEN|AUTH|CREDENTIAL")
_TABLES = ("LIANTU_LEXICON", "LIANTU_CORRECTIONS")


def check(patient: Patient) -> Iterator[Finding]:
    """The settings here and beside the graph, and the variables in force. Passwords are never shown."""
    yield from _files(patient)
    names = sorted(name for name in os.environ if _OURS.fullmatch(name))
    if names:
        yield Finding("environment", OK, ", ".join(f"{name}={_value(name)}" for name in names))
    ours = [name for name in names if name.startswith("LIANTU_")]
    known = {*_variables(app), "LIANTU_BROWSER"} if ours else set()
    for name in ours:
        if name not in known:
            yield Finding("environment", WARN, f"{name} is read by nothing{nearest(name, sorted(known))}", "unset it")
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


def _variables(command: click.Command) -> Iterator[str]:
    """The variables that the options of a command, and of the commands in it, are set by."""
    for option in command.params:
        yield from [option.envvar] if isinstance(option.envvar, str) else option.envvar or ()
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None:
                yield from _variables(inner)


def _value(name: str) -> str:
    """The value of a variable as it may be told."""
    value = os.environ[name]
    return "(set, not shown)" if _SECRET.search(name) else shown(value) if value else "''"
