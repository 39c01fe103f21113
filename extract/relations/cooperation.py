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
from itertools import combinations

from extract.fragments import PLACES, fragment, in_duty, is_supposed, negated, owner_of, run_before
from extract.model import Found, Link, Piece
from extract.scan import either
from extract.scene import Scene
from graph.ids import entity_id

_LABELS = (*PLACES, "CityGroup", "Park", "Enterprise", "Institution")
_WITH = re.compile(r"与|同(?!时|步|一|类|等|心|质|发|意|期|比|业)|和")
_LOOK_BACK = 80
_JOINTLY = re.compile(r"(?:联合|共同|携手|联手)(?:打造|建设|开发|推进|培育|建立|申报)")
_JOINT_WORD = "联合建设"  # whose mode it is
_COMPLAINT = re.compile(r"不够|不足|不畅|不紧密|不深|不强|滞后|薄弱|松散|尚未|有待|欠缺|缺乏")  # said of a cooperation
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
        for run, word in _together(scene, sentence):
            mode = {"mode": _words().modes[word]}
            for one, other in combinations(run, 2):
                if is_pair(one, other):
                    first, second = sorted((one.id, other.id))
                    done.add((first, second))
                    yield Link(
                        first, "COOPERATES_WITH", second, sentence.start, sentence.end, "cooperation-together", mode
                    )
        for left, right, rule, word in _sides(scene, sentence.start, sentence.end):
            for pair in _pairs(left, right):
                if pair not in done:
                    done.add(pair)
                    mode = {"mode": _words().modes[word]}
                    yield Link(*_order(pair), sentence.start, sentence.end, rule, mode)


def _order(pair: tuple[str, str]) -> tuple[str, str, str]:
    return pair[0], "COOPERATES_WITH", pair[1]


def _sides(scene: Scene, start: int, end: int) -> Iterator[tuple[list[Found], list[Found], str, str]]:
    for match in _words().joint.finditer(scene.text, start, end):
        sides = _joint(scene, start, match)
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
        if any(item.start < divider.start() < item.end for item in items) or not right:
            continue
        if left and "、" in scene.text[left[-1].end : divider.start()]:
            left = []  # 与甲共建的某园区、|与乙共建的某园区: what stands before is another statement
        return (left or _subject(scene, floor, start)), right
    return None


def _object(scene: Scene, floor: int, match: re.Match[str]) -> tuple[list[Found], list[Found]] | None:
    """对接X、Y; 融入X; 承接X产业转移: the objects on the right, the subject on the left."""
    sentence = scene.sentence_at(match.start())
    start, end = fragment(scene, sentence, match.start())
    if _no_statement(scene, sentence, match.start()):
        return None
    right = [item for item in partners(scene, match.end(), end, _LABELS) if item.rule != "deixis"]
    if not right or right[0].start - match.end() > 14:
        return None
    after = _words().verb.search(scene.text, match.end(), end)
    if after is not None:
        right = [item for item in right if item.end <= after.start()]
    left = partners(scene, start, match.start(), _LABELS)
    if left and _WITH.search(scene.text, left[-1].end, match.start()):
        return None
    return (left or _subject(scene, floor, start)), right


def _no_statement(scene: Scene, sentence: Piece, offset: int) -> bool:
    """Whether a word of cooperation stands in a duty, a denial, a complaint, a condition or quoted speech."""
    start, end = fragment(scene, sentence, offset)
    denied = negated(scene.text[start:offset]) or _COMPLAINT.search(scene.text, offset, end) is not None
    return denied or in_duty(scene, offset) or is_supposed(scene, sentence, offset)


def partners(scene: Scene, start: int, end: int, labels: tuple[str, ...]) -> list[Found]:
    """The possible partners in [start, end). A region that only opens a group's name (湖南省“3+5”城市群) is none,
    nor one that owns the next (长沙的中南大学, 深圳市|南山区)."""
    items = [item for item in scene.within(start, end, *labels) if item.listed]
    groups = {item.start for item in items if item.label == "CityGroup"}
    owners = {owner.start for item in items if (owner := owner_of(scene, item)) is not None}
    return [
        item
        for item in items
        if item.label not in PLACES or not ({item.end, item.end + 1} & groups or item.start in owners)
    ]


def _together(scene: Scene, sentence: Piece) -> Iterator[tuple[list[Found], str]]:
    """Places that act together: a count and a word of cooperation join them (肇庆、梧州两市…联合开发), or they do it
    jointly (晋江市、石狮市|联合打造)."""
    for match in _COUNTED.finditer(scene.text, sentence.start, sentence.end):
        run = _run_at(scene, sentence, match.start())
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


def _subject(scene: Scene, floor: int, start: int) -> list[Found]:
    """The place a sentence opened with (支持娄底市…，对接…), else the document's region, as a mention without place."""
    opening = re.compile(r"(?:支持|推动|鼓励|引导|促进|推进|加快)$")
    for item in scene.within(floor, start, *PLACES, "Park"):
        if opening.search(scene.text, max(floor, item.start - 4), item.start) or item.start == floor:
            return [item]
    return home_mention(scene, start)


def home_mention(scene: Scene, offset: int) -> list[Found]:
    """The document's region as a mention without place; none where it has no region."""
    home = scene.home
    if home is None:
        return []
    properties = {"adcode": home.code}
    return [Found(offset, offset, home.label, home.name, entity_id(home.label, home.code), properties=properties)]


def _pairs(left: list[Found], right: list[Found]) -> Iterator[tuple[str, str]]:
    for one in left:
        for other in right:
            if is_pair(one, other):
                yield (one.id, other.id) if one.id < other.id else (other.id, one.id)


def is_pair(one: Found, other: Found) -> bool:
    """Whether two mentions can be partners: a region and what lies in it or above it by pronoun cannot."""
    if one.id == other.id or (one.rule == "deixis" and other.rule == "deixis"):
        return False
    codes = [str(item.properties.get("adcode", "")) for item in (one, other)]
    if all(codes):
        short, long = sorted(codes, key=lambda code: len(code.rstrip("0")))
        return not (long.startswith(short.rstrip("0")) and short[2:] == "0000")
    return True
