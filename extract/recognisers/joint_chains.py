"""Chains that stand side by side: A和B as one or as two, the way the text counts them, and which of two readings."""

import re
from collections.abc import Iterator

from extract.chain_names import chain_found
from extract.model import Found
from extract.scene import Scene

_AND = re.compile(r"和|与|及|以及")


def divided(scene: Scene, found: dict[tuple[int, int], Found]) -> dict[tuple[int, int], Found]:
    """Joint chains as the text counts them: A和B stays one unless the document has A and B as chains of their own."""
    found = _rejoined(scene, found)
    names = {item.name for item in found.values()}
    result: dict[tuple[int, int], Found] = {}
    for (start, end), item in found.items():
        joint = _AND.search(item.name)
        parts = (item.name[: joint.start()], item.name[joint.end() :]) if joint is not None else ()
        if scene.text[start - 1 : start] == "、" == scene.text[end : end + 1]:
            joint = None  # the text counts it as one among others: 清洁能源装备、|航空与燃机|、磷化工
        if joint is None or not names.issuperset(parts):
            result[start, end] = item
            continue
        middle = start + joint.start()
        for left, right in ((start, middle), (start + joint.end(), start + len(item.name))):
            result[left, right] = chain_found(scene, scene.text[left:right], left, right, "joint")
    return result


def _rejoined(scene: Scene, found: dict[tuple[int, int], Found]) -> dict[tuple[int, int], Found]:
    """The same with the last two of a list put together where the document has them as one thing elsewhere or the
    vocabulary knows them as one (软件和信息技术服务), and never
    the second alone before its joint: 输变电装备、…、盐卤|及|精细化工等 where a heading is 盐卤及精细化工产业链."""
    whole = {item.name for item in found.values() if _AND.search(item.name) is not None}
    result, begins = dict(found), {start: item for (start, _), item in found.items()}
    for (start, end), item in found.items():
        if (start, end) not in result:
            continue  # joined already
        joint = _AND.match(scene.text, start + len(item.name))
        right = begins.get(joint.end()) if joint is not None else None
        if right is None:
            continue
        name = scene.text[start : right.start + len(right.name)]
        if name in whole or scene.known.chains.find(name) is not None:
            result.pop((start, end), None)
            result.pop((right.start, right.end), None)
            result[start, right.end] = chain_found(scene, name, start, right.end, "list")
    return result


def without_overlap(found: dict[tuple[int, int], Found]) -> Iterator[Found]:
    """Of overlapping readings the longer one."""
    reach = -1
    for item in sorted(found.values(), key=lambda item: (item.start, -item.end)):
        if item.start >= reach:
            yield item
            reach = item.end
