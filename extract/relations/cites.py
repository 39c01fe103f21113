"""CITES: each document named in 《》, with what it is cited for where the words before it tell."""

import re
from collections.abc import Iterator

from extract.model import Link
from extract.scene import Scene

_MODES = (
    ("废止", re.compile(r"废止|停止执行|失效")),
    ("修订", re.compile(r"修订|修改|修正")),
    ("依据", re.compile(r"根据|依据|按照|依照|遵照")),
    ("贯彻", re.compile(r"贯彻|落实|执行|实施好|按要求")),
    ("转发", re.compile(r"转发|批转|印发")),
)
_REACH = 30


def relate(scene: Scene) -> Iterator[Link]:
    """The document with each other policy it names."""
    for found in scene.found:
        if found.label != "Policy" or found.id == scene.policy:
            continue
        sentence = scene.sentence_at(found.start)
        before = scene.text[max(sentence.start, found.start - _REACH) : found.start]
        mode = next((name for name, pattern in _MODES if pattern.search(before)), "")
        if mode not in ("废止", "修订") and re.match(
            r"[^，。]{0,40}(?:同时废止|废止|停止执行|失效)", scene.text[found.end : sentence.end]
        ):
            mode = "废止"
        if not mode and re.match(r"(?:[（(][^（）()]{2,20}[）)])?转发给", scene.text[found.end : sentence.end]):
            mode = "转发"
        properties = {"mode": mode} if mode else {}
        yield Link(scene.policy, "CITES", found.id, sentence.start, sentence.end, "cites-title", properties)
