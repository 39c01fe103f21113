"""Administrative divisions of China from province to township, and what a name of one stands for in a document."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from extract.gazetteers.tables import read_table

_LABELS = {"province": "Province", "city": "City", "county": "County", "town": "Town"}
_RANK = {"province": 0, "city": 1, "county": 2, "town": 3}


@dataclass(frozen=True, slots=True)
class Region:
    """A division: six-digit code (towns nine), level, official name, short form, one-character name, parent's code."""

    code: str
    level: str
    name: str
    short: str
    abbr: str
    parent: str | None
    lon: float | None
    lat: float | None

    @property
    def label(self) -> str:
        """The ontology's label."""
        return _LABELS[self.level]


class RegionTable:
    """Look-up of regions by code and by name."""

    def __init__(self, rows: Iterable[Region], former: Iterable[tuple[str, str]], ambiguous: frozenset[str]) -> None:
        """`former`: pairs of a former name and the code of what it is now."""
        self._by_code = {region.code: region for region in rows}
        self._ambiguous = ambiguous
        self._names: dict[str, list[Region]] = {}
        for region in self._by_code.values():
            for name in {region.name, region.short} - {""}:
                self._names.setdefault(name, []).append(region)
        self._former = {name: code for name, code in former if name not in self._names}
        self._children: dict[str, list[Region]] = {}
        for region in self._by_code.values():
            self._children.setdefault(region.parent or "", []).append(region)

    @cached_property
    def _towns(self) -> dict[str, list[Region]]:
        towns: dict[str, list[Region]] = {}
        for row in read_table("towns.tsv"):
            town = Region(row["code"], "town", row["name"], "", "", row["parent"], None, None)
            towns.setdefault(town.name, []).append(town)
        return towns

    def by_code(self, code: str) -> Region | None:
        """The division with a code (six digits), or None."""
        return self._by_code.get(code)

    def path(self, region: Region) -> tuple[Region, ...]:
        """From the province down to the region itself."""
        path = [region]
        while path[-1].parent:
            parent = self._by_code.get(path[-1].parent)
            if parent is None:
                break
            path.append(parent)
        return tuple(reversed(path))

    def children(self, region: Region) -> tuple[Region, ...]:
        """The divisions directly below (without townships)."""
        return tuple(self._children.get(region.code, ()))

    def is_within(self, region: Region, other: Region) -> bool:
        """Whether `region` is `other` or lies in it."""
        return other.code in {step.code for step in self.path(region)}

    def candidates(self, name: str) -> tuple[Region, ...]:
        """All divisions that bear a full, short or former name; townships by full name."""
        found = list(self._names.get(name, ()))
        if not found and name in self._former:
            former = self._by_code.get(self._former[name])
            found = [former] if former is not None else []
        return tuple(found) or tuple(self._towns.get(name, ()) if name.endswith(("镇", "乡", "街道")) else ())

    def resolve(self, name: str, near: Region | None) -> Region | None:
        """The division a name stands for in a document about `near`, or None where that is not plain.

        A unique name stands for itself; a full name beats a short form; of several, the highest level alone, else the
        one in, above, or in the same city or province as `near`. Never a guess.
        """
        found = self.candidates(name)
        if len(found) <= 1:
            return found[0] if found else None
        if near is not None and near in found:
            return near
        exact = [region for region in found if region.name == name]
        pool = exact or list(found)
        top = min(_RANK[region.level] for region in pool)
        highest = [region for region in pool if _RANK[region.level] == top]
        if len(highest) == 1 and top < _RANK["county"]:
            return highest[0]
        return self._nearest(highest, near) if near is not None else None

    def _nearest(self, found: list[Region], near: Region) -> Region | None:
        for step in reversed(self.path(near)):
            inside = [region for region in found if self.is_within(region, step)]
            if inside:
                return inside[0] if len(inside) == 1 else None
        return None

    def names(self) -> Iterator[tuple[str, bool]]:
        """(surface form, whether it is a short form) of all provinces, cities and counties, former names included."""
        for region in self._by_code.values():
            yield region.name, False
            if region.short:
                yield region.short, True
        for name in self._former:
            yield name, False

    def is_ambiguous_short(self, form: str) -> bool:
        """Whether a short form is an ordinary word, so that only the full name counts."""
        return form in self._ambiguous


@cache
def regions() -> RegionTable:
    """The gazetteer, read once. Raises DataError if a data file is broken."""

    def number(text: str) -> float | None:
        return float(text) if text else None

    rows = [
        Region(
            row["code"], row["level"], row["name"], row["short"], row["abbr"], row["parent"] or None,
            number(row["lon"]), number(row["lat"]),
        )
        for row in read_table("regions.tsv")
    ]
    former = [(row["former"], row["code"]) for row in read_table("renames.tsv")]
    text = files("extract.gazetteers").joinpath("data/ambiguous_short.toml").read_text(encoding="utf-8")
    return RegionTable(rows, former, frozenset(tomllib.loads(text)["forms"].split()))
