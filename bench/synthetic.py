"""Synthetic documents about places: those of bench/loading.py under names as they occur, with what else documents say.

Every name is real in form only. A few places, chains, firms and documents are named again and again, most of them once
or twice, as in a real corpus. The same seed gives the same documents.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar
from zlib import crc32

from loading import plain_document

from extract.gazetteers.regions import Region, regions
from graph.facts import Clause, Document, Entity, Evidence, Mention, Properties, Relation
from graph.ids import entity_id
from graph.ontology import ontology
from graph.rows import LinkRow, rows
from graph.stores.base import Changes, NodeChange, Store
from graph.support import Support, changed, merged, write_support
from liantu.hierarchy import divisions

DOCUMENTS = 200
_SEED = 7
Item = TypeVar("Item")
_BRANDS = "华中天宏湘星新金科泰远东方盛达瑞恒信德立源光明海龙宇通正阳创凯安博力诚"
_FIELDS = [
    "先进钢铁材料",
    "工程机械",
    "轨道交通装备",
    "电子陶瓷",
    "新能源汽车",
    "生物医药",
    "绿色建材",
    "锂电池",
    "航空动力",
    "食品加工",
]
_KINDS = ["零部件", "关键材料", "整机", "检测", "回收", "软件", "电机", "控制系统", "模具", "涂料"]
_TRADES = ["科技", "新材料", "机械", "智能装备", "生物医药", "电子", "新能源", "钢铁", "食品", "电气"]
_OFFICES = ["工业和信息化局", "发展和改革委员会", "商务局", "科学技术局", "财政局", "自然资源局", "人民政府"]
_METRICS = ["总产值", "研发投入强度", "规模以上企业数", "税收", "主营业务收入", "高新技术企业数", "投资额", "出口额"]
_MODES = ("对接", "共建", "承接转移", "融入", "合作", "联盟")
_CONFIDENCE = (0.7, *(0.85, 0.9, 0.95, 0.98) * 4)
_ROLES = ("龙头", "骨干", "链主", "配套")
_CITED = ("依据", "贯彻", "转发", "修订", "废止", "依据", "依据")
_GROUPS = ["长株潭", "株潭娄", "粤港澳大湾区", "京津冀", "长三角", "成渝", "长江中游", "中原", "关中平原", "环洞庭湖"]


@dataclass(slots=True)
class _World:
    """What documents may name: entities by label with how often each is drawn."""

    names: list[tuple[str, str]] = field(default_factory=list)
    places: list[Entity] = field(default_factory=list)
    groups: list[tuple[Entity, list[Entity]]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def home(self, name: str) -> Entity:
        """Where a park or an institution lies, or a firm that is in no park: always the same place."""
        return self.places[crc32(name.encode("utf-8")) % len(self.places)]


def documents(number: int = DOCUMENTS) -> Iterator[Document]:
    """About 100,000 nodes and 500,000 relationships in 200 documents."""
    chance = random.Random(_SEED)
    world = _world(chance)
    for index in range(number):
        title = f"{chance.choice(world.places).name}关于加快第{index}批产业发展的实施意见"
        yield _Grown(plain_document(title, chance, world.names), chance, world).document(index)
        world.titles.append(title)


def _world(chance: random.Random) -> _World:
    """Names by label, the first of each the most frequent; divisions of the gazetteer."""
    cities = [region for region in _divisions() if region.level == "city"]
    counties = [region for region in _divisions() if region.level == "county"]
    chance.shuffle(cities)
    chance.shuffle(counties)
    short = [region.short or region.name for region in cities + counties]
    pool = {
        "Enterprise": [_brand(chance, short) + chance.choice(_TRADES) + "有限公司" for _ in range(52_000)],
        "Project": [_brand(chance, short) + chance.choice(_FIELDS) + "项目" for _ in range(9_000)],
        "IndustryChain": [f"{a}{b}" for a in [*_FIELDS, *short[:250]] for b in ("", *_KINDS)],
        "Agency": [region.name + office for region in cities + counties[:400] for office in _OFFICES],
        "Park": [name + kind for name in short[:1000] for kind in ("高新区", "经开区")],
        "Institution": [_brand(chance, short) + kind for kind in ("大学", "研究院") for _ in range(2_000)],
    }
    drawn = [_frequent([(label, name) for name in dict.fromkeys(names)]) for label, names in pool.items()]
    places = [_place(region) for region in cities + counties]
    groups = [
        (Entity(f"CityGroup:{name}", "CityGroup", name), chance.sample(places[:300], 3 + 2 * rank))
        for rank, name in enumerate(_GROUPS)
    ]
    return _World([*chain(*drawn)], _frequent(places), groups)


def _divisions() -> list[Region]:
    """All provinces, cities and counties."""
    table = regions()
    found = (table.candidates(name) for name, _ in table.names())
    return list(dict.fromkeys(region for several in found for region in several))


def _place(region: Region) -> Entity:
    names = (region.short,) if region.short else ()
    properties: Properties = {"level": region.level, "adcode": region.code}
    return Entity(entity_id(region.label, region.code), region.label, region.name, names, properties)


def _brand(chance: random.Random, places: Sequence[str]) -> str:
    return chance.choice(places) + "".join(chance.choices(_BRANDS, k=2))


def _frequent(items: Sequence[Item]) -> list[Item]:
    """Each item once, and the first ones again and again: the n-th some 1/n times as often as the first."""
    again = (item for rank, item in enumerate(items, 1) for _ in range(len(items) // (50 * rank)))
    return [*items, *again]


class _Grown:
    """A plain document on its way to one that also speaks of places: names are added at the end of its clauses."""

    def __init__(self, plain: Document, chance: random.Random, world: _World) -> None:
        """Nothing is added yet."""
        self._plain, self._chance, self._world = plain, chance, world
        self._own = plain.entities[0]
        self._by_label: dict[str, list[Entity]] = {}
        for entity in plain.entities[1:]:
            self._by_label.setdefault(entity.type, []).append(entity)
        self._added: dict[str, Entity] = {}
        self._mentions: dict[str, list[Mention]] = {}
        self._relations: list[Relation] = []
        self._clauses: list[Clause] = []
        self._moved: dict[str, int] = {}

    def document(self, index: int) -> Document:
        """The whole of it; `index` is its place in time."""
        for number, clause in enumerate(self._plain.clauses):
            self._grow(clause)
            if not number:
                self._head()
            self._say()
        self._settle()
        plain = [self._shifted(entity) for entity in self._plain.entities]
        known = {entity.id for entity in plain}
        added = [replace(entity, mentions=tuple(self._mentions[key])) for key, entity in self._added.items()]
        about = next(entity for entity in added if entity.type in ("City", "County"))
        policy = replace(
            self._plain.policy,
            number=f"发〔{2012 + index // 15}〕{index}号",
            issued=f"{2012 + index // 15}-{index % 12 + 1:02}-{index % 28 + 1:02}",
            effective_until=None if index % 3 else f"{2017 + index // 15}-12-31",
            genre="意见",
            region=about.name,
            source=f"corpus/{index:04}.txt",
        )
        entities = (*plain, *(entity for entity in added if entity.id not in known))
        return Document(policy, tuple(self._clauses), entities, tuple(self._relations))

    def _grow(self, clause: Clause) -> None:
        """Begin a clause, where the ones before have grown by so much."""
        start = self._clauses[-1].end if self._clauses else 0
        self._moved[clause.id] = start - clause.start
        self._clauses.append(replace(clause, start=start, end=start + len(clause.text)))

    def _name(self, entity: Entity) -> Entity:
        """Name something at the end of the clause."""
        clause = self._clauses[-1]
        mention = Mention(clause.end, clause.end + len(entity.name), entity.name, clause.id)
        self._clauses[-1] = replace(clause, end=mention.end + 1, text=f"{clause.text}{entity.name}、")
        self._added.setdefault(entity.id, entity)
        self._mentions.setdefault(entity.id, []).append(mention)
        return entity

    def _state(self, source: Entity, kind: str, target: Entity | Clause, **properties: str) -> None:
        """State a relation, unless a thing would be joined to itself; the clause so far is the evidence."""
        clause = self._clauses[-1]
        if source.id != target.id:
            start = max(clause.start, clause.end - 60)
            quote = clause.text[start - clause.start :]
            confidence = self._chance.choice(_CONFIDENCE)
            said = Evidence(clause.id, start, clause.end, quote, f"bench-{kind.lower()}", confidence)
            self._relations.append(Relation(source.id, kind, target.id, properties, (said,)))

    def _one(self, label: str) -> Entity:
        """Something that the plain document names, of a label; the first ones most often."""
        found = self._by_label[label]
        return found[int(len(found) * self._chance.random() ** 2)]

    def _head(self) -> None:
        """Who issues the document, what it applies to, what it cites."""
        place = self._name(self._chance.choice(self._world.places))
        self._state(self._one("Agency"), "ISSUED", self._own)
        self._state(self._own, "APPLIES_TO", place)
        for title in dict.fromkeys(self._chance.choice(self._world.titles) for _ in self._world.titles[:5]):
            cited = self._name(Entity(f"Policy:{title}", "Policy", title))
            self._state(self._own, "CITES", cited, mode=self._chance.choice(_CITED))

    def _say(self) -> None:
        """What a clause says of places, chains, firms and parks."""
        chance, world = self._chance, self._world
        here = self._name(chance.choice(world.places))
        chain_, firm, park = self._one("IndustryChain"), self._one("Enterprise"), self._one("Park")
        self._state(here, "DEVELOPS", chain_)
        if chance.random() < 0.6:
            self._state(firm, "LOCATED_IN", park if len(firm.name) % 2 else self._name(world.home(firm.name)))
        self._state(self._one("Agency"), "RESPONSIBLE_FOR", self._clauses[-1], role="member")
        if chance.random() < 0.4:
            there = self._name(chance.choice(world.places))
            self._state(here, "COOPERATES_WITH", there, mode=chance.choice(_MODES))
            self._state(park, "LOCATED_IN", self._name(world.home(park.name)))
        if chance.random() < 0.3:
            self._state(here, "ATTRACTS", self._one("Enterprise"))
            self._state(chain_, "ATTRACTS", self._one("Enterprise"))
            self._state(park, "DEVELOPS", chain_)
        if chance.random() < 0.2:
            self._tell(here, chain_, firm)

    def _tell(self, here: Entity, chain_: Entity, firm: Entity) -> None:
        """What only some clauses say: groups of cities, sub-chains, institutes, roles of firms."""
        chance, world = self._chance, self._world
        group, members = chance.choice(world.groups)
        self._state(here, "COOPERATES_WITH", self._name(group), mode="融入")
        self._state(self._name(chance.choice(members)), "MEMBER_OF", group)
        above = next((name for name in _FIELDS if chain_.name.startswith(name)), None)
        if above:
            self._state(chain_, "SUBCHAIN_OF", self._name(Entity(f"IndustryChain:{above}", "IndustryChain", above)))
        institute = self._one("Institution")
        self._state(institute, "COOPERATES_WITH", firm, mode="合作研发")
        self._state(institute, "LOCATED_IN", self._name(world.home(institute.name)))
        self._state(firm, "IN_CHAIN", chain_, role=chance.choice(_ROLES))

    def _settle(self) -> None:
        """The relations of the plain document, with their evidence where the clauses are now."""
        for relation in self._plain.relations:
            said = tuple(
                replace(item, start=item.start + self._moved[item.clause], end=item.end + self._moved[item.clause])
                for item in relation.evidence
            )
            self._relations.append(replace(relation, evidence=said))
            if relation.type == "HAS_TARGET":
                where = said[0]
                mention = Mention(where.start, where.start + 4, where.quote[:4], where.clause)
                self._mentions.setdefault(relation.target, []).append(mention)

    def _shifted(self, entity: Entity) -> Entity:
        """An entity of the plain document with its mentions where the clauses are now."""
        moved = (
            replace(item, start=item.start + self._moved[item.clause], end=item.end + self._moved[item.clause])
            for item in entity.mentions
        )
        properties = entity.properties
        if entity.type == "Target":
            properties = {
                **properties,
                "metric": self._chance.choice(_METRICS),
                "year": self._chance.randint(2015, 2030),
            }
        return replace(entity, properties=properties, mentions=(*moved, *self._mentions.get(entity.id, ())))


def fill(store: Store, chosen: Iterable[Document]) -> None:
    """Write documents at once; what is in the graph is what loading one after the other leaves."""
    supports: dict[str, Support] = {}
    labels: dict[str, str] = {}
    links: dict[tuple[str, str, str, str], LinkRow] = {}
    for document in chosen:
        contribution = rows(document, divisions)
        links |= contribution.links
        for key, node in contribution.nodes.items():
            supports[key] = changed(supports.get(key, {}), None, node.part)
            labels[key] = node.label
    known = ontology().labels
    nodes = tuple(
        NodeChange(
            key, labels[key], known[labels[key]].region, True, merged(support) | {"support": write_support(support)}
        )
        for key, support in supports.items()
    )
    store.write(lambda transaction: transaction.apply(Changes(nodes, tuple(links.values()))))
