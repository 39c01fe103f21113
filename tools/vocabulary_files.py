"""What the scripts that build vocabularies share: tab-separated data files with `#` header lines, read and written."""

from collections.abc import Iterable, Sequence
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "extract" / "gazetteers" / "data"
Row = dict[str, str]


def read_rows(path: Path) -> tuple[list[str], list[str], list[Row]]:
    """Comment lines, columns and rows of a data file; no file gives three empty lists."""
    if not path.exists():
        return [], [], []
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    cells = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    columns = cells[0] if cells else []
    return comments, columns, [dict(zip(columns, row, strict=True)) for row in cells[1:]]


def write_rows(path: Path, comments: Iterable[str], columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Write a data file; the comment that counts the rows is made here, as the last one."""
    kept = [line for line in comments if not line.startswith("# rows:")]
    body = ["\t".join(row.get(column, "") for column in columns) for row in rows]
    path.write_text("\n".join([*kept, f"# rows: {len(rows)}", "\t".join(columns), *body]) + "\n", encoding="utf-8")


def names_of(row: Row) -> list[str]:
    """The canonical name, the full name and the aliases of a row."""
    return [name for name in (row["name"], row.get("full", ""), *row.get("aliases", "").split(";")) if name]


def without_repeats(rows: Iterable[Row]) -> list[Row]:
    """Each canonical name once (the first row wins), and no alias that is the canonical name of another row."""
    kept: dict[str, Row] = {}
    for row in rows:
        kept.setdefault(row["name"], dict(row))
    taken = set(kept)
    for row in kept.values():
        aliases = [alias for alias in row.get("aliases", "").split(";") if alias and alias not in taken]
        taken |= set(aliases)
        row["aliases"] = ";".join(dict.fromkeys(aliases))
    return list(kept.values())


def official_regions() -> dict[str, tuple[str, str]]:
    """Official name of each province, city and county with its code and its short form; of equal names the first."""
    regions: dict[str, tuple[str, str]] = {}
    for row in read_rows(DATA / "regions.tsv")[2]:
        regions.setdefault(row["name"], (row["code"], row["short"]))
    return regions
