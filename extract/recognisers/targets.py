"""Quantified targets: metric, comparator, value, unit and due year (phenomenon 7 of DESIGN 5).

A figure is a target only where a due year is in force. Figures of the past (2020年实现…, 比2015年增加…), of rewards and
charges (给予50万元奖励), and those that only describe (产值过10亿元的企业) are none.
"""

import re
from collections.abc import Iterator

from extract.due_years import due_years
from extract.figures import Figure, Share, bare, comparison, find_figures, is_reward, is_start, read_figure
from extract.fragments import fragment
from extract.model import Found, Piece
from extract.scene import Scene
from extract.sections import topic_at
from graph.ids import clause_id, target_id

_OWN_METRIC = re.compile(
    r"(?:全)?(?:产业链?|集群|行业)?(?:规模|链|集群)?(?:年)?(?:总产值|产值|营业收入|总收入|主营业务收入|年产值|增加值|产业规模|总规模|规模|销售收入)(?!占)|(?:产值|营业收入|年营收)"
)
_SUFFIX = re.compile(r"产业链|产业集群|产业|集群|行业|链")
_RATE = re.compile(r"年均(?:增速|增长)|增速|同比增长")  # of what the sentence spoke of before
_RESPECTIVELY = "分别"
_JOIN = re.compile(r"、|和|与|及|以及")
_EACH = re.compile(r"均|分别|各")
# What is counted of a whole region, also in the section on a chain
_REGIONS = re.compile(
    r"生产总值|GDP|规模以?上?工业|固定资产|财政|全[省市县区州]|工业投资|高新技术企业|R&D|研发(?:投入|经费)|专利|农林牧渔|农业|服务业|制造业"
)
_PROPERTIES = ("metric", "comparator", "value", "unit", "year")
_SHARE = re.compile(r"占(?:全[省市县区州国])?(?:地区|国内)?(?:生产总值|GDP)")  # of the economy: a figure of the region


def recognise(scene: Scene) -> Iterator[Found]:
    """All targets, clause by clause, with the year that is in force where they stand."""
    made = _Made(scene)
    for sentence, years in due_years(scene):
        matches = list(find_figures(scene.text, sentence.start, sentence.end))
        if not matches:
            continue
        previous, reached = "", sentence.start
        owners: tuple[str, ...] = ()
        shares = _shares(scene, sentence, matches)
        for match in matches:
            year = years.at(match.start() - sentence.start)
            subjects, floor = target_subjects(scene, sentence, match.start(), reached)
            share = shares.get(match.start())
            figure = read_figure(scene.text, match, previous, max(floor, reached), year or 0, share)
            reached = match.end()
            subjects = share.subjects if share is not None else subjects
            if figure is None:
                continue
            carried = figure.metric == previous or _RATE.match(figure.metric) is not None
            previous = figure.metric
            if (
                year is None
                or is_start(scene.text, match.start())
                or is_reward(scene.text, *fragment(scene, sentence, match.start()))
            ):
                continue
            owners = (
                owners if carried and owners and not subjects and share is None else _owners(scene, subjects, figure)
            )
            for owner in owners or ("",):  # a goal of the whole country is nobody's in the graph
                yield made.target(sentence.clause, figure, owner)


def _shares(scene: Scene, sentence: Piece, matches: list[re.Match[str]]) -> dict[int, Share]:
    """甲、乙产业产值|分别|达到1500亿元、800亿元: by the offset of each figure, the one subject or metric it belongs to.

    Nothing where the figures are not as many as what stands before.
    """
    text, shares = scene.text, dict[int, Share]()
    if len(matches) < 2 or text.find(_RESPECTIVELY, sentence.start, sentence.end) < 0:
        return shares
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
        action, comparator = comparison(text[mark + len(_RESPECTIVELY) : first.start()], first)
        named = [item for item in scene.within(start, mark, "IndustryChain", "Park") if item.listed]
        if len(named) == len(run):
            tail = _SUFFIX.match(text, named[-1].end)
            metrics = [text[tail.end() if tail else named[-1].end : mark]] * len(run)
            subjects = [(item.id,) for item in named]
        else:
            left = bare(text[start:mark])
            metrics, subjects = _JOIN.split(left), [()] * len(run)  # type: ignore[list-item]
        if len(metrics) == len(run):
            for match, metric, subject in zip(run, metrics, subjects, strict=True):
                shares[match.start()] = Share(metric + action, comparator, subject)
    return shares


def target_subjects(scene: Scene, sentence: Piece, figure: int, reached: int) -> tuple[tuple[str, ...], int]:
    """(ids of the chain or park named in the fragment before a figure, where its name ends), or ((), the fragment's
    start). Of several the last counts; all of a list of which the figure is said 均 or 分别. What stands before
    `reached`, the end of the figure before, is that one's."""
    start, _ = fragment(scene, sentence, figure)
    named = scene.within(max(start, reached), figure, "IndustryChain", "Park")
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


def _owners(scene: Scene, subjects: tuple[str, ...], figure: Figure) -> tuple[str, ...]:
    """Whose target it is: what the fragment names, else the section's chain if the metric is one of a chain, else the
    document's region."""
    if not subjects:
        own = _OWN_METRIC.match(figure.metric)
        topic = (own and _meant(scene, figure)) or topic_at(scene, figure.start)
        if topic is not None and not own and _REGIONS.search(figure.metric):
            topic = None
        subjects = (topic.id,) if topic is not None else ()
    return subjects or ((scene.home_id,) if scene.home_id is not None else ())


def _meant(scene: Scene, figure: Figure) -> Found | None:
    """The chain named before in the sentence where the metric only says 集群 (建设薄板深加工产业集群，…集群产值)."""
    if not figure.metric.startswith(("产业", "集群")):
        return None
    named = scene.within(scene.sentence_at(figure.start).start, figure.start, "IndustryChain")
    return named[-1] if named else None


class _Made:
    """The targets made so far: one that a document states again is the same target in another place."""

    def __init__(self, scene: Scene) -> None:
        """For one document."""
        self._scene = scene
        self._ordinals: dict[int, int] = {}
        self._ids: dict[tuple[str, str, int | float, str, int], str] = {}

    def target(self, clause: int, figure: Figure, owner: str) -> Found:
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
