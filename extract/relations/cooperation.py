"""COOPERATES_WITH: the two sides of a sentence that links places, firms or institutions (phenomenon 8 of DESIGN 5).

All pairs across the two sides, none within one. The sides are told by 与/同/和 before a word of cooperation, or by a
verb with its object (对接 X, 融入 X, 承接 X 产业转移), whose subject is the place named before it or the region of the
document.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise

from extract.fragments import PLACES, fragment, in_duty, is_supposed, negated, run_before
from extract.model import Found, Link, Piece
from extract.relations.own import is_own
from extract.relations.partners import home_mention, is_pair, ordered, pairs, partners
from extract.scan import either
from extract.scene import Scene
from graph.ids import entity_id

_LABELS = (*PLACES, "CityGroup", "Park", "Enterprise", "Institution")
_OWNERS = (*PLACES, "Park")
_ACTORS = (*_OWNERS, "Enterprise", "Institution")
_WITH = re.compile(r"与|同(?!时|步|一|类|等|心|质|发|意|期|比|业|济)|和|围绕|面向")
_MERGED = re.compile("一体化|同城化")
_COUPLED = re.compile(r"[与同](?:[\u4e00-\u9fff]{2,8}[省市州])?")  # 亳州市|与上海市|奉贤区
_DASHED = re.compile(r"[—－–-]{1,2}")
_LOOK_BACK = 80
_JOINTLY = re.compile(r"(?:联合|共同|携手|联手)(?:打造|建设|开发|推进|培育|建立|申报)")
_MERGING_WORD = "一体化"
_JOINT_WORD = "联合建设"  # whose mode it is
_COMPLAINT = re.compile(r"不够|不足|不畅|不紧密|不深|不强|滞后|薄弱|松散|尚未|有待|欠缺|缺乏")  # said of a cooperation
# 支持|某机床|联合…: one that no recogniser knows does it, not the document's region
_BY_ONE = frozenset(["联合", "联手", "携手", "协同", "会同", "携同"])
_SOMEBODY = re.compile(r"(?:支持|鼓励|引导|推动)[\u4e00-\u9fffA-Za-z]{2,12}$")
_ANYBODY = re.compile(
    r"企业|公司|单位|园区|开发区|高校|院校|院所|机构|学校|医院|协会|商会|平台|产业|各|我[省市县区州]|全[省市县区州]|本地|有关|龙头|骨干|重点|双方|两地|部门|银行|农户|行业|集群|联盟|基地|市民|社会|人才"
)
_SUPPORTED = re.compile(r"(?:支持|推动|鼓励|引导|促进|推进|加快)$")
_JOINS = ("、", "和", "与", "及")
_PARTNERS = re.compile(r"[与同和][^，。；、]{0,12}$")
_COUNTED = re.compile(r"(?P<n>[两二三四五六])(?:省区?|市|地|州|县|区|城|方)(?!政府|委)")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


@dataclass(frozen=True, slots=True)
class _Words:
    joint: re.Pattern[str]
    verb: re.Pattern[str]
    modes: dict[str, str]


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("extract").joinpath("data/cooperation_words.toml").read_text(encoding="utf-8"))

    def pattern(table: dict[str, str]) -> re.Pattern[str]:
        return re.compile(either(table))

    return _Words(pattern(raw["joint"]), pattern(raw["verbs"]), {**raw["joint"], **raw["verbs"]})


def relate(scene: Scene) -> Iterator[Link]:
    """All pairs that the document states, once a sentence."""
    for sentence, items in scene.mentions:
        if not any(item.label in _LABELS for item in items):
            continue
        done: set[tuple[str, str]] = set()
        for pair, rule, word in _stated(scene, sentence, items):
            if pair not in done:
                done.add(pair)
                mode = {"mode": _words().modes[word]}
                yield Link(pair[0], "COOPERATES_WITH", pair[1], sentence.start, sentence.end, rule, mode)


def _stated(scene: Scene, sentence: Piece, items: list[Found]) -> Iterator[tuple[tuple[str, str], str, str]]:
    """The pairs of a sentence, each with the rule and the word of cooperation that tell it; some several times."""
    for run, word in _together(scene, sentence):
        for one, other in combinations(run, 2):
            if is_pair(one, other):
                yield ordered(one.id, other.id), "cooperation-together", word
    for group in items:
        for member, fellow in combinations(_merging(scene, group), 2):
            yield ordered(member, fellow), "cooperation-together", _MERGING_WORD
    for one, other in pairwise(items):
        said = _words().joint.match(scene.text, other.end) if _is_dashed(scene, one, other) else None
        if said is not None:
            yield ordered(one.id, other.id), "cooperation-joint", said.group()
    for left, right, rule, word in _sides(scene, sentence.start, sentence.end):
        yield from ((pair, rule, word) for pair in pairs(left, right))


def _is_dashed(scene: Scene, one: Found, other: Found) -> bool:
    """Whether a dash joins two places of one kind: 金牛|—|什邡合作."""
    dash = _DASHED.match(scene.text, one.end)
    return dash is not None and dash.end() == other.start and one.label == other.label and one.label in _OWNERS


def _merging(scene: Scene, group: Found) -> tuple[str, ...]:
    """The two that a spelled group names where they are to become one: 推进|遂潼|一体化发展."""
    if group.label != "CityGroup":
        return ()
    known = scene.known.groups.find(group.name)
    members = scene.groups.get(group.id, ())
    if known is not None and len(group.name) == len(known.members):
        members = tuple(entity_id(member.label, member.code) for member in known.members)
    two = len(members) == _NUMBERS["两"] and _MERGED.match(scene.text, group.start + len(group.name)) is not None
    return members if two and not _no_statement(scene, scene.sentence_at(group.start), group.start) else ()


def _sides(scene: Scene, start: int, end: int) -> Iterator[tuple[list[Found], list[Found], str, str]]:
    for match in _words().joint.finditer(scene.text, start, end):
        couples = _couples(scene, match)
        yield from (([one], [other], "cooperation-joint", match.group()) for one, other in couples)
        sides = _joint(scene, start, match) if not couples else None
        if sides is not None:
            yield *sides, "cooperation-joint", match.group()
    for match in _words().verb.finditer(scene.text, start, end):
        sides = _object(scene, start, match)
        if sides is not None:
            yield *sides, "cooperation-object", match.group()


def _joint(scene: Scene, floor: int, match: re.Match[str]) -> tuple[list[Found], list[Found]] | None:
    """A与B、C对接: A on one side, B and C on the other. The last 与 with partners on its right divides."""
    sentence = scene.sentence_at(match.start())
    start, _ = fragment(scene, sentence, match.start())
    if _no_statement(scene, sentence, match.start()):
        return None
    items = partners(scene, start, match.start(), _LABELS)
    if not items:
        return None
    for divider in reversed(list(_WITH.finditer(scene.text, max(start, match.start() - _LOOK_BACK), match.start()))):
        right = [item for item in items if item.start >= divider.end()]
        left = [item for item in items if item.end <= divider.start()]
        if divider.group() == "和" and (len(left) != 1 or not right or left[0].label != right[0].label):
            continue
        if any(item.start <= divider.start() < item.end for item in items) or not right:
            continue
        if left and "、" in scene.text[left[-1].end : divider.start()]:
            left = []  # 与甲共建的某园区、|与乙共建的某园区: what stands before is another statement
        if not left and _is_stranger(scene.text[start : divider.start()]):
            return None
        return (left, right) if left else _with_subject(scene, floor, start, right, same=start == divider.start())
    return None


def _is_stranger(before: str) -> bool:
    """Whether what stands before 与 is somebody that no recogniser knows (支持|某钢管|与…合作), not any firm."""
    somebody = _SOMEBODY.search(before)
    return somebody is not None and _ANYBODY.search(before) is None


def _couples(scene: Scene, match: re.Match[str]) -> list[tuple[Found, Found]]:
    """甲与乙、丙与丁开展合作: the couples, where there are several."""
    sentence = scene.sentence_at(match.start())
    start, _ = fragment(scene, sentence, match.start())
    if scene.text.count("与", start, match.start()) < 2 or _no_statement(scene, sentence, match.start()):
        return []
    items = partners(scene, start, match.start(), _LABELS)
    joined = [(one, other) for one, other in pairwise(items) if _COUPLED.fullmatch(scene.text, one.end, other.start)]
    apart = [scene.text[one.end : other.start] for one, other in pairwise(items) if (one, other) not in joined]
    return joined if len(joined) > 1 and set(apart) <= {"、"} else []


def _with_subject(
    scene: Scene, floor: int, start: int, right: list[Found], *, same: bool = False
) -> tuple[list[Found], list[Found]]:
    """The subject of the sentence with its partners; the document's region has none in its own parks. `same`: no verb
    of its own stands before the partners, so that who was named before acts on."""
    left = _subject(scene, floor, start, _ACTORS if same else _OWNERS)
    if any(item.start == item.end for item in left):
        right = [item for item in right if item.label != "Park" or not is_own(scene, item)]
    return left, right


def _object(scene: Scene, floor: int, match: re.Match[str]) -> tuple[list[Found], list[Found]] | None:
    """对接X、Y; 融入X; 承接X产业转移: the objects on the right, the subject on the left."""
    sentence = scene.sentence_at(match.start())
    start, end = fragment(scene, sentence, match.start())
    if _no_statement(scene, sentence, match.start()):
        return None
    right = [item for item in partners(scene, match.end(), end, _LABELS) if item.rule != "deixis"]
    if not right or right[0].start - match.end() > 14:
        return None
    after = _words().verb.search(scene.text, right[0].end, end)
    if after is not None:
        right = [item for item in right if item.end <= after.start()]
    left = partners(scene, start, match.start(), _LABELS)
    if left and _WITH.search(scene.text, left[-1].end, match.start()):
        return None
    if not left and match.group() in _BY_ONE and _SOMEBODY.search(scene.text, start, match.start()):
        return None
    return (left, right) if left else _with_subject(scene, floor, start, right, same=start == match.start())


def _no_statement(scene: Scene, sentence: Piece, offset: int) -> bool:
    """Whether a word of cooperation stands in a duty, a denial, a complaint, a condition or quoted speech."""
    start, end = fragment(scene, sentence, offset)
    denied = negated(scene.text[start:offset]) or _COMPLAINT.search(scene.text, offset, end) is not None
    return denied or in_duty(scene, offset) or is_supposed(scene, sentence, offset)


def _together(scene: Scene, sentence: Piece) -> Iterator[tuple[list[Found], str]]:
    """Places that act together: a count and a word of cooperation join them (肇庆、梧州两市…联合开发), or they do it
    jointly (晋江市、石狮市|联合打造)."""
    for match in _COUNTED.finditer(scene.text, sentence.start, sentence.end):
        run = _run_at(scene, sentence, match.start())
        if run and _PARTNERS.search(scene.text, sentence.start, run[0].start):
            continue  # 加强与某城市群|晋中、忻州…四市|协作: they are the other side
        word = _words().joint.search(scene.text, match.end(), sentence.end)
        if word is not None and len(run) == _NUMBERS[match.group("n")]:
            yield run, word.group()
    for match in _JOINTLY.finditer(scene.text, sentence.start, sentence.end):
        run = _run_at(scene, sentence, match.start())
        if len(run) > 1 and "与" not in scene.text[run[0].end : run[-1].start]:
            yield run, _JOINT_WORD


def _run_at(scene: Scene, sentence: Piece, offset: int) -> list[Found]:
    """The places of the list that ends at an offset; none where that is no statement."""
    items = scene.within(sentence.start, offset, *PLACES)
    if not items or items[-1].end != offset or _no_statement(scene, sentence, offset):
        return []
    return [item for item in run_before(scene, items, len(items) - 1) if item.listed]


def _subject(scene: Scene, floor: int, start: int, labels: tuple[str, ...]) -> list[Found]:
    """Those a sentence opened with (支持娄底市…，对接…; 支持甲学院、乙学院…，与…共建), else the document's region, as a
    mention without place."""
    items = [item for item in scene.within(floor, start, *labels) if item.listed]
    for index, item in enumerate(items):
        if scene.text.startswith("建设", item.end):
            continue  # 推进中韩（盐城）产业园|建设，深化与…合作
        if _SUPPORTED.search(scene.text, max(floor, item.start - 4), item.start):
            return [item] if item.label in PLACES else _run_from(scene, items, index)
        if item.start == floor and item.label in _OWNERS:
            return [item]
    return home_mention(scene, start)


def _run_from(scene: Scene, items: list[Found], index: int) -> list[Found]:
    """The mention at `index` with those of its kind joined to it on the right."""
    last = index
    while last + 1 < len(items) and scene.text[items[last].end : items[last + 1].start] in _JOINS:
        last += 1
    return [item for item in items[index : last + 1] if item.label == items[index].label]
