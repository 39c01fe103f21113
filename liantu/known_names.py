"""Whether a vocabulary of `extract` knows a name."""

from collections.abc import Callable, Iterable, Mapping

from extract.gazetteers.city_groups import city_groups
from extract.gazetteers.departments import departments
from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import chains, enterprises, institutions, parks

_LONGEST_PLACE = 16


def _is_body(name: str) -> bool:
    """A national body, the committee of a park that is known, or a region's name with a body that regions have."""
    if departments().national(name) or parks().find(name.removesuffix("管委会")):
        return True
    places = (name[:length] for length in range(min(len(name), _LONGEST_PLACE), 1, -1))
    return any(regions().candidates(place) and _has_body(name[len(place) :]) for place in places)


def _has_body(rest: str) -> bool:
    return rest in ("人民政府", "人民政府办公室", "人民政府办公厅") or departments().find(rest) is not None


_KNOWN: Mapping[str, Callable[[str], bool]] = {
    "CityGroup": lambda name: city_groups().find(name) is not None,
    "Park": lambda name: parks().find(name) is not None,
    "Enterprise": lambda name: enterprises().find(name) is not None,
    "IndustryChain": lambda name: chains().find(name) is not None,
    "Institution": lambda name: institutions().find(name) is not None,
    "Agency": _is_body,
}


def is_known(label: str, name: str, aliases: Iterable[str] = ()) -> bool:
    """Whether a vocabulary holds the name or an alias. Labels without a vocabulary (projects) are never known."""
    known = _KNOWN.get(label)
    if known is None:
        return False
    return known(name) or (label != "Agency" and any(map(known, aliases)))
