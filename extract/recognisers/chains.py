"""Industry chains: X产业链, X产业集群, X产业, X行业, and lists that have such a head (phenomena 1 and 6 of DESIGN 5)."""

import re
from collections.abc import Iterator
from functools import cache

from extract.enumeration import Item, list_items, strip_head
from extract.gazetteers.vocabulary import boundary_words, chains, generic
from extract.model import Found
from extract.scene import Scene
from graph.ids import entity_id

_HEAD = re.compile(r"产业集群|集群产业链|产业链条|产业链|产业|集群|行业")
_NOT_HEAD = re.compile(r"(?:化(?!工)|园|学院|大脑|基金|工人|研究院|局|办公室|政策|强市|强省|强县|强国|用地|协会|商会)")
_FIELD = re.compile(r"(?:等)(?:[\u4e00-\u9fff]{0,6})领域")
_FIELD_HEAD = re.compile(r"领域|优势产品|特色产品")
_CJK = re.compile(r"[\u4e00-\u9fff]")
_BAD = re.compile(
    r"[。，；：！？《》\n|]|^[\d.]+$|^[^\u4e00-\u9fffA-Za-z\d]|[\d]+$|%|^(?:上下游|上游|下游|一|二|三|第)"
)
_LINKS = re.compile(r"^(?:和|与|及|以及|或|等|的|为|是|以|在)|(?:的|等|为|是|以|在|和|与|及|相关|方面)$")
_INNER = re.compile(r"(?:的|等|其中|企业|园区|领域|产业)")
_AROUND = re.compile(
    r"以(?P<items>[^，。；：\n]{2,60}?)(?:等)?(?:产业)?为(?:主导|主|主体|支柱|支撑|核心|特色|重点|代表|引领)(?:的)?(?P<head>产业|产业链|产业集群|产业体系|现代产业体系|特色|“一主)?"
)


@cache
def modifiers() -> re.Pattern[str]:
    """Words before a head noun that make no name (特色, 优势, 战略性新兴, 千亿级…), at the end of a stretch."""
    words = sorted(generic("IndustryChain").modifiers, key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})$")


def recognise(scene: Scene) -> Iterator[Found]:
    """Chains by their head noun; then the same names without it, where the document has introduced them."""
    found: dict[tuple[int, int], Found] = {}
    for head in _HEAD.finditer(scene.text):
        if _NOT_HEAD.match(scene.text, head.end()):
            continue
        for item in _before(scene, head.start()):
            made = _chain(scene, item, head)
            if made is not None:
                found.setdefault((made.start, made.end), made)
    for made in _fields(scene):
        found.setdefault((made.start, made.end), made)
    yield from _without_overlap(found)


def _before(scene: Scene, head: int) -> list[Item]:
    floor = max(0, head - 400)
    start = scene.fragment_start(head, floor)
    end, listed = strip_head(scene.text, start, head, modifiers())
    if end < start or (end == start and scene.text[end - 1 : end] != "、" and not listed):
        return []
    return list_items(scene, end, floor)


def _chain(scene: Scene, item: Item, head: re.Match[str]) -> Found | None:
    """The mention of one chain; a region in front is left out (娄底市|先进材料产业)."""
    start, end = item.start, item.end
    for region_start, region_end, _ in scene.regions_in(start, end):
        if region_start == start and region_end < end:
            start = region_end
    name = _LINKS.sub("", scene.text[start:end])
    shift = scene.text.find(name, start, end) if name else -1
    if shift < 0:
        return None
    start, end = shift, shift + len(name)
    if not is_chain_name(name) or not scene.free(start, end):
        return None
    stop = head.end() if head.start() == end and scene.free(end, head.end()) else end
    return chain_found(scene, name, start, stop, "list" if stop == end else "suffix", head.group())


def chain_found(scene: Scene, name: str, start: int, end: int, rule: str, suffix: str = "") -> Found:
    """A mention of the chain `name` at [start, end)."""
    entry = chains().find(name)
    canonical = entry.name if entry is not None else name
    properties = {"kind": suffix} if suffix else {}
    return Found(
        start,
        end,
        "IndustryChain",
        canonical,
        entity_id("IndustryChain", canonical),
        scene.text[start:end],
        f"chain-{rule}",
        properties=properties,
    )


def is_chain_name(name: str) -> bool:
    """Whether a string can name an industry: not generic, no verb or sign in it."""
    if chains().find(name) is not None:
        return True
    if not 2 <= len(name) <= 16 or _BAD.search(name) or not _CJK.search(name):
        return False
    return not _INNER.search(name) and not generic("IndustryChain").is_generic(name)


def _fields(scene: Scene) -> Iterator[Found]:
    """Lists under 领域 or 优势产品: only names that the vocabulary knows as industries."""
    for head in _FIELD_HEAD.finditer(scene.text):
        for item in _before(scene, head.start()):
            name = scene.text[item.start : item.end]
            if chains().find(name) is not None and scene.free(item.start, item.end):
                yield chain_found(scene, name, item.start, item.end, "field")


def _without_overlap(found: dict[tuple[int, int], Found]) -> Iterator[Found]:
    """Of overlapping readings the longer one."""
    reach = -1
    for item in sorted(found.values(), key=lambda item: (item.start, -item.end)):
        if item.start >= reach:
            yield item
            reach = item.end
