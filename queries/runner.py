"""Run a pack: parameters typed and resolved, rows as a table with Chinese titles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import QueryError
from graph.stores import Answer, Store
from queries.header import Pack
from queries.names import Meant, meant
from queries.packs import packs
from queries.post import take
from queries.values import value_of


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with column names and their Chinese titles; `truncated` if a limit cut some off."""

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False


def pack_named(name: str, own: Sequence[Path] = ()) -> Pack:
    """The pack of a name. Raises QueryError with the names there are."""
    known = packs(own)
    for pack in known:
        if pack.name == name:
            return pack
    raise QueryError(f"There is no pack {name!r}; the packs are {', '.join(pack.name for pack in known)}.")


def run(
    store: Store,
    name: str,
    parameters: Mapping[str, str] | None = None,
    *,
    own: Sequence[Path] = (),
    limit: int | None = None,
    timeout: float | None = None,
    meant: Meant = meant,
) -> Table:
    """Run a pack by name. `parameters` are texts, as typed; `own` are folders with the user's packs.

    `meant` finds the node that a name means.

    Raises QueryError where a parameter is unknown, missing or wrong, and where the time is up.
    """
    pack = pack_named(name, own)
    values = parameter_values(store, pack, dict(parameters or {}), meant)
    # A step needs all rows; the limit is one of the answer.
    answer = store.read(pack.statement, values, limit=None if pack.post else limit, timeout=timeout)
    for step in pack.post:
        answer = take(step, answer, values)
    _agree(pack, answer)
    rows = tuple(tuple(plain(value) for value in row) for row in answer.rows[:limit])
    cut = answer.truncated or len(rows) < len(answer.rows)
    return Table(answer.columns, tuple(title for _, title in pack.columns), rows, cut)


def parameter_values(store: Store, pack: Pack, given: Mapping[str, str], meant: Meant = meant) -> dict[str, Any]:
    """The values that the statement of a pack gets for texts as typed. Raises QueryError."""

    def resolve(text: str, kind: str) -> str:
        return meant(store, text, kind).id

    known = {parameter.name for parameter in pack.parameters}
    for key in given:
        if key not in known:
            have = ", ".join(map(str, pack.parameters)) or "none"
            raise QueryError(f"The pack {pack.name} has no parameter {key!r}; its parameters are: {have}.")
    return {
        parameter.name: value_of(resolve, pack, parameter, given.get(parameter.name)) for parameter in pack.parameters
    }


def _agree(pack: Pack, answer: Answer) -> None:
    """The columns are those that the header declares."""
    declared = tuple(name for name, _ in pack.columns)
    if answer.columns != declared:
        raise QueryError(
            f"{pack.source}: the statement returns {', '.join(answer.columns)}, but the header declares "
            f"{', '.join(declared)}; make them agree."
        )


def plain(value: Any) -> Any:
    """Lists in fixed order and without repeats: the engines collect in no order."""
    if isinstance(value, list | tuple):
        return sorted({item for item in value if item not in (None, "")}, key=str)
    return value
