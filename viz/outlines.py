"""The outlines of provinces, and in which of them places lie."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from graph.errors import DataError
from viz.arrangement import Point
from viz.resources import text

# A place off the coast belongs to the nearest province, if that is not farther than this many degrees.
_OFF = 1.0
_FILE = "data/outlines.json"


@dataclass(frozen=True, slots=True)
class Province:
    """A province with its borders: closed rings of longitude and latitude, the first point not repeated.

    `west` and so on hold its main part, without islands far off.
    """

    code: str
    name: str
    rings: tuple[tuple[Point, ...], ...]
    west: float
    south: float
    east: float
    north: float


@cache
def provinces() -> tuple[Province, ...]:
    """All provinces, by code. Raises DataError if the file is broken."""
    try:
        return tuple(map(_province, json.loads(text(_FILE))["provinces"]))
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"viz/{_FILE} is broken ({error!r}); install Liantu again.") from error


def provinces_of(places: Iterable[Point]) -> tuple[Province, ...]:
    """The provinces in which these places (longitude, latitude) lie, by code."""
    found = {province.code: province for place in sorted(set(places)) if (province := province_of(place))}
    return tuple(found[code] for code in sorted(found))


def province_of(place: Point) -> Province | None:
    """The province in which a place lies; off the coast the nearest one."""
    for province in provinces():
        around = province.west <= place[0] <= province.east and province.south <= place[1] <= province.north
        if around and sum(_inside(place, ring) for ring in province.rings) % 2:
            return province
    far, nearest = min(((_far(place, province), province) for province in provinces()), key=lambda pair: pair[0])
    return nearest if far <= _OFF**2 else None


def _province(entry: Mapping[str, Any]) -> Province:
    rings = tuple(map(_ring, entry["rings"]))
    lons, lats = zip(*max(rings, key=len), strict=True)
    return Province(entry["code"], entry["name"], rings, min(lons), min(lats), max(lons), max(lats))


def _ring(steps: Sequence[int]) -> tuple[Point, ...]:
    """Degrees from thousandths: the first point, then the steps from each to the next."""
    return tuple((x / 1000, y / 1000) for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))


def _inside(place: Point, ring: Sequence[Point]) -> bool:
    """Whether a line from the place to the east leaves the ring."""
    x, y = place
    inside = False
    before_x, before_y = ring[-1]
    for at_x, at_y in ring:
        if (at_y > y) != (before_y > y) and x < at_x + (y - at_y) * (before_x - at_x) / (before_y - at_y):
            inside = not inside
        before_x, before_y = at_x, at_y
    return inside


def _far(place: Point, province: Province) -> float:
    """The square of the distance to the nearest corner of a province."""
    return min((place[0] - x) ** 2 + (place[1] - y) ** 2 for ring in province.rings for x, y in ring)
