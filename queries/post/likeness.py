"""Entities of one label that may be the same: one is named by the other's alias, holds the other's name, or is spelt alike.

Takes entities (`id`, `label`, `name`, `aliases`). Only names that begin or end alike are compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from rapidfuzz import fuzz

from graph.stores import Answer

_COLUMNS = ("label", "a", "b", "likeness", "reason")
_ENDS = 2
_HELD = 75  # percent: 湘电 in 湘电集团 says something, 汽车 in 汽车零部件 nothing
_CROWD = 200  # more names than this that begin or end alike say nothing: 湖南省…, …有限公司


def step(answer: Answer, parameters: Mapping[str, Any]) -> Answer:
    """Pairs, the most alike first; `least` is the likeness in percent from which spelling counts."""
    found = dict[tuple[str, str], tuple[Any, ...]]()
    for one, other in _candidates(answer.rows):
        a, b = sorted((one, other), key=lambda row: (row[2], row[0]))
        reason, likeness = _compared(a, b, parameters["least"])
        if reason:
            found[a[0], b[0]] = a[1], a[2], b[2], likeness, reason
    rows = sorted(found.items(), key=lambda item: (-item[1][3], item[1][:3], item[0]))
    return Answer(_COLUMNS, tuple(row for _, row in rows))


def _candidates(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Pairs worth comparing: of one label, and with a beginning, an ending or a whole name or alias in common."""
    groups = defaultdict[tuple[str, str, str], list[tuple[Any, ...]]](list)
    for row in rows:
        _, label, name, aliases = row
        groups[label, "<", name[:_ENDS]].append(row)
        groups[label, ">", name[-_ENDS:]].append(row)
        for known in {name, *(aliases or ())}:
            groups[label, "=", known].append(row)
    for group in groups.values():
        if len(group) <= _CROWD:
            yield from combinations(group, 2)


def _compared(a: tuple[Any, ...], b: tuple[Any, ...], least: float) -> tuple[str, int]:
    """Why two may be the same (empty if nothing speaks for it), and how alike their names are in percent."""
    likeness = round(fuzz.ratio(a[2], b[2]))
    if {a[2], *(a[3] or ())} & {b[2], *(b[3] or ())}:
        return "同名或同别名", likeness
    if (a[2] in b[2] or b[2] in a[2]) and likeness >= _HELD:
        return "名称相含", likeness
    return ("写法相近", likeness) if likeness >= least else ("", likeness)
