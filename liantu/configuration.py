"""`liantu.toml`: settings named as the options are, for all commands at the top, for one in a table of its name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from graph.errors import ConfigurationError
from liantu.commands import COMMANDS
from liantu.names import ONCE, OPTIONS

FILE = "liantu.toml"
_SECRET = re.compile(r"pass(word|wd|phrase)?$|secret|token|credential", re.I)
_TABLE = re.compile(r"""\s*\[\s*([\w\-."' ]+?)\s*\]""")
Path_ = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """A value with where it stands, such as `liantu.toml, line 3`, and the folder that relative paths start from."""

    value: Any
    where: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Configuration:
    """A file that was read: its name as given, its text and its tables."""

    path: Path
    text: str
    tables: Mapping[str, Any]

    def find(self, tables: Path_, key: str, shared: bool) -> Setting | None:
        """The setting for a command, `("view", "links")`: in the table of its own, else of its group, else at the top
        where `shared`. Keys may be written with - or with _."""
        for depth in range(len(tables), -1 if shared else 0, -1):
            within = tables[:depth]
            for name, value in self._table(within).items():
                if not isinstance(value, Mapping) and name.replace("_", "-") == key:
                    return Setting(value, self.where(within, name), self.path.parent)
        return None

    def keys(self, tables: Path_) -> Iterator[str]:
        """The keys of a table that hold no table."""
        yield from (name for name, value in self._table(tables).items() if not isinstance(value, Mapping))

    def tables_in(self, tables: Path_) -> Iterator[str]:
        """The names of the tables in a table."""
        yield from (name for name, value in self._table(tables).items() if isinstance(value, Mapping))

    def where(self, tables: Path_, key: str = "") -> str:
        """File and line of a key, or of a table if there is no key."""
        line = _line(self.text, tables, key)
        return f"{self.path}, line {line}" if line else str(self.path)

    def _table(self, tables: Path_) -> Mapping[str, Any]:
        found: Any = self.tables
        for name in tables:
            found = found.get(name, {}) if isinstance(found, Mapping) else {}
        return found if isinstance(found, Mapping) else {}


def read_configuration(path: Path) -> Configuration | None:
    """The settings of a file, checked as far as that needs no command; None where there is no file.

    Raises ConfigurationError, with file and line, where it is no TOML, holds a password, or names an option or a
    command that there is not.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path} is no UTF-8 text; save it as UTF-8.") from None
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read ({error.strerror}); check its permissions.") from error
    import tomllib

    try:
        found = Configuration(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path} is no TOML: {error}; write lines such as jobs = 2.") from None
    _check_secrets(found, (), found.tables)
    for name in found.tables_in(()):
        if name not in COMMANDS:
            raise ConfigurationError(
                f"{found.where((name,))}: there is no command {name}{nearest(name, COMMANDS)}; a table is called after "
                "a command, such as [query]."
            )
    for key in found.keys(()):
        check_key(found, (), key, OPTIONS)
    return found


def check_key(found: Configuration, tables: Path_, key: str, known: Any) -> None:
    """Raise ConfigurationError unless a key is an option that may stand in a file."""
    name = key.replace("_", "-")
    if name in ONCE:
        raise ConfigurationError(
            f"{found.where(tables, key)}: {key} is said on the command line only; remove the line."
        )
    if name not in known:
        of = f"an option of liantu {' '.join(tables)}" if tables else "an option"
        raise ConfigurationError(f"{found.where(tables, key)}: {key} is not {of}{nearest(name, known)}.")


def nearest(name: str, known: Any) -> str:
    """`, perhaps jobs`, if something known is spelled nearly so."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f", perhaps {close[0]}" if close else ""


def _check_secrets(found: Configuration, tables: Path_, table: Mapping[str, Any]) -> None:
    """A file that colleagues share is no place for a password: it is refused before anything of it is shown."""
    for key, value in table.items():
        if _SECRET.search(key):
            raise ConfigurationError(
                f"{found.where(tables, key)}: a password does not belong in a file that others read; remove the line, "
                "and set NEO4J_PASSWORD in the environment."
            )
        if isinstance(value, Mapping):
            _check_secrets(found, (*tables, key), value)


def _line(text: str, tables: Path_, key: str) -> int | None:
    """The line, from 1, on which a key or the head of a table stands; None if it is written in another way."""
    within: Path_ = ()
    wanted = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
    for number, line in enumerate(text.splitlines(), start=1):
        head = _TABLE.match(line)
        if head:
            within = tuple(part.strip(" \"'") for part in head.group(1).split("."))
            if within == tables and not key:
                return number
        elif key and within == tables and wanted.match(line):
            return number
    return None
