"""What the functions of `import liantu` return, as notebooks show it and programs use it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from graph.errors import LiantuError, OutputError
from liantu.output import FORMATS, record, render, render_bytes
from liantu.output.cells import cell_text
from liantu.output.files import write_file
from liantu.output.safe import safe
from liantu.pictures import ENDINGS, WRITERS
from viz import Picture

_SHOWN = 100


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows with machine names (`columns`) and Chinese titles; `truncated` if a limit cut some off.

    Iterating gives each row as a dictionary keyed by column. `str(table)` is what `liantu query` prints.
    """

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """The rows as dictionaries."""
        return (dict(record(self, row)) for row in self.rows)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def __repr__(self) -> str:
        """How many rows of what."""
        return f"Table({len(self.rows)} rows: {'、'.join(self.titles)})"

    def __str__(self) -> str:
        """The table as text."""
        return render(self, "table").rstrip("\n")

    def records(self, *, titles: bool = False) -> list[dict[str, Any]]:
        """The rows as dictionaries, keyed by column or by Chinese title."""
        return [dict(zip(self.titles if titles else self.columns, row, strict=True)) for row in self.rows]

    def to_pandas(self, *, titles: bool = False) -> Any:
        """A pandas.DataFrame. Raises LiantuError where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            raise LiantuError("pandas is not installed; run pip install pandas, or use records().") from None
        return pandas.DataFrame(self.records(titles=titles), columns=list(self.titles if titles else self.columns))

    def save(self, output: str | Path, *, replace: bool = False) -> Path:
        """Write a file in the format of its ending: .csv .xlsx .json .jsonl .md. Raises OutputError."""
        path = free_path(output, replace=replace)
        ending = path.suffix.lower().removeprefix(".")
        if ending not in FORMATS:
            raise OutputError(f"{path} has no ending of a table; let it end in .{', .'.join(FORMATS)}.")
        write_file(path, render_bytes(self, ending))
        return path

    def _repr_html_(self) -> str:
        """The table as a notebook shows it: the first rows, text from documents made harmless."""
        head = "".join(f"<th>{_cell(title)}</th>" for title in self.titles)
        body = "".join(f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in self.rows[:_SHOWN])
        more = f"<p>…… {len(self.rows)}</p>" if len(self.rows) > _SHOWN else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


@dataclass(frozen=True, slots=True, repr=False)
class View:
    """A picture of a graph: `picture` holds its nodes and links with their sentences."""

    picture: Picture

    def __repr__(self) -> str:
        """What it shows, and how much."""
        return f"View({self.title}: {len(self.picture.nodes)} nodes, {len(self.picture.links)} links)"

    @property
    def title(self) -> str:
        """What it shows."""
        return self.picture.title

    @property
    def html(self) -> str:
        """The interactive page, which opens offline."""
        return WRITERS["html"](self.picture).decode("utf-8")

    @property
    def svg(self) -> str:
        """The figure, as an SVG for a report."""
        return WRITERS["svg"](self.picture).decode("utf-8")

    def save(self, output: str | Path, *, replace: bool = False) -> Path:
        """Write the page (.html) or the figure (.svg, .png; PNG needs a browser). Raises OutputError."""
        path = free_path(output, replace=replace)
        kind = ENDINGS.get(path.suffix.lower())
        if kind is None:
            raise OutputError(f"{path} is no name of a picture; let it end in {' or '.join(ENDINGS)}.")
        write_file(path, WRITERS[kind](self.picture))
        return path

    def _repr_html_(self) -> str:
        """The page in a frame of its own, as a notebook shows it."""
        return f'<iframe srcdoc="{escape(self.html)}" width="100%" height="640" style="border:0"></iframe>'


@dataclass(frozen=True, slots=True)
class Loading:
    """How many documents were new to the graph, changed in it, or the same as before."""

    new: int
    changed: int
    same: int


def free_path(output: str | Path, *, replace: bool) -> Path:
    """The path, unless something would be lost by writing there. Raises OutputError."""
    path = Path(output)
    if path.is_file() and not replace:
        raise OutputError(f"{path} exists; name another file, or say replace=True.")
    return path


def _cell(value: object) -> str:
    return escape(safe(cell_text(value)))
