"""SUBCHAIN_OF: chains named after 其中 belong to the chain named before it."""

import re
from collections.abc import Iterator

from extract.model import Found, Link
from extract.scene import Scene
from extract.sections import topic_at

_AMONG = re.compile(r"其中[，,]?|包括|涵盖")
_KINDS = re.compile(r"(?:等细分|等新兴细分|细分|新兴细分)(?:产业|领域|行业|赛道)")


def relate(scene: Scene) -> Iterator[Link]:
    """X产业…，其中A产业…，B产业…: A and B are parts of X."""
    previous: dict[int, Found] = {}
    for sentence, items in scene.mentions:
        chains = [item for item in items if item.label == "IndustryChain"]
        if not chains:
            continue
        among = _AMONG.search(scene.text, sentence.start, sentence.end)
        if among is not None:
            yield from _parts(scene, chains, among, previous.get(sentence.clause), sentence.start, sentence.end)
            chains = [chain for chain in chains if chain.end <= among.start()]
        yield from _kinds(scene, chains, sentence.start, sentence.end)
        if chains:
            previous[sentence.clause] = chains[-1]
        if len(chains) > 1 and scene.text[chains[-2].end : chains[-1].start] == "、":
            del previous[sentence.clause]  # a list has no chain that parts could belong to


def _parts(
    scene: Scene, chains: list[Found], among: re.Match[str], previous: Found | None, start: int, end: int
) -> Iterator[Link]:
    before = [chain for chain in chains if chain.end <= among.start()]
    whole = before[-1] if before else previous if among.start() == start else None
    if len(before) > 1 and scene.text[before[-2].end : before[-1].start] == "、":
        return  # a list has no chain that parts could belong to
    if whole is None and among.start() == start:
        whole = topic_at(scene, start)
    if whole is None:
        return
    for chain in chains:
        if chain.start >= among.end() and chain.id != whole.id:
            yield Link(chain.id, "SUBCHAIN_OF", whole.id, start, end, "subchain-among")


def _kinds(scene: Scene, chains: list[Found], start: int, end: int) -> Iterator[Link]:
    """Under a chain's heading 无人机、低空经济等细分产业 are parts of it."""
    match = _KINDS.search(scene.text, start, end)
    whole = topic_at(scene, start) if match is not None else None
    if match is None or whole is None:
        return
    for chain in chains:
        listed = chain.end <= match.start() and "，" not in scene.text[chain.end : match.start()]
        if listed and chain.id != whole.id:
            yield Link(chain.id, "SUBCHAIN_OF", whole.id, start, end, "subchain-kinds")
