"""Pictures of a graph: what `view`, `demo` and `report` share."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click

from graph.stores import Store
from liantu.options import say
from liantu.output.files import write_file
from liantu.output.safe import safe
from viz import LinksOptions, Picture, ViewOptions, render, strongest
from viz.png import png
from viz.svg import figure, size_of
from viz.views import links


def _png(picture: Picture) -> bytes:
    drawn = figure(picture)
    return png(drawn, *size_of(drawn))


# How a picture is written, by the name of its format.
WRITERS: Mapping[str, Callable[[Picture], bytes]] = {
    "html": lambda picture: render(picture).encode("utf-8"),
    "svg": lambda picture: figure(picture).encode("utf-8"),
    "png": _png,
}
# The format by the ending of the file.
ENDINGS = {".html": "html", ".htm": "html", ".svg": "svg", ".png": "png"}


def today() -> str:
    """The day of today, ISO: what a picture is dated."""
    return datetime.date.today().isoformat()


def chosen_format(name: str | None, output: Path) -> str:
    """The format asked for, or that of the file's ending. Raises BadParameter where these do not fit."""
    by_ending = ENDINGS.get(output.suffix.lower())
    if by_ending is None or (name and name != by_ending):
        endings = [ending for ending, kind in ENDINGS.items() if name in (None, kind)]
        raise click.BadParameter(
            f"{output} is no name of a picture; let it end in {' or '.join(endings)}.", param_hint="-o"
        )
    return by_ending


def finished(picture: Picture, options: ViewOptions) -> Picture:
    """The picture as it is shown: dated, and with no more nodes than can be read."""
    return strongest(replace(picture, date=options.date or today()), options.most)


def write_picture(picture: Picture, output: Path, format_name: str) -> None:
    """Write a picture; one of nothing is written too, with a warning that says why nothing is there."""
    write_file(output, WRITERS[format_name](picture))
    if not picture.links:
        say(f"Nothing to draw: {safe(' '.join(picture.notes))}")
    elif picture.omitted:
        say(f"The strongest {len(picture.nodes)} are drawn, {picture.omitted} more are not; --all draws all.")
    say(f"{safe(str(output))} written{'; open it in a browser' if format_name == 'html' else ''}.")


def links_page(store: Store) -> str:
    """The page of the links between places, as one HTML text."""
    options = LinksOptions()
    return render(finished(links(store, options), options))
