"""Public bodies: the forms in which texts name departments, and the official full name of each with its region."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from extract.gazetteers.regions import Region, regions
from extract.gazetteers.toml_files import read_toml
from graph.errors import DataError

_FILE = "departments.toml"
_BANK = "中国人民银行"
_BANK_HEAD = re.compile(r"^(?:中国)?(?:人民银行|人行)")


@dataclass(frozen=True, slots=True)
class Department:
    """A kind of body: full names by the form in the text, and how an official name is made of one with a region.

    In patterns {r} stands for the region's name, {s} for its short form, {name} for the full name. `levels` and
    `places` give another full name to some forms by the region's level or place (two or four digits of the code),
    `whole` another pattern by place. `inside`: forms that hold the level of their region (团市委 → city).
    """

    key: str
    names: Mapping[str, str]
    pattern: str = "{r}{name}"
    levels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    whole: Mapping[str, str] = field(default_factory=dict)
    inside: Mapping[str, str] = field(default_factory=dict)
    former: frozenset[str] = frozenset()

    def forms(self) -> tuple[str, ...]:
        """All forms in which a text may name the body without its region."""
        return tuple(dict.fromkeys((*self.names, *self.levels, *self.inside)))

    def full_name(self, surface: str, region: Region | None) -> str | None:
        """The full name without the region: 发改局 → 发展和改革局; None for a form that is not this body's."""
        by_level = self.levels.get(surface, {}).get(region.level if region is not None else "")
        by_place = _at(self.places.get(surface, {}), region)
        plain = next(iter(self.names.values())) if surface in self.inside else self.names.get(surface)
        return by_level or by_place or plain

    def is_former(self, surface: str) -> bool:
        """Whether a form names a body that a reform has ended."""
        return self.names.get(surface) in self.former


def _at(by_place: Mapping[str, str], region: Region | None) -> str | None:
    """What holds for a region's city (four digits), else for its province (two digits)."""
    code = region.code if region is not None else ""
    return by_place.get(code[:4]) or by_place.get(code[:2])


class DepartmentTable:
    """Look-up of departments and national bodies by any form."""

    def __init__(self, departments: Iterable[Department], national: Mapping[str, str]) -> None:
        """`national` maps forms to official names."""
        self.departments = tuple(departments)
        self._by_form: dict[str, Department] = {}
        for department in self.departments:
            for form in department.forms():
                self._by_form.setdefault(form, department)
        self._national = dict(national)

    def surfaces(self) -> tuple[str, ...]:
        """All forms of departments, without their region."""
        return tuple(self._by_form)

    def find(self, surface: str) -> Department | None:
        """The department a form names, or None (also for generic words: 有关部门, 主管部门)."""
        return self._by_form.get(surface)

    def level_of(self, surface: str) -> str | None:
        """The level of the region that a form itself tells (团市委 → city), or None."""
        department = self._by_form.get(surface)
        return department.inside.get(surface) if department is not None else None

    def official(self, department: Department, region: Region | None, surface: str) -> str:
        """The official full name of a region's department: 省发展改革委 of 湖南 → 湖南省发展和改革委员会.

        A form that the department does not know is kept behind the region's name; without a region, the name is bare.
        """
        full = department.full_name(surface, region)
        if region is None:
            return full or surface
        if full is None:
            return regions().body_name(region) + surface
        pattern = _at(department.whole, region) or department.pattern
        return pattern.format(r=regions().body_name(region), s=region.short or region.name, name=full)

    def national_surfaces(self) -> tuple[str, ...]:
        """All forms of national bodies."""
        return tuple(self._national)

    def national(self, surface: str) -> str | None:
        """The official name of a national body, or None."""
        return self._national.get(surface)


def central_bank(surface: str, region: Region | None) -> str:
    """人民银行长沙中心支行 → 中国人民银行长沙中心支行; 人民银行市中心支行 of 湘潭 → 中国人民银行湘潭市中心支行.

    `region` is the document's own; 省 and 市 at the head stand for its province and its city.
    """
    rest = _BANK_HEAD.sub("", surface)
    level = {"省": "province", "市": "city"}.get(rest[:1])
    path = regions().path(region) if region is not None and level else ()
    own = next((step for step in path if step.level == level), path[0] if level == "city" and path else None)
    return _BANK + (own.name + rest[1:] if own is not None else rest)


@cache
def departments() -> DepartmentTable:
    """The table, read once. Raises DataError if the data file is broken."""
    raw = read_toml(_FILE)
    try:
        national = {form: row[0] for row in raw["national"]["names"] for form in row}
        return DepartmentTable([_department(entry) for entry in raw["department"]], national)
    except (KeyError, IndexError) as error:
        raise DataError(
            f"extract/gazetteers/data/{_FILE}: an entry lacks {error}; see the comments at its head."
        ) from error


def _department(entry: Mapping[str, Any]) -> Department:
    skip = 1 if entry.get("embedded") else 0
    names = {form: row[0] for row in entry["names"] for form in row[skip:]}
    extra = {key: entry[key] for key in ("pattern", "levels", "places", "whole", "inside") if key in entry}
    return Department(entry["key"], names, former=frozenset(entry.get("former", ())), **extra)
