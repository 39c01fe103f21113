"""The shapes of vis-network as SVG paths, point for point as its script draws them."""

from collections.abc import Callable, Mapping, Sequence
from math import cos, pi, sin, sqrt

from viz.arrangement import Point

_KAPPA = sqrt(3) / 6


def path(shape: str, x: float, y: float, size: float) -> str:
    """The path of a shape around a point; an unknown shape is a dot."""
    if shape not in _CORNERS:
        r = number(size)
        return (
            f"M{number(x - size)} {number(y)}a{r} {r} 0 1 0 {number(2 * size)} 0a{r} {r} 0 1 0 {number(-2 * size)} 0Z"
        )
    return polygon([(x + across * size, y + down * size) for across, down in _CORNERS[shape]()])


def polygon(points: Sequence[Point]) -> str:
    """The path of a closed line."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def number(value: float) -> str:
    """A number with one decimal at most."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def reach(shape: str, size: float, way: Point) -> float:
    """How far it is from the middle of a shape to where an arrow that comes this way (a unit vector) ends."""
    if shape == "dot":
        return size + 1
    return min(size / max(abs(way[0]), 1e-9), size / max(abs(way[1]), 1e-9)) + 1


def _triangle() -> list[Point]:
    high, low = 2 * (sqrt(0.75) - _KAPPA), 2 * _KAPPA
    return [(1.15 * x, 1.15 * (y + 0.275)) for x, y in ((0, -high), (1, low), (-1, low))]


def _star() -> list[Point]:
    ends = [(1.3 if corner % 2 == 0 else 0.5, 2 * corner * pi / 10) for corner in range(10)]
    return [(0.82 * far * sin(angle), 0.082 - 0.82 * far * cos(angle)) for far, angle in ends]


# The corners of each shape for a size of 1; y grows downwards.
_CORNERS: Mapping[str, Callable[[], Sequence[Point]]] = {
    "square": lambda: [(-1, -1), (1, -1), (1, 1), (-1, 1)],
    "diamond": lambda: [(0, 1), (1, 0), (0, -1), (-1, 0)],
    "hexagon": lambda: [(cos(corner * pi / 3), sin(corner * pi / 3)) for corner in range(6)],
    "triangle": _triangle,
    "triangleDown": lambda: [(x, -y) for x, y in _triangle()],
    "star": _star,
}
