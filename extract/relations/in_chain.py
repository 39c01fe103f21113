"""IN_CHAIN and ATTRACTS: firms in the chain that their fragment, their sentence or their section is about
(phenomenon 6 of DESIGN 5)."""

import re
from collections.abc import Iterator

from extract.fragments import fragment, in_duty, is_condition, negated
from extract.model import Found, Link, Piece
from extract.scene import Scene
from extract.sections import topic_at
from graph.ids import entity_id

_ATTRACT = re.compile(
    r"紧盯|盯引|引进|引入|招引|吸引|招商|落户(?![^，。]{0,10}的)|入驻|瞄准|招大引强|力争落地|争取落地|推动落地|新落户"
)
_COOPERATE = re.compile(r"对接|合作|交流|战略联盟|与|对标|学习|借鉴|看齐")
_COURTED = re.compile(
    r"[^，。；]{0,30}(?:企业|公司|厂商)(?:等)?(?:开展)?(?:精准|定向)?招商"
)  # 面向海辰储能、远景能源等头部企业开展招商
_BODIES = re.compile(r"等(?:单位|部门)|参加的|组成的")
_ROLES = (("链主", "链主"), ("龙头", "龙头"), ("骨干", "骨干"), ("领军", "龙头"), ("配套", "配套"))
_KIND = re.compile(r"等(?:[一二三四五六七八九十\d]+多?家)?(?P<chain>[\u4e00-\u9fff]{2,10})(?:骨干|龙头|重点)?企业")
_BUILDING = re.compile(r"(?:重点|大力|加快|着力|积极)?(?:发展|打造|做强|做大|培育|建设|壮大|形成|构建)")
_LINKING = re.compile(r"对接|承接|转移|引进|引入|招引|融入|嵌入")
_ROLE_AFTER = re.compile(r"(?:链主|龙头|骨干)(?:作用|优势|地位|企业|牵引)")
_ROLE_HEAD = re.compile(r"(?:等)?([\u4e00-\u9fff]{0,8})企业|为(?:龙头|骨干|链主|代表|配套)")
_ROLE_BEFORE = re.compile(r"(?:链主|龙头|骨干|配套)(?:企业)?[：:][^。；：:\n]*$")
_SUBJECT = re.compile(r"(?:支持|推动|鼓励|引导)[\u4e00-\u9fff、和]*$")


def relate(scene: Scene) -> Iterator[Link]:
    """Each firm with its chain, or with who is to attract it."""
    for found in scene.found:
        if found.label != "Enterprise" or in_duty(scene, found.start):
            continue
        sentence = scene.sentence_at(found.start)
        start, end = fragment(scene, sentence, found.start)
        before = scene.text[start : found.start]
        if negated(before) or is_condition(scene, start):
            continue
        if _ATTRACT.search(before) or _COURTED.match(scene.text, found.end):
            yield from _attracted(scene, found)
        elif not _COOPERATE.search(before) and not _BODIES.search(scene.text, found.end, end):
            for chain in _chains_of(scene, found, (start, end)):
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
    dealt = _respective(scene, found, span)
    if dealt is not None:
        return dealt
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
    following = _next_fragment(scene, sentence, span[1])
    section = following or topic_at(scene, found.start)
    if section is not None:
        return section
    if not _SUBJECT.search(scene.text, max(sentence.start, found.start - 24), found.start):
        return None
    return next((chain for chain in chains if chain.start >= found.end and chain.start - found.end < 30), None)


def _chains_of(scene: Scene, found: Found, span: tuple[int, int]) -> list[Found]:
    """The chain of a firm; where that is only what the next fragment is to develop, the section's chain too."""
    chain = _chain_of(scene, found, span)
    if chain is None:
        return []
    section = topic_at(scene, found.start) if chain.start >= span[1] else None
    return [chain] if section is None or section.id == chain.id else [chain, section]


def _respective(scene: Scene, found: Found, span: tuple[int, int]) -> Found | None:
    """甲、乙|分别|做大丙、丁产业: the chain in the place of the firm; None where there are not as many."""
    mark = scene.text.find("分别", found.end, span[1])
    firms = scene.within(span[0], mark, "Enterprise") if mark >= 0 else []
    chains = scene.within(mark, span[1], "IndustryChain") if len(firms) > 1 else []
    return chains[firms.index(found)] if chains and len(chains) == len(firms) else None


def _next_fragment(scene: Scene, sentence: Piece, end: int) -> Found | None:
    """The chain that the fragment behind the firms is about: 依托舍弗勒…，|打造汽车核心零部件产业集群."""
    if end + 1 >= sentence.end or _BUILDING.match(scene.text, end + 1) is None:
        return None
    start, stop = fragment(scene, sentence, end + 1)
    chains = scene.within(start, stop, "IndustryChain")
    return chains[0] if chains else None


def _passing(scene: Scene, sentence: Piece, chain: Found) -> bool:
    """Whether a chain is only what a fragment links up with or takes over (承接…绿色建材产业转移)."""
    start, end = fragment(scene, sentence, chain.start)
    return _LINKING.search(scene.text, start, end) is not None


def _role(scene: Scene, found: Found, end: int) -> str:
    """What the list's head noun says, or the words around the firm: 以甲为链主, 发挥甲链主作用, 链主企业：甲."""
    after = scene.text[found.end : min(end, found.end + 60)]
    head = _ROLE_AFTER.match(after) or _ROLE_HEAD.search(after)
    before = _ROLE_BEFORE.search(scene.text, max(0, found.start - 60), found.start)
    words = head.group() if head else before.group() if before else ""
    return next((role for word, role in _ROLES if word in words), "")
