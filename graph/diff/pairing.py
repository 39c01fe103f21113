"""Things of two versions that answer to each other: the best pair first, each thing once."""

from collections.abc import Iterable


def pair(scores: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs (old, new) in the order of the old, chosen greedily from (score, old, new).

    Between equal scores the pair whose places differ least wins, then the earlier: with old and new exchanged the same
    things are paired.
    """
    olds: set[int] = set()
    news: set[int] = set()
    chosen: list[tuple[int, int]] = []
    for _, old, new in sorted(scores, key=lambda item: (-item[0], abs(item[1] - item[2]), item[1] + item[2])):
        if old not in olds and new not in news:
            olds.add(old)
            news.add(new)
            chosen.append((old, new))
    return sorted(chosen)
