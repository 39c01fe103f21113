"""What a layout gives: where nodes stand, and what lies behind them."""

from collections.abc import Mapping
from dataclasses import dataclass

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, in whole pixels, and whether its name stands above it."""

    x: int
    y: int
    over: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The border of a province as closed rings, in the same pixels as the places; the last point is not the first."""

    name: str
    rings: tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The place of each node by id, and the outlines behind them (only on a map)."""

    places: Mapping[str, Place]
    outlines: tuple[Outline, ...] = ()


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a layout proposes. `settled`: no name lies over another as it is, with all names below."""

    points: Mapping[str, Point]
    outlines: tuple[Outline, ...] = ()
    settled: bool = False
