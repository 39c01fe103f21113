"""Which documents of two collections are versions of one another."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from graph.diff.pairing import pair
from graph.diff.sentences import bare
from graph.diff.version import version
from graph.rows import Part, Rows

_ALIKE = 80  # per cent: titles less alike than this are those of different documents
# What tells versions of one document apart.
_EDITION = re.compile(
    r"[（(][^（）()]*(?:\d{4}|版|修订|修正|修改|试行|暂行|征求意见|草案|送审)[^（）()]*[）)]"
    r"|\d{4}(?:[年—－~-]+\d{4})?(?:年度?|版)?|修订|修正|试行|暂行|征求意见稿"
)


def partners(old: Sequence[Rows], new: Sequence[Rows]) -> list[tuple[int, int]]:
    """Pairs of places, in the order of the old documents."""
    olds, news = [version(rows).policy for rows in old], [version(rows).policy for rows in new]
    if len(olds) == len(news) == 1:
        return [(0, 0)]
    places = {policy.id: place for place, policy in enumerate(news)}
    same = [(place, places[policy.id]) for place, policy in enumerate(olds) if policy.id in places]
    left_old = {place: olds[place].part for place in sorted({*range(len(olds))} - {i for i, _ in same})}
    left_new = {place: news[place].part for place in sorted({*range(len(news))} - {j for _, j in same})}
    return sorted([*same, *pair(_alike(left_old, left_new))])


def _alike(olds: dict[int, Part], news: dict[int, Part]) -> Iterator[tuple[float, int, int]]:
    """How much alike the titles of documents for the same region are, their editions aside."""
    titles = {place: _EDITION.sub("", bare(part["name"])) for place, part in news.items()}
    for i, old in olds.items():
        title = _EDITION.sub("", bare(old["name"]))
        for j, new in news.items():
            if old.get("region") == new.get("region"):
                score = fuzz.ratio(title, titles[j], score_cutoff=_ALIKE)
                if score:
                    yield score, i, j
