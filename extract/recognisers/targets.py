"""Quantified targets: metric, comparator, value, unit and due year (phenomenon 7 of DESIGN 5).

A figure is a target only where a due year is in force. Figures of the past (2020年实现…, 比2015年增加…), of rewards and
charges (给予50万元奖励), and those that only describe (产值过10亿元的企业) are none.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.due_years import due_years, without_year
from extract.fragments import fragment
from extract.model import Found, Piece
from extract.scene import Scene
from extract.sections import topic_at
from extract.structure.numerals import number
from graph.ids import clause_id, target_id

_NUMBER = r"\d+(?:\.\d+)?"
_QUALIFIES = re.compile(r"的?(?:[\u4e00-\u9fff]{0,6}(?:企业|项目|园区|集群|产业)|[\u4e00-\u9fff]{0,4}[家个])")
_RANK = re.compile(r"级|强|[×xX*]\d")  # 50亿级企业, 500强, 7×24小时: no figures of their own
_OWN_METRIC = re.compile(
    r"(?:全)?(?:产业链?|集群|行业)?(?:规模|链|集群)?(?:年)?(?:总产值|产值|营业收入|总收入|主营业务收入|年产值|增加值|产业规模|总规模|规模|销售收入)(?!占)|(?:产值|营业收入|年营收)"
)
_NUMBERING = re.compile(r"^(?:\d{1,3}[.．、]|[（(]?[一二三四五六七八九十]{1,3}[）)、])")
_SUFFIX = re.compile(r"产业链|产业集群|产业|集群|行业|链")
_RATE = re.compile(r"年均(?:增速|增长)|增速|同比增长")  # of what the sentence spoke of before
_BASE_REACH = 30
_RESPECTIVELY = "分别"
_JOIN = re.compile(r"、|和|与|及|以及")
# 百项, 二十家, 千亿元: not 第十个, 几十家, “百项…”, 千家万户
_HAN = (
    r"(?<![第数几上“一二三四五六七八九十百千])(?P<han>[一二两三四五六七八九]?[十百千](?!上)[一二三四五六七八九十百零]{0,5})"
    r"(?:余|多)?(?P<of>[家项个户件](?![万千百争])|亿元)"
)
_EACH = re.compile(r"均|分别|各")
# What is counted of a whole region, also in the section on a chain
_REGIONS = re.compile(
    r"生产总值|GDP|规模以?上?工业|固定资产|财政|全[省市县区州]|工业投资|高新技术企业|R&D|研发(?:投入|经费)|专利|农林牧渔|农业|服务业|制造业"
)
_PROPERTIES = ("metric", "comparator", "value", "unit", "year")
_FOLD = {"一": 2, "1": 2, "两": 4, "二": 4, "2": 4, "三": 8, "3": 8}  # 翻一番 is twice as much
_BASE = re.compile(r"(?:[比较]|相比|与|在)(?:“[^”]{1,6}”末的?)?(?P<base>20\d\d)年(?:底|末)?(?:相比|基础上)?")
_SHARE = re.compile(r"占(?:全[省市县区州国])?(?:地区|国内)?(?:生产总值|GDP)")  # of the economy: a figure of the region
_OPEN = re.compile(r"小时(?:不打烊|不间断|服务|自助|在线|值守|值班|营业|响应)")
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


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure: its span in the clean text and what it says."""

    start: int
    end: int
    metric: str
    comparator: str
    value: int | float
    unit: str
    year: int
    base: int | None


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("extract").joinpath("data/target_words.toml").read_text(encoding="utf-8"))
    before, after = raw["comparators_before"], raw["comparators_after"]
    units = _any([*raw["units"]["measure"], *raw["units"]["count"]])
    return _Words(
        re.compile(
            rf"(?<![\d.第×xX*])(?P<low>{_NUMBER})(?:[-～~—－–至到](?P<high>{_NUMBER}))?(?P<more>余|多)?(?P<unit>{units})"
            rf"(?P<after>{_any(list(after))})?|{_HAN}|翻(?P<fold>[{''.join(_FOLD)}])番"
        ),
        re.compile(rf"^(?:{_any(raw['lead'])})+"),
        re.compile(rf"(?P<word>{_any(list(before))})(?:了|到|至)?$"),
        before,
        after,
        frozenset(raw["units"]["count"]),
        # 数字化改造 is a noun, 改造 alone the verb before one
        re.compile(rf"(?:{_any([verb for verb in raw['verbs'] if verb != '改造'])}|(?<!化)改造)+$"),
        re.compile(rf"^(?:{_any(raw['verbs'])})+(?=[\u4e00-\u9fff“A-Za-z]{{2}})"),
        re.compile(_any(raw["rewards"]["words"])),
    )


def recognise(scene: Scene) -> Iterator[Found]:
    """All targets, clause by clause, with the year that is in force where they stand."""
    made = _Made(scene)
    for sentence, years in due_years(scene):
        previous, reached = "", sentence.start
        owners: tuple[str, ...] = ()
        matches = list(_figures(scene, sentence))
        shares = _shares(scene, sentence, matches)
        for match in matches:
            year = years.at(match.start() - sentence.start)
            subjects, floor = target_subjects(scene, sentence, match.start())
            share = shares.get(match.start())
            figure = _read(scene, match, previous, max(floor, reached), year or 0, share)
            reached = match.end()
            subjects = share.subjects if share is not None else subjects
            if figure is None:
                continue
            carried = figure.metric == previous or _RATE.match(figure.metric) is not None
            previous = figure.metric
            if year is None or _is_start(scene, match.start()) or _is_reward(scene, sentence, match.start()):
                continue
            owners = (
                owners if carried and owners and not subjects and share is None else _owners(scene, subjects, figure)
            )
            for owner in owners or ("",):  # a goal of the whole country is nobody's in the graph
                yield made.target(sentence.clause, figure, owner)


def _figures(scene: Scene, sentence: Piece) -> Iterator[re.Match[str]]:
    """The figures of a sentence that can be goals."""
    words, text = _words(), scene.text
    if not words.figure.search(text, sentence.start, sentence.end):
        return
    for match in words.figure.finditer(text, sentence.start, sentence.end):
        counts = _unit(match) in words.count_units
        if (
            _RANK.match(text, match.end())
            or _OPEN.match(text, match.end() - len("小时"))
            or (counts and _leads_on(scene, sentence, match))
        ):
            continue
        if not counts and _QUALIFIES.match(text, match.end()):
            continue
        yield match


def _leads_on(scene: Scene, sentence: Piece, match: re.Match[str]) -> bool:
    """Whether a count is part of the metric of the next figure (11条产业链产值突破4000亿元)."""
    text = scene.text
    following = _words().figure.search(text, match.end(), min(sentence.end, match.end() + 40))
    if following is None or _unit(following) in _words().count_units or _RANK.match(text, following.end()):
        return False
    return not any(sign in _BREAK for sign in text[match.end() : following.start()])


@dataclass(frozen=True, slots=True)
class _Share:
    """What one figure of a list that 分别 deals out is said of."""

    metric: str
    comparator: str
    subjects: tuple[str, ...]


def _shares(scene: Scene, sentence: Piece, matches: list[re.Match[str]]) -> dict[int, _Share]:
    """甲、乙产业产值|分别|达到1500亿元、800亿元: by the offset of each figure, the one subject or metric it belongs to.

    Nothing where the figures are not as many as what stands before.
    """
    text, shares = scene.text, dict[int, _Share]()
    for index, first in enumerate(matches):
        run = [first]
        for other in matches[index + 1 :]:
            if _JOIN.fullmatch(text, run[-1].end(), other.start()) is None:
                break
            run.append(other)
        start, _ = fragment(scene, sentence, first.start())
        mark = text.rfind(_RESPECTIVELY, start, first.start())
        if len(run) < 2 or mark < 0 or first.start() in shares:
            continue
        action, comparator = _comparator(text[mark + len(_RESPECTIVELY) : first.start()], first)
        named = [item for item in scene.within(start, mark, "IndustryChain", "Park") if item.listed]
        if len(named) == len(run):
            tail = _SUFFIX.match(text, named[-1].end)
            metrics = [text[tail.end() if tail else named[-1].end : mark]] * len(run)
            subjects = [(item.id,) for item in named]
        else:
            left = _words().strip_left.sub("", without_year(text[start:mark]))
            metrics, subjects = _JOIN.split(left), [()] * len(run)  # type: ignore[list-item]
        if len(metrics) == len(run):
            for match, metric, subject in zip(run, metrics, subjects, strict=True):
                shares[match.start()] = _Share(metric + action, comparator, subject)
    return shares


def _is_start(scene: Scene, figure: int) -> bool:
    """Whether a figure is where a change begins (由50个工作日压减至45个工作日)."""
    return scene.text[figure - 1 : figure] in ("由", "从")


def _is_reward(scene: Scene, sentence: Piece, figure: int) -> bool:
    """Whether a figure is a sum that is granted or charged (最高给予50万元补助)."""
    start, end = fragment(scene, sentence, figure)
    return _words().rewards.search(scene.text, start, end) is not None


def target_subjects(scene: Scene, sentence: Piece, figure: int) -> tuple[tuple[str, ...], int]:
    """(ids of the chain or park named in the fragment before a figure, where its name ends), or ((), the fragment's
    start). Of several the last counts; all of a list of which the figure is said 均 or 分别."""
    start, _ = fragment(scene, sentence, figure)
    named = scene.within(start, figure, "IndustryChain", "Park")
    if not named:
        return (), start
    last = named[-1]
    if _SHARE.search(scene.text, last.end, figure):
        return (), start
    tail = _SUFFIX.match(scene.text, last.end)
    floor = tail.end() if tail else last.end
    if len(named) > 1 and _EACH.search(scene.text, last.end, figure):
        return tuple(item.id for item in named), floor
    listed = len(named) > 1 and scene.text[named[-2].end : last.start].endswith("、")
    if listed or (len(named) > 1 and named[0].label == "IndustryChain" and figure - last.end > 12):
        return (), start
    return (last.id,), floor


def _owners(scene: Scene, subjects: tuple[str, ...], figure: _Figure) -> tuple[str, ...]:
    """Whose target it is: what the fragment names, else the section's chain if the metric is one of a chain, else the
    document's region."""
    if not subjects:
        own = _OWN_METRIC.match(figure.metric)
        topic = (own and _meant(scene, figure)) or topic_at(scene, figure.start)
        if topic is not None and not own and _REGIONS.search(figure.metric):
            topic = None
        subjects = (topic.id,) if topic is not None else ()
    return subjects or ((scene.home_id,) if scene.home_id is not None else ())


def _meant(scene: Scene, figure: _Figure) -> Found | None:
    """The chain named before in the sentence where the metric only says 集群 (建设薄板深加工产业集群，…集群产值)."""
    if not figure.metric.startswith(("产业", "集群")):
        return None
    named = scene.within(scene.sentence_at(figure.start).start, figure.start, "IndustryChain")
    return named[-1] if named else None


def _read(
    scene: Scene, match: re.Match[str], previous: str, floor: int, year: int, share: _Share | None
) -> _Figure | None:
    """The figure with its metric and comparator, or None where the words name nothing to measure."""
    text, words, unit = scene.text, _words(), _unit(match)
    start = match.start()
    while start > floor and text[start - 1] not in _BREAK and match.start() - start < 60:
        start -= 1
    left, comparator = _comparator(text[start : match.start()], match)
    left = words.strip_left.sub("", _NUMBERING.sub("", without_year(_BASE.sub("", left)))).strip("“”的由从 ")
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
    return _Figure(
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


def _comparator(left: str, match: re.Match[str]) -> tuple[str, str]:
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
    return re.sub(r"^(?:以上|左右|以内)?的?", "", text[start:end])


def _counted(left: str, right: str) -> str:
    """The metric of a count: the noun behind it, with 每年 kept from before; the noun before it where none follows."""
    every = re.search(r"每(?:年|个|家|条|季度|半年)", left)
    noun = _words().verbs.sub("", left)
    if right and (len(right) >= 2) and (not noun or every or left != noun or len(right) > 3):
        prefix = every.group() if every and every.group() == "每年" else ""
        return prefix + right
    return _words().leading_verbs.sub("", noun)


class _Made:
    """The targets made so far: one that a document states again is the same target in another place."""

    def __init__(self, scene: Scene) -> None:
        """For one document."""
        self._scene = scene
        self._ordinals: dict[int, int] = {}
        self._ids: dict[tuple[str, str, int | float, str, int], str] = {}

    def target(self, clause: int, figure: _Figure, owner: str) -> Found:
        """The figure as a mention of a target, its owner noted for HAS_TARGET."""
        key = (owner, figure.metric, figure.value, figure.unit, figure.year)
        if key not in self._ids:
            ordinal = self._ordinals.get(clause, 0)
            self._ordinals[clause] = ordinal + 1
            path = self._scene.clauses[clause].path
            self._ids[key] = target_id(clause_id(self._scene.document, path), ordinal)
            if owner:
                self._scene.target_subjects[self._ids[key]] = owner
        return Found(
            figure.start,
            figure.end,
            "Target",
            f"{figure.metric}{figure.comparator}{figure.value}{figure.unit}（{figure.year}年）",
            self._ids[key],
            rule="target",
            properties={name: getattr(figure, name) for name in _PROPERTIES}
            | ({"baseYear": figure.base} if figure.base is not None else {}),
        )
