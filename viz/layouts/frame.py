"""The page that layouts fill."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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

    def larger(self, times: float) -> "Frame":
        """The same at another scale."""
        return replace(self, by_x=self.by_x * times, by_y=self.by_y * times)


def extent(points: Iterable[Point]) -> tuple[Point, Point]:
    """The upper left and the lower right corner of what holds these points; of none, the origin."""
    found = list(points) or [(0.0, 0.0)]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return (min(xs), min(ys)), (max(xs), max(ys))


def frame(points: Iterable[Point], count: int, *, stretch: bool) -> Frame:
    """The page around these points; larger when there are many nodes. `stretch`: width and height scaled apart."""
    room = max(1.0, sqrt(count / 24))
    (left, top), (right, bottom) = extent(points)
    wide, high = right - left or 1.0, bottom - top or 1.0
    by_x, by_y = WIDTH * room / wide, HEIGHT * room / high
    if not stretch:
        by_x = by_y = min(by_x, by_y)
    by_x, by_y = min(by_x, by_y * 2), min(by_y, by_x * 2)
    return Frame((right + left) / 2, (bottom + top) / 2, by_x, by_y)
