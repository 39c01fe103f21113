"""Reading the tab-separated data files: `#` lines tell source, date and number of rows; then come column names."""

from importlib.resources import files

from graph.errors import DataError


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a data file by column name. Raises DataError with file and line where a row has not its columns."""
    text = files("extract.gazetteers").joinpath("data", name).read_text(encoding="utf-8")
    columns: list[str] = []
    rows: list[dict[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
        elif len(cells) != len(columns):
            raise DataError(
                f"extract/gazetteers/data/{name}, line {number}: {len(cells)} columns instead of {len(columns)}; "
                "rebuild the file with its script in tools/."
            )
        else:
            rows.append(dict(zip(columns, cells, strict=True)))
    return rows
