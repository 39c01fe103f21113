"""The page that layouts fill."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from viz.arrangement import Point

WIDTH, HEIGHT = 820.0, 580.0


@dataclass(frozen=True, slots=True)
class Frame:
    """From the units of a layout to pixels: what lies where, and how many pixels a unit is."""

    across: float
    down: float
    by_x: float
    by_y: float

    def __call__(self, point: Point) -> Point:
        """The pixels of a point."""
        return (point[0] - self.across) * self.by_x, (point[1] - self.down) * self.by_y


def frame(places: Mapping[str, Point], count: int, *, stretch: bool) -> Frame:
    """The page around these places; larger when there are many. `stretch`: width and height scaled apart."""
    room = max(1.0, sqrt(count / 24))
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    wide, high = max(xs) - min(xs) or 1.0, max(ys) - min(ys) or 1.0
    by_x, by_y = WIDTH * room / wide, HEIGHT * room / high
    if not stretch:
        by_x = by_y = min(by_x, by_y)
    by_x, by_y = min(by_x, by_y * 2), min(by_y, by_x * 2)
    return Frame((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, by_x, by_y)
