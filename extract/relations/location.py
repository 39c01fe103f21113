"""LOCATED_IN: a region spelled at the head of a name; a local plan's own parks and firms."""

import re
from collections.abc import Iterator

from extract.fragments import PLACES, fragment, in_duty
from extract.model import Found, Link
from extract.scene import Scene
from graph.ids import entity_id

_LABELS = ("Park", "Institution", "Project", "Enterprise")
_ELSEWHERE = re.compile(r"引进|引入|招引|吸引|招商|对接|合作|与|瞄准|域外|市外|省外|交流|外地|入驻|央企")
_FAR = re.compile(r"大学$|科学院|研究院$")


def relate(scene: Scene) -> Iterator[Link]:
    """By name, else by the plan that counts it as its own."""
    located: set[str] = set()
    for found in scene.found:
        if (
            found.label not in _LABELS
            or not found.listed
            or (found.label == "Enterprise" and in_duty(scene, found.start))
        ):
            continue
        inside = [place for place in scene.within(found.start, found.end, *PLACES) if not place.listed]
        if inside:
            located.add(found.id)
            yield _link(scene, found, inside[-1].id, "located-name")
    yield from _local(scene, located)


def _local(scene: Scene, located: set[str]) -> Iterator[Link]:
    home = scene.home
    if home is None or home.level not in ("city", "county"):
        return
    target = entity_id(home.label, home.code)
    for found in scene.found:
        if found.id in located or not found.listed or in_duty(scene, found.start):
            continue
        if (found.label == "Park" and found.rule == "park-suffix") or (
            found.label == "Enterprise" and found.rule == "enterprise-list"
        ):
            start, end = fragment(scene, scene.sentence_at(found.start), found.start)
            if not _ELSEWHERE.search(scene.text, start, end):
                located.add(found.id)
                yield _link(scene, found, target, "located-local")


def _link(scene: Scene, found: Found, place: str, rule: str) -> Link:
    sentence = scene.sentence_at(found.start)
    return Link(
        found.id,
        "LOCATED_IN",
        place,
        sentence.start,
        max(sentence.end, found.end) if found.end <= sentence.end else sentence.end,
        rule,
    )
