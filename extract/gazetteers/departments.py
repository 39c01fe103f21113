"""Public bodies: the forms in which texts name departments, and the official full name of each with its region."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extract.gazetteers.regions import Region
from extract.gazetteers.tables import read_table

_CITY_BANK = "中国人民银行"


@dataclass(frozen=True, slots=True)
class Department:
    """A kind of body: the pattern of its official name, `{r}` for the region's name, `{s}` for its short form."""

    official: str
    forms: tuple[str, ...]


class DepartmentTable:
    """Look-up of departments and national bodies by any form."""

    def __init__(self, departments: Iterable[Department], national: Mapping[str, str]) -> None:
        """`national` maps forms to official names."""
        self._by_form: dict[str, Department] = {}
        for department in departments:
            for form in department.forms:
                self._by_form.setdefault(form, department)
        self._national = dict(national)

    def surfaces(self) -> tuple[str, ...]:
        """All forms of departments, without their region."""
        return tuple(self._by_form)

    def find(self, surface: str) -> Department | None:
        """The department a form names, or None."""
        return self._by_form.get(surface)

    def official(self, department: Department, region: Region, surface: str) -> str:
        """The official full name of a region's department: 省发展改革委 of 湖南 → 湖南省发展和改革委员会."""
        short = region.short or region.name
        if surface == "政府办公室" and region.level == "province":
            return f"{region.name}人民政府办公室"
        return department.official.replace("{r}", region.name).replace("{s}", short)

    def national_surfaces(self) -> tuple[str, ...]:
        """All forms of national bodies."""
        return tuple(self._national)

    def national(self, surface: str) -> str | None:
        """The official name of a national body, or None."""
        return self._national.get(surface)


def central_bank(surface: str, region: Region | None) -> str:
    """人民银行长沙中心支行 → 中国人民银行长沙中心支行; 人民银行市中心支行 of 湘潭 → 中国人民银行湘潭市中心支行."""
    rest = re.sub(r"^(?:中国)?人民银行", "", surface)
    if rest.startswith("市") and region is not None:
        rest = region.name + rest[1:]
    return _CITY_BANK + rest


@cache
def departments() -> DepartmentTable:
    """The table, read once. Raises DataError if a data file is broken."""
    rows = [Department(row["official"], tuple(row["forms"].split(";"))) for row in read_table("departments.tsv")]
    national = {
        form: row["official"] for row in read_table("national_bodies.tsv") for form in row["forms"].split(";")
    }
    return DepartmentTable(rows, national)
