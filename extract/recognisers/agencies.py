"""Agencies: departments with their region, national bodies, and the units of responsibility lists
(phenomena 2, 3 and 5 of DESIGN 5)."""

import re
from collections.abc import Iterator
from functools import cache

from extract.automaton import Automaton
from extract.claims import Claims
from extract.duties import is_generic_unit
from extract.gazetteers.departments import central_bank, departments
from extract.gazetteers.regions import Region
from extract.model import Found
from extract.scene import Scene
from graph.ids import entity_id

_LEVELS = {"省": "province", "市": "city", "县": "county", "区": "county", "州": "city"}
_MANY = re.compile(r"[各县区州市、级）)]$")
_DIVISION = re.compile(r"(?:处|科|党委|[\u4e00-\u9fff\d]中心|室)$")
_GOVERNMENT = re.compile(r"政府|办公厅|办公室|委员会$|党委$")
_AGENCY_TAIL = re.compile(r"(?:局|委|办|厅|院|会|室|队|署|处|科|支行|分行|办公室|委员会|政府|督查室|管委会|中心)$")
_BANK = re.compile(r"(?:中国)?人民银行(?!总行)[\u4e00-\u9fff]{1,5}(?:分行|中心支行|支行|营业管理部)")
_PARTY_NEXT = frozenset("员托派任外会")


@cache
def department_automaton() -> Automaton:
    """Department names without their region, full and short."""
    return Automaton(departments().surfaces())


@cache
def national_automaton() -> Automaton:
    """National bodies, full and short."""
    return Automaton(departments().national_surfaces())


def recognise(scene: Scene) -> Iterator[Found]:
    """Departments next to their region, national bodies, then units of lists that no vocabulary knows."""
    claims = Claims(len(scene.text))
    for found in (*_banks(scene), *_departments(scene), *_national(scene)):
        if claims.claim(found.start, found.end):
            yield found
    yield from _unknown_units(scene, claims)


def _banks(scene: Scene) -> Iterator[Found]:
    """Branches of the central bank, whose place stands inside their name."""
    for match in _BANK.finditer(scene.text):
        name = central_bank(match.group(), scene.own_region("city"))
        yield agency(scene, match.start(), match.end(), name, "department")


def _departments(scene: Scene) -> Iterator[Found]:
    reach = -1
    for start, end, word in department_automaton().hits(scene.text):
        if start < reach or (word == "委" and scene.text[end : end + 1] in _PARTY_NEXT):
            continue
        owner = _owner(scene, start)
        if owner is None:
            continue
        left, region = owner
        department = departments().find(word)
        if department is None or not scene.free(left, end):
            continue
        name = departments().official(department, region, word)
        reach = end
        yield agency(scene, left, end, name, "department")


def _owner(scene: Scene, start: int) -> tuple[int, Region] | None:
    """The region in front of a department: by name (湘潭市, 湖南) or by level (省, 市) in the document's own line."""
    named = scene.region_before(start)
    if named is not None:
        return named
    sign = scene.text[start - 1 : start]
    if sign not in _LEVELS:
        return None
    if _MANY.search(scene.text[max(0, start - 2) : start - 1]) and scene.text[start - 2] in "各省市县区州）)级":
        return None
    region = scene.own_region(_LEVELS[sign])
    return (start - 1, region) if region is not None else None


def _national(scene: Scene) -> Iterator[Found]:
    for start, end, word in national_automaton().hits(scene.text):
        name = departments().national(word)
        owned = scene.region_before(start) is not None or scene.text[start - 1 : start] in ("省", "市", "县", "州")
        if scene.text[end : end + 1] == "门" and word.endswith("部"):
            continue  # 自然资源部门 is any department of that kind
        if name is not None and scene.free(start, end) and not owned:
            yield agency(scene, start, end, name, "national")


def agency(scene: Scene, start: int, end: int, name: str, rule: str) -> Found:
    """The mention of an agency under its official full name."""
    return Found(start, end, "Agency", name, entity_id("Agency", name), scene.text[start:end], f"agency-{rule}")


def _unknown_units(scene: Scene, claims: Claims) -> Iterator[Found]:
    """市优化办, 湘潭高新区管委会: units of a responsibility list that end like a body, with their region."""
    for duty in scene.duties:
        for unit in duty.units:
            text = scene.text[unit.start : unit.end]
            if not claims.free(unit.start, unit.end):
                continue
            if is_generic_unit(text) or not _AGENCY_TAIL.search(text) or not scene.free(unit.start, unit.end):
                continue
            name = _expanded(scene, unit.start, text)
            if name is not None:
                yield agency(scene, unit.start, unit.end, name, "unit")


def _expanded(scene: Scene, start: int, text: str) -> str | None:
    hits = scene.regions_in(start, start + len(text))
    if hits and hits[0][0] == start:
        return text
    if _DIVISION.search(text) and text[0] not in _LEVELS:
        issuer = _department(scene)
        return issuer + text if issuer is not None else None
    region = scene.own_region(_LEVELS[text[0]]) if text[0] in _LEVELS else None
    if region is not None:
        return region.name + text[1:]
    return None if text[0] in _LEVELS or len(text) < 4 else text


def _department(scene: Scene) -> str | None:
    """The department that issued the document, whose divisions its lists name (注册处); None for a government's."""
    issuer = scene.meta.issuer or ""
    return None if not issuer or _GOVERNMENT.search(issuer) else issuer
