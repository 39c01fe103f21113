"""The regions that a user's tables name: settled by the gazetteer, never guessed."""

from collections.abc import Iterable
from functools import lru_cache

from extract.gazetteers.regions import Region, regions

_SHOWN = 8


class Unsettled(Exception):
    """A name that is no region's, or that of several; `str` says so and lists them."""


@lru_cache(maxsize=8192)
def settled(told: str) -> Region:
    """The region that a code (430300), a name (湘潭市, 湘潭) or a path (湖南省/永定区, 南京市鼓楼区) stands for.

    Raises Unsettled where there is none, or more than one.
    """
    if told.isdigit():
        region = regions().by_code(told)
        if region is None:
            raise Unsettled(f"{told} is no code of a region; give six digits (nine for a township) or the name")
        return region
    found = tuple(dict.fromkeys(_named(told)))
    full = [region for region in found if region.name == told]
    if len(full) == 1:
        return full[0]
    widest = [region for region in found if all(regions().is_within(other, region) for other in found)]
    if widest:
        return widest[0]  # 湘潭市, in which the county of that short name lies, too
    if not found:
        raise Unsettled(f"there is no region {told!r}; give its official name or its code")
    if len(found) > 1:
        shown = "、".join(f"{path_name(region)} ({region.code})" for region in found[:_SHOWN])
        more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise Unsettled(f"{told} may be {shown}{more}; write one of these or its code")
    return found[0]


def path_name(region: Region) -> str:
    """A region with all that is above it: 江苏省南京市鼓楼区; it can be read back."""
    return "".join(step.name for step in _path(region))


def region_cell(region: Region) -> str:
    """A region as a table says it: by its name where that is enough, else with all that is above it."""
    try:
        return region.name if settled(region.name) == region else path_name(region)
    except Unsettled:
        return path_name(region)


def _path(region: Region) -> tuple[Region, ...]:
    above = regions().by_code(region.parent or "") if region.level == "town" else None
    return (*regions().path(above), region) if above is not None else regions().path(region)


def _named(told: str) -> Iterable[Region]:
    """All regions that bear a name, or that the last part of a path names within the others."""
    plain = told.replace("/", "")
    if "/" not in told and (found := regions().candidates(told)):
        return found
    inside = []
    for cut in range(2, len(plain) - 1):
        outer = regions().candidates(plain[:cut])
        inner = _named(plain[cut:]) if outer else ()
        inside += [region for region in inner if any(place in _path(region) for place in outer)]
    return inside
