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
    return _is_local(name)


def _is_local(name: str) -> bool:
    """株洲市商务局, 株洲市芦淞区人民政府."""
    places = (name[:length] for length in range(min(len(name) - 1, _LONGEST_PLACE), 1, -1))
    rests = (name[len(place) :] for place in places if regions().candidates(place))
    return any(_has_body(rest) or _is_local(rest) for rest in rests)


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
    if label == "Agency":  # its aliases are said with a word for the region: 省国资委
        return known(name) or any(_has_body(alias[1:]) for alias in aliases)
    return known(name) or any(map(known, aliases))
