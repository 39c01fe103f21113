"""Query packs as files: a Cypher statement under a header of `// key: value` lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.errors import QueryError

TYPES = ("text", "integer", "number", "date", "region", "place", "chain", "agency", "policy", "entity", "group")
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
    text = file.read_text(encoding="utf-8")
    single: dict[str, str] = {}
    parameters: list[Parameter] = []
    columns: list[tuple[str, str]] = []
    body: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        head = _LINE.match(line)
        if head is None:
            body.append(line)
            continue
        key, value = head.group("key"), head.group("value").strip()
        if key == "parameter":
            parameters.append(_parameter(value, file.name, number))
        elif key == "column":
            columns.append(_column(value, file.name, number))
        elif key in ("name", "title", "question"):
            single[key] = value
        else:
            raise QueryError(
                f"{file.name}, line {number}: unknown key {key!r}; the keys are name, title, question, parameter, column."
            )
    for key in ("name", "title", "question"):
        if not single.get(key):
            raise QueryError(f"{file.name}, line 1: the header has no line `// {key}: …`; add it.")
    statement = "\n".join(body).strip()
    _agree(file.name, statement, parameters)
    return Pack(
        single["name"], single["title"], single["question"], tuple(parameters), tuple(columns), statement, file.name
    )


def _parameter(value: str, file: str, number: int) -> Parameter:
    match = _PARAMETER.match(value)
    if match is None or match.group("type") not in TYPES:
        raise QueryError(
            f'{file}, line {number}: a parameter reads `TYPE NAME = "DEFAULT" 说明`, TYPE one of {", ".join(TYPES)}.'
        )
    return Parameter(match.group("name"), match.group("type"), match.group("default"), match.group("about").strip())


def _column(value: str, file: str, number: int) -> tuple[str, str]:
    match = _COLUMN.match(value)
    if match is None:
        raise QueryError(f"{file}, line {number}: a column reads `NAME 标题`.")
    return match.group("name"), match.group("title")


def _agree(file: str, statement: str, parameters: Sequence[Parameter]) -> None:
    used = set(_USED.findall(_HIDDEN.sub("", statement)))
    declared = {parameter.name for parameter in parameters}
    if used != declared:
        odd = "、".join(sorted(used ^ declared))
        raise QueryError(
            f"{file}: the parameters {odd} are used but not declared, or declared but not used; mend the header."
        )
