"""Whether a vocabulary of `extract` knows a name."""

from collections.abc import Callable, Iterable, Mapping

from extract.gazetteers.city_groups import CityGroupTable, city_groups
from extract.gazetteers.departments import departments
from extract.gazetteers.regions import openings, regions
from extract.gazetteers.vocabulary import VOCABULARIES, Vocabulary, parks


def _is_body(name: str) -> bool:
    """A national body, the committee of a park that is known, or a region's name with a body that regions have."""
    if departments().national(name) or parks().find(name.removesuffix("管委会")):
        return True
    return _is_local(name)


def _is_local(name: str) -> bool:
    """株洲市商务局, 株洲市芦淞区人民政府."""
    rests = (rest for place, rest in openings(name, rest=1) if regions().candidates(place))
    return any(_has_body(rest) or _is_local(rest) for rest in rests)


def _has_body(rest: str) -> bool:
    return rest in ("人民政府", "人民政府办公室", "人民政府办公厅") or departments().find(rest) is not None


_TABLES: Mapping[str, Callable[[], Vocabulary | CityGroupTable]] = {**VOCABULARIES, "CityGroup": city_groups}


def is_known(label: str, name: str, aliases: Iterable[str] = ()) -> bool:
    """Whether a vocabulary holds the name or an alias. Labels without a vocabulary (projects) are never known."""
    if label == "Agency":  # its aliases are said with a word for the region: 省国资委
        return _is_body(name) or any(_has_body(alias[1:]) for alias in aliases)
    table = _TABLES.get(label)
    return table is not None and any(table().find(one) is not None for one in (name, *aliases))
