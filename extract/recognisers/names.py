"""What the recognisers of names with a suffix share: where such a name begins."""

import re

from extract.scene import Scene

_LEAD = re.compile(
    r"^(?:和|与|及|以及|或|由|以|在|对|向|从|到|至|等|的|为|将|把|是|其|该|本|各|有关|相关|包括|如|即|含|中的?|后|前|并|且)+"
)
_SPLIT = re.compile(r"(?:和|与|及|以及|或)")


def name_start(scene: Scene, suffix: int, limit: int = 24) -> int:
    """The left edge of a name whose suffix begins at `suffix`: after punctuation or the last boundary word.

    A region that begins inside the stretch and reaches back over the edge keeps the name whole.
    """
    start = scene.fragment_start(suffix, max(0, suffix - limit))
    delimited = scene.text[start - 1 : start] == "、"
    edge = scene.strong_edge(suffix, limit) if delimited else scene.name_edge(suffix, limit)
    lead = _LEAD.match(scene.text[edge:suffix])
    return edge + lead.end() if lead else edge


def after_conjunction(scene: Scene, start: int, end: int, protected: re.Pattern[str] | None = None) -> int:
    """The start of the part behind the last conjunction in [start, end), or `start`: 湘潭高新区和|经开区."""
    last = start
    for match in _SPLIT.finditer(scene.text, start + 1, end):
        if protected is not None and protected.search(scene.text, match.start() - 2, match.end() + 2):
            continue
        last = match.end()
    return last
