"""Lexicons of the user's own, read and checked as a whole: every mistake is told with file and line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.own_names.checks import Checked, check
from extract.own_names.model import OwnNames, own_names
from extract.own_names.tables import read_table
from extract.own_names.together import together
from extract.own_names.told import Told
from extract.own_names.toml import read_toml
from graph.errors import TableError
from graph.tabular import Problem, refuse

Read = Callable[[Path], tuple[list[Told], list[Problem]]]
_READERS: Mapping[str, Read] = {".toml": read_toml}


@dataclass(frozen=True, slots=True)
class Lexicons:
    """The names of one or more files, and remarks on what of them counts only here and there."""

    names: OwnNames
    remarks: tuple[str, ...]


def read_lexicons(paths: Sequence[Path]) -> Lexicons:
    """The names of lexicons (.csv, .xlsx, .toml), which may repeat one another but not contradict.

    Raises TableError with all that is wrong, with file and line: unknown kinds and regions, names that are empty, of
    one character, of regions, or of two different things, groups without members.
    """
    checked: list[Checked] = []
    problems: dict[Path, list[Problem]] = {path: [] for path in paths}
    for path in problems:
        told, wrong = _READERS.get(path.suffix.lower(), read_table)(path)
        problems[path] += wrong
        for row in told:
            entry = check(row)
            problems[path] += [Problem(row.line, message) for message in entry.problems]
            checked.append(entry)
    kept, clashes = together([entry for entry in checked if not entry.problems])
    for row, message in clashes:
        problems[row.path].append(Problem(row.line, message))
    _refuse(problems)
    remarks = (f"{row.told.path}, line {row.told.line}: {remark}." for row in kept for remark in row.remarks)
    return Lexicons(own_names(row.entry for row in kept if row.entry is not None), tuple(remarks))


def _refuse(problems: Mapping[Path, Sequence[Problem]]) -> None:
    """Raise TableError with the problems of all files."""
    said = []
    for path, wrong in problems.items():
        try:
            refuse(path, wrong)
        except TableError as error:
            said.append(str(error))
    if said:
        raise TableError(" ".join(said))
