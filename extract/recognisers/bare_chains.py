"""Chains that stand without a head noun (产业, 集群): headings, and what a place is to develop (phenomena 1 and 6 of
DESIGN 5)."""

import re
from collections.abc import Iterator

from extract.chain_names import chain_found, is_chain_name
from extract.enumeration import list_items
from extract.fragments import heading_start
from extract.gazetteers.vocabulary import chains
from extract.model import Found
from extract.scene import Scene

_LONGEST = 10
_FIRST_VERBS = ("重点发展", "优先发展", "主要发展")
_FIRST = re.compile(
    r"(?P<verb>重点发展|优先发展|主要发展|发展|做大做强|做大|做强|做优|壮大|主攻)(?P<items>[^，。；：\n]{2,40})(?=[，。；\n])"
)
_AIM = re.compile(
    r"(?:巩固|壮大|做大|做强|做优|做大做强|做优做强|打造|培育|发展|提升|延伸|完善|建设|突破|聚焦)(?P<name>[\u4e00-\u9fffA-Za-z]{2,12}?)"
    r"(?:研发)?(?:制造|链条|基地|特色园区|集聚区|集聚|优势|体系)?"
)
_INDUSTRIES = re.compile(
    r"(?:重点|主导|优势|特色|支柱|新兴|未来|先导|战略|传统|核心|标志|千亿|百亿)[^。，；：]{0,8}(?:产业链|产业集群|产业|集群|行业|赛道)(?:发展|布局|方向|体系|领域)?$"
)


def developed(scene: Scene, introduced: frozenset[str]) -> Iterator[Found]:
    """福安市重点发展不锈钢新材料和船舶修造: what a place is to develop first, where the vocabulary knows all of it;
    behind other verbs (做大生物医药) what the document has introduced as chains."""
    for match in _FIRST.finditer(scene.text):
        first = match.group("verb") in _FIRST_VERBS
        if not first and not any(name in match.group("items") for name in introduced):
            continue
        items = list_items(scene, match.end("items"), match.start("items"))
        names = [scene.text[item.start : item.end] for item in items]
        known = [chains().find(name) for name in names]
        sure = [entry is not None and (first or entry.name in introduced) for entry in known]
        if 2 * sum(sure) > len(names) and (first or all(sure)):
            yield from (
                chain_found(scene, name, item.start, item.end, "field")
                for item, name, is_sure in zip(items, names, sure, strict=True)
                if is_sure and scene.free(item.start, item.end)
            )


def headings(scene: Scene) -> Iterator[Found]:
    """The headings under 二、重点产业 that are names of chains (1．新能源汽车。); one that the vocabulary does not know
    counts where most beside it are known."""
    below: dict[tuple[int, ...], list[tuple[int, int, str]]] = {}
    chosen = {clause.path for clause in scene.clauses if _INDUSTRIES.search(clause.heading)}
    for clause in scene.clauses:
        if clause.path[:-1] in chosen and 2 <= len(clause.heading) <= _LONGEST:
            start = heading_start(scene, clause)
            name = clause.heading.removesuffix("产业").removesuffix("产业链").removesuffix("集群")
            below.setdefault(clause.path[:-1], []).append((start, start + len(name), name))
    for rows in below.values():
        known = [chains().find(name) is not None for _, _, name in rows]
        for (start, end, name), is_known in zip(rows, known, strict=True):
            plain = 2 * sum(known) > len(known) and is_chain_name(name) and scene.edges.name(end) <= start
            if start >= 0 and (is_known or plain) and scene.free(start, end):
                yield chain_found(scene, name, start, end, "heading")


def aims(scene: Scene) -> Iterator[Found]:
    """The known chain that a heading is all about: 壮大|风电装备|制造, 延伸|锂电材料|链条."""
    for clause in scene.clauses:
        match = _AIM.fullmatch(clause.heading)
        entry = chains().find(match.group("name")) if match is not None else None
        if match is None or entry is None or entry.sector:
            continue
        start = heading_start(scene, clause) + match.start("name")
        end = start + len(match.group("name"))
        if start >= clause.start and scene.free(start, end):
            yield chain_found(scene, match.group("name"), start, end, "heading")
