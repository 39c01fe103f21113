"""Agencies: departments with their region, national bodies, and the units of responsibility lists
(phenomena 2, 3 and 5 of DESIGN 5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.claims import Claims
from extract.duties import is_generic_unit
from extract.fragments import in_duty
from extract.gazetteers.departments import central_bank, departments
from extract.gazetteers.regions import LEVEL_WORDS, Region, regions
from extract.model import Found
from extract.scene import Scene

_LEVEL_ENDS = frozenset(sign[-1] for sign in LEVEL_WORDS)
_MANY = frozenset("各省市县区州旗盟）)级")  # 各区市人民政府, 各县（市、区）政府 are many
_DIVISIONS = frozenset("市县区旗")
_PARTY_OFFICE = re.compile(r"委(?P<office>[\u4e00-\u9fff]{2,8}(?:办|局))(?:公室)?")  # 市委督查考核办, 省委人才发展局
_GOVERNMENT_OFFICE = re.compile(r"(?:人民)?政府(?P<office>[\u4e00-\u9fff]{2,8})办(?:公室)?")  # 区政府合作交流办
_TOWN_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{0,4}(?P<town>[\u4e00-\u9fff]{1,5}?(?:街道(?=办)|镇(?=人民政府|政府)|乡(?=人民政府|政府)))(?:办事处|办|人民政府|政府)"
)
_TOWN_TAIL = re.compile("街道办|镇人民政府|镇政府|乡人民政府|乡政府")
_BRANCH = re.compile(r"[\u4e00-\u9fff]{2,5}?(?:监管分局|分局|监管局|专员办)")
_CENTRE = re.compile(r"[\u4e00-\u9fff]{2,18}?分中心")  # 国家药监局|医疗器械技术审评检查长三角分中心
_DIVISION = re.compile(
    r"(?:处|科|党委|[\u4e00-\u9fff\d]中心|室|机关纪委|(?:执法|稽查|监察|审批|反垄断|竞争|质量发展|监管)局)$"
)
_GOVERNMENT = re.compile(r"政府|办公厅|办公室|委员会$|党委$")
_AGENCY_TAIL = re.compile(r"(?:局|委|办|厅|院|会|室|队|署|处|科|支行|分行|办公室|委员会|政府|督查室|管委会|中心)$")
_BANK = re.compile(r"(?:中国人民银行|人民银行)(?!总行)[\u4e00-\u9fff]{1,8}?(?:分行|中心支行|支行|营业管理部)")
_LEADING_GROUP = re.compile(r"(?:国家|国务院)[\u4e00-\u9fff]{2,14}?领导小组(?:办公室)?")
_INSTITUTIONS = ("学院", "大学", "医院", "研究院", "研究所", "学校")
_COMPANY = "供电局"  # a branch of the grid company
_HALL = "厅"  # the department of a province, whoever it is told by
_OFFICE = re.compile(r"(?!组织|宣传|统战|政法)[\u4e00-\u9fff]{2,6}?(?:办(?:公室)?|发展局)(?=[、，；。）\n])")
_PARTY_NEXT = frozenset("员托派任外会")


@dataclass(frozen=True, slots=True)
class _SharedTail:
    tail: str
    place: re.Pattern[str]


_ZONE = re.compile(r"(?:区|园|新城)$")
_TOWN = re.compile(r"[镇乡]$")
_SHARED_TAILS = (
    _SharedTail("管委会", _ZONE),
    _SharedTail("管理委员会", _ZONE),
    _SharedTail("人民政府", _TOWN),
    _SharedTail("政府", _TOWN),
)


def recognise(scene: Scene) -> Iterator[Found]:
    """Departments next to their region, national bodies, then units of lists that no vocabulary knows."""
    claims = Claims(len(scene.text))
    for found in (
        *_banks(scene),
        *_departments(scene),
        *_leading_groups(scene),
        *_town_offices(scene),
        *_national(scene),
        *_academies(scene),
    ):
        if claims.claim(found.start, found.end):
            yield found
    yield from _shared_tails(scene, claims)
    yield from _unknown_units(scene, claims)


def _banks(scene: Scene) -> Iterator[Found]:
    """Branches of the central bank, whose place stands inside their name."""
    for match in _BANK.finditer(scene.text) if "人民银行" in scene.text else ():
        name = central_bank(match.group(), scene.own_region("city"))
        yield agency(scene, match.start(), match.end(), name, "department")


def _departments(scene: Scene) -> Iterator[Found]:
    reach, last = -1, None
    for start, end, word in scene.names["Agency"]:
        if start < reach or (word == "委" and _is_part(scene.text, end)):
            continue
        department = departments().find(word)
        owner = _owner(scene, start)
        if owner is None and last is not None and _shares(scene.text, reach, start, word):
            owner = start, last  # 市发展改革委、|工业和信息化局: the region of the first holds for all
        if owner is None and word.endswith(_HALL) and in_duty(scene, start):
            province = scene.own_region("province")
            owner = (start, province) if province is not None else None  # 责任单位：教育厅、科技厅
        if owner is None or department is None or not scene.free(owner[0], end):
            continue
        left, region = _with_parents(scene, *owner)
        yield from _joint(scene, left, region, word)
        branch = _BRANCH.match(scene.text, end)
        stop = branch.end() if branch is not None and scene.regions_in(end, branch.end()) else end
        name = departments().official(department, region, word) + scene.text[end:stop]
        reach, last = stop, region
        yield agency(scene, left, stop, name, "department")


def _is_part(text: str, end: int) -> bool:
    """Whether 委 goes on as another word or as an office of the party committee: 市委员会, 区委|考核办."""
    return text[end : end + 1] in _PARTY_NEXT or _OFFICE.match(text, end) is not None


def _with_parents(scene: Scene, start: int, region: Region) -> tuple[int, Region]:
    """Where a name begins that opens with the whole path of its region: 成都市|新都区|人民政府."""
    while (before := scene.region_before(start)) is not None and before[1] in regions().ancestors(region):
        start = before[0]
    return start, region


def _shares(text: str, reach: int, start: int, word: str) -> bool:
    return len(word) > 2 and text[reach:start] in ("、", "和", "与", "及")


def _joint(scene: Scene, left: int, region: Region, word: str) -> Iterator[Found]:
    """宜昌、襄阳|市人民政府: the governments of the places that stand before in the list."""
    if word not in ("人民政府", "政府") or scene.text[left : left + len(region.short)] != region.short:
        return
    department = departments().find(word)
    while department is not None and scene.text[left - 1 : left] in ("、", "和", "与"):
        before = scene.region_before(left - 1)
        full = scene.text[left - 2] in _DIVISIONS  # 澄迈县、|三亚市政府: of any level where they are told in full
        if before is None or (before[1].level != region.level and not full):
            return
        start, other = before
        name = departments().official(department, other, word)
        yield replace(agency(scene, start, left - 1, name, "joint"), alias=scene.text[start : left - 1] + word)
        left = start


def _owner(scene: Scene, start: int) -> tuple[int, Region] | None:
    """The region in front of a department: by name (湘潭市, 湖南) or by level (省, 市) in the document's own line."""
    named = scene.region_before(start)
    if named is not None:
        return named
    sign, level = level_before(scene.text, start)
    if not sign:
        return None
    before = scene.text[start - len(sign) - 1 : start - len(sign)]
    if len(sign) == 1 and before and before in _MANY:
        return None
    region = scene.own_region(level, sign if len(sign) > 1 else "")
    return (start - len(sign), region) if region is not None else None


def level_before(text: str, offset: int) -> tuple[str, str]:
    """The word for the own region that ends at an offset (自治区, 省, 旗) and its level; else two blanks."""
    if text[offset - 1 : offset] in _LEVEL_ENDS:
        for sign, level in LEVEL_WORDS.items():
            if text.endswith(sign, 0, offset):
                return sign, level
    return "", ""


def _town_offices(scene: Scene) -> Iterator[Found]:
    """大碶街道办事处 of 北仑区 → 宁波市北仑区人民政府大碶街道办事处; towns: 芜湖市无为市高沟镇人民政府."""
    home = scene.place
    if home is None or home.level == "province" or _TOWN_TAIL.search(scene.text) is None:
        return
    for match in _TOWN_OFFICE.finditer(scene.text):
        for start in range(match.start(), match.end("town") - 2):
            town = scene.text[start : match.end("town")]
            inside = [other for other in regions().town_candidates(town) if regions().is_within(other, home)]
            if len(inside) != 1 or inside[0].name != town or not scene.free(start, match.end()):
                continue
            above = regions().path(inside[0])
            county = "".join(region.name for region in above[1:-1]) or above[0].name
            street = town.endswith("街道")
            yield agency(
                scene,
                start,
                match.end(),
                f"{county}人民政府{town}办事处" if street else f"{county}{town}人民政府",
                "town",
            )
            break


def _national(scene: Scene) -> Iterator[Found]:
    for start, end, word in scene.names["NationalAgency"]:
        name = departments().national(word)
        owned = scene.region_before(start) is not None or level_before(scene.text, start)[0]
        if scene.text[end : end + 1] == "门" and word.endswith("部"):
            continue  # 自然资源部门 is any department of that kind
        if name is not None and scene.free(start, end) and not owned:
            branch = _BRANCH.match(scene.text, end) or _CENTRE.match(scene.text, end)
            placed = branch is not None and (branch.re is _CENTRE or scene.regions_in(end, branch.end()))
            stop = branch.end() if branch is not None and placed else end
            yield agency(scene, start, stop, name + scene.text[end:stop], "national")


def _leading_groups(scene: Scene) -> Iterator[Found]:
    """Standing groups of the national government: 国家制造强国建设领导小组."""
    for match in _LEADING_GROUP.finditer(scene.text):
        if scene.free(match.start(), match.end()):
            yield agency(scene, match.start(), match.end(), match.group(), "national")


def _academies(scene: Scene) -> Iterator[Found]:
    """An academy among the issuers (中国科学院) acts as a body of the state; elsewhere it is an institution."""
    for start, end in scene.meta.issuer_spans:
        entry = scene.known.institutions.find(scene.text[start:end])
        if entry is not None and scene.free(start, end):
            yield agency(scene, start, end, entry.name, "issuer")


def agency(scene: Scene, start: int, end: int, name: str, rule: str) -> Found:
    """The mention of an agency under its official full name."""
    return Found(start, end, "Agency", name, scene.id_of("Agency", name), scene.text[start:end], f"agency-{rule}")


def _unknown_units(scene: Scene, claims: Claims) -> Iterator[Found]:
    """市优化办, 湘潭高新区管委会: units of a responsibility list that end like a body, with their region."""
    for duty in scene.duties:
        for unit in duty.units:
            text = scene.text[unit.start : unit.end]
            if not claims.free(unit.start, unit.end):
                continue
            if (
                text.endswith((_COMPANY, *_INSTITUTIONS))
                or is_generic_unit(text)
                or not _AGENCY_TAIL.search(text)
                or not scene.free(unit.start, unit.end)
            ):
                continue
            name = _expanded(scene, unit.start, text)
            if name is not None:
                yield agency(scene, unit.start, unit.end, name, "unit")


def _shared_tails(scene: Scene, claims: Claims) -> Iterator[Found]:
    """渭南高新区、|卤阳湖开发区管委会, 古镇镇、|小榄镇人民政府: the bodies of the places before in the list."""
    for duty in scene.duties:
        tail = None
        for unit in reversed(duty.units):
            text = scene.text[unit.start : unit.end]
            said = next((shared for shared in _SHARED_TAILS if text.endswith(shared.tail)), None)
            if said is not None:
                tail = said if said.place.search(text, 0, len(text) - len(said.tail)) else None
            elif tail is None or tail.place.search(text) is None or scene.text[unit.end] not in "、和":
                tail = None
            elif claims.free(unit.start, unit.end) and not is_generic_unit(text):
                whole = _place_name(scene, text) + tail.tail
                yield replace(agency(scene, unit.start, unit.end, whole, "joint"), alias=text + tail.tail)


def _place_name(scene: Scene, text: str) -> str:
    """A zone as it stands, a town behind the document's county."""
    if text[-1] not in "镇乡" or scene.place is None:
        return text
    path = regions().path(scene.place)[1:] or (scene.place,)
    for region in path:
        text = text.removeprefix(region.name)
    return "".join(region.name for region in path) + text


def _expanded(scene: Scene, start: int, text: str) -> str | None:
    hits = scene.regions_in(start, start + len(text))
    if hits and hits[0][0] == start:
        return text
    sign = next((sign for sign in LEVEL_WORDS if text.startswith(sign)), "")
    if _DIVISION.search(text) and not sign:
        issuer = _department(scene)
        return issuer + text if issuer is not None else None
    region = scene.own_region(LEVEL_WORDS[sign], sign if len(sign) > 1 else "") if sign else None
    office = _GOVERNMENT_OFFICE.fullmatch(text, len(sign)) if region is not None else None
    if office is not None and region is not None:
        return f"{region.name}人民政府{office.group('office')}办公室"
    party = _PARTY_OFFICE.fullmatch(text, len(sign)) if region is not None else None
    if party is not None and region is not None:
        name = party.group("office")
        return f"中共{region.name}委{name}{'公室' if name.endswith('办') else ''}"
    if region is not None:
        return regions().body_name(region) + text[len(sign) :]
    return None if sign or len(text) < 4 else text


def _department(scene: Scene) -> str | None:
    """The department that issued the document, whose divisions its lists name (注册处); None for a government's."""
    issuer = scene.meta.issuer or ""
    return None if not issuer or _GOVERNMENT.search(issuer) else issuer
