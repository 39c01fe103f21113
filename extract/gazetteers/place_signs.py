"""The single signs by which names of groups, corridors and roads spell cities: 宁马芜, 粤桂, 襄十随神."""

from collections.abc import Mapping
from functools import cache

from extract.gazetteers.regions import Region, regions


@cache
def place_signs() -> frozenset[str]:
    """The one-character names of provinces and cities: 宁马芜 and 粤桂 before 产业走廊 are places, no chain."""
    signs = (sign for name, _ in regions().names(("province", "city")) for sign in _abbreviations(name))
    return frozenset(signs) | frozenset("马")


def _abbreviations(name: str) -> tuple[str, ...]:
    region = regions().resolve(name, None)
    return tuple(filter(None, region.abbr.split(";"))) if region is not None else ()


@cache
def city_signs(province: Region) -> Mapping[str, Region]:
    """The cities of a province by the signs that stand for them: their one-character names, else the first of the short
    name where no other city of the province begins so."""
    cities = [city for city in regions().children(province) if city.short]
    firsts = [city.short[0] for city in cities]
    signs = {city.short[0]: city for city in cities if firsts.count(city.short[0]) == 1}
    return signs | {sign: city for city in cities for sign in city.abbr.split(";") if sign}


@cache
def signs_abroad() -> Mapping[str, Region]:
    """The cities of the whole country by their one-character names, and the provinces by those that no city bears; what
    several bear is left out."""
    found: dict[str, list[Region]] = {}
    for name, _ in regions().names(("province", "city")):
        region = regions().resolve(name, None)
        for sign in _abbreviations(name):
            if region is not None and region not in found.setdefault(sign, []):
                found[sign].append(region)
    first = {sign: [one for one in bearers if one.level == "city"] or bearers for sign, bearers in found.items()}
    return {sign: bearers[0] for sign, bearers in first.items() if len(bearers) == 1}
