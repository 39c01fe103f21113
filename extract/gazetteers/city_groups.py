"""City groups and blocks of regions, with the members that plans define."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from extract.gazetteers.regions import Region, regions
from extract.gazetteers.toml_files import read_toml
from graph.errors import DataError

_FILE = "city_groups.toml"


@dataclass(frozen=True, slots=True)
class CityGroup:
    """A named set of regions: `strict` if the members are exactly the defined set, else they are those sure to belong.

    `kind` is 城市群, 都市圈, 经济带, 板块 or 示范区; `source` the plan that defines the group. `members` may be empty.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    members: tuple[Region, ...]
    strict: bool = False
    source: str = ""


class CityGroupTable:
    """Look-up of city groups by any of their names."""

    def __init__(self, groups: Iterable[CityGroup]) -> None:
        """Keeps the order of the data file."""
        self.groups = tuple(groups)
        self._by_name = {name: group for group in self.groups for name in (*group.aliases, group.name)}

    def widened(self, own: Iterable[CityGroup], foreign: Container[str]) -> Self:
        """The same with further groups, which bear their names even where ours do, and without the names `foreign`."""
        own = tuple(own)
        wider = type(self)((*self.groups, *own))
        wider._by_name = {name: group for name, group in self._by_name.items() if name not in foreign}
        wider._by_name |= {name: group for group in own for name in (*group.aliases, group.name)}
        return wider

    def find(self, surface: str) -> CityGroup | None:
        """The group that bears a name, or None."""
        return self._by_name.get(surface)

    def surfaces(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._by_name)


@cache
def city_groups() -> CityGroupTable:
    """The table, read once. Raises DataError where a member is no region or an entry lacks a key."""
    try:
        return CityGroupTable(
            CityGroup(
                entry["name"],
                tuple(entry["aliases"]),
                entry["kind"],
                tuple(_member(name, entry["name"]) for name in entry["members"]),
                entry["strict"],
                entry["source"],
            )
            for entry in read_toml(_FILE)["group"]
        )
    except KeyError as error:
        raise DataError(f"extract/gazetteers/data/{_FILE}: an entry lacks {error}; add it.") from error


def _member(name: str, group: str) -> Region:
    province, _, own = name.rpartition("/")
    region = regions().resolve(own, regions().resolve(province, None) if province else None)
    if region is None or region.name != own:
        raise DataError(
            f"extract/gazetteers/data/{_FILE}: {group} has the unknown or ambiguous member {name}; "
            "write its official name, with the province before it (湖南省/永定区) where several bear it."
        )
    return region
