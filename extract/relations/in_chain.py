"""IN_CHAIN and ATTRACTS: firms in the chain that their fragment, their sentence or their section is about
(phenomenon 6 of DESIGN 5)."""

import re
from collections.abc import Iterator

from extract.fragments import fragment, in_duty, is_condition, negated, subject_of
from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import place_of
from extract.model import Found, Link, Piece
from extract.scene import Scene
from extract.sections import topic_at, topics_at
from graph.ids import entity_id

_ATTRACT = re.compile(
    r"紧盯|盯引|引进|引入|招引|吸引|招商|落户(?![^，。]{0,10}的)|入驻|瞄准|招大引强|力争落地|争取落地|推动落地|新落户"
)
_COOPERATE = re.compile(r"对接|合作|交流|战略联盟|与|对标|学习|借鉴|看齐")
COURTED = re.compile(
    r"[^，。；]{0,30}(?:企业|公司|厂商)(?:等)?(?:开展)?(?:精准|定向)?招商"
)  # 面向海辰储能、远景能源等头部企业开展招商
_BODIES = re.compile(r"等(?:单位|部门)|参加的|组成的")
_ROLES = (("链主", "链主"), ("龙头", "龙头"), ("骨干", "骨干"), ("领军", "龙头"), ("配套", "配套"))
_KIND = re.compile(r"等(?:[一二三四五六七八九十\d]+多?家)?(?P<chain>[\u4e00-\u9fff]{2,10}?)(?:骨干|龙头|重点)?企业")
_BUILDING = re.compile(
    r"(?:重点|大力|加快|着力|积极|延伸|拓展|巩固|主攻)?(?:发展|打造|做强|做大|做优|做精|培育|建设|壮大|形成|构建)"
)
_LINKING = re.compile(r"对接|承接|转移|引进|引入|招引|融入|嵌入")
_ROLE_AFTER = re.compile(r"(?:链主|龙头|骨干)(?:作用|优势|地位|企业|牵引)")
_ROLE_HEAD = re.compile(r"(?:等)?([\u4e00-\u9fff]{0,8})企业|为(?:龙头|骨干|链主|代表|配套)")
_ROLE_BEFORE = re.compile(r"(?:链主|龙头|骨干|配套)(?:企业)?[：:][^。；：:\n]*$")
_RELIED = re.compile(r"依托|依靠|发挥")
_JOINS = ("、", "和", "与", "及")
_OTHERS = re.compile(r"进入|融入|嵌入|供应链|企业")
_GOODS, _SHORTEST_CORE = ("装备", "制造", "器械", "材料", "产品", "加工"), 2
_BESIDE, _SHORTEST_NAME = 30, 3
# Who only finances a chain is none of its firms.
_BANK = re.compile(r"(?:银行|分行|支行|保险|证券|担保|基金|信托)$")
_INVESTOR = re.compile(r"[省市县区]?(?:国有|产业|城市|建设|金融|科技|工业|高新)?(?:资本|投资|产投|国投|城投|金控|科创)")
_PAIR = re.compile(r"(?:支持|推动|鼓励|引导|促进|组织)")
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
        if _ATTRACT.search(before) or COURTED.match(scene.text, found.end):
            yield from _attracted(scene, found)
        elif (not _COOPERATE.search(before) or _paired(scene, found, start)) and not _BODIES.search(
            scene.text, found.end, end
        ):
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


def _paired(scene: Scene, found: Found, start: int) -> bool:
    """Whether a firm is the partner of another that is told to act (支持甲集团|与|乙公司深化合作), and is not known to
    be at home elsewhere."""
    there, home = place_of(scene.known.enterprises.find(found.name)), scene.home
    if there is not None and home is not None and not regions().is_within(there, home):
        return False
    firms = scene.within(start, found.start, "Enterprise")
    return (
        bool(firms)
        and scene.text[firms[-1].end : found.start] in ("与", "、", "和")
        and _PAIR.fullmatch(scene.text, start, firms[0].start) is not None
    )


def _attracted(scene: Scene, found: Found) -> Iterator[Link]:
    sentence = scene.sentence_at(found.start)
    start, _ = fragment(scene, sentence, found.start)
    named = [
        c
        for c in scene.within(sentence.start, found.start, "IndustryChain")
        if not _passing_by(scene, sentence, c, start)
    ]
    _, end = fragment(scene, sentence, found.start)
    section = topic_at(scene, found.start)
    named = named or _field(scene, start, found.start) or _next_fragment(scene, sentence, end)[:1]
    chains = {chain.id for chain in (*named[-1:], section) if chain is not None}
    for chain in sorted(chains):
        yield Link(chain, "ATTRACTS", found.id, sentence.start, sentence.end, "attracts-section")
    if not chains and scene.title_chain is not None:
        yield Link(scene.title_chain.id, "ATTRACTS", found.id, sentence.start, sentence.end, "attracts-title")
    place = subject_of(scene, sentence, found.start) if not chains else None
    if place is not None:
        yield Link(place.id, "ATTRACTS", found.id, sentence.start, sentence.end, "attracts-place")
    elif not chains and scene.home is not None:
        home = entity_id(scene.home.label, scene.home.code)
        yield Link(home, "ATTRACTS", found.id, sentence.start, sentence.end, "attracts-region")


def _field(scene: Scene, start: int, end: int) -> list[Found]:
    """The document's chain that is named as a field in [start, end): 输变电装备|领域重点引进…"""
    mark = scene.text.find("领域", start, end)
    names = (scene.text[left:mark] for left in range(start, mark - 1)) if mark >= 0 else ()
    return [chain for name in names if (chain := scene.chain_names.get(name)) is not None][:1]


def _passing_by(scene: Scene, sentence: Piece, chain: Found, start: int) -> bool:
    """Whether a chain is only linked up with; one in the attraction's own fragment is not (围绕…产业积极引进)."""
    return chain.start < start and _passing(scene, sentence, chain)


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
    worded = _worded(scene, found, span)
    if worded is not None:
        return worded
    before = [chain for chain in chains if chain.end <= span[0] and not _passing(scene, sentence, chain)]
    if before:
        return before[-1]
    following = _next_fragment(scene, sentence, span[1])
    section = next(iter(following), None) or topic_at(scene, found.start)
    if section is not None:
        return section
    supported = _SUBJECT.search(scene.text, max(sentence.start, found.start - 24), found.start) is not None
    beside = [chain for chain in chains if supported and 0 <= chain.start - found.end < _BESIDE]
    if beside:
        return beside[0]
    return _trade(scene, found) or (scene.title_chain if supported else None)


def _of_clause(scene: Scene, found: Found, chain: Found | None) -> list[Found]:
    """A chain if the clause of a firm names it."""
    if chain is None:
        return []
    clause = scene.clauses[scene.clause_at(found.start)]
    return [item for item in scene.within(clause.start, found.start, "IndustryChain") if item.id == chain.id][:1]


def _trade(scene: Scene, found: Found) -> Found | None:
    """The document's chain that a firm bears in its name: 北平|机床 in 机床装备."""
    names = scene.chain_names
    for length in range(len(found.name), _SHORTEST_CORE - 1, -1):
        core = found.name[-length:]
        borne = {core + goods for goods in _GOODS} | ({core} if not core.endswith(_GOODS) else set())
        if not borne.isdisjoint(names):
            return next(chain for name, chain in names.items() if name in borne)
    return None


def _worded(scene: Scene, found: Found, span: tuple[int, int]) -> Found | None:
    """The document's chain whose name is in the words on what a firm is to do: 支持甲|提升高端|印制电路板|制造水平."""
    if _SUBJECT.search(scene.text, max(span[0], found.start - _BESIDE), found.start) is None:
        return None
    start = max([item.end for item in scene.within(found.end, span[1])], default=found.end)
    said = scene.text[start : span[1]]
    if _COOPERATE.search(said) is not None or _OTHERS.search(said) is not None:
        return None
    names = [name for name in scene.chain_names if len(name) >= _SHORTEST_NAME and name in said]
    return scene.chain_names[max(names, key=len)] if names else None


def _chains_of(scene: Scene, found: Found, span: tuple[int, int]) -> list[Found]:
    """The chain that a firm's sentence tells, that of its section, and those of the sections above that are called so
    (（一）做强电子信息产业集群, but not 1. 巩固智能终端优势)."""
    chain = _chain_of(scene, found, span) if not _is_financier(scene, found) else None
    if chain is None:
        return []
    sections = topics_at(scene, found.start)
    told = (
        *_joined(scene, chain, span),
        *_later(scene, found, span),
        *sections[:1],
        *_of_clause(scene, found, _trade(scene, found)),
        *(section for section in sections[1:] if section.rule == "chain-suffix"),
    )
    return list({item.id: item for item in told}.values())


def _joined(scene: Scene, chain: Found, span: tuple[int, int]) -> list[Found]:
    """A chain with those that a list joins to it on the right: 发展|重型成形装备和机器人|产业."""
    run = [chain]
    if scene.text.find("分别", span[0], chain.start) >= 0:
        return run
    for other in scene.within(chain.end, span[1], "IndustryChain") if span[0] <= chain.start else ():
        if scene.text[run[-1].end : other.start] not in _JOINS:
            break
        run.append(other)
    return run


def _later(scene: Scene, found: Found, span: tuple[int, int]) -> list[Found]:
    """The chain that the rest of the sentence speaks of, for a firm relied on: 依托|甲等企业，推动…完善航空产业."""
    if _RELIED.search(scene.text, span[0], found.start) is None or scene.within(*span, "IndustryChain"):
        return []
    sentence = scene.sentence_at(found.start)
    later = scene.within(span[1], sentence.end, "IndustryChain")[:1]
    return [chain for chain in later if not _passing(scene, sentence, chain)]


def _is_financier(scene: Scene, found: Found) -> bool:
    """Whether a firm is a bank, or by its name only an investor: 广西|柳州|产业投资发展集团, not 有色投资集团."""
    start = found.start
    for left, right, _ in scene.regions_in(found.start, found.end):
        start = right if left == start else start
    return _BANK.search(found.name) is not None or _INVESTOR.match(scene.text, start, found.end) is not None


def _respective(scene: Scene, found: Found, span: tuple[int, int]) -> Found | None:
    """甲、乙|分别|做大丙、丁产业: the chain in the place of the firm; None where there are not as many."""
    mark = scene.text.find("分别", found.end, span[1])
    firms = scene.within(span[0], mark, "Enterprise") if mark >= 0 else []
    chains = scene.within(mark, span[1], "IndustryChain") if len(firms) > 1 else []
    return chains[firms.index(found)] if chains and len(chains) == len(firms) else None


def _next_fragment(scene: Scene, sentence: Piece, end: int) -> list[Found]:
    """The chains that the fragment behind the firms is about: 依托舍弗勒…，|打造汽车核心零部件产业集群."""
    if end + 1 >= sentence.end or _BUILDING.match(scene.text, end + 1) is None:
        return []
    start, stop = fragment(scene, sentence, end + 1)
    return scene.within(start, stop, "IndustryChain")


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
