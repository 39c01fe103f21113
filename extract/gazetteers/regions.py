"""Administrative divisions of China from province to township, and what a name of one stands for in a document."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from extract.gazetteers.tables import read_table

_LABELS = {"province": "Province", "city": "City", "county": "County", "town": "Town"}
# The words by which a document speaks of a region of its own (省, 全市, 市工信局), the longer ones first, by level.
LEVEL_WORDS = {"自治区": "province", "自治州": "city", "自治县": "county"} | {
    "省": "province",
    "市": "city",
    "县": "county",
    "区": "county",
    "州": "city",
    "盟": "city",
    "旗": "county",
}
_RANK = {level: rank for rank, level in enumerate(_LABELS)}
_LONGEST_NAME = 16
_TOWN_TAILS = ("街道", "镇", "乡", "苏木")
_TOWN_CODE = 9
# A name of a self-governing division is also said without the people: 江华县, 湘西州, 广西自治区.
_PLAIN_TAILS = {"自治区": "自治区", "自治州": "州", "自治县": "县", "自治旗": "旗"}


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """A division: six-digit code (towns nine), level, official name, short form, one-character name, parent's code.
    The table has each once, so that two are the same only where they are one.

    `short` and `abbr` are empty, `lon` and `lat` (degrees) None where there is none.
    """

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

    @property
    def plain(self) -> str:
        """The name of a self-governing division without its peoples (湘西州), empty for others."""
        tail = next((tail for tail in _PLAIN_TAILS if self.name.endswith(tail)), "")
        return self.short + _PLAIN_TAILS[tail] if tail and self.short else ""


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name given up: in full, in short (or empty), and the code of what the division is now."""

    name: str
    short: str
    code: str


class RegionTable:
    """Look-up of regions by code and by name."""

    def __init__(
        self,
        rows: Iterable[Region],
        former: Iterable[FormerName] = (),
        aliases: Iterable[tuple[str, str]] = (),
        ambiguous: Iterable[str] = (),
        lookalikes: Iterable[str] = (),
    ) -> None:
        """`aliases`: pairs of a further name and a code. Names that lead to no known code are left out."""
        self._by_code = {region.code: region for region in rows}
        self._ambiguous = frozenset(ambiguous)
        self._lookalikes = tuple(lookalikes)
        regions_ = self._by_code.values()
        self._full = self._index((name, region.code) for region in regions_ for name in {region.name, region.plain})
        shorts = [(region.short, region.code) for region in regions_]
        self._short = self._index((*shorts, *aliases))
        former = tuple(former)
        self._former = self._index(
            (*((old.name, old.code) for old in former), *((old.short, old.code) for old in former))
        )
        self._former_shorts = frozenset(old.short for old in former)
        self._paths: dict[str, tuple[Region, ...]] = {}  # of the divisions asked for
        self._children: dict[str, list[Region]] = {}
        for region in regions_:
            self._children.setdefault(region.parent or "", []).append(region)

    def _index(self, names: Iterable[tuple[str, str]]) -> dict[str, tuple[Region, ...]]:
        index: dict[str, tuple[Region, ...]] = {}
        for name, code in names:
            region = self._by_code.get(code)
            if name and region is not None and region not in index.get(name, ()):
                index[name] = (*index.get(name, ()), region)
        return index

    @cached_property
    def _towns(self) -> Mapping[str, Region]:
        """Townships by code: a large file, read when the first one is asked for."""
        rows = ((row["code"], row["name"], row["parent"]) for row in read_table("towns.tsv"))
        return {
            code: Region(code, "town", name, town_short(name), "", parent, None, None) for code, name, parent in rows
        }

    @cached_property
    def _town_names(self) -> dict[str, tuple[Region, ...]]:
        names: dict[str, list[Region]] = {}
        for town in self._towns.values():
            for name in (town.name, town.short):
                if name:
                    names.setdefault(name, []).append(town)
        return {name: tuple(towns) for name, towns in names.items()}

    def by_code(self, code: str) -> Region | None:
        """The division with a code (six digits, or nine for a township), or None."""
        return self._towns.get(code) if len(code) == _TOWN_CODE else self._by_code.get(code)

    def path(self, region: Region) -> tuple[Region, ...]:
        """From the province down to the region itself."""
        path = self._paths.get(region.code)
        if path is None:
            parent = self._by_code.get(region.parent or "")
            path = self._paths[region.code] = (*(self.path(parent) if parent is not None else ()), region)
        return path

    def ancestors(self, region: Region) -> tuple[Region, ...]:
        """The divisions above a region, the province first."""
        return self.path(region)[:-1]

    def children(self, region: Region) -> tuple[Region, ...]:
        """The divisions directly below (without townships)."""
        return tuple(self._children.get(region.code, ()))

    def towns(self, region: Region) -> tuple[Region, ...]:
        """The townships directly below a county, or a city that has no counties."""
        return tuple(town for town in self._towns.values() if town.parent == region.code)

    def is_within(self, region: Region, other: Region) -> bool:
        """Whether `region` is `other` or lies in it."""
        return other in self.path(region)

    def candidates(self, name: str) -> tuple[Region, ...]:
        """All divisions that bear a full, short or former name, in this order; townships by full name only."""
        found = (*self._full.get(name, ()), *self._short.get(name, ()), *self._former.get(name, ()))
        if not found and name.endswith(_TOWN_TAILS):
            found = tuple(town for town in self.town_candidates(name) if town.name == name)
        return tuple(dict.fromkeys(found)) if len(found) > 1 else found

    def town_candidates(self, name: str) -> tuple[Region, ...]:
        """The townships that bear a full name (棋梓镇) or a short form (棋梓)."""
        return self._town_names.get(name, ())

    def resolve(self, name: str, near: Region | None) -> Region | None:
        """The division a name stands for in a document about `near`, or None where that is not plain.

        A full name beats a short form, and that a former name (unless only the former one lies in the city of `near`).
        Of several the highest level counts; of several on one level the one in, above or nearest to `near`. No guess.
        """
        former, pool = self._former.get(name, ()), self._full.get(name) or self._short.get(name)
        if not pool:
            return self._choose(former or self.candidates(name), near, name)
        near_city = self.city_of(near) if former else None
        if near_city is not None:
            here = [region for region in former if self.is_within(region, near_city)]
            if len(here) == 1 and not any(self._same_province(region, near) for region in pool):
                return here[0]
        return self._choose(pool, near, name)

    def _choose(self, pool: tuple[Region, ...], near: Region | None, name: str) -> Region | None:
        if len(pool) <= 1:
            return pool[0] if pool else None
        top = min(pool, key=lambda region: _RANK[region.level])
        highest = [region for region in pool if region.level == top.level]
        if len(highest) > 1 or top.level not in ("province", "city"):
            return self._nearest(highest, near)
        if near is None or self._same_province(top, near):
            apart = self.is_ambiguous_short(name) and not all(self.is_within(region, top) for region in pool)
            return None if near is None and apart else top
        # The province 海南 stands for itself everywhere but in 青海, the city 资阳 everywhere but in 益阳.
        frame, level = (self.city_of(near), "county") if top.level == "city" else (self.path(near)[0], "city")
        inside = [r for r in pool if frame is not None and r.level == level and self.is_within(r, frame)]
        return inside[0] if len(inside) == 1 else top

    def _nearest(self, found: list[Region], near: Region | None) -> Region | None:
        for step in reversed(self.path(near)) if near is not None else ():
            inside = [region for region in found if self.is_within(region, step)]
            if inside:
                return inside[0] if len(inside) == 1 else None
        return None

    def city_of(self, region: Region | None) -> Region | None:
        """The city a region is or lies in; of a municipality (北京市) the whole."""
        path = self.path(region) if region is not None else ()
        cities = [step for step in path if step.level == "city" or (step.level == "province" and step.name[-1] == "市")]
        return cities[-1] if cities else None

    def body_name(self, region: Region) -> str:
        """The name of a division in the names of its bodies: of a district with its city (南京市鼓楼区, for there are
        seven of that name), of any other its own."""
        city = self.city_of(region)
        district = region.level == "county" and region.name.endswith("区") and city is not None
        return city.name + region.name if district and city is not None and city != region else region.name

    def divisions_of(self, city: Region) -> tuple[Region, ...]:
        """The counties of a city; of a municipality those of all its parts."""
        below = self.children(city)
        return tuple(region for child in below for region in (child, *self.children(child)) if region.level == "county")

    def counties(self) -> Iterator[Region]:
        """All divisions of this level."""
        return (region for region in self._by_code.values() if region.level == "county")

    def _same_province(self, region: Region, near: Region | None) -> bool:
        return near is not None and region.code[:2] == near.code[:2]

    def names(self, levels: Iterable[str] = ("province", "city", "county")) -> Iterator[tuple[str, bool]]:
        """(surface form, whether it is a short form) of the divisions of these levels, former names included.

        With the level `town` also the full names of townships. A form may come more than once.
        """
        wanted = frozenset(levels)
        for index, short in ((self._full, False), (self._short, True), (self._former, False)):
            for name, found in index.items():
                if any(region.level in wanted for region in found):
                    yield name, short or name in self._former_shorts
        if "town" in wanted:
            yield from ((town.name, False) for town in self._towns.values())

    def is_ambiguous_short(self, form: str) -> bool:
        """Whether a short form is an ordinary word or another name too: it counts only where the context says so."""
        return form in self._ambiguous

    def lookalikes(self) -> tuple[str, ...]:
        """Words in which a short form stands by chance (复合肥, 重大): they swallow it if they are matched first."""
        return self._lookalikes


def town_short(name: str) -> str:
    """棋梓镇 → 棋梓; empty where less than two characters remain or the name has no such tail."""
    short = next((name.removesuffix(tail) for tail in _TOWN_TAILS if name.endswith(tail)), "")
    return short if len(short) > 1 else ""


def openings(name: str, rest: int = 0) -> Iterator[tuple[str, str]]:
    """The (head, rest) of a name wherever a region's may end that opens it, the longest head first; `rest` is how many
    characters are left at least."""
    for length in range(min(len(name) - rest, _LONGEST_NAME), 1, -1):
        yield name[:length], name[length:]


@cache
def regions() -> RegionTable:
    """The gazetteer, read once; townships only when one is asked for. Raises DataError if a data file is broken."""

    def number(text: str) -> float | None:
        return float(text) if text else None

    rows = [
        Region(
            row["code"], row["level"], row["name"], row["short"], row["abbr"], row["parent"] or None,
            number(row["lon"]), number(row["lat"]),
        )
        for row in read_table("regions.tsv")
    ]  # fmt: skip
    return RegionTable(
        rows,
        [FormerName(row["former"], row["short"], row["code"]) for row in read_table("renames.tsv")],
        [(row["form"], row["code"]) for row in read_table("region_aliases.tsv")],
        [row["form"] for row in read_table("ambiguous_short.tsv")],
        [row["word"] for row in read_table("region_lookalikes.tsv")],
    )
