"""Where the value of an option comes from when the command line does not say it.

Option > variable LIANTU_<OPTION> > liantu.toml in the working folder > liantu.toml beside the graph > default.
"""

import logging
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import click

from graph.errors import ConfigurationError
from graph.stores import chosen
from liantu.configuration import FILE, Configuration, Setting, check_key, read_configuration
from liantu.names import ONCE

_GRAPH = "graph"
_LOG = logging.getLogger("liantu.settings")
_READ = "liantu.configuration"


class Settings(MutableMapping[str, Any]):
    """What click takes defaults from: the settings of one command by the names of its parameters, and for a group those
    of its commands. The files are read when the first parameter asks; help and completion never ask."""

    def __init__(self, command: click.Command, tables: tuple[str, ...] = ()) -> None:
        """For a command that is called by the words `tables`; the program itself is called by none."""
        self._command, self._tables = command, tables

    def setting(self, name: str) -> Setting | None:
        """What the files say of a parameter. Raises ConfigurationError where it is of a wrong type."""
        context = click.get_current_context(silent=True)
        option = next((item for item in self._command.params if item.name == name), None)
        if not self._tables or context is None or context.resilient_parsing or not isinstance(option, click.Option):
            return None
        key = long_name(option)
        if key is None or key in ONCE:
            return None
        shared = variable_of(option) is not None
        for file in self._files(None if name == _GRAPH else context.params.get(_GRAPH)):
            found = file.find(self._tables, key, shared)
            if found is not None:
                return _checked(option, key, found)
        return None

    def _files(self, graph: str | None) -> Iterator[Configuration]:
        """The files there are, the nearer one first."""
        read: dict[Path, Configuration | None] = click.get_current_context().meta.setdefault(_READ, {})
        for path in _places(graph):
            if path not in read:
                read[path] = found = read_configuration(path)
                if found is not None:
                    _LOG.info("settings are taken from %s", path)
                    self._check(found)
            if (known := read[path]) is not None:
                yield known

    def _check(self, found: Configuration) -> None:
        """Raise ConfigurationError where a table of this command, or of its group, names no option of it."""
        root = click.get_current_context().find_root().command
        for depth in range(1, len(self._tables) + 1):
            tables = self._tables[:depth]
            known = set(_options_below(_called(root, tables)))
            for key in found.keys(tables):
                check_key(found, tables, key, known)

    def __getitem__(self, name: str) -> Any:
        """The value for a parameter, or the settings of a command of this group."""
        if isinstance(self._command, click.Group):
            inner = self._command.get_command(click.Context(self._command), name)
            if inner is not None:
                return Settings(inner, (*self._tables, name))
        found = self.setting(name)
        if found is None:
            raise KeyError(name)
        return found.value

    def __contains__(self, name: object) -> bool:
        """Whether there is one."""
        try:
            self[str(name)]
        except KeyError:
            return False
        return True

    def __setitem__(self, name: str, value: Any) -> None:
        """Files are not written."""
        raise TypeError

    def __delitem__(self, name: str) -> None:
        """Files are not written."""
        raise TypeError

    def __iter__(self) -> Iterator[str]:
        """The parameters that are set."""
        return (item.name for item in self._command.params if item.name and item.name in self)

    def __len__(self) -> int:
        """How many."""
        return sum(1 for _ in self)


def long_name(option: click.Option) -> str | None:
    """The long spelling of an option without its dashes, or None."""
    return next((spelling[2:] for spelling in option.opts if spelling.startswith("--")), None)


def variable_of(option: click.Option) -> str | None:
    """The variable that every command shares under the name of this option; None where it has one of its own."""
    name = long_name(option)
    wanted = f"LIANTU_{name.upper().replace('-', '_')}" if name else None
    names = [option.envvar] if isinstance(option.envvar, str) else list(option.envvar or ())
    return wanted if wanted in names else None


def give_variables(command: click.Command) -> None:
    """Let every long option of a command, and of the commands in it, be set by LIANTU_<OPTION> as well."""
    for option in command.params:
        name = long_name(option) if isinstance(option, click.Option) else None
        if name and name not in ONCE and option.envvar is None:
            option.envvar = f"LIANTU_{name.upper().replace('-', '_')}"
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            give_variables(inner)


def origin(error: click.BadParameter) -> str:
    """Where a value that click refuses came from, if not from the command line: ` (liantu.toml, line 3)`."""
    if error.ctx is None or error.param is None or not error.param.name:
        return ""
    source = error.ctx.get_parameter_source(error.param.name)
    if source is click.core.ParameterSource.ENVIRONMENT:
        names = [error.param.envvar] if isinstance(error.param.envvar, str) else list(error.param.envvar or ())
        return f" (from {' or '.join(names)})"
    settings = error.ctx.default_map
    if source is click.core.ParameterSource.DEFAULT_MAP and isinstance(settings, Settings):
        found = settings.setting(error.param.name)
        return f" ({found.where})" if found else ""
    return ""


def _places(graph: str | None) -> list[Path]:
    """The file in the working folder, and the one beside the graph if that is a file elsewhere."""
    here, place = Path(FILE), chosen(graph)
    beside = Path(place).parent / FILE
    elsewhere = "://" not in place and beside.resolve() != here.resolve()
    return [here, beside] if elsewhere else [here]


def _called(command: click.Command, tables: tuple[str, ...]) -> click.Command:
    for name in tables:
        assert isinstance(command, click.Group)
        inner = command.get_command(click.Context(command), name)
        assert inner is not None
        command = inner
    return command


def _options_below(command: click.Command) -> Iterator[str]:
    """The long options of a command, or of all commands of a group."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from _options_below(inner)
    for option in command.params:
        name = long_name(option) if isinstance(option, click.Option) else None
        if name:
            yield name


def _checked(option: click.Option, key: str, found: Setting) -> Setting:
    """The setting with relative paths made those of its file. Raises ConfigurationError on a wrong type."""
    values = found.value if option.multiple and isinstance(found.value, list) else [found.value]
    kinds, called = _kinds(option)
    if any(not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds) for value in values):
        raise ConfigurationError(f"{found.where}: {key} is to be {called}, not {_shown(found.value)}.")
    if isinstance(option.type, click.Path) or key == _GRAPH:
        values = [value if "://" in value else str(found.folder / Path(value).expanduser()) for value in values]
    return Setting(values if option.multiple else values[0], found.where, found.folder)


def _kinds(option: click.Option) -> tuple[tuple[type, ...], str]:
    """The types that a value may have in TOML, and what they are called."""
    if option.is_flag:
        return (bool,), "true or false"
    if option.type.name == "jobs":
        return (int, str), 'a whole number or "auto"'
    if option.count or isinstance(option.type, click.types.IntParamType):
        return (int,), "a whole number"
    if isinstance(option.type, click.types.FloatParamType):
        return (int, float), "a number"
    return (str,), "text in quotation marks" + (", or a list of texts" if option.multiple else "")


def _shown(value: Any) -> str:
    """A value as it stands in a file."""
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)
