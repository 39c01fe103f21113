"""How much room a node and its name take, and on which side of the node the name stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from viz.arrangement import Point

FONT = 16
# The height of a line of a name, in sizes of its letters; how far a name stands from its shape.
LINE = 1.18
_OFF = 4.0
_GAP = 10.0
# A name longer than this many Chinese signs takes a second line, or a third; what is longer still is cut.
_LONG = 14
_LINES = 3
_OPENS, _CLOSES = "（《〈“‘〔([{「『", "）》〉”’〕)]}」』，。、；：！？·,.;:!?"
_UNITS = "省市州盟县区镇局院"


@dataclass(frozen=True, slots=True)
class Box:
    """Room around a node's centre in pixels: half the width, above, below."""

    half: float
    above: float
    below: float


def box(name: str, radius: float, *, over: bool, font: float = FONT) -> Box:
    """The room of a node with this name and radius; `over`: the name stands above the shape; `font`: its letters."""
    lines = label_lines(name).split("\n")
    width = font * max(map(ems, lines))
    bare = radius + _GAP / 2
    named = bare + _OFF + font * LINE * len(lines)
    return Box(max(radius, width / 2) + _GAP / 2, named if over else bare, bare if over else named)


def ems(text: str) -> float:
    """The width of a text in Chinese signs."""
    return sum(1.0 if east_asian_width(character) in "WFA" else 0.58 for character in text)


def label_lines(name: str) -> str:
    """The name as it is drawn: a long one in two lines, or three, about equally long."""
    rest = " ".join(name.split())
    if ems(rest) > _LONG * _LINES:
        while ems(rest) > _LONG * _LINES - 1:
            rest = rest[: -max(1, int(ems(rest)) - _LONG * _LINES)]
        rest = rest.rstrip() + "…"
    lines = []
    for left in range(min(ceil(ems(rest) / _LONG), _LINES), 1, -1):
        at = _best_break(rest, ems(rest) / left)
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return "\n".join([*lines, rest])


def _best_break(text: str, wanted: float) -> int:
    """Where to break a text so that about `wanted` signs stand before: rather beside punctuation, never in a word."""
    width, best, least = 0.0, 1, float("inf")
    for at in range(1, len(text)):
        width += ems(text[at - 1])
        before, after = text[at - 1], text[at]
        cost = abs(width - wanted) - (1.5 if before in _CLOSES + _UNITS + " " or after in _OPENS else 0.0)
        if (
            before in _OPENS
            or after in _CLOSES
            or (before.isascii() and after.isascii() and (before + after).isalnum())
        ):
            cost += 4.0
        if cost < least:
            best, least = at, cost
    return best


def names_over(
    places: Mapping[str, Point], rooms: Mapping[str, Box], edges: Sequence[tuple[str, str]]
) -> frozenset[str]:
    """The nodes whose name stands better above: more of their lines leave through the name below than above."""
    down = dict.fromkeys(places, 0)
    up = dict.fromkeys(places, 0)
    for one, other in edges:
        for here, there in ((one, other), (other, one)):
            x, y = places[there][0] - places[here][0], places[there][1] - places[here][1]
            # A line that leaves flat passes beside the name, whose middle is about 30 pixels off.
            if abs(y) * rooms[here].half > abs(x) * 30:
                (down if y > 0 else up)[here] += 1
    return frozenset(name for name in places if down[name] > up[name])
