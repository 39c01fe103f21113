"""Figures with what their words say: metric, comparator, value, unit, base year (phenomenon 7 of DESIGN 5)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.due_years import without_year
from extract.scan import either
from extract.structure.numerals import number
from graph.values import value

_NUMBER = r"\d+(?:\.\d+)?"
# 百项, 二十家, 千亿元: not 第十个, 几十家, “百项…”, 千家万户
_HAN = (
    r"(?<![第数几上“一二三四五六七八九十百千])(?P<han>[一二两三四五六七八九]?[十百千](?!上)[一二三四五六七八九十百零]{0,5})"
    r"(?:余|多)?(?P<of>[家项个户件](?![万千百争])|亿元)"
)
_QUALIFIES = re.compile(
    r"的[\u4e00-\u9fff]{0,12}(?:企业|项目|园区|集群|产业|品种)|(?:[\u4e00-\u9fff]{0,6}(?:企业|项目|园区|集群|产业)|[\u4e00-\u9fff]{0,4}[家个])"
)
_PLANT = re.compile(r"[^，。；、\n]{0,20}(?:项目|生产线|基地|工程)")  # 年产30GW|单晶硅棒项目: what a plant is to make
_CLASS = re.compile(r"[一二三1-3]类(?:创新|改良|新药|中药|医疗器械)")  # 1类创新药 is a kind, no count
_RANK = re.compile(r"级|强|[×xX*]\d")  # 50亿级企业, 500强, 7×24小时: no figures of their own
_OPEN = re.compile(r"(?:分钟|小时)(?:[\u4e00-\u9fff]{0,8}圈|不打烊|不间断|服务|自助|在线|值守|值班|营业|响应)")
_NUMBERING = re.compile(r"^(?:\d{1,3}[.．、]|[（(]?[一二三四五六七八九十]{1,3}[）)、])")
_FOLD = {"一": 2, "1": 2, "两": 4, "二": 4, "2": 4, "三": 8, "3": 8}  # 翻一番 is twice as much
_BASE = re.compile(r"(?:[比较]|相比|与|在)(?:“[^”]{1,6}”末的?)?(?P<base>20\d\d)年(?:底|末)?(?:相比|基础上)?")
_BASE_REACH = 30
_EVERY = re.compile(r"每(?:年|个|家|条|季度|半年)")
_AFTER_COUNT = re.compile(r"^(?:以上|左右|以内)?的?(?:[和与及并且].*)?")
# What every figure begins with, as one class of signs with its sequel: so the search passes over all others at once.
# A number before 年 is none.
_SIGN = re.compile(
    r"[\d一二两三四五六七八九十百千翻](?:(?<=\d)\d*+(?!年)|(?<=[一二两三四五六七八九])[十百千]|(?<=[十百千翻]))"
)
_BREAK = frozenset("，,；;。：:、\n（()）")


@dataclass(frozen=True, slots=True)
class _Words:
    figure: re.Pattern[str]
    strip_left: re.Pattern[str]
    comparator: re.Pattern[str]
    comparators: dict[str, str]
    after: dict[str, str]
    count_units: frozenset[str]
    verbs: re.Pattern[str]
    leading_verbs: re.Pattern[str]
    rewards: re.Pattern[str]


@value
class Figure:
    """One figure: its span in the clean text and what it says."""

    start: int
    end: int
    metric: str
    comparator: str
    value: int | float
    unit: str
    year: int
    base: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """What one figure of a list that 分别 deals out is said of."""

    metric: str
    comparator: str
    subjects: tuple[str, ...]


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("extract").joinpath("data/target_words.toml").read_text(encoding="utf-8"))
    before, after = raw["comparators_before"], raw["comparators_after"]
    units = either([*raw["units"]["measure"], *raw["units"]["count"]])
    return _Words(
        re.compile(
            rf"(?<![\d.第×xX*])(?P<low>{_NUMBER})(?:[-～~—－–至到](?P<high>{_NUMBER}))?(?P<more>余|多)?(?P<unit>{units})"
            rf"(?P<after>{either(list(after))})?|{_HAN}|翻(?P<fold>[{''.join(_FOLD)}])番"
        ),
        re.compile(rf"^(?:{either(raw['lead'])})+"),
        re.compile(rf"(?P<word>{either(list(before))})(?:了|到|至)?$"),
        before,
        after,
        frozenset(raw["units"]["count"]),
        # 数字化改造 is a noun, 改造 alone the verb before one
        re.compile(rf"(?:{either([verb for verb in raw['verbs'] if verb != '改造'])}|(?<!化)改造)+$"),
        re.compile(rf"^(?:{either(raw['verbs'])})+(?=[\u4e00-\u9fff“A-Za-z]{{2}})"),
        re.compile(either(raw["rewards"]["words"])),
    )


def find_figures(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The figures in [start, end) that can be goals."""
    words = _words()
    reached = start
    for sign in _SIGN.finditer(text, start, end):
        match = words.figure.match(text, sign.start(), end) if sign.start() >= reached else None
        if match is None:
            continue
        reached = match.end()
        counts = _unit(match) in words.count_units
        if (
            _RANK.match(text, match.end())
            or _OPEN.match(text, match.end() - 2)
            or (counts and _leads_on(text, match, end))
        ):
            continue
        if text.startswith("年产", match.start() - 2) and _PLANT.match(text, match.end()):
            continue
        if _CLASS.match(text, match.start()) or (not counts and _QUALIFIES.match(text, match.end())):
            continue
        yield match


def _leads_on(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a count is part of the metric of the next figure (11条产业链产值突破4000亿元)."""
    following = _words().figure.search(text, match.end(), min(end, match.end() + 40))
    if following is None or _unit(following) in _words().count_units or _RANK.match(text, following.end()):
        return False
    return not any(sign in _BREAK for sign in text[match.end() : following.start()])


def is_start(text: str, figure: int) -> bool:
    """Whether a figure is where a change begins (由50个工作日压减至45个工作日)."""
    return text[figure - 1 : figure] in ("由", "从")


def is_reward(text: str, start: int, end: int) -> bool:
    """Whether the fragment [start, end) grants or charges a sum (最高给予50万元补助)."""
    return _words().rewards.search(text, start, end) is not None


def read_figure(
    text: str, match: re.Match[str], previous: str, floor: int, year: int, share: Share | None
) -> Figure | None:
    """The figure with its metric and comparator, or None where the words name nothing to measure."""
    words, unit = _words(), _unit(match)
    start = match.start()
    while start > floor and text[start - 1] not in _BREAK and match.start() - start < 60:
        start -= 1
    left, comparator = comparison(text[start : match.start()], match)
    left = bare(_BASE.sub("", left))
    metric = _counted(left, _right(text, match.end())) if unit in words.count_units else left
    if previous and (metric.startswith("占") or not metric):
        metric = previous + metric
    if share is not None:
        metric, comparator = share.metric, comparator if comparator != "=" else share.comparator
    if not 2 <= len(metric) <= 60:
        return None
    if match.group("fold"):
        metric, unit = left + match.group(), "倍"
    value = _value(match)
    base = _BASE.search(text, max(floor, start - _BASE_REACH), match.start())
    unit = {"亿": "亿元", "％": "%", "百分点": "个百分点"}.get(unit, unit)
    amount = int(value) if value == int(value) else value
    return Figure(
        match.start(), match.end(), metric, comparator, amount, unit, year, int(base.group("base")) if base else None
    )


def _unit(match: re.Match[str]) -> str:
    """The unit of a figure; 倍 of 翻番."""
    return match.group("unit") or match.group("of") or "倍"


def _value(match: re.Match[str]) -> float:
    """The figure itself; of a range the lower one."""
    if match.group("han"):
        return float(number(match.group("han")))
    return float(match.group("low") or _FOLD[match.group("fold")])


def comparison(left: str, match: re.Match[str]) -> tuple[str, str]:
    """(the words left of a figure without those of comparison, the comparator)."""
    words, comparator = _words(), "="
    found = words.comparator.search(left)
    while found is not None:
        comparator = words.comparators[found.group("word")] or comparator
        left = left[: found.start()]
        found = words.comparator.search(left)
    if match.group("after"):
        comparator = words.after[match.group("after")] or comparator
    if match.group("high") or match.group("more"):
        comparator = ">="
    return left, comparator


def _right(text: str, start: int) -> str:
    """The noun behind a count: 培育2家|省级企业技术中心."""
    end = start
    while end < len(text) and text[end] not in _BREAK and end - start < 40:
        end += 1
    return _AFTER_COUNT.sub("", text[start:end])


def _counted(left: str, right: str) -> str:
    """The metric of a count: the noun behind it, with 每年 kept from before; the noun before it where none follows."""
    every = _EVERY.search(left)
    noun = _words().verbs.sub("", left)
    if right and (len(right) >= 2) and (not noun or every or left != noun or len(right) > 3):
        prefix = every.group() if every and every.group() == "每年" else ""
        return prefix + right
    return _words().leading_verbs.sub("", noun)


def bare(left: str) -> str:
    """The words left of a figure without numbering, year and words that lead in (力争, 全市)."""
    return _words().strip_left.sub("", _NUMBERING.sub("", without_year(left))).strip("“”的由从 ")
