"""LOCATED_IN: a region spelled at the head of a name; a local plan's own parks and firms."""

import re
from collections.abc import Iterator

from extract.fragments import PLACES, fragment, in_duty
from extract.gazetteers.regions import Region, regions
from extract.gazetteers.vocabulary import parks
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
    yield from _owned(scene)
    yield from _local(scene, located)


def _local(scene: Scene, located: set[str]) -> Iterator[Link]:
    home = scene.home
    if home is None or home.level not in ("city", "county"):
        return
    target = entity_id(home.label, home.code)
    for found in scene.found:
        if found.id in located or not found.listed or in_duty(scene, found.start):
            continue
        if _is_own(found, home):
            start, end = fragment(scene, scene.sentence_at(found.start), found.start)
            if not _ELSEWHERE.search(scene.text, start, end):
                located.add(found.id)
                yield _link(scene, found, target, "located-local")


def _is_own(found: Found, home: Region) -> bool:
    """Whether a local plan may mean its own: parks and firms that no vocabulary knows, parks known to lie in the place."""
    if found.rule in ("park-suffix", "enterprise-list"):
        return True
    entry = parks().find(found.name) if found.rule == "park-vocabulary" else None
    seat = regions().resolve(entry.region, home) if entry is not None and entry.region else None
    return seat is not None and regions().is_within(seat, home)


def _owned(scene: Scene) -> Iterator[Link]:
    """郴州市的永兴县永和贵金属有限公司: the place whose the firm or body is said to be."""
    for place in scene.found:
        if place.label in PLACES and place.listed and scene.text[place.end : place.end + 1] == "的":
            for found in scene.within(place.end + 1, place.end + 60, *_LABELS)[:1]:
                if found.start == place.end + 1:
                    yield _link(scene, found, place.id, "located-owner")


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
