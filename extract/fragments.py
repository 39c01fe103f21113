"""What the relation rules share: fragments of a sentence, lists of mentions side by side."""

import re
from bisect import bisect_right

from extract.model import Found, Piece
from extract.scene import Scene

PLACES = ("Province", "City", "County", "Town")
_FRAGMENT = frozenset("，；。！？\n,;")
_NEGATION = re.compile(r"不得|不再|禁止|严禁|防止|避免|未能|尚未|没有|无法|并非|不宜|不予|暂不")
_BESIDE = re.compile(r"^(?:、|和|与|及|以及|等|[“”]|[\u4e00-\u9fff]{0,4}“[\u4e00-\u9fff]{1,6}”、?)*$")


def fragment(scene: Scene, sentence: Piece, offset: int) -> tuple[int, int]:
    """The part of a sentence between commas that holds `offset`; commas inside brackets divide as well."""
    start = offset
    while start > sentence.start and scene.text[start - 1] not in _FRAGMENT:
        start -= 1
    end = offset
    while end < sentence.end and scene.text[end] not in _FRAGMENT:
        end += 1
    return start, end


def negated(text: str) -> bool:
    """Whether a fragment denies what it says (phenomenon 10 of DESIGN 5)."""
    return _NEGATION.search(text) is not None


def run_before(scene: Scene, items: list[Found], index: int) -> list[Found]:
    """The mention at `index` with those joined to it on the left by 、 or 和."""
    run = [items[index]]
    while index > 0 and _BESIDE.match(scene.text[items[index - 1].end : items[index].start]):
        index -= 1
        run.insert(0, items[index])
    return run


def in_duty(scene: Scene, offset: int) -> bool:
    """Whether an offset lies in a responsibility bracket or line."""
    index = bisect_right(scene.duties, offset, key=lambda duty: duty.start) - 1
    return index >= 0 and offset < scene.duties[index].end
