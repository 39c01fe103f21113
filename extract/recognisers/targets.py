"""Quantified targets: metric, comparator, value, unit and due year (phenomenon 7 of DESIGN 5).

A figure is a target only where a due year is told: in its sentence, earlier in its clause, or in the clause above.
Figures of the past (2020年实现…, 比2015年增加…) are none.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.fragments import fragment
from extract.model import Found, Piece
from extract.scene import Scene
from extract.sections import topic_at
from graph.ids import clause_id, target_id

_NUMBER = r"\d+(?:\.\d+)?"
_DUE = re.compile(
    r"(?:力争|争取|计划|确保)?(?:到|至|截至|截止)(?P<a>20[2-9]\d)年(?:底|末|前)?|(?P<b>20[2-9]\d)年(?:底|末)?(?:前|以前|之前)|“?(?P<plan>十[三四五六])五”?(?:期间|时期|末)|"
    r"(?P<c>20[2-9]\d)年(?:，|力争|计划|实现|完成|新增|实施|培育|建成|达到|全市|全省|全县)"
)
_PLAN_END = {"十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
_WITHIN = re.compile(r"(?P<n>[\d一二三四五])年(?:内|之内|时间内)")
_PAST = re.compile(r"(?:已|现有|目前|截至目前|近年来|“十三五”期间|由20\d\d年|比20\d\d年|较20\d\d年|从20\d\d年)")
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_QUALIFIES = re.compile(r"的?(?:[\u4e00-\u9fff]{0,6}(?:企业|项目|园区|集群|产业)|[\u4e00-\u9fff]{0,4}[家个])")
_OWN_METRIC = re.compile(
    r"(?:全)?(?:产业链?|集群|行业)?(?:规模|链|集群)?(?:年)?(?:总产值|产值|营业收入|总收入|主营业务收入|年产值|增加值|产业规模|总规模|规模|销售收入)(?!占)|(?:产值|营业收入|年营收)"
)
_SUFFIX = re.compile(r"产业链|产业集群|产业|集群|行业|链")
_BREAK = frozenset("，,；;。：:、\n（(）)")


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


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("extract").joinpath("data/target_words.toml").read_text(encoding="utf-8"))
    before, after = raw["comparators_before"], raw["comparators_after"]
    units = _any([*raw["units"]["measure"], *raw["units"]["count"]])
    return _Words(
        re.compile(
            rf"(?P<low>{_NUMBER})(?:[-～~—－–至到](?P<high>{_NUMBER}))?(?P<more>余|多)?(?P<unit>{units})"
            rf"(?P<after>{_any(list(after))})?"
        ),
        re.compile(rf"^(?:{_any(raw['lead'])})+"),
        re.compile(rf"(?P<word>{_any(list(before))})(?:了|到|至)?$"),
        before,
        after,
        frozenset(raw["units"]["count"]),
        re.compile(rf"(?:{_any(raw['verbs'])})+$"),
        re.compile(rf"^(?:{_any(raw['verbs'])})+(?=[\u4e00-\u9fff“A-Za-z]{{2}})"),
    )


def recognise(scene: Scene) -> Iterator[Found]:
    """All targets, clause by clause, with the year that is in force where they stand."""
    years: dict[tuple[int, ...], int] = {}
    floor = _floor(scene)
    ordinals: dict[int, int] = {}
    for sentence in scene.sentences:
        path = scene.clauses[sentence.clause].path
        year = years.get(path) or next(
            (years[path[:n]] for n in range(len(path) - 1, 0, -1) if path[:n] in years), None
        )
        text = scene.text[sentence.start : sentence.end]
        year, spans = _years(text, year, floor)
        if spans:
            years[path] = spans[-1][1] or years.get(path, 0)
        yield from _figures(scene, sentence, year, spans, ordinals)


def _floor(scene: Scene) -> int:
    """The year of the document: goals lie after it."""
    if scene.meta.issued:
        return int(scene.meta.issued[:4])
    dues = [int(m.group("a")) for m in _DUE.finditer(scene.text) if m.group("a")]
    return max(set(dues), key=dues.count) - 4 if dues else 0


def _years(text: str, inherited: int | None, floor: int) -> tuple[int | None, list[tuple[int, int | None]]]:
    """Year in force at the sentence's start, and where it changes: (offset, year; None for the past)."""
    spans: list[tuple[int, int | None]] = []
    for match in _DUE.finditer(text):
        year = (
            _PLAN_END.get(match.group("plan"))
            if match.group("plan")
            else int(match.group("a") or match.group("b") or match.group("c"))
        )
        spans.append(
            (
                match.start(),
                year if year is not None and year >= floor else None,
            )
        )
    for match in _WITHIN.finditer(text):
        number = match.group("n")
        span = _DIGITS.get(number) or int(number)
        if floor:
            spans.append((match.start(), floor + span - 1))
    spans.sort(key=lambda item: item[0])
    return inherited, spans


def _figures(
    scene: Scene, sentence: Piece, year: int | None, spans: list[tuple[int, int | None]], ordinals: dict[int, int]
) -> Iterator[Found]:
    text = scene.text[sentence.start : sentence.end]
    if _PAST.search(text) and not spans:
        return
    if re.search(r"20\d\d年", text) and not spans:
        return
    previous = ""
    for match in _words().figure.finditer(text):
        due = next((value for offset, value in reversed(spans) if offset <= match.start()), year)
        if not due:
            continue
        if match.group("unit") in _words().count_units and _leads_on(text, match):
            continue
        if match.group("unit") not in _words().count_units and _QUALIFIES.match(text, match.end()):
            continue
        subject, floor = target_subject(scene, sentence, sentence.start + match.start())
        read = _metric(text, match, previous, floor - sentence.start)
        if read is None:
            continue
        metric, comparator = read
        previous = metric
        target = _target(scene, sentence, match, metric, comparator, due, ordinals)
        if subject is None and _OWN_METRIC.match(metric):
            topic = topic_at(scene, target.start)
            subject = topic.id if topic is not None else None
        owner = subject or scene.home_id
        if owner is not None:
            scene.target_subjects[target.id] = owner
            yield target


def _leads_on(text: str, match: re.Match[str]) -> bool:
    """Whether a count is part of the metric of the next figure (11条产业链产值突破4000亿元)."""
    following = _words().figure.search(text, match.end(), match.end() + 40)
    if following is None or following.group("unit") in _words().count_units:
        return False
    return not any(sign in _BREAK for sign in text[match.end() : following.start()])


def target_subject(scene: Scene, sentence: Piece, figure: int) -> tuple[str | None, int]:
    """(the id of the chain or park named in the fragment before a figure, where its name ends), or (None, the
    fragment's start)."""
    start, _ = fragment(scene, sentence, figure)
    named = scene.within(start, figure, "IndustryChain", "Park")
    if not named or (len(named) > 1 and named[0].label == "IndustryChain" and figure - named[-1].end > 12):
        return None, start
    last = named[-1]
    tail = _SUFFIX.match(scene.text, last.end)
    return last.id, tail.end() if tail else last.end


def _metric(text: str, match: re.Match[str], previous: str, floor: int) -> tuple[str, str] | None:
    """(metric, comparator) of a figure, or None where the words name nothing to measure."""
    words = _words()
    start = match.start()
    while start > floor and text[start - 1] not in _BREAK and match.start() - start < 60:
        start -= 1
    left = text[start : match.start()]
    comparator = "="
    found = words.comparator.search(left)
    while found is not None:
        comparator = words.comparators[found.group("word")] or comparator
        left = left[: found.start()]
        found = words.comparator.search(left)
    if match.group("after"):
        comparator = words.after[match.group("after")] or comparator
    if match.group("high") or match.group("more"):
        comparator = ">="
    left = _clean_left(left)
    if match.group("unit") in words.count_units:
        right = _right(text, match.end())
        name = _counted(left, right)
    else:
        name = left
    if name.startswith("占") and previous:
        name = previous + name
    elif not name and match.group("unit") not in words.count_units:
        return None
    return (name, comparator) if 2 <= len(name) <= 60 else None


def _clean_left(left: str) -> str:
    left = _DUE.sub("", left) if "年" in left else left
    return _words().strip_left.sub("", left).strip("“”的 ")


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


def _target(
    scene: Scene,
    sentence: Piece,
    match: re.Match[str],
    metric: str,
    comparator: str,
    year: int,
    ordinals: dict[int, int],
) -> Found:
    clause = scene.clauses[sentence.clause]
    ordinal = ordinals.get(sentence.clause, 0)
    ordinals[sentence.clause] = ordinal + 1
    value = float(match.group("low"))
    unit = {"亿": "亿元", "％": "%", "百分点": "个百分点"}.get(match.group("unit"), match.group("unit"))
    number = int(value) if value == int(value) else value
    properties = {"metric": metric, "comparator": comparator, "value": number, "unit": unit, "year": year}
    return Found(
        sentence.start + match.start(),
        sentence.start + match.end(),
        "Target",
        f"{metric}{comparator}{number}{unit}（{year}年）",
        target_id(clause_id(scene.policy, clause.path), ordinal),
        rule="target",
        properties=properties,
    )
