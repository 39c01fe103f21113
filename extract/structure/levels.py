"""The order of levels in one document: the usual one, unless the document shows the opposite."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.structure.markers import Mark, markers

_ENOUGH = 2


def ranks(marks: Sequence[Mark]) -> Mapping[str, int]:
    """Kind of sign to level (0 is the highest).

    The usual order (第一章, 第一条, 一、, （一）, 1., （1）, ①) holds unless a kind begins anew again and again right
    below one that is usually under it, and never the other way round: 1. （一） （二） 2. （一） puts （一） below.
    """
    starts: Counter[tuple[str, str]] = Counter()
    for before, mark in pairwise(marks):
        if mark.number == 1 and before.kind != mark.kind:
            starts[before.kind, mark.kind] += 1
    order = list(markers().order)
    usual = {kind: place for place, kind in enumerate(order)}
    for (above, below), count in sorted(starts.items()):
        inverted = usual[above] > usual[below] and below != "annex"
        if inverted and count >= _ENOUGH and not starts[below, above]:
            order.remove(above)
            order.insert(order.index(below), above)
    return {kind: place for place, kind in enumerate(order)}
