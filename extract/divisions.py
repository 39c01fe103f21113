"""Lists of a city's own divisions (phenomenon 2 of DESIGN 5): in 鼓楼、台江、仓山等区 a name that is an ordinary word,
or that several divisions bear, means the one of this city."""

import re
from collections.abc import Iterable, Mapping

from extract.automaton import Hit
from extract.gazetteers.regions import Region, regions
from extract.scan import matches

RegionHit = tuple[int, int, Region]

_JOINS = ("、", "和", "与", "以及")
# The head of a list of divisions: 鼓楼、台江|等区
_HEAD = re.compile(
    r"(?:等)?(?:[两二三四五六七八九十\d]{1,2}个?)?(?:县市区|市县区|县市|市区|县区|区县|旗县区|旗县|区|县|市|旗)(?![级域])"
)
_HEAD_SIGN = re.compile(r"[等两二三四五六七八九十\d县市区旗]")  # what every head begins with


def with_listed(text: str, hits: list[RegionHit], counties: Iterable[Hit], own: Region | None) -> list[RegionHit]:
    """The region names `hits` of a document of `own`, with those of such lists in place of what they overlap;
    `counties` are all short names of counties in the text."""
    city = regions().city_of(own) if own is not None else None
    if city is None:
        return hits
    children = {child.short: child for child in regions().divisions_of(city) if child.short}
    if not any(word in children and text.startswith(_JOINS, end) for _, end, word in counties):
        return hits
    last = {name[-1] for name in children}
    listed: list[RegionHit] = []
    for head in matches(_HEAD, _HEAD_SIGN, text):
        start = head.start()
        if start and text[start - 1] in last:
            listed += _before(text, start, children)
    spans = [(start, end) for start, end, _ in listed]
    kept = [hit for hit in hits if not any(hit[0] < end and start < hit[1] for start, end in spans)]
    return sorted([*kept, *listed], key=lambda hit: (hit[0], hit[1])) if listed else hits


def among_cities(text: str, hits: list[RegionHit]) -> list[RegionHit]:
    """The same list, changed in place, with a province's name that a city of it bears too (吉林) read as the city where
    it stands in a list of cities: 长春、|吉林|、四平."""
    for index, (start, end, region) in enumerate(hits):
        if region.level != "province" or end - start == len(region.name):
            continue
        city = next((one for one in regions().candidates(text[start:end]) if one.level == "city"), None)
        if city is None:
            continue
        beside = [*hits[max(0, index - 1) : index], *hits[index + 1 : index + 2]]
        for left, right, other in beside:
            if other.level == "city" and (
                (right == start - 1 and text[right : right + 1] == "、") or text[end:left] == "、"
            ):
                hits[index] = (start, end, city)
    return hits


def _before(text: str, end: int, children: Mapping[str, Region]) -> list[RegionHit]:
    """The names of these divisions in the list that ends at `end`, back to the first that is none; none of a single."""
    found: list[RegionHit] = []
    while True:
        length = next((n for n in (4, 3, 2) if n <= end and text[end - n : end] in children), 0)
        if not length:
            break
        start = end - length
        found.append((start, end, children[text[start:end]]))
        join = next((sign for sign in _JOINS if text.endswith(sign, max(0, start - 2), start)), "")
        if not join:
            break
        end = start - len(join)
    if len(found) < 2:
        return []
    start, end, region = found[0]
    whole = start + len(region.name) if text.startswith(region.name, start) else end  # 宽城、|绿园区
    return [*reversed(found[1:]), (start, whole, region)]
