"""The part of a closed line that lies in a rectangle, side by side (I. Sutherland and G. Hodgman, 1974)."""

from collections.abc import Sequence
from itertools import pairwise

from viz.arrangement import Point

Corners = tuple[Point, Point]


def clipped(ring: Sequence[Point], window: Corners) -> list[Point]:
    """The ring within the window; where it leaves it, it goes along the edge. Empty if nothing of it lies inside."""
    (left, top), (right, bottom) = window
    points = list(ring)
    for axis, limit, above in ((0, left, True), (0, right, False), (1, top, True), (1, bottom, False)):
        points = _side(points, axis, limit, above=above)
    return points


def _side(ring: Sequence[Point], axis: int, limit: float, *, above: bool) -> list[Point]:
    """The part of a ring on one side of a level or upright line."""
    found: list[Point] = []
    for before, at in pairwise([*ring[-1:], *ring]):
        was_in, is_in = ((point[axis] >= limit) if above else (point[axis] <= limit) for point in (before, at))
        if was_in != is_in:
            part = (limit - before[axis]) / (at[axis] - before[axis])
            other = before[1 - axis] + part * (at[1 - axis] - before[1 - axis])
            found.append((limit, other) if axis == 0 else (other, limit))
        if is_in:
            found.append(at)
    return found
