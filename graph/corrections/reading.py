"""Rows of a table as decided lines, each checked; what is wrong is gathered, not raised."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from graph.corrections.correction import Correction
from graph.corrections.decisions import DECISIONS
from graph.corrections.kind import Kind
from graph.ontology import Label, RelationType, ontology
from graph.tabular import Column, Problem, Row

# The columns of corrections.csv, in the order in which they are written.
COLUMNS: tuple[Column, ...] = (
    Column("decision", ("决定",), required=True),
    Column("type", ("类型",)),
    Column("name", ("名称",), required=True),
    Column("relation", ("关系",)),
    Column("other_type", ("另一类型", "other type")),
    Column("other_name", ("另一名称", "other name")),
    Column("policy", ("文件",)),
    Column("sentence", ("依据句",)),
    Column("detail", ("方式",)),
    Column("who", ("谁",)),
    Column("when", ("日期",)),
    Column("note", ("备注",)),
)
_TITLES = {column.key: column.titles[0] for column in COLUMNS}
_SEPARATORS = re.compile(r"[、；;]")
_TITLE_SEPARATORS = re.compile(r"[；;]")  # titles of policies hold 、
_MANGLED = re.compile(r"\d(?:\.\d+)?E\+\d+")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")
_SERIAL = re.compile(r"[34]\d{4}|5[0-5]\d{3}")
_FIRST_DAY = datetime.date(1899, 12, 30)  # Excel's day 0
_LONGEST = 500


class _Wrong(Exception):
    """What is wrong with a row."""


def read_lines(rows: Iterable[Row], file: str) -> tuple[list[Correction], list[Problem]]:
    """The lines of a table; `file` names it in messages."""
    lines: list[Correction] = []
    problems: list[Problem] = []
    for row in rows:
        try:
            line = _line(row, file)
        except _Wrong as wrong:
            problems.append(Problem(row.line, str(wrong)))
            continue
        found = [Problem(row.line, message) for message in DECISIONS[line.decision].check(line)]
        problems += found
        if not found:
            lines.append(replace(line, text=DECISIONS[line.decision].says(line)))
    return lines, problems


def _line(row: Row, file: str) -> Correction:
    decision = decision_of(row["decision"])
    if not decision:
        told = f"the decision {row['decision']!r} is unknown" if row["decision"] else "there is no decision"
        known = ", ".join(f"{kind.words[0]} ({kind.words[1]})" for kind in DECISIONS.values())
        raise _Wrong(f"{told}; the decisions are {known}")
    kind = DECISIONS[decision]
    _filled(kind, row)
    label, other_label = (_known(row[key], key, _labels()) for key in ("type", "other_type"))
    return Correction(
        row.line, f"{file}, line {row.line}", decision, _name(row["name"], "name"), label, other_label,
        _others(kind, row["other_name"], other_label or label), _known(row["relation"], "relation", _relations()),
        _name(row["policy"], "policy"), " ".join(row["sentence"].split()), row["detail"],
        " ".join(row["who"].split()), _date(row["when"]), row["note"],
    )  # fmt: skip


def decision_of(word: str) -> str:
    """The key of a decision as people write it, empty if there is none of that name."""
    return _words().get(_plain(word), "")


def _filled(kind: Kind, row: Row) -> None:
    """All that the decision needs is there, and nothing that says nothing in it."""
    for key in kind.needs:
        if not row[key]:
            raise _Wrong(f"{kind.words[0]} needs {key} ({_TITLES[key]}), which is empty")
    for key, cell in row.cells.items():
        if cell and key != "decision" and key not in kind.columns:
            raise _Wrong(
                f"{kind.words[0]} takes no {key} ({_TITLES[key]}); empty the cell, or write it as a note (备注)"
            )


def _others(kind: Kind, cell: str, label: str) -> tuple[str, ...]:
    if not kind.several:
        return (_name(cell, "other_name"),) if cell else ()
    between = _TITLE_SEPARATORS if label == "Policy" else _SEPARATORS
    return tuple(dict.fromkeys(_name(part, "other_name") for part in between.split(cell) if part.strip()))


def _name(cell: str, key: str) -> str:
    """A name on one line. Raises _Wrong for one that a spreadsheet has spoilt."""
    if _MANGLED.fullmatch(cell):
        raise _Wrong(f"{key} ({_TITLES[key]}) is {cell}, a number that Excel has shortened; format the column as text")
    if len(cell) > _LONGEST:
        raise _Wrong(f"{key} ({_TITLES[key]}) has {len(cell):,} characters; a name has at most {_LONGEST}")
    return " ".join(cell.split())


def _date(cell: str) -> str:
    """A day as ISO: as people write it, or as the number that Excel makes of it. Raises _Wrong."""
    if not cell:
        return ""
    try:
        if _SERIAL.fullmatch(cell):
            return (_FIRST_DAY + datetime.timedelta(days=int(cell))).isoformat()
        parts = _DATE.fullmatch(cell)
        if parts is not None:
            return datetime.date(*map(int, parts.groups())).isoformat()
    except ValueError:
        pass
    raise _Wrong(f"when (日期) is {cell!r}, no date; write it as 2026-11-27")


def _known(cell: str, key: str, known: Mapping[str, str]) -> str:
    """A label or relation type by its English or Chinese name. Raises _Wrong with those there are."""
    if not cell:
        return ""
    found = known.get(_plain(cell))
    if found is None:
        choices = dict.fromkeys(known.values())
        names: list[Label | RelationType] = [*ontology().labels.values(), *ontology().relations.values()]
        listed = ", ".join(f"{item.zh} ({item.name})" for item in names if item.name in choices)
        raise _Wrong(f"{key} ({_TITLES[key]}) is {cell!r}, which is unknown; there are {listed}")
    return found


@cache
def _labels() -> Mapping[str, str]:
    return _named(ontology().labels.values())


@cache
def _relations() -> Mapping[str, str]:
    return _named(ontology().relations.values())


def _named(items: Iterable[Label | RelationType]) -> Mapping[str, str]:
    return {_plain(word): item.name for item in items for word in (item.name, item.zh)}


@cache
def _words() -> Mapping[str, str]:
    return {_plain(word): key for key, kind in DECISIONS.items() for word in (key, *kind.words)}


@lru_cache(maxsize=1024)
def _plain(word: str) -> str:
    return re.sub(r"[\s_-]", "", word).casefold()


def in_columns(line: Correction) -> Sequence[str]:
    """A line as it is written into a table with COLUMNS."""
    known = ontology()
    labels = {name: label.zh for name, label in known.labels.items()}
    relation = known.relations[line.relation].zh if line.relation else ""
    between = "；" if "Policy" in (line.other_type or line.type,) else "、"
    return (
        DECISIONS[line.decision].words[0], labels.get(line.type, ""), line.name, relation,
        labels.get(line.other_type, ""), between.join(line.others), line.policy, line.sentence, line.detail,
        line.who, line.when, line.note,
    )  # fmt: skip
