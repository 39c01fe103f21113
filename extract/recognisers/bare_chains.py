"""Chains that stand without a head noun (产业, 集群): headings, and what a place is to develop (phenomena 1 and 6 of
DESIGN 5)."""

import re
from collections.abc import Iterator

from extract.chain_names import chain_found, is_chain_name
from extract.enumeration import list_items
from extract.fragments import heading_start
from extract.model import Found
from extract.scan import either
from extract.scene import Scene

_BRANCH = re.compile(r"[\u4e00-\u9fff]{3,12}(?:服务业|加工业|制造业|物流业|旅游业)")  # no whole sector: 现代服务业
_CHAIN = ("产业链", "产业集群")
_LONGEST, _NOTHING = 10, "(?!)"
_FIRST_VERBS = ("重点发展", "优先发展", "主要发展")
_FIRST = re.compile(
    r"(?P<verb>重点发展|优先发展|主要发展|发展|做大做强|做大|做强|做优|壮大|主攻)(?P<items>[^，。；：\n]{2,40})(?=[，。；\n])"
)
_AIM = re.compile(
    r"(?>(?:做大做强|做优做强|支持|推动|促进|补强|补齐|强化|延长|做实|加快|推进|布局|巩固|壮大|做大|做强|做优|打造|培育|发展|提升|延伸|完善|建设|突破|聚焦){1,3})(?P<name>[\u4e00-\u9fffA-Za-z]{2,12}?)"
    r"(?:研发)?(?:制造|链条|基地|特色园区|集聚区|集聚|优势|体系|配套|(?:创新|集聚|高质量)?发展)?"
)
_IS = re.compile(r"是[^，。；\n]{1,14}(?:主导|支柱|优势|特色|传统|新兴|支撑)产业")
_LED = re.compile(
    r"以(?P<items>[^，。；：\n]{2,40})为(?:主导|主体|主|支柱|特色|引领|核心|龙头)(?:、[^，。；\n]{2,30})?的[^，。；\n]{0,6}"
    r"产业(?:体系|格局|结构|布局|集群)"
)
_HEAD_NOUN = re.compile(r"(?:产业链|产业集群|集群|产业)$")
_INDUSTRIES = re.compile(
    r"(?:重点|主导|优势|特色|支柱|新兴|未来|先导|战略|传统|核心|标志|千亿|百亿)[^。，；：]{0,8}(?:产业链|产业集群|产业|集群|行业|赛道)(?:发展|布局|方向|体系|领域)?$"
)


def developed(scene: Scene, introduced: frozenset[str]) -> Iterator[Found]:
    """福安市重点发展不锈钢新材料和船舶修造: what a place is to develop first, where the vocabulary knows all of it;
    behind other verbs (做大生物医药) what the document has introduced; behind either a whole trade (…加工业)."""
    known_here = re.compile(either(introduced) if introduced else _NOTHING)
    for match in _FIRST.finditer(scene.text):
        first, said = match.group("verb") in _FIRST_VERBS, match.group("items")
        whole = scene.known.chains.find(said) is not None and first
        if (whole or _BRANCH.fullmatch(said)) and scene.free(*match.span("items")) and is_chain_name(scene, said):
            yield chain_found(scene, said, *match.span("items"), "field")  # 软件和信息技术服务业
            continue
        if not first and known_here.search(said) is None:
            continue
        items = list_items(scene, match.end("items"), match.start("items"))
        names = [scene.text[item.start : item.end] for item in items]
        known = [scene.known.chains.find(name) for name in names]
        sure = [entry is not None and (first or entry.name in introduced) for entry in known]
        if 2 * sum(sure) > len(names) and (first or all(sure)):
            yield from (
                chain_found(scene, name, item.start, item.end, "field")
                for item, name, is_sure in zip(items, names, sure, strict=True)
                if is_sure and scene.free(item.start, item.end)
            )


def said(scene: Scene) -> Iterator[Found]:
    """Known chains of which the text says that they are a place's industries: |新能源汽车|是我市重点打造的主导产业,
    以|电子信息、高端装备制造|为主导的产业体系."""
    for match in _IS.finditer(scene.text):
        start = scene.fragment_start(match.start(), match.start() - _LONGEST)
        name = scene.text[start : match.start()]
        if (
            start == scene.sentence_at(start).start
            and scene.known.chains.find(name) is not None
            and scene.free(start, match.start())
        ):
            yield chain_found(scene, name, start, match.start(), "said")
    for match in _LED.finditer(scene.text):
        for item in list_items(scene, match.end("items"), match.start("items")):
            name = scene.text[item.start : item.end]
            if scene.known.chains.find(name) is not None and scene.free(item.start, item.end):
                yield chain_found(scene, name, item.start, item.end, "said")


def headings(scene: Scene, introduced: frozenset[str]) -> Iterator[Found]:
    """The headings under 二、重点产业 that are names of chains (1．新能源汽车。); one that the vocabulary does not know
    counts where most beside it are known. So do those under the heading of a wider chain (（一）做强装备制造产业链),
    and under any heading the names of chains that the document has introduced."""
    below: dict[tuple[int, ...], list[tuple[int, int, str]]] = {}
    wide = (clause for clause in scene.clauses if clause.heading.endswith(_CHAIN) or _INDUSTRIES.search(clause.heading))
    chosen = {clause.path for clause in wide}
    for clause in scene.clauses:
        if clause.heading in introduced:
            start = heading_start(scene, clause)
            if start >= 0 and scene.free(start, start + len(clause.heading)):
                yield chain_found(scene, clause.heading, start, start + len(clause.heading), "heading")
        elif clause.path[:-1] in chosen and 2 <= len(clause.heading) <= _LONGEST:
            start = heading_start(scene, clause)
            name = _HEAD_NOUN.sub("", clause.heading)
            below.setdefault(clause.path[:-1], []).append((start, start + len(name), name))
    for rows in below.values():
        known = [scene.known.chains.find(name) is not None for _, _, name in rows]
        for (start, end, name), is_known in zip(rows, known, strict=True):
            plain = 2 * sum(known) > len(known) and is_chain_name(scene, name) and scene.edges.name(end) <= start
            if start >= 0 and (is_known or plain) and scene.free(start, end):
                yield chain_found(scene, name, start, end, "heading")


def aims(scene: Scene, introduced: frozenset[str]) -> Iterator[Found]:
    """The chain that a heading is all about, known or introduced elsewhere: 壮大|风电装备|制造, 支持|商业航天|发展."""
    for clause in scene.clauses:
        match = _AIM.fullmatch(clause.heading)
        if match is None:
            continue
        entry = scene.known.chains.find(match.group("name"))
        if match.group("name") not in introduced and (entry is None or entry.sector):
            continue
        start = heading_start(scene, clause) + match.start("name")
        end = start + len(match.group("name"))
        if start >= clause.start and scene.free(start, end):
            yield chain_found(scene, match.group("name"), start, end, "heading")
