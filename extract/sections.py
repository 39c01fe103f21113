"""What a section is about: the chain of a heading, of an opening (一是电子信息产业，…), of a sentence that is only
a chain's name (phenomenon 6 of DESIGN 5)."""

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from extract.gazetteers.vocabulary import prose_words
from extract.model import Found, Topics
from extract.scene import Scene

_OPENING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|第[一二三四五六七八九十]+[章节条]|[一二三四五六七八九十]是|——|具体为：|[：:])?\s?"
)
_VERBS = re.compile(
    r"^(?:做大做强|做优做强|大力发展|重点发展|加快发展|培育壮大|积极发展|打造|发展|壮大|培育|做强|做优|推动|推进|建设|提升|聚焦|全力打造|突出|优先发展)?(?:[\u4e00-\u9fff]{2,6}[市县区省])?"
)
_LINKING = re.compile(r"与|对接|承接|融入")
_STOP = re.compile(r"[，。：；\n]")
_MAX_HEADING = 30
_REACH = _MAX_HEADING + 12
_MAX_VERBS = 10


def _topics(scene: Scene) -> Topics:
    """The topics of all sentences and headings."""
    own: dict[tuple[int, ...], list[tuple[int, Found]]] = {}
    headed: dict[tuple[int, ...], list[tuple[int, Found]]] = {}
    starts = [found.start for found in scene.found if found.label == "IndustryChain"]
    for sentence in scene.sentences:
        index = bisect_left(starts, sentence.start)
        if index == len(starts):
            break
        if starts[index] >= min(sentence.end, sentence.start + _REACH):
            continue
        chain = _opening(scene, sentence.start, sentence.end)
        if chain is not None:
            clause = scene.clauses[sentence.clause]
            own.setdefault(clause.path, []).append((sentence.start, chain))
            if clause.start == sentence.start:
                headed.setdefault(clause.path, []).append((sentence.start, chain))
    return Topics(own, headed)


def _opening(scene: Scene, start: int, end: int) -> Found | None:
    """The chain whose name is all there is before the first comma, or in the whole sentence."""
    text = scene.text[start : min(end, start + _REACH)]
    opening = _OPENING.match(text)
    stop = _STOP.search(text, max(3, opening.end() if opening else 0))
    head_end = start + (stop.start() if stop else len(text))
    chains = scene.within(start, head_end, "IndustryChain")
    if not chains or head_end - start > _MAX_HEADING:
        return None
    rest_start = start + (opening.end() if opening else 0)
    verbs = _VERBS.match(scene.text[rest_start:head_end])
    after_verbs = rest_start + (verbs.end() if verbs else 0)
    chain = chains[0]
    tail = scene.text[chain.end : head_end]
    if (
        chain.start == rest_start
        and chain.rule == "chain-suffix"
        and start == scene.clauses[scene.clause_at(start)].start
    ):
        return chain  # 第五条 电子信息产业走…路线，
    if _LINKING.search(scene.text, rest_start, chain.start):
        return None
    if len(chains) == 1 and start == scene.clauses[scene.clause_at(start)].start:
        return chain
    if chain.rule == "chain-said" and chain.start == start:
        return chain  # 新能源汽车是我市重点打造的主导产业。
    opens = chain.start in (rest_start, after_verbs) or _only_prose(scene.text[rest_start : chain.start])
    if not opens or len(tail) > 6 or (len(chains) > 1 and "、" in tail):
        return None
    return chain


def topic_at(scene: Scene, offset: int) -> Found | None:
    """The chain in force at an offset: the last topic of its own clause before it, or of the clauses above.

    Asked for only once chains are known.
    """
    topics = topics_at(scene, offset)
    return topics[0] if topics else None


def topics_at(scene: Scene, offset: int) -> list[Found]:
    """The chains in force at an offset, the nearest first: those of its own clause and of the clauses above it."""
    scene.topics = table = scene.topics or _topics(scene)
    path = scene.clauses[scene.clause_at(offset)].path
    rows = [
        table.own.get(path, ()),
        *(table.headed.get(path[:depth], ()) for depth in range(1, len(path))),
    ]
    said = [row[index] for row in rows if (index := bisect_right(row, offset, key=itemgetter(0)) - 1) >= 0]
    return [chain for _, chain in sorted(said, key=itemgetter(0), reverse=True)]


def _only_prose(text: str) -> bool:
    """Whether a short text is nothing but words after which a name may begin: 做大, 加快壮大."""
    if len(text) > _MAX_VERBS:
        return False
    words = prose_words()
    reached = {0}
    for start in range(len(text)):
        if start in reached:
            reached |= {end for end in range(start + 1, min(len(text), start + 4) + 1) if text[start:end] in words}
    return len(text) in reached
