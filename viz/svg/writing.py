"""Elements and texts of a figure. Texts go in as texts: the writer of the standard library escapes them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from viz.boxes import ems
from viz.svg.shapes import number

_NOT_FIRST = "）》〉”’〕)]}」』，。、；：！？·,.;:!?%"
# Where the letters of a line stand in it, as a share of its height.
_BASE = 0.86


def add(parent: Element, tag: str, **attributes: str | float) -> Element:
    """A new last child. Underscores in names stand for hyphens."""
    written = {
        name.replace("_", "-"): value if isinstance(value, str) else number(value) for name, value in attributes.items()
    }
    return SubElement(parent, tag, written)


def write(parent: Element, text: str, x: float, top: float, size: float, **attributes: str | float) -> None:
    """One line of text whose upper edge is at `top`."""
    add(parent, "text", x=x, y=top + _BASE * size, font_size=size, **attributes).text = text


def haloed(parent: Element, text: str, x: float, top: float, size: float, *, ground: str) -> None:
    """A line around its middle, upon a rim in the colour of the ground (not every program knows paint-order)."""
    rim = add(parent, "g", aria_hidden="true", stroke=ground, stroke_width=4, stroke_linejoin="round", fill=ground)
    write(rim, text, x, top, size, text_anchor="middle")
    write(parent, text, x, top, size, text_anchor="middle")


def wrapped(text: str, room: float) -> Iterator[str]:
    """The lines of a text, each at most about `room` Chinese signs wide; Latin words stay whole if they can."""
    for paragraph in text.split("\n"):
        line, width = "", 0.0
        for word in _words(paragraph):
            wide = ems(word)
            if line and width + wide > room and word[0] not in _NOT_FIRST:
                yield line.rstrip()
                line, width = "", 0.0
            while wide > room:
                cut = max(1, int(room))
                yield word[:cut]
                word, wide = word[cut:], ems(word[cut:])
            line, width = line + word, width + wide
        yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Runs of Latin letters and figures, and every other sign by itself."""
    word = ""
    for sign in text:
        if sign.isascii() and sign.isalnum():
            word += sign
            continue
        if word:
            yield word
            word = ""
        yield sign
    if word:
        yield word
