"""Small documents drawn at random that share entities, for tests of histories: aliases, properties and links vary."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from graph.facts import Clause, Document, Entity, Evidence, Mention, Policy, Properties, Relation
from graph.verify import verify

TITLES = ("甲文件", "乙文件", "丙文件")
# label, key, name, properties that every document gives, a property that documents give or not.
_POOL: tuple[tuple[str, str, str, Properties, str], ...] = (
    ("City", "431300", "娄底市", {"adcode": "431300"}, "level"),
    ("City", "430300", "湘潭市", {"adcode": "430300"}, "level"),
    ("County", "430321", "湘潭县", {"adcode": "430321"}, "level"),
    ("IndustryChain", "钢铁", "钢铁", {}, "kind"),
    ("IndustryChain", "锑", "锑", {}, "kind"),
    ("Enterprise", "涟钢", "涟钢", {}, "officialName"),
    ("Agency", "省工信厅", "省工信厅", {}, "generic"),
    ("Policy", "甲文件", "甲文件", {}, "number"),
    ("Policy", "条例", "条例", {}, "number"),
)
_CITIES, _CHAINS, _FIRMS, _AGENCIES, _POLICIES = (0, 1, 2), (3, 4), (5,), (6,), (7, 8)


@dataclass(frozen=True)
class Pick:
    """One entity of the pool as a document tells it."""

    index: int
    aliases: tuple[str, ...]
    told: str | None


PICKS = st.lists(
    st.builds(
        Pick,
        st.integers(0, len(_POOL) - 1),
        st.sampled_from([(), ("别名一",), ("别名一", "别名二")]),
        st.sampled_from([None, "一", "二"]),
    ),
    max_size=5,
    unique_by=lambda pick: pick.index,
)


def document(title: str, picks: Sequence[Pick], mode: str | None) -> Document:
    """A document of one or two clauses that names what was picked, with all the relations that can be between them."""
    own = Entity(f"Policy:{title}", "Policy", title)
    chosen = [pick for pick in picks if f"Policy:{_POOL[pick.index][1]}" != own.id]
    clauses, mentions = _clauses(title, chosen)
    entities = [_entity(pick, mentions[pick.index]) for pick in chosen]
    relations = _relations(own.id, {pick.index for pick in chosen}, clauses, mode)
    number = f"{len(chosen)}号" if mode else None
    found = Document(Policy(own.id, title, number), clauses, (own, *entities), relations)
    verify(found)
    return found


def _clauses(title: str, chosen: Sequence[Pick]) -> tuple[tuple[Clause, ...], dict[int, tuple[Mention, ...]]]:
    """Two clauses that together name everything, the second only where there is more than one thing to name."""
    clauses: list[Clause] = []
    mentions: dict[int, tuple[Mention, ...]] = {}
    start = 0
    for number, part in enumerate((chosen[:1], chosen[1:]), start=1):
        if not part:
            continue
        key, text, at = f"Clause:{title}#{number}", "", start
        for pick in part:
            name = _POOL[pick.index][2]
            mentions[pick.index] = (Mention(at + len(text), at + len(text) + len(name), name, key),)
            text += name
        clauses.append(Clause(key, f"第{number}条", "", start, start + len(text), text))
        start += len(text)
    return tuple(clauses), mentions


def _entity(pick: Pick, mentions: tuple[Mention, ...]) -> Entity:
    label, key, name, properties, further = _POOL[pick.index]
    told = {further: pick.told} if pick.told else {}
    return Entity(f"{label}:{key}", label, name, pick.aliases, {**properties, **told}, mentions)


def _relations(own: str, there: set[int], clauses: Sequence[Clause], mode: str | None) -> tuple[Relation, ...]:
    if not clauses:
        return ()
    said = tuple(Evidence(item.id, item.start, item.end, item.text, "test", 0.9) for item in clauses)
    ids = [f"{label}:{key}" for label, key, *_ in _POOL]
    cities, chains, firms, agencies, policies = (
        [ids[index] for index in group if index in there] for group in (_CITIES, _CHAINS, _FIRMS, _AGENCIES, _POLICIES)
    )
    modes = {"mode": mode} if mode else {}
    found = [Relation(a, "COOPERATES_WITH", b, modes, said) for a in cities for b in cities if a < b]
    found += [Relation(city, "DEVELOPS", chain, {}, said[:1]) for city in cities for chain in chains]
    found += [Relation(firm, "IN_CHAIN", chain, {}, said[-1:]) for firm in firms for chain in chains]
    found += [Relation(agency, "RESPONSIBLE_FOR", clauses[0].id, {"role": "lead"}, said[:1]) for agency in agencies]
    found += [Relation(own, "CITES", policy, modes, said[:1]) for policy in policies]
    return tuple(found)


def documents_called(title: str) -> st.SearchStrategy[Document]:
    """Documents of one title."""
    return st.builds(document, st.just(title), PICKS, st.sampled_from([None, "对接", "共建"]))
