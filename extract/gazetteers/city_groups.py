"""City groups and blocks of regions, with the members that plans define."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.gazetteers.regions import Region, regions
from graph.errors import DataError


@dataclass(frozen=True, slots=True)
class CityGroup:
    """A named set of regions; `members` is empty where plans differ on them."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    members: tuple[Region, ...]


class CityGroupTable:
    """Look-up of city groups by any of their names."""

    def __init__(self, groups: Iterable[CityGroup]) -> None:
        """Keeps the order of the data file."""
        self.groups = tuple(groups)
        self._by_name = {name: group for group in self.groups for name in (*group.aliases, group.name)}

    def find(self, surface: str) -> CityGroup | None:
        """The group that bears a name, or None."""
        return self._by_name.get(surface)

    def surfaces(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._by_name)


@cache
def city_groups() -> CityGroupTable:
    """The table, read once. Raises DataError where a member is no region."""
    raw = tomllib.loads(files("extract.gazetteers").joinpath("data/city_groups.toml").read_text(encoding="utf-8"))

    def member(name: str, group: str) -> Region:
        region = regions().resolve(name, None)
        if region is None:
            raise DataError(f"extract/gazetteers/data/city_groups.toml: {group} has the unknown member {name}; name it in full.")
        return region

    return CityGroupTable(
        CityGroup(
            entry["name"], tuple(entry["aliases"]), entry["kind"],
            tuple(member(name, entry["name"]) for name in entry["members"]),
        )
        for entry in raw["group"]
    )
