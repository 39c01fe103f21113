"""The index page of a report: figures with captions and tables, as one HTML file without a script."""

from collections.abc import Sequence
from dataclasses import dataclass

from viz.page import content_policy
from viz.resources import text, words
from viz.visible import visible

# So many rows stand on the page; the file beside it has all.
ROWS = 25


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in a report: its title, the SVG, and the interactive page beside the report; or why there is none."""

    title: str
    svg: str
    page: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a report: what it answers, the titles of its columns, cells as text, the file with all rows."""

    title: str
    question: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str


def report_page(name: str, date: str, documents: int, figures: Sequence[Figure], tables: Sequence[Table]) -> str:
    """The page, to be written as UTF-8. The same report gives the same text."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    style, said = text("templates/report.css"), words("report")
    template = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return template.from_string(text("templates/report.html.j2")).render(
        title=said["title"].format(name=visible(name)),
        question=said["question"].format(name=visible(name)),
        rests=said["rests"].format(documents=documents),
        made=said["made"].format(date=date),
        figures=[(figure, Markup(_inline(figure.svg))) for figure in figures],
        tables=[_shown(table) for table in tables],
        most=ROWS,
        said=said,
        policy=content_policy(style, []),
        style=Markup(style),
    )


def _inline(svg: str) -> str:
    """An SVG as it may stand in a page: without the declaration of a file."""
    return svg.partition("?>")[2].strip() if svg.startswith("<?xml") else svg


def _shown(table: Table) -> Table:
    """The table with all its texts visible."""
    rows = tuple(tuple(map(visible, row)) for row in table.rows)
    return Table(table.title, table.question, tuple(map(visible, table.columns)), rows, table.file)
