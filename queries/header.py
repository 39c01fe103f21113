"""Query packs as files: a Cypher statement under a header of `// key: value` lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from graph.errors import QueryError

TYPES = ("text", "integer", "number", "date", "region", "place", "chain", "agency", "policy", "entity", "group")
_ONCE = ("name", "title", "question")
_LINE = re.compile(r"^//\s*(?P<key>[a-z]+)\s*:\s*(?P<value>.*)$")
_PARAMETER = re.compile(r"^(?P<type>[a-z]+)\s+(?P<name>[a-z_]\w*)\s*(?:=\s*\"(?P<default>[^\"]*)\")?\s*(?P<about>.*)$")
_COLUMN = re.compile(r"^(?P<name>[a-z_]\w*)\s+(?P<title>\S.*)$")
_USED = re.compile(r"\$([a-z_]\w*)")
_HIDDEN = re.compile(r"'(?:\\.|[^'\\])*'")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a pack: without a default it must be given."""

    name: str
    type: str
    default: str | None
    about: str

    def __str__(self) -> str:
        """As listed: region:region=""."""
        return f"{self.name}:{self.type}" + ("" if self.default is None else f'="{self.default}"')


@dataclass(frozen=True, slots=True)
class Pack:
    """A named question with its statement, parameters and columns (name, Chinese title)."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    statement: str
    source: str


class _File(Protocol):
    """What is read of a pack's file."""

    @property
    def name(self) -> str: ...

    def read_text(self, encoding: str) -> str: ...


def read_pack(file: _File) -> Pack:
    """Read one pack. Raises QueryError with file and line where the header is broken."""
    single: dict[str, str] = {}
    parameters: dict[str, tuple[int, Parameter]] = {}
    columns: list[tuple[str, str]] = []
    body: list[str] = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        head = _LINE.match(line)
        if head is None:
            body.append(line)
            continue
        where, key, value = f"{file.name}, line {number}", head.group("key"), head.group("value").strip()
        if key == "column":
            columns.append(_column(value, where))
            continue
        if key == "parameter":
            parameter = _parameter(value, where)
            twice = parameter.name in parameters
            parameters[parameter.name] = number, parameter
        elif key in _ONCE:
            twice = key in single
            single[key] = value
        else:
            raise QueryError(f"{where}: unknown key {key!r}; the keys are {', '.join(_ONCE)}, parameter, column.")
        if twice:
            raise QueryError(f"{where}: {key} {value} stands here a second time; remove one.")
    for key in _ONCE:
        if not single.get(key):
            raise QueryError(f"{file.name}, line 1: the header has no line `// {key}: …`; add it.")
    statement = "\n".join(body).strip()
    _agree(file.name, statement, {name: number for name, (number, _) in parameters.items()})
    declared = tuple(parameter for _, parameter in parameters.values())
    return Pack(single["name"], single["title"], single["question"], declared, tuple(columns), statement, file.name)


def _parameter(value: str, where: str) -> Parameter:
    match = _PARAMETER.match(value)
    if match is None or match.group("type") not in TYPES:
        raise QueryError(f'{where}: a parameter reads `TYPE NAME = "DEFAULT" 说明`, TYPE one of {", ".join(TYPES)}.')
    return Parameter(match.group("name"), match.group("type"), match.group("default"), match.group("about").strip())


def _column(value: str, where: str) -> tuple[str, str]:
    match = _COLUMN.match(value)
    if match is None:
        raise QueryError(f"{where}: a column reads `NAME 标题`; mend the line.")
    return match.group("name"), match.group("title")


def _agree(file: str, statement: str, declared: Mapping[str, int]) -> None:
    """Every parameter that is used is declared, and the other way round. `declared`: from name to line."""
    used = set(_USED.findall(_HIDDEN.sub("", statement)))
    for name, number in declared.items():
        if name not in used:
            raise QueryError(f"{file}, line {number}: the parameter {name} is declared but not used; remove the line.")
    for name in sorted(used - set(declared)):
        raise QueryError(f"{file}, line 1: ${name} is used but not declared; add `// parameter: TYPE {name} 说明`.")
