"""The lines of a figure with their arrows and counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from xml.etree.ElementTree import Element

from viz.arrangement import Place, Point, Rectangle
from viz.legend import line_colour
from viz.model import Link
from viz.strokes import ARROW, Stroke
from viz.svg.shapes import number, polygon, reach
from viz.svg.writing import add

# Where on its line a count may stand, the best place first, and how far it keeps from other counts.
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_CLEAR = 15.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line from one node to another, bent towards a point that on a straight line is its middle."""

    start: Point
    bend: Point
    end: Point
    straight: bool

    def at(self, part: float) -> Point:
        """The point after this part of the way, from 0 to 1."""
        first, second, third = (1 - part) ** 2, 2 * part * (1 - part), part**2
        ends = zip(self.start, self.bend, self.end, strict=True)
        x, y = (first * start + second * bend + third * end for start, bend, end in ends)
        return x, y


def line(source: Place, target: Place, bend: float) -> Line:
    """The line between two places; a positive bend leaves the straight way on the left."""
    start, end = (float(source.x), float(source.y)), (float(target.x), float(target.y))
    x, y = end[0] - start[0], end[1] - start[1]
    middle = (start[0] + end[0]) / 2 + y * bend, (start[1] + end[1]) / 2 - x * bend
    return Line(start, middle, end, not bend)


def draw_line(parent: Element, drawn: Line, link: Link, stroke: Stroke, shape: str, size: float) -> None:
    """The line of a link; if it has a direction, with an arrow at the rim of its target's shape."""
    colour = line_colour(link, "light")
    end, head = _arrow(drawn, stroke.width, shape, size) if link.directed else (drawn.end, [])
    curve = "L" if drawn.straight else f"Q{_pair(drawn.bend)} "
    made = add(parent, "path", d=f"M{_pair(drawn.start)}{curve}{_pair(end)}", stroke=colour, stroke_width=stroke.width)
    if stroke.dashes:
        made.set("stroke-dasharray", " ".join(map(str, stroke.dashes)))
    if head:
        add(parent, "path", d=polygon(head), fill=colour)


def spots(lines: Sequence[Line], taken: Sequence[Rectangle]) -> Iterator[Point]:
    """Where the count of each line stands: at its middle, or beside it where a node or another count is in the way."""
    found: list[Point] = []
    for each in lines:
        points = [each.at(part) for part in _SPOTS]
        found.append(next((point for point in points if _free(point, found, taken)), points[0]))
        yield found[-1]


def _free(point: Point, counts: Sequence[Point], taken: Sequence[Rectangle]) -> bool:
    x, y = point
    return not any(abs(x - at[0]) < _CLEAR and abs(y - at[1]) < _CLEAR for at in counts) and not any(
        left < x < right and top < y < bottom for left, top, right, bottom in taken
    )


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def _arrow(drawn: Line, width: float, shape: str, size: float) -> tuple[Point, Sequence[Point]]:
    """Where the line ends, and the corners of the arrow; none if there is no room for it."""
    x, y = drawn.end[0] - drawn.bend[0], drawn.end[1] - drawn.bend[1]
    length = sqrt(x * x + y * y)
    if not length:
        return drawn.end, []
    x, y = x / length, y / length
    back = reach(shape, size, (x, y))
    tip = drawn.end[0] - x * back, drawn.end[1] - y * back
    long = 15 * ARROW + 3 * width

    def at(along: float, aside: float) -> Point:
        return tip[0] + (x * along - y * aside) * long, tip[1] + (y * along + x * aside) * long

    return at(-0.9, 0.0), [at(0, 0), at(-1, 0.3), at(-0.9, 0), at(-1, -0.3)]
