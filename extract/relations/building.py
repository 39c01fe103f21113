"""Where things are being built: 在|百色|建设深百产业园, 支持|禹州市|建设神垕先进陶瓷产业园."""

import re

from extract.fragments import PLACES, acts, fragment, run_before
from extract.model import Found
from extract.scene import Scene

BUILDS = re.compile(
    r"(?:规划|布局|加快|联合|合作|共同|高标准|高水平|高质量|统筹|谋划|积极|推进){0,2}(?:建设|共建|设立|打造|布局|建立|建成|完善|实施)(?:了|好)?"
)
_AT = re.compile(r"在|依托|利用")
_RUN, _JOINS = 60, frozenset("、和与及等“”")


def built_at(scene: Scene, found: Found) -> Found | None:
    """The place where something is being built, or that builds it."""
    sentence = scene.sentence_at(found.start)
    start, _ = fragment(scene, sentence, found.start)
    first = first_of_run(scene, found)
    for place in reversed(scene.within(start, first, *PLACES, "Park")):
        if not place.listed:
            continue
        builds = BUILDS.fullmatch(scene.text, place.end, first) is not None
        if scene.text[place.start - 1 : place.start] in ("在", "市", "省", "县", "托", "用"):
            return place if builds and _AT.search(scene.text, start, place.start) else None
        if acts(scene, sentence, place):
            return place if builds else None
    return None


def first_of_run(scene: Scene, found: Found) -> int:
    """Where the list begins that a mention stands in: 建设|光电信息产业园、航天信息产业园."""
    if scene.text[found.start - 1 : found.start] not in _JOINS:
        return found.start
    items = [item for item in scene.within(found.start - _RUN, found.end, found.label) if item.listed or item is found]
    return run_before(scene, items, len(items) - 1)[0].start if items and items[-1] is found else found.start
