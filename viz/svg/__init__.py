"""A picture as one SVG file for reports: title, question, what it rests on, the drawing, legend and notes.

It asks for nothing and runs nothing: no script, no style sheet, no address. The same picture gives the same bytes.
"""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

from viz.boxes import ems
from viz.legend import kinds, legend, notes
from viz.model import Picture
from viz.network import FACE
from viz.resources import themes, words
from viz.svg.drawing import Scene, draw, scene
from viz.svg.shapes import number, path
from viz.svg.writing import add, wrapped, write
from viz.visible import shown

_LEAST = 860.0
_EDGE = 28.0


def figure(picture: Picture) -> str:
    """The SVG of a picture, to be written as UTF-8. Raises OutputError for an unknown layout."""
    picture = shown(picture)
    drawn = scene(picture) if picture.nodes else None
    width = max(_LEAST, (drawn.area[2] - drawn.area[0] if drawn else 0.0) + 2 * _EDGE)
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "xml:lang": "zh-Hans", "role": "img"})
    add(root, "title").text = picture.title
    add(root, "desc").text = picture.question
    ground = add(root, "rect", width="100%", height="100%", fill=themes()["light"]["ground"])
    ground.set("aria-hidden", "true")
    _Sheet(root, width).fill(picture, drawn)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def size_of(svg: str) -> tuple[int, int]:
    """Width and height of a figure in pixels."""
    root = fromstring(svg)
    return int(root.get("width", "0")), int(root.get("height", "0"))


class _Sheet:
    """A figure in the making, filled from the top. Texts grow with the width, so that they are read at any size."""

    def __init__(self, root: Element, width: float) -> None:
        self.root, self.width, self.unit = root, width, max(1.0, width / 1100)
        self.page = add(root, "g", font_family=FACE.replace("'", '"'), fill=themes()["light"]["text"])
        self.top = _EDGE * self.unit

    def fill(self, picture: Picture, drawn: Scene | None) -> None:
        """All parts, then the size of the whole."""
        said = words("figure")
        self.paragraph(picture.title, 22, font_weight="bold")
        self.paragraph(picture.question, 15)
        self.paragraph(_caption(picture, said), 13, fill=themes()["light"]["stated"])
        self.top += 8 * self.unit
        if drawn:
            self.drawing(drawn)
            self.legend(picture)
        else:
            self.paragraph(said["empty"], 16, font_weight="bold")
        for note in _notes(picture, drawn, said):
            self.paragraph(note, 13)
        height = self.top + _EDGE * self.unit * 0.7
        size = {"width": f"{self.width:.0f}", "height": f"{height:.0f}"}
        for name, value in (size | {"viewBox": f"0 0 {size['width']} {size['height']}"}).items():
            self.root.set(name, value)

    def paragraph(self, text: str, size: float, **attributes: str | float) -> None:
        """A text in lines over the width; nothing if it is empty."""
        size *= self.unit
        for line in wrapped(text, (self.width - 2 * _EDGE) / size) if text.strip() else ():
            write(self.page, line, _EDGE, self.top, size, **attributes)
            self.top += size * 1.4
        self.top += size * 0.25 if text.strip() else 0.0

    def drawing(self, drawn: Scene) -> None:
        """The drawing, in the middle of the width."""
        left, top, right, bottom = drawn.area
        x, y = (self.width - left - right) / 2, self.top - top
        draw(add(self.page, "g", transform=f"translate({number(x)} {number(y)})"), drawn)
        self.top += bottom - top + 14 * self.unit

    def legend(self, picture: Picture) -> None:
        """Kinds of nodes and of links with their counts, in rows."""
        size, x = 13 * self.unit, _EDGE
        for shape, colour, text in _entries(picture):
            room = size * (2.2 + ems(text)) + 18 * self.unit
            if x > _EDGE and x + room > self.width - _EDGE:
                x, self.top = _EDGE, self.top + size * 1.7
            self.swatch(shape, colour, x + size * 0.8, self.top + size * 0.5, size)
            write(self.page, text, x + size * 2.0, self.top, size)
            x += room
        self.top += size * 2.0

    def swatch(self, shape: str, colour: str, x: float, y: float, size: float) -> None:
        """The sign of a kind: its shape, or a piece of its line."""
        if shape not in ("stated", "derived"):
            add(self.page, "path", d=path(shape, x, y, size * 0.5), fill=colour)
            return
        ends = f"M{number(x - size * 0.8)} {number(y)}L{number(x + size * 0.8)} {number(y)}"
        line = add(self.page, "path", d=ends, stroke=colour, stroke_width=size * 0.2)
        if shape == "derived":
            line.set("stroke-dasharray", f"{number(size * 0.45)} {number(size * 0.35)}")


def _caption(picture: Picture, said: Any) -> str:
    """What the picture rests on, when it was made, what it leaves out."""
    parts = [
        said["rests"].format(documents=picture.documents, facts=picture.facts) if picture.nodes else "",
        said["date"].format(date=picture.date) if picture.date else "",
        said["omitted"].format(count=picture.omitted) if picture.omitted else "",
    ]
    return " · ".join(filter(None, parts))


def _entries(picture: Picture) -> Iterator[tuple[str, str, str]]:
    """Shape, colour and name with count of each kind of node and of each kind of link."""
    for entry in legend(picture):
        yield entry["shape"], entry["light"], f"{entry['zh']} {entry['count']}"
    for entry in kinds(picture):
        yield "derived" if entry["derived"] else "stated", entry["light"], f"{entry['zh']} {entry['count']}"


def _notes(picture: Picture, drawn: Scene | None, said: Any) -> Iterator[str]:
    """How to read the lines, what the picture says of itself, and where the map put what it does not know."""
    if drawn and len({link.weight for link in picture.links}) > 1:
        yield said["counts" if drawn.counted else "width"]
    yield from notes(picture)
