"""The region that a policy is about, and that of its issuer. Regions are official names given by the caller."""

from collections import Counter
from collections.abc import Callable, Sequence

from extract.structure.paragraphs import Paragraph
from extract.structure.words import words

RegionSpans = Callable[[str], list[tuple[int, int, str, str]]]
_LEVELS = ("province", "city", "county", "town")
_REPLY_LINES, _COUNTED = 12, 20000


def issuer_region(issuers: Sequence[str], regions_in: RegionSpans) -> str | None:
    """The region with which the first body's name begins (of 上海市杨浦区人民政府 the district)."""
    for issuer in issuers:
        region = _leading(issuer, regions_in)
        if region is not None:
            return region
    return None


def _leading(name: str, regions_in: RegionSpans) -> str | None:
    end, region = 2 if name.startswith("中共") else 0, None
    for start, stop, official, _ in sorted(regions_in(name)):
        if start == end:
            end, region = stop, official
    return region


def region_hint(
    subject: str, text: str, head: Sequence[Paragraph], issuers: Sequence[str], regions_in: RegionSpans
) -> str | None:
    """The region a policy is about. `subject` is its title without the issuers in front.

    The one region that the title names besides the issuer's; for a reply, the one of the proposal's title; a district
    whose government signs together with a department above it; else the issuer's. In a text without
    issuer the first region of the title, or else the one named most (provinces aside).
    """
    home = issuer_region(issuers, regions_in)
    named = _narrowest(_asked(head) or subject if subject.endswith("答复") else subject, home, regions_in)
    if named is not None:
        return named
    if issuers:
        return _partner(issuers, home, regions_in) or home
    several = _sure(subject, regions_in)
    if several:
        return several[0][0]
    counts = Counter(official for official, level in _sure(text, regions_in, _COUNTED) if level != "province")
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def _narrowest(title: str, home: str | None, regions_in: RegionSpans) -> str | None:
    """The only region on the lowest level that a title names, less the issuer's own where lower ones stand by it."""
    hits = [(level, official) for official, level in _sure(title, regions_in)]
    own = max((_rank(level) for _, _, official, level in regions_in(home or "") if official == home), default=-1)
    hits = [hit for hit in hits if hit[1] == home or _rank(hit[0]) > own]  # 许昌市融入|郑州|都市圈: a neighbour
    hits = [hit for hit in hits if hit[1] != home] or hits
    if not hits:
        return None
    lowest = max(_rank(level) for level, _ in hits)
    names = {official for level, official in hits if level not in _LEVELS or _rank(level) == lowest}
    return names.pop() if len(names) == 1 else None


_CIRCLES = ("都市圈", "城市群", "经济圈")  # 武汉|都市圈 is more than the city


def _sure(text: str, regions_in: RegionSpans, limit: int | None = None) -> list[tuple[str, str]]:
    """(official name, level) of the regions named before the offset `limit`; counties and towns by their full names
    only, since their short forms are common words (资源, 新兴, 双城). Of 成都市新都区 only the district."""
    hits = regions_in(text)
    rank = {start: _rank(level) for start, _, _, level in hits}
    return [
        (official, level)
        for start, end, official, level in hits
        if (limit is None or start < limit)
        and (level in ("province", "city") or text[start:end] == official)
        and rank.get(end, 0) <= _rank(level)
        and not text.startswith(_CIRCLES, end)
    ]


def _rank(level: str) -> int:
    """How low a level is; 0 for a province and for what is none."""
    return _LEVELS.index(level) if level in _LEVELS else 0


def _asked(head: Sequence[Paragraph]) -> str | None:
    """The title of the proposal that a reply answers."""
    for line in head[:_REPLY_LINES]:
        proposal = words().proposal.search(line.text)
        if proposal is not None:
            return proposal.group(1) or proposal.group(2)
    return None


def _partner(issuers: Sequence[str], home: str | None, regions_in: RegionSpans) -> str | None:
    """The region whose government signs with a department of the region it lies in: 某市科技局、某市某区人民政府."""
    if home is None:
        return None
    for issuer in issuers[1:]:
        region = _leading(issuer, regions_in)
        if issuer.startswith(home) and issuer.endswith("政府") and region not in (None, home):
            return region
    return None
