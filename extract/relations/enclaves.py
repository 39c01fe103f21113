"""COOPERATES_WITH: one place at work in another: 飞地, parks built there, firms moved there (phenomenon 8 of DESIGN 5).

甲市在乙市设立飞地; 丙、丁到戊、己设立飞地; 支持甲在乙建设园区; 甲的企业向乙转移. Pairs across the two sides,
none within.
"""

import re
from collections.abc import Iterator

from extract.fragments import PLACES, fragment, is_supposed, negated, owner_of
from extract.model import Found, Link, Piece
from extract.relations.partners import home_mention, is_pair, partners
from extract.scene import Scene

_BUILDS = re.compile(r"(?:设立|建设|建立|共建|布局|打造|创办)[^，。；]{0,16}(?:园区?|基地|中心|研究院|孵化器)")
_MOVES = re.compile(r"向(?=[^，。；]{2,40}(?:梯度|有序|加快|整体)?转移)")
_JOINED = ("、", "和", "与", "及", "以及")
_AT = ("在", "到", "赴", "去")


def relate(scene: Scene) -> Iterator[Link]:
    """All pairs that the document states, once a sentence."""
    for sentence, items in scene.mentions:
        if not any(item.label in PLACES for item in items):
            continue  # one side at least is a place
        text = scene.text[sentence.start : sentence.end]
        if "飞地" in text or _BUILDS.search(text):
            yield from _links(scene, sentence, _elsewhere(scene, sentence, "飞地" in text), "飞地")
        if "转移" in text:
            yield from _links(scene, sentence, _moved(scene, sentence), "承接转移")


def _links(
    scene: Scene, sentence: Piece, sides: Iterator[tuple[list[Found], list[Found]]], mode: str
) -> Iterator[Link]:
    for left, right in sides:
        for one in left:
            for other in right:
                if is_pair(one, other):
                    first, second = sorted((one.id, other.id))
                    yield Link(
                        first,
                        "COOPERATES_WITH",
                        second,
                        sentence.start,
                        sentence.end,
                        "cooperation-enclave",
                        {"mode": mode},
                    )


def _elsewhere(scene: Scene, sentence: Piece, enclave: bool) -> Iterator[tuple[list[Found], list[Found]]]:
    """Places on the two sides of 在 or 到. Without a place in front the document's own counts, for enclaves only."""
    items = partners(scene, sentence.start, sentence.end, PLACES)
    used = 0
    for index, item in enumerate(items):
        owner = owner_of(scene, item)
        start = owner.start if owner is not None else item.start  # 在|深圳市|南山区
        if scene.text[start - 1 : start] not in _AT or _denied(scene, sentence, start):
            continue
        left = _run_back(scene, items[used:index], start - 1)
        right, used = _run_on(scene, items, index)
        if not left and enclave:
            left = home_mention(scene, start)
        yield left, right


def _moved(scene: Scene, sentence: Piece) -> Iterator[tuple[list[Found], list[Found]]]:
    """甲、乙的企业向|丙、丁梯度转移."""
    for match in _MOVES.finditer(scene.text, sentence.start, sentence.end):
        start, end = fragment(scene, sentence, match.start())
        if not _denied(scene, sentence, match.start()):
            left = partners(scene, start, match.start(), PLACES)
            yield left, partners(scene, match.end(), end, PLACES)


def _denied(scene: Scene, sentence: Piece, offset: int) -> bool:
    start, _ = fragment(scene, sentence, offset)
    return negated(scene.text[start:offset]) or is_supposed(scene, sentence, offset)


def _run_back(scene: Scene, items: list[Found], end: int) -> list[Found]:
    """The places that stand side by side right before `end`."""
    run: list[Found] = []
    for item in reversed(items):
        if scene.text[item.end : end] not in ("", *_JOINED):
            break
        run.insert(0, item)
        end = item.start
    return run


def _run_on(scene: Scene, items: list[Found], index: int) -> tuple[list[Found], int]:
    """The places side by side from `index` on, up to one that is at work elsewhere; and the index behind them."""
    run = [items[index]]
    while index + 1 < len(items) and scene.text[items[index].end : items[index + 1].start] in _JOINED:
        following = items[index + 1]
        if scene.text[following.end : following.end + 1] in _AT:
            break
        run.append(following)
        index += 1
    return run, index + 1
