"""A report on one place or one chain: which pictures and tables belong in it, made and written into a folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.stores import Store
from liantu.output import render_bytes
from liantu.output.cells import cell_text
from liantu.output.folders import Opener, replacing_folder
from liantu.pictures import WRITERS, finished, today
from queries import run
from queries.names import Hit
from queries.packs import packs
from viz import LinksOptions, Picture, ViewOptions, views
from viz.report import Figure, Table, report_page
from viz.svg import figure
from viz.views.links import documents_read

Draw = Callable[[Store, str, ViewOptions], Picture]


@dataclass(frozen=True, slots=True)
class Contents:
    """The pictures of a report by name, and its packs with the parameter that takes the id of its topic."""

    pictures: Mapping[str, Draw]
    tables: Mapping[str, str]


def _links(store: Store, key: str, options: ViewOptions) -> Picture:
    return views.links(store, LinksOptions(focus=key, layout=options.layout, date=options.date))


def _group(store: Store, key: str, options: ViewOptions) -> Picture:
    return views.links(store, LinksOptions(group=key, layout=options.layout, date=options.date))


REGION = Contents(
    {"region": views.region, "links": _links},
    {
        "city_links": "region", "region_chains": "region", "region_enterprises": "region", "region_parks": "region",
        "region_projects": "region", "entity_targets": "entity", "policies_of_region": "region",
    },
)  # fmt: skip
GROUP = Contents({"links": _group}, {"city_links": "region", "group_members": "group", "link_sentences": "region"})
CHAIN = Contents(
    {"chain": views.chain},
    {
        "chain_regions": "chain", "chain_enterprises": "chain", "chain_parks": "chain", "subchains": "chain",
        "entity_targets": "entity", "chain_agencies": "chain", "chain_policies": "chain",
    },
)  # fmt: skip
CONTENTS: Mapping[str, Contents] = {"CityGroup": GROUP, "IndustryChain": CHAIN}


def write_report(store: Store, topic: Hit, folder: Path) -> tuple[int, int]:
    """Write the report on a place, a city group or a chain; returns the numbers of figures and of tables in it.

    Raises OutputError where the folder cannot be written, QueryError where the graph cannot be asked.
    """
    contents, options = CONTENTS.get(topic.label, REGION), ViewOptions(date=today())
    pictures = {view: draw(store, topic.id, options) for view, draw in contents.pictures.items()}
    titles = {pack.name: (pack.title, pack.answers) for pack in packs()}
    with replacing_folder(folder) as opener:
        figures = [_figure(opener, view, finished(picture, options)) for view, picture in pictures.items()]
        tables = [
            _table(store, opener, pack, {given: topic.id}, *titles[pack]) for pack, given in contents.tables.items()
        ]
        page = report_page(topic.name, options.date, documents_read(store), figures, tables)
        _put(opener, "index.html", page.encode("utf-8"))
    return len(figures), len(tables)


def _put(opener: Opener, name: str, content: bytes) -> None:
    """Write one file of the folder."""
    with opener(name) as stream:
        stream.write(content)


def _figure(opener: Opener, view: str, done: Picture) -> Figure:
    """A figure, with its interactive page and its SVG beside the report; of nothing, the reason."""
    if not done.links:
        return Figure(done.title, "", "", " ".join(done.notes))
    drawn = figure(done)
    _put(opener, f"{view}.html", WRITERS["html"](done))
    _put(opener, f"{view}.svg", drawn.encode("utf-8"))
    return Figure(done.title, drawn, f"{view}.html")


def _table(store: Store, opener: Opener, pack: str, given: Mapping[str, str], title: str, answers: str) -> Table:
    """The rows of a pack, with all of them in a file that Excel opens."""
    found = run(store, pack, given)
    file = f"tables/{pack}.csv"
    _put(opener, file, render_bytes(found, "csv"))
    rows = tuple(tuple(cell_text(value) for value in row) for row in found.rows)
    return Table(title, answers, found.titles, rows, file)
