"""The drawing of a figure: outlines, lines, shapes and names, as the page draws them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from viz.arrangement import Outline, Place, Rectangle
from viz.boxes import FONT, label_lines
from viz.layout import area, arrange, radius, rooms
from viz.legend import style_of
from viz.model import Node, Picture
from viz.resources import themes
from viz.strokes import strokes
from viz.svg.lines import Line, draw_line, line, spots
from viz.svg.shapes import path, polygon
from viz.svg.writing import add, haloed

# Counts stand on the lines of pictures with at most so many.
_FEW = 60
_COUNT = 14


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture with all that is computed for drawing it; `area` is left, top, right and bottom in pixels."""

    picture: Picture
    places: Mapping[str, Place]
    sizes: Mapping[str, float]
    rooms: tuple[Rectangle, ...]
    outlines: tuple[Outline, ...]
    area: Rectangle
    counted: bool


def scene(picture: Picture) -> Scene:
    """The picture laid out. Raises OutputError for an unknown layout."""
    arranged, sizes = arrange(picture, picture.layout), radius(picture)
    counted = len(picture.links) <= _FEW and len({link.weight for link in picture.links}) > 1
    taken, whole = rooms(picture, arranged), area(picture, arranged)
    return Scene(picture, arranged.places, sizes, taken, arranged.outlines, whole, counted)


def draw(parent: Element, drawn: Scene) -> None:
    """Outlines below, then lines, shapes, counts and names."""
    colours = themes()["light"]
    if drawn.outlines:
        _draw_outlines(parent, drawn.outlines)
    lines = _draw_lines(add(parent, "g", fill="none"), drawn)
    shapes = add(parent, "g", stroke=colours["ground"], stroke_width=1.5)
    for node in drawn.picture.nodes:
        place, style = drawn.places[node.id], style_of(node.label)
        add(shapes, "path", d=path(style.shape, place.x, place.y, drawn.sizes[node.id]), fill=style.light)
    texts = add(parent, "g", fill=colours["text"])
    if drawn.counted:
        for link, (x, y) in zip(drawn.picture.links, spots(lines, drawn.rooms), strict=True):
            if link.weight > 1 or drawn.picture.view == "links":
                haloed(texts, str(link.weight), x, y - _COUNT / 2, _COUNT, ground=colours["ground"])
    for node in drawn.picture.nodes:
        for text, top in _name(node, drawn.places[node.id], drawn.sizes[node.id]):
            haloed(texts, text, drawn.places[node.id].x, top, FONT, ground=colours["ground"])


def _name(node: Node, place: Place, size: float) -> Iterator[tuple[str, float]]:
    """The lines of a name, each with its upper edge: below the shape as on the page, or above it."""
    lines = label_lines(node.name).split("\n")
    top = place.y - size - 6 - FONT * len(lines) if place.over else place.y + size + 8
    yield from ((text, top + FONT * row) for row, text in enumerate(lines) if text)


def _draw_outlines(parent: Element, outlines: tuple[Outline, ...]) -> None:
    """The provinces behind a map."""
    colours = themes()["light"]
    group = add(parent, "g", fill=colours["land"], stroke=colours["border"], stroke_width=1, stroke_linejoin="round")
    for outline in outlines:
        add(group, "path", d="".join(map(polygon, outline.rings)), fill_rule="evenodd")


def _draw_lines(parent: Element, drawn: Scene) -> list[Line]:
    """All links; gives their lines."""
    shapes = {node.id: style_of(node.label).shape for node in drawn.picture.nodes}
    found = []
    for link, stroke in zip(drawn.picture.links, strokes(drawn.picture.links), strict=True):
        found.append(line(drawn.places[link.source], drawn.places[link.target], stroke.bend))
        draw_line(parent, found[-1], link, stroke, shapes[link.target], drawn.sizes[link.target])
    return found
