"""What abbreviations stand for, by the gazetteers of `extract`: 潭市工信局 is 湘潭市工业和信息化局."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.gazetteers.city_groups import city_groups
from extract.gazetteers.departments import departments
from extract.gazetteers.place_signs import signs_abroad
from extract.gazetteers.regions import LEVEL_WORDS, Region, regions
from extract.gazetteers.vocabulary import VOCABULARIES


def readings(text: str, near: str = "") -> Iterable[str]:
    """The official names that a text may be short for; of a body without its region, its full name alone.

    `near` is the code of a region: 省 and 市 are then its own province and the cities in it. Several names where 市 may
    be any city; none for a text that nothing knows.
    """
    return _readings(text, near)


@lru_cache(maxsize=64)
def _readings(text: str, near: str) -> tuple[str, ...]:
    found = (*_places(text), *_bodies(text, regions().by_code(near[:6]) if near else None), *_known(text))
    return tuple(name for name in dict.fromkeys(found) if name != text)


def _places(text: str) -> Iterator[str]:
    """Divisions and city groups that are called so."""
    group = city_groups().find(text)
    if group is not None:
        yield group.name
    yield from (region.name for region in _regions(text))


def _known(text: str) -> Iterator[str]:
    """Chains, parks, firms and institutions that a vocabulary knows by this name."""
    for vocabulary in VOCABULARIES.values():
        entry = vocabulary().find(text)
        if entry is not None:
            yield from filter(None, (entry.name, entry.full))


def _bodies(text: str, near: Region | None) -> Iterator[str]:
    """Public bodies: national ones, those of a region named at the head, and words of their names."""
    table = departments()
    national = table.national(text)
    if national is not None:
        yield national
    for cut in range(len(text)):
        head, form = text[:cut], text[cut:]
        department = table.find(form)
        if department is None:
            continue
        if not head:
            yield from filter(None, (department.full_name(form, None),))
        for region in _heads(head, near) if head else ():
            yield table.official(department, region, form)
    if len(text) > 1:
        begun = (form for form in table.surfaces() if form.startswith(text))
        yield from (full for form in begun if (kind := table.find(form)) and (full := kind.full_name(form, None)))


def _heads(head: str, near: Region | None) -> Iterator[Region]:
    """The regions that the head of a body's name stands for: 湘潭, 湘潭市, 潭市, 潭, or 市 for any city."""
    level = LEVEL_WORDS.get(head)
    if level is not None:
        yield from _of_level(level, near)
        return
    yield from _regions(head)
    for word, kind in LEVEL_WORDS.items():
        if head.endswith(word) and head != word:
            yield from (region for region in _regions(head.removesuffix(word)) if region.level == kind)


def _regions(name: str) -> Iterator[Region]:
    """The divisions of a name, a short one, or a single sign."""
    yield from regions().candidates(name)
    sign = signs_abroad().get(name)
    if sign is not None:
        yield sign


def _of_level(level: str, near: Region | None) -> Iterator[Region]:
    """All divisions of a level; near a region those above it, itself, and those in it."""
    table = regions()
    for name, short in table.names((level,)):
        for region in table.candidates(name) if not short else ():
            related = near is None or table.is_within(region, near) or table.is_within(near, region)
            if related and region.level == level:
                yield region
