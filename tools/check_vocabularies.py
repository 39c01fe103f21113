"""Put the vocabularies that are edited by hand (chains.tsv, parks.tsv) in order, and say what is wrong in any of them.

Usage: python tools/check_vocabularies.py
Removes repeated names, renews the count of rows, and prints what it cannot mend: regions that the gazetteer does not
have, broader chains without a row, chains that are generic nouns. enterprises.tsv and institutions.tsv have scripts of
their own. The same files give the same files; exit code 1 where something was printed.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from vocabulary_files import DATA, Row, official_regions, read_rows, without_repeats, write_rows

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extract.gazetteers.vocabulary import generic


def chain_faults(rows: list[Row]) -> Iterator[str]:
    """Chains without their broader chain, and generic ones."""
    names = {row["name"] for row in rows}
    for row in rows:
        if row["broader"] and row["broader"] not in names:
            yield f"chains.tsv: {row['name']}: the broader chain {row['broader']} has no row"
        if row["sector"] != "1" and generic("IndustryChain").is_generic(row["name"]):
            yield f"chains.tsv: {row['name']} is a generic noun"


def region_faults(file: str, rows: list[Row], known: set[str]) -> Iterator[str]:
    """Rows whose region the gazetteer does not have."""
    for row in rows:
        if row["region"] and row["region"] not in known:
            yield f"{file}: {row['name']}: the region {row['region']} is not in regions.tsv"


def main() -> int:
    """Renew the files that are edited by hand; the number of faults found."""
    for file in ("chains.tsv", "parks.tsv"):
        comments, columns, rows = read_rows(DATA / file)
        write_rows(DATA / file, comments, columns, without_repeats(rows))
    regions = official_regions()
    codes = {row["code"] for row in read_rows(DATA / "regions.tsv")[2]}
    faults = [
        *chain_faults(read_rows(DATA / "chains.tsv")[2]),
        *region_faults("parks.tsv", read_rows(DATA / "parks.tsv")[2], set(regions)),
        *region_faults("institutions.tsv", read_rows(DATA / "institutions.tsv")[2], set(regions)),
        *region_faults("enterprises.tsv", read_rows(DATA / "enterprises.tsv")[2], codes),
    ]
    print(*faults, sep="\n", end="\n" if faults else "")
    return len(faults)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
