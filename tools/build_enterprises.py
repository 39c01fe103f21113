"""Renew the listed companies in the vocabulary of firms, and set its flag of ambiguity.

Usage: python tools/build_enterprises.py CHSTOCKDATA_DIR
  CHSTOCKDATA_DIR  the unpacked wheel of chstockdata 0.4.4 (Apache-2.0): the current lists of the Shanghai and Shenzhen
                   stock exchanges as of 2026-10-22, of which the short names are taken
Rows of other sources (`sasac`, `public`, `regional`) are kept as they stand in enterprises.tsv, where they are edited
by hand; rows with source `listed` are replaced. The same input gives the same file.
"""

import csv
import re
import sys
import unicodedata
from pathlib import Path

import jieba
from vocabulary_files import DATA, Row, names_of, official_regions, read_rows, without_repeats, write_rows

FILE = DATA / "enterprises.tsv"
COLUMNS = ("name", "full", "aliases", "region", "ambiguous", "source")
COMMENTS = (
    "# Firms by the names that texts use; aliases separated by ;, region: code of the seat or empty",
    "# ambiguous: 1 = an ordinary word, a place or an industry too: never a firm by this name alone",
    "# source: sasac = list of central state enterprises and state financial institutions (2025);"
    " public = public knowledge, compiled 2026-11; regional = industrial firms by city, public knowledge compiled"
    " 2026-11-27, seats to the city and unchecked; listed = short names on the Shanghai and Shenzhen stock exchanges as"
    " of 2026-10-22, carried over from chstockdata 0.4.4 (Apache-2.0); date: 2026-11-24",
    "# built by: tools/build_enterprises.py",
)
# Trading marks, not parts of a name; XD, XR and DR cut the name off, so such rows are left out.
_MARK = re.compile(r"^(?:\*?ST|S(?=[\u4e00-\u9fff])|N(?=[\u4e00-\u9fff])|C(?=[\u4e00-\u9fff]))|(?:-[UWDV]+|[AB])$")
_CUT = re.compile(r"^(?:XD|XR|DR)")
# A name that ends so is no phrase of ordinary words, whatever stands before.
_FIRM_TAIL = re.compile(
    r"(?:股份|集团|控股|药业|银行|证券|实业|纸业|铝业|铜业|锂业|钴业|钼业|乳业|矿业|酒业"
    r"|锂能|绿能|新材|高科|重工|重机|智控|精工|精机|制药|生物)$"
)
# Words that behind a place's name make a phrase as often as a firm (在湖南|投资).
_PLACE_TAIL = re.compile(
    r"(?:投资|高速|铁路|机场|旅游|医药|港|港口|发展|建设|创业|燃气|能源|电力|环保|化工|石化|钢铁|科技|文化|教育|汽车|黄金|路桥|传媒|出版|农业|食品"
    r"|数据|物流|贸易|创新|环境|生态|健康|地产|新材|机械|制造|有色|建材|电子|啤酒|水务|热电|公用|城投|基建|工业|银行|生物|国际|临港|空港|煤业|焦煤|焦化|在线)$"
)
_COMMON = 30


def listed_names(folder: Path) -> list[str]:
    """The short names of listed companies without trading marks."""
    (path,) = (folder / "chstockdata" / "data" / "industry").glob("universe_*.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        raw = [unicodedata.normalize("NFKC", row["name"]).replace(" ", "") for row in csv.DictReader(stream)]
    return [_MARK.sub("", _MARK.sub("", name)) for name in raw if not _CUT.match(name)]


def is_ordinary(name: str, places: frozenset[str], industries: frozenset[str]) -> bool:
    """Whether a short name may be met in prose without meaning the firm.

    Three characters or fewer stand inside other words too often; a name of ordinary words throughout is a phrase.
    """
    if len(name) <= 3 or name in industries or name in places:
        return True
    tail = _PLACE_TAIL.search(name)
    if tail and name[: tail.start()] in places and not name.endswith("银行"):
        return True
    if _FIRM_TAIL.search(name):
        return False
    words = jieba.lcut(name, HMM=False)
    return all(len(word) > 1 and jieba.dt.FREQ.get(word, 0) >= _COMMON for word in words) and len(words) > 1


def main(folder: Path) -> None:
    """Replace the rows with source `listed`."""
    jieba.initialize()
    kept = [row for row in read_rows(FILE)[2] if row["source"] != "listed"]
    known = {name for row in kept for name in names_of(row)}
    places = frozenset(name for full, (_, short) in official_regions().items() for name in (full, short) if name)
    industries = frozenset(row["name"] for row in read_rows(DATA / "chains.tsv")[2])
    rows: list[Row] = list(kept)
    for name in sorted(set(listed_names(folder)) - known):
        if len(name) > 2:  # what is left of a name behind ST may be a mere half
            flag = "1" if is_ordinary(name, places, industries) else ""
            rows.append({"name": name, "ambiguous": flag, "source": "listed"})
    write_rows(FILE, COMMENTS, COLUMNS, without_repeats(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
