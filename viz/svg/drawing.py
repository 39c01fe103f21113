"""The drawing of a figure: outlines, lines, shapes and names, as the page draws them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from xml.etree.ElementTree import Element

from viz.arrangement import Outline, Place, Point
from viz.boxes import FONT, box, label_lines
from viz.layout import arrange, radius
from viz.legend import line_colour, style_of
from viz.model import Link, Node, Picture
from viz.resources import themes
from viz.strokes import ARROW, Stroke, strokes
from viz.svg.shapes import number, path, polygon, reach
from viz.svg.writing import add, haloed

# Counts stand on the lines of pictures with at most so many.
_FEW = 60
_COUNT = 14
_MARGIN = 12.0
# The share of the drawing that a map shows around its places.
_AROUND = 0.12


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture with all that is computed for drawing it; `area` is left, top, width and height in pixels."""

    picture: Picture
    places: Mapping[str, Place]
    sizes: Mapping[str, float]
    shapes: Mapping[str, str]
    outlines: tuple[Outline, ...]
    area: tuple[float, float, float, float]
    counted: bool


def scene(picture: Picture) -> Scene:
    """The picture laid out. Raises OutputError for an unknown layout."""
    arranged, sizes = arrange(picture, picture.layout), radius(picture)
    corners = [_corners(node, arranged.places[node.id], sizes[node.id]) for node in picture.nodes]
    left, top = min(c[0] for c in corners) - _MARGIN, min(c[1] for c in corners) - _MARGIN
    right, bottom = max(c[2] for c in corners) + _MARGIN, max(c[3] for c in corners) + _MARGIN
    if arranged.outlines:
        wide, high = (right - left) * _AROUND, (bottom - top) * _AROUND
        left, top, right, bottom = left - wide, top - high, right + wide, bottom + high
    weights = {link.weight for link in picture.links}
    counted = len(picture.links) <= _FEW and len(weights) > 1
    shapes = {node.id: style_of(node.label).shape for node in picture.nodes}
    return Scene(
        picture, arranged.places, sizes, shapes, arranged.outlines, (left, top, right - left, bottom - top), counted
    )


def draw(parent: Element, drawn: Scene) -> None:
    """Outlines below, then lines, shapes, counts and names."""
    colours = themes()["light"]
    _draw_outlines(parent, drawn)
    lines = add(parent, "g", fill="none")
    looks = strokes(drawn.picture.links)
    middles = [_draw_link(lines, drawn, *pair) for pair in zip(drawn.picture.links, looks, strict=True)]
    shapes = add(parent, "g", stroke=colours["ground"], stroke_width=1.5)
    for node in drawn.picture.nodes:
        place, style = drawn.places[node.id], style_of(node.label)
        add(shapes, "path", d=path(style.shape, place.x, place.y, drawn.sizes[node.id]), fill=style.light)
    texts = add(parent, "g", fill=colours["text"])
    if drawn.counted:
        for link, (x, y) in zip(drawn.picture.links, middles, strict=True):
            haloed(texts, str(link.weight), x, y - _COUNT / 2, _COUNT, ground=colours["ground"])
    for node in drawn.picture.nodes:
        for text, top in _name(node, drawn.places[node.id], drawn.sizes[node.id]):
            haloed(texts, text, drawn.places[node.id].x, top, FONT, ground=colours["ground"])


def _corners(node: Node, place: Place, size: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a node with its name."""
    room = box(node.name, size, over=place.over)
    return place.x - room.half, place.y - room.above, place.x + room.half, place.y + room.below


def _name(node: Node, place: Place, size: float) -> Iterator[tuple[str, float]]:
    """The lines of a name, each with its upper edge: below the shape as on the page, or above it."""
    lines = label_lines(node.name).split("\n")
    top = place.y - size - 6 - FONT * len(lines) if place.over else place.y + size + 8
    yield from ((line, top + FONT * row) for row, line in enumerate(lines) if line)


def _draw_outlines(parent: Element, drawn: Scene) -> None:
    """The borders, as far as they lie in the drawing."""
    if not drawn.outlines:
        return
    colours, (left, top, wide, high) = themes()["light"], drawn.area
    # A drawing within the drawing cuts off what lies outside of it, without an id that a second figure might have too.
    inside = {"x": left, "y": top, "width": wide, "height": high}
    group = add(parent, "svg", viewBox=" ".join(map(number, inside.values())), overflow="hidden", **inside)
    group = add(group, "g", fill=colours["land"], stroke=colours["border"], stroke_width=1, stroke_linejoin="round")
    for outline in drawn.outlines:
        add(group, "path", d="".join(map(polygon, outline.rings)), fill_rule="evenodd")


def _draw_link(parent: Element, drawn: Scene, link: Link, stroke: Stroke) -> Point:
    """The line of a link, with an arrow if it has a direction; the middle of it, where its count stands."""
    colour = line_colour(link, "light")
    start, end = (_point(drawn.places[name]) for name in (link.source, link.target))
    bend = _bend(start, end, stroke.bend)
    middle = tuple(start[i] / 4 + bend[i] / 2 + end[i] / 4 for i in (0, 1))
    core, head = end, None
    if link.directed and start != end:
        core, head = _arrow(bend, end, stroke.width, drawn.shapes[link.target], drawn.sizes[link.target])
    curve = f"Q{number(bend[0])} {number(bend[1])} " if stroke.bend else "L"
    line = add(
        parent, "path", d=f"M{number(start[0])} {number(start[1])}{curve}{number(core[0])} {number(core[1])}",
        stroke=colour, stroke_width=stroke.width,
    )  # fmt: skip
    if stroke.dashes:
        line.set("stroke-dasharray", " ".join(map(str, stroke.dashes)))
    if head:
        add(parent, "path", d=polygon(head), fill=colour)
    return middle[0], middle[1]


def _point(place: Place) -> Point:
    return float(place.x), float(place.y)


def _bend(start: Point, end: Point, bend: float) -> Point:
    """The point towards which a line is bent: beside its middle, on the left of the way for a positive bend."""
    x, y = end[0] - start[0], end[1] - start[1]
    return (start[0] + end[0]) / 2 + y * bend, (start[1] + end[1]) / 2 - x * bend


def _arrow(start: Point, end: Point, width: float, shape: str, size: float) -> tuple[Point, Sequence[Point]]:
    """Of an arrow whose tip is at the rim of a shape: where its line ends, and its corners."""
    x, y = end[0] - start[0], end[1] - start[1]
    length = sqrt(x * x + y * y)
    x, y = x / length, y / length
    back = reach(shape, size, (x, y))
    tip = end[0] - x * back, end[1] - y * back
    long = 15 * ARROW + 3 * width

    def at(along: float, aside: float) -> Point:
        return tip[0] + (x * along - y * aside) * long, tip[1] + (y * along + x * aside) * long

    return at(-0.9, 0.0), [at(0, 0), at(-1, 0.3), at(-0.9, 0), at(-1, -0.3)]
