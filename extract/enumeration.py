"""Lists joined by 、 read from their head backwards: 钢铁、锑、电子陶瓷等特色产业 (phenomenon 1 of DESIGN 5)."""

import re
from collections.abc import Callable, Iterable

from extract.scene import Scene
from graph.values import value

_STOPS = frozenset("、，。；：！？（）()《》〈〉【】［］[]〔〕\n,;:!?|—…")
_REACH = 40
_OPENING, _CLOSING = "“‘\"'", "”’\"'"
_COUNT = re.compile(
    r"(?:等)?(?:这)?(?:[一二三四五六七八九十百千两\d]+多?(?:个|条|大|类|家|项|种|所|座)?|多个|若干|一批)$"
)
_COUNT_ENDS = frozenset("一二三四五六七八九十百千两0123456789多个条大类家项种所座干批")
_JOIN = re.compile(r"(?:以及|和|与|及)")
_ALSO = "以及"
_GRADES = frozenset("高中同平")  # 高等, 中等: no end of a list
_MAX_ITEMS, _MAX_MODIFIERS = 60, 20
_MAX_ITEM = 16


@value
class Item:
    """One item of a list at [start, end) of the clean text."""

    start: int
    end: int


class Endings:
    """A set of words, to look up which of them a stretch ends with."""

    __slots__ = ("_lengths", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        """The words, in any order."""
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[-1:], set()).add(len(word))
        self._lengths = {sign: sorted(found, reverse=True) for sign, found in lengths.items() if sign}  # by last sign

    def before(self, text: str, start: int, end: int) -> int:
        """Where the longest word that ends at `end` and lies in [start, end) begins; `end` where there is none."""
        for length in self._lengths.get(text[end - 1 : end], ()):
            if end - length >= start and text[end - length : end] in self._words:
                return end - length
        return end


def strip_head(
    text: str, start: int, end: int, modifiers: Endings, is_whole: Callable[[int], bool] | None = None
) -> tuple[int, bool]:
    """Where the last item of a list ends, given the offset at which its head noun begins, and whether 等 or a count
    was met: `钢铁、锑等五大特色|产业` ends at 锑 with True.

    `is_whole` tells whether a name that ends at an offset would lose a part (数字经济|核心|产业).
    """
    for _ in range(_MAX_MODIFIERS):
        if end > start + 1 and text[end - 1] == "等" and text[end - 2] not in _GRADES:
            return end - 1, True
        if is_whole is not None and is_whole(end):
            return end, False
        before = modifiers.before(text, start, end)
        if before == end:
            break
        end = before
    if text[end - 1 : end] not in _COUNT_ENDS:
        return end, False
    match = _COUNT.search(text, max(start, end - 8), end)
    return (match.start(), True) if match is not None and match.start() < end else (end, False)


def list_items(scene: Scene, end: int, floor: int = 0, *, firm: bool = False) -> list[Item]:
    """The items of the list that ends at `end`, in text order: back over 、 until an item that is not whole.

    The first item is cut after the last boundary word before it (壮大|钢铁、锑…); a list of verbs yields its last item
    alone. `firm`: the items may be firms, whose names hold words of all kinds.
    """
    text, position = scene.text, end
    items: list[Item] = []
    while len(items) < _MAX_ITEMS:
        start = core = _before_bracket(text, position, floor)
        lowest = max(floor, position - _REACH)
        while start > lowest and text[start - 1] not in _STOPS:
            start -= 1
        delimited = start > floor and text[start - 1] == "、"
        find = scene.edges.strong if delimited else scene.edges.name
        edge = find(core, _REACH, firm=firm)
        whole = edge <= start
        item = _trim(text, max(start, edge), position)
        if item is None:
            break
        items.append(item)
        if not whole and text.endswith(_ALSO, start + 2, edge):
            position = edge - len(_ALSO)  # 甲、乙|以及|丙
            continue
        if not whole or start <= floor or text[start - 1] != "、":
            break
        position = start - 1
    items.reverse()
    return split_last(text, items)


def _before_bracket(text: str, position: int, floor: int) -> int:
    """The offset before a short remark in brackets that ends an item (5G应用|（数字经济）), else `position`."""
    if text[position - 1 : position] not in ("）", ")"):
        return position
    opening = max(
        text.rfind("（", max(floor, position - 16), position), text.rfind("(", max(floor, position - 16), position)
    )
    return opening if opening >= 0 else position


def _trim(text: str, start: int, end: int) -> Item | None:
    """The stretch without the quotation marks around it; marks inside (蔬菜+“两油”) stay."""
    opening = start < end and text[start] in _OPENING and "”" not in text[start : end - 1]
    closing = end > start and text[end - 1] in _CLOSING and "“" not in text[start + 1 : end]
    start, end = start + (1 if opening else 0), end - (1 if closing else 0)
    return Item(start, end) if 1 <= end - start <= _MAX_ITEM else None


def split_last(text: str, items: list[Item]) -> list[Item]:
    """A、B和C: the conjunction of the last item joins the list; where earlier items hold one too, it joins words."""
    if not items:
        return items
    joins = [_JOIN.search(text, item.start + 1, item.end - 1) for item in items]
    last = joins[-1]
    if last is None or any(joins[:-1]):
        return items
    if len(items) == 1 and last.group() in ("及", "与"):
        return items
    left, right = Item(items[-1].start, last.start()), Item(last.end(), items[-1].end)
    if left.end - left.start < 2 or right.end - right.start < 2 or text[right.start : right.end].isascii():
        return items  # 集成电路与ICT is one
    return [*items[:-1], left, right]
