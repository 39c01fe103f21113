"""Query packs as files: a Cypher statement under a header of `// key: value` lines."""

import re
from dataclasses import dataclass, field

from graph.errors import QueryError
from graph.stores.guard import check_reads
from queries.post import POST

TYPES = (
    "text",
    "integer",
    "number",
    "date",
    "region",
    "place",
    "group",
    "chain",
    "park",
    "agency",
    "policy",
    "entity",
)
_ONCE = ("name", "title", "question", "post")
_NEEDED = ("name", "title", "question")
_LINE = re.compile(r"^//\s*(?P<key>[a-z]+)\s*:\s*(?P<value>.*)$")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PARAMETER = re.compile(
    r"^(?P<type>[a-z]+)\s+(?P<name>[a-z_]\w*)\s*(?:in\s+\"(?P<choices>[^\"]*)\")?\s*"
    r"(?:=\s*\"(?P<default>[^\"]*)\")?\s*(?P<about>.*)$"
)
_COLUMN = re.compile(r"^(?P<name>[a-z_]\w*)\s+(?P<title>\S.*)$")
_USED = re.compile(r"\$([a-z_]\w*)")
_HIDDEN = re.compile(r"//[^\n]*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"")
_FORM = f'`TYPE NAME in "A|B" = "DEFAULT" 说明` (`in` and `=` may be left out), TYPE one of {", ".join(TYPES)}'


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a pack: without a default it must be given; with `choices` it is one of them, or the default."""

    name: str
    type: str
    default: str | None
    about: str
    choices: tuple[str, ...] = ()

    def __str__(self) -> str:
        """As listed: region:region="" or mode:text[共建|对接]=""."""
        choices = f"[{'|'.join(self.choices)}]" if self.choices else ""
        return f"{self.name}:{self.type}{choices}" + ("" if self.default is None else f'="{self.default}"')


@dataclass(frozen=True, slots=True)
class Pack:
    """A named question with its statement, parameters and columns (name, Chinese title).

    `subject` is the folder it stands in, `source` its file; `post` names the steps that the rows of the statement go
    through before they are the answer.
    """

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    post: tuple[str, ...]
    statement: str
    subject: str
    source: str


@dataclass(slots=True)
class _Read:
    """What has been read of a file so far; with each thing the line it stands in."""

    source: str
    single: dict[str, tuple[int, str]] = field(default_factory=dict)
    parameters: dict[str, tuple[int, Parameter]] = field(default_factory=dict)
    columns: dict[str, tuple[int, str]] = field(default_factory=dict)
    body: list[tuple[int, str]] = field(default_factory=list)

    def value(self, key: str) -> str:
        """The value of a key that stands once; empty if it is missing."""
        return self.single.get(key, (0, ""))[1]

    @property
    def start(self) -> int:
        """The line where the statement begins."""
        return next((number for number, line in self.body if line.strip()), 1)


def read_pack(text: str, subject: str, source: str) -> Pack:
    """Read one pack. `source`: the file, as errors name it.

    Raises QueryError with file and line where the header is broken or the statement does more than read.
    """
    read = _Read(source)
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        head = _LINE.match(line)
        if head is None:
            read.body.append((number, line))
        else:
            _take(read, number, head.group("key"), head.group("value").strip())
    for key in _NEEDED:
        if not read.value(key):
            raise QueryError(f"{source}, line 1: the header has no line `// {key}: …`; add it.")
    if not read.columns:
        raise QueryError(f"{source}, line 1: the header has no line `// column: NAME 标题`; add one a column.")
    statement = "\n".join(line for _, line in read.body).strip()
    _agree(read, statement)
    try:
        check_reads(statement)
    except QueryError as error:
        raise QueryError(f"{source}, line {read.start}: {error}") from None
    return Pack(
        read.value("name"),
        read.value("title"),
        read.value("question"),
        tuple(parameter for _, parameter in read.parameters.values()),
        tuple((name, title) for name, (_, title) in read.columns.items()),
        tuple(part.strip() for part in read.value("post").split(",") if part.strip()),
        statement,
        subject,
        source,
    )


def _take(read: _Read, number: int, key: str, value: str) -> None:
    """Take one line of the header in."""
    where = f"{read.source}, line {number}"
    if key == "column":
        name, title = _column(value, where)
        twice = name in read.columns
        read.columns[name] = number, title
    elif key == "parameter":
        parameter = _parameter(value, where)
        twice = parameter.name in read.parameters
        read.parameters[parameter.name] = number, parameter
    elif key in _ONCE:
        _single(key, value, where)
        twice = key in read.single
        read.single[key] = number, value
    else:
        raise QueryError(f"{where}: unknown key {key!r}; the keys are {', '.join(_ONCE)}, parameter, column.")
    if twice:
        raise QueryError(f"{where}: {key} {value} stands here a second time; remove one.")


def _single(key: str, value: str, where: str) -> None:
    """Check a key that stands once."""
    if key == "name" and value and not _NAME.fullmatch(value):
        raise QueryError(f"{where}: a name is of small letters, digits and _, such as city_links, not {value!r}.")
    for step in value.split(",") if key == "post" else ():
        if step.strip() not in POST:
            raise QueryError(f"{where}: there is no post-step {step.strip()!r}; the steps are {', '.join(POST)}.")


def _parameter(value: str, where: str) -> Parameter:
    match = _PARAMETER.match(value)
    if match is None or match.group("type") not in TYPES:
        raise QueryError(f"{where}: a parameter reads {_FORM}.")
    choices = tuple(filter(None, (match.group("choices") or "").split("|")))
    default = match.group("default")
    if default and choices and default not in choices:
        raise QueryError(f"{where}: the default {default!r} is none of {'|'.join(choices)}; mend the line.")
    return Parameter(match.group("name"), match.group("type"), default, match.group("about").strip(), choices)


def _column(value: str, where: str) -> tuple[str, str]:
    match = _COLUMN.match(value)
    if match is None:
        raise QueryError(f"{where}: a column reads `NAME 标题`; mend the line.")
    return match.group("name"), match.group("title")


def _agree(read: _Read, statement: str) -> None:
    """Every parameter that is used is declared, and the other way round; a post-step may use any of them."""
    used = set(_USED.findall(_HIDDEN.sub("", statement)))
    for name, (number, _) in read.parameters.items():
        if name not in used and not read.value("post"):
            raise QueryError(
                f"{read.source}, line {number}: the parameter {name} is declared but not used; remove the line."
            )
    for name in sorted(used - set(read.parameters)):
        raise QueryError(
            f"{read.source}, line {read.start}: ${name} is used but not declared; add `// parameter: TYPE {name} 说明`."
        )
