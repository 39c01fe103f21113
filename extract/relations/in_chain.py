"""IN_CHAIN and ATTRACTS: firms in the chain that their fragment, their sentence or their section is about
(phenomenon 6 of DESIGN 5)."""

import re
from collections.abc import Iterator

from extract.fragments import fragment, in_duty, negated
from extract.model import Found, Link, Piece
from extract.scene import Scene
from extract.sections import topic_at
from graph.ids import entity_id

_ATTRACT = re.compile(r"引进|引入|招引|吸引|招商|落户|入驻|瞄准|招大引强|力争落地|争取落地|推动落地|新落户")
_COOPERATE = re.compile(r"对接|合作|交流|战略联盟|与|对标|学习|借鉴|看齐")
_BODIES = re.compile(r"等(?:单位|部门)|参加的|组成的")
_ROLES = (("链主", "链主"), ("龙头", "龙头"), ("骨干", "骨干"), ("领军", "龙头"), ("配套", "配套"))
_KIND = re.compile(r"等(?:[一二三四五六七八九十\d]+多?家)?(?P<chain>[\u4e00-\u9fff]{2,10})(?:骨干|龙头|重点)?企业")
_LINKING = re.compile(r"对接|承接|转移|引进|引入|招引|融入|嵌入")
_SUBJECT = re.compile(r"(?:支持|推动|鼓励|引导)[\u4e00-\u9fff、和]*$")


def relate(scene: Scene) -> Iterator[Link]:
    """Each firm with its chain, or with who is to attract it."""
    for found in scene.found:
        if found.label != "Enterprise" or in_duty(scene, found.start):
            continue
        sentence = scene.sentence_at(found.start)
        start, end = fragment(scene, sentence, found.start)
        before = scene.text[start : found.start]
        if negated(before):
            continue
        if _ATTRACT.search(before):
            yield from _attracted(scene, found)
        elif not _COOPERATE.search(before) and not _BODIES.search(scene.text, found.end, end):
            chain = _chain_of(scene, found, (start, end))
            if chain is not None:
                role = _role(scene, found, end)
                yield Link(
                    found.id,
                    "IN_CHAIN",
                    chain.id,
                    sentence.start,
                    sentence.end,
                    "chain-fragment" if start <= chain.start < end else "chain-section",
                    {"role": role} if role else {},
                )


def _attracted(scene: Scene, found: Found) -> Iterator[Link]:
    sentence = scene.sentence_at(found.start)
    start, _ = fragment(scene, sentence, found.start)
    named = [c for c in scene.within(sentence.start, start, "IndustryChain") if not _passing(scene, sentence, c)]
    chain = named[-1] if named else topic_at(scene, found.start)
    if chain is not None:
        yield Link(chain.id, "ATTRACTS", found.id, sentence.start, sentence.end, "attracts-section")
    elif scene.home is not None:
        home = entity_id(scene.home.label, scene.home.code)
        yield Link(home, "ATTRACTS", found.id, sentence.start, sentence.end, "attracts-region")


def _chain_of(scene: Scene, found: Found, span: tuple[int, int]) -> Found | None:
    """The chain of the fragment, else the one last named before in the sentence, else the next, else the section's."""
    sentence = scene.sentence_at(found.start)
    kind = _KIND.search(scene.text, found.end, min(sentence.end, found.end + 60))
    if kind is not None and kind.group("chain") in scene.chain_names:
        return scene.chain_names[kind.group("chain")]
    chains = scene.within(sentence.start, sentence.end, "IndustryChain")
    inside = [chain for chain in chains if span[0] <= chain.start < span[1]]
    if inside:
        after = [chain for chain in inside if chain.start >= found.end]
        return after[0] if after else inside[-1]
    before = [chain for chain in chains if chain.end <= span[0] and not _passing(scene, sentence, chain)]
    if before:
        return before[-1]
    section = topic_at(scene, found.start)
    if section is not None:
        return section
    if not _SUBJECT.search(scene.text, max(sentence.start, found.start - 24), found.start):
        return None
    return next((chain for chain in chains if chain.start >= found.end and chain.start - found.end < 30), None)


def _passing(scene: Scene, sentence: Piece, chain: Found) -> bool:
    """Whether a chain is only what a fragment links up with or takes over (承接…绿色建材产业转移)."""
    start, end = fragment(scene, sentence, chain.start)
    return _LINKING.search(scene.text, start, end) is not None


def _role(scene: Scene, found: Found, end: int) -> str:
    after = scene.text[found.end : min(end, found.end + 60)]
    head = re.search(r"(?:等)?([\u4e00-\u9fff]{0,8})企业|为(龙头|骨干|链主|代表)", after)
    words = head.group() if head else ""
    return next((role for word, role in _ROLES if word in words), "")
