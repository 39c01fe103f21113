"""DEVELOPS by other words than the subject of a fragment: sections, carriers, sites, names, what is taken over or done
together."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from extract import cues
from extract.fragments import PLACES, acts, fragment, in_duty, is_condition, negated, run_before
from extract.model import Found, Link, Piece
from extract.relations.building import built_at, first_of_run
from extract.scan import matches_at
from extract.scene import Scene
from extract.sections import topic_at
from graph.values import value

PARTNER = re.compile(r"与|对接|承接|融入|学习")
_CARRIER = re.compile(
    r"以(?P<places>[^，,。；\n]{2,40})为(?:[\u4e00-\u9fff]{0,3}(?:核心|主要|主|重要|重点))?(?:承载区|承载地|承接地|载体|主平台|重点|主阵地|主战场|阵地|集聚区|核心区|拓展区|支撑区|辐射区|配套区|核心)(?![和与、])"
)
_SITED = re.compile(r"(?:布局|集中|集聚)在|向(?=[^，。；]{2,20}(?:集中|集聚|布局))")
_CHIEFLY = ("主要", "重点", "优先")
_FOCUS = re.compile(cues.FOCUSES)
_LONGEST_NAME = 12
# What a region does that opens a sentence
_DOES = re.compile(
    r"以|依托|支持|在|发展|建设|重点|做[大强优精]|推动|推进|加快|发挥|巩固|布局|打造|培育|聚焦|突出|主攻|利用"
)
_MOVES_TO = re.compile(r"(?:等)?(?:产业|企业|环节)?向")
_TOGETHER = re.compile(r"合作|协作|协同|配套|联动|对接|共建")
_LONGEST_OPENING, _NEAR = 20, 4
_SHORTEST_BORNE, _LONGEST_PLACE = 3, 4
_RENEWED = re.compile(r"企业(?:技术改造|技改|改造|整治|转型|提升|集聚|入园)")
_PARK = re.compile(r"(?:产业|工业|科技)?园区?$|产业(?:基地|集聚区|城)$")
BY = ("以", "依托", "利用")


@value
class Named:
    """A chain with the sentence and the fragment [start, end) that name it."""

    chain: Found
    sentence: Piece
    start: int
    end: int


def by_other_words(scene: Scene, named: Sequence[Named]) -> Iterator[Link]:
    """The places of chains, rule by rule; `named` as by `named_chains`."""
    yield from _carriers(scene)
    yield from _sited(scene)
    for item in named:
        yield from _taken_over(scene, item)
        yield from _cooperated(scene, item)
    yield from _in_section(scene)
    yield from _acting_in_section(scene)
    yield from _by_name(scene)
    yield from _acting(scene)
    yield from _of_firms(scene)


def named_chains(scene: Scene) -> Iterator[Named]:
    """The chains named, those in duties aside."""
    for found in scene.found:
        if found.label == "IndustryChain" and not in_duty(scene, found.start):
            sentence = scene.sentence_at(found.start)
            yield Named(found, sentence, *fragment(scene, sentence, found.start))


def _acting(scene: Scene) -> Iterator[Link]:
    """A place that is to develop what is no chain by itself takes part in the section's: 大溪镇|重点发展智能水泵."""
    for match in matches_at(_FOCUS, scene.names["focuses"], scene.text):
        places = [item for item in scene.within(match.start() - _LONGEST_NAME, match.start(), *PLACES) if item.listed]
        chain = topic_at(scene, match.start()) if places and places[-1].end == match.start() else None
        if chain is None or places[-1].rule == "deixis" or in_duty(scene, match.start()):
            continue
        sentence = scene.sentence_at(match.start())
        start, end = fragment(scene, sentence, match.start())
        if scene.within(match.end(), end, "IndustryChain") or negated(scene.text[start : match.start()]):
            continue
        for place in run_before(scene, places, len(places) - 1):
            yield Link(place.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-acting")


def _of_firms(scene: Scene) -> Iterator[Link]:
    """A place whose firms of a chain are to be renewed: 支持什邡市、绵竹市加快|磷化工|企业技术改造."""
    for match in _RENEWED.finditer(scene.text):
        names = (scene.text[match.start() - length : match.start()] for length in (6, 5, 4, 3, 2))
        chain = next((scene.chain_names[name] for name in names if name in scene.chain_names), None)
        if chain is None or in_duty(scene, match.start()):
            continue
        sentence = scene.sentence_at(match.start())
        start, _ = fragment(scene, sentence, match.start())
        places = [item for item in scene.within(start, match.start(), *PLACES, "Park") if item.listed]
        if places and not negated(scene.text[start : match.start()]):
            for place in run_before(scene, places, len(places) - 1):
                yield Link(place.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-firms")


def _by_name(scene: Scene) -> Iterator[Link]:
    """A park that bears the name of one of the document's chains: 白酒包装|产业园."""
    for found in scene.found:
        chain = _borne(scene, found) if found.label == "Park" and found.listed else None
        if chain is not None:
            sentence = scene.sentence_at(found.start)
            yield Link(found.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-name")
            builder = built_at(scene, found) if not in_duty(scene, found.start) else None
            if builder is not None:
                yield Link(builder.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-builder")


def _borne(scene: Scene, park: Found) -> Found | None:
    """The chain of the document whose name a park bears behind the name of its place."""
    core = _PARK.sub("", park.name)
    for start, end, _ in scene.regions_in(park.start, park.end):
        core = core.removeprefix(scene.text[start:end])
    for town in scene.towns:
        core = core.removeprefix(town)
    cuts = range(min(len(core) - _SHORTEST_BORNE, _LONGEST_PLACE) + 1)
    return next((scene.chain_names[core[cut:]] for cut in cuts if core[cut:] in scene.chain_names), None)


def _in_section(scene: Scene) -> Iterator[Link]:
    """A park that the section on a chain speaks of carries that chain: 支持洛阳高新区建设轴承产业园."""
    for found in scene.found:
        if found.label != "Park" or not found.listed or in_duty(scene, found.start):
            continue
        chain = topic_at(scene, found.start)
        sentence = scene.sentence_at(found.start)
        start, end = fragment(scene, sentence, found.start)
        before = scene.text[start : found.start]
        relied = scene.text.endswith(BY, start, first_of_run(scene, found))
        if scene.within(found.end, sentence.end if relied else end, "IndustryChain"):
            continue  # what the sentence says of it counts
        if chain is None or negated(before) or is_condition(scene, start) or PARTNER.search(before):
            continue
        yield Link(found.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-section")


def _taken_over(scene: Scene, named: Named) -> Iterator[Link]:
    """Who takes over an industry develops it: 支持|黄冈|承接武汉生物医药、汽车零部件产业转移, …产业向|湛江|有序转移."""
    sentence, end = named.sentence, named.chain.end
    taking = scene.text.find("承接", named.start, named.chain.start)
    takers: list[Found] = []
    if taking >= 0 and scene.text.find("转移", end, named.end) >= 0:
        before = [item for item in scene.within(sentence.start, taking, *PLACES, "Park") if item.listed]
        run = run_before(scene, before, len(before) - 1) if before and _may_act(scene, before[-1], taking) else []
        paired = not run or "与" in scene.text[run[0].start : run[-1].end]
        takers = run if not paired and _takes(scene, sentence, run[0]) else []
    elif (to := _MOVES_TO.match(scene.text, end)) is not None:
        takers = [item for item in scene.within(to.end(), named.end, *PLACES, "Park") if item.start == to.end()]
    for place in takers:
        yield Link(place.id, "DEVELOPS", named.chain.id, sentence.start, sentence.end, "develops-taken")


def _cooperated(scene: Scene, named: Named) -> Iterator[Link]:
    """Two places that are to work together in an industry: 推动新洲区与团风县在|装配式建筑|产业上协作配套."""
    sentence, chain = named.sentence, named.chain
    if scene.text.find("与", named.start, chain.start) < 0 or not _TOGETHER.search(scene.text, chain.end, named.end):
        return
    items = [item for item in scene.within(named.start, chain.start, *PLACES, "Park") if item.listed]
    run = run_before(scene, items, len(items) - 1) if items else []
    joined = len(run) > 1 and "与" in scene.text[run[0].start : run[-1].end]
    for place in run if joined and acts(scene, sentence, run[0]) else ():
        yield Link(place.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-together")


def _takes(scene: Scene, sentence: Piece, place: Found) -> bool:
    """Whether a place is the one that is to take over: it acts, with no partner, or is being built for it."""
    start, _ = fragment(scene, sentence, place.start)
    if PARTNER.search(scene.text, start, place.start):
        return False
    return acts(scene, sentence, place) or (place.label == "Park" and built_at(scene, place) is not None)


def _may_act(scene: Scene, place: Found, verb: int) -> bool:
    """Whether a place does what a verb behind it says: nothing stands between, or the end of its fragment."""
    between = scene.text[place.end : verb]
    return len(between) <= _NEAR or between.endswith(("，", "，积极", "，主动", "，有序"))


def _acting_in_section(scene: Scene) -> Iterator[Link]:
    """A region with which a sentence of a chain's section opens takes part in it: |黑河市|以北安经开区为载体，发展…"""
    for sentence, mentions in scene.mentions:
        end = sentence.start + _LONGEST_OPENING
        if mentions[0].start >= end:
            continue
        items = [item for item in mentions if item.label in PLACES and item.listed and item.end <= end]
        if not items or in_duty(scene, sentence.start) or items[0].rule == "deixis":
            continue
        last = items[0]
        for item in items[1:]:
            last = item if item.start == last.end else last  # 绥化市|望奎县
        chain = topic_at(scene, last.end) if acts(scene, sentence, last) else None
        does = _DOES.match(scene.text, last.end)
        if chain is not None and does is not None and not negated(scene.text[sentence.start : last.start]):
            yield Link(last.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-section")


def _sited(scene: Scene) -> Iterator[Link]:
    """精品钢材产业主要布局在|铜山区; 化工新材料产业向|新沂市…|集中."""
    for match in matches_at(_SITED, scene.names["sites"], scene.text):
        sentence = scene.sentence_at(match.start())
        start = match.start() - 2 * scene.text.endswith(_CHIEFLY, 0, match.start())
        chains = [item for item in scene.within(sentence.start, start, "IndustryChain") if item.end == start]
        places = [item for item in scene.within(match.end(), match.end() + 24, *PLACES, "Park") if item.listed]
        for place in places[:1] if chains else ():
            yield Link(place.id, "DEVELOPS", chains[-1].id, sentence.start, sentence.end, "develops-sited")


def _carriers(scene: Scene) -> Iterator[Link]:
    """以芦淞区董家塅高科园为核心承载区: the place carries the chain of its sentence and that of its section."""
    for match in _CARRIER.finditer(scene.text):
        sentence = scene.sentence_at(match.start())
        chains = scene.within(match.end(), sentence.end, "IndustryChain")
        chains = chains or scene.within(sentence.start, match.start(), "IndustryChain")
        topic = topic_at(scene, match.start())
        carried = [*_run_from(scene, chains), *([topic] if topic is not None else [])]
        places = scene.within(match.start("places"), match.end("places"), *PLACES, "Park")
        for place, chain in product(places, carried):
            if place.listed and place.rule != "deixis":
                yield Link(place.id, "DEVELOPS", chain.id, sentence.start, sentence.end, "develops-carrier")


def _run_from(scene: Scene, chains: list[Found]) -> list[Found]:
    """The first of some chains with those in its list."""
    run = chains[:1]
    for chain in chains[1:]:
        if scene.text[run[-1].start + len(run[-1].name) : chain.start] not in ("、", "和", "及", "与"):
            break
        run.append(chain)
    return run
