"""From facts to a picture: facts between the same two things become one link, their clauses its sentences."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from viz.cards import cards, sign
from viz.model import Link, Node, Picture, Sentence
from viz.options import ViewOptions
from viz.reading import Fact, Reader, Thing
from viz.resources import words
from viz.sentences import sentence

Layer = Callable[[Thing], int | None]
_DUTIES = {"lead": "牵头", "member": "参与"}
_RANKS = ("链主", "龙头", "骨干", "配套")
_DETAILS = (("role", "角色"), ("mode", "方式"))


class Drawing:
    """One picture in the making: what the view adds is filtered by the options, and dressed for the page at the end."""

    def __init__(self, store: Store, view: str, options: ViewOptions) -> None:
        self.reader, self.view, self.options, self.words = Reader(store), view, options, words(view)
        self.facts: list[Fact] = []
        self.derived: list[Link] = []
        self.notes: list[str] = []

    def add(self, query: str, **parameters: Any) -> list[Fact]:
        """Ask a query for facts and keep those that the options let through."""
        return self.keep(self.reader.facts(query, **parameters))

    def keep(self, facts: Iterable[Fact]) -> list[Fact]:
        """Keep those facts that the options let through and that are not there yet."""
        known = set(map(_key, self.facts))
        kept = [fact for fact in self.wanted(facts) if _key(fact) not in known]
        self.facts += kept
        return kept

    def wanted(self, facts: Iterable[Fact]) -> list[Fact]:
        """Those facts that the options let through: sure enough, and of documents that are new enough."""
        offered = list(facts)
        self.reader.meet(fact.policy for fact in offered)
        return [fact for fact in offered if self._wanted(fact)]

    def _wanted(self, fact: Fact) -> bool:
        since = self.options.since
        if float(fact.properties.get("confidence") or 1.0) < self.options.confidence:
            return False
        if since is None or not fact.policy:
            return True
        issued = self.reader.thing(fact.policy).properties.get("issuedOn") or ""
        return bool(issued) and int(issued[:4]) >= since

    def picture(
        self, main: Sequence[str], *, layout: str, layer: Layer = lambda _: None, empty: str = "empty", **told: object
    ) -> Picture:
        """The picture of what was kept, about the nodes `main`.

        `told` fills in the view's words: its question and, where nothing is there, the sentence called `empty`.
        """
        links = sorted([*self._links(), *self.derived], key=_strength)
        ends = {end for link in links for end in (link.source, link.target)}
        self.reader.meet(ends | set(main))
        stated = [link for link in links if not link.derived]
        documents = {said.policy for link in stated for said in link.sentences}
        facts = sum(1 for fact in self.facts if fact.properties.get("quote"))
        return Picture(
            self.words["title"], self.words["question"].format(**told), self.options.date, len(documents), facts,
            self._nodes(sorted(ends | set(main)), main, layer) if links else (), tuple(links),
            tuple(self.notes if links else [self.words[empty].format(**told)]),
            self.view, self.options.layout or layout,
        )  # fmt: skip

    def _nodes(self, keys: Sequence[str], main: Sequence[str], layer: Layer) -> tuple[Node, ...]:
        told = cards(self.reader, keys)
        return tuple(self._node(self.reader.thing(key), told[key], key in main, layer) for key in keys)

    def _node(self, thing: Thing, told: tuple[tuple[str, str], ...], main: bool, layer: Layer) -> Node:
        known = thing.properties
        other = [*(known.get("aliases") or ()), known.get("shortName"), known.get("number")]
        name = sign(thing)
        aliases = tuple(dict.fromkeys(str(alias) for alias in other if alias and alias != name))
        return Node(thing.id, thing.label, name, aliases, known.get("lon"), known.get("lat"), told, layer(thing), main)

    def _links(self) -> list[Link]:
        """One link for each pair and type; who leads and who takes part is told apart."""
        self.reader.meet(fact.clause for fact in self.facts)
        groups: dict[tuple[str, str, str, str], list[Fact]] = {}
        for fact in self.facts:
            duty = str(fact.properties.get("role")) if fact.type == "RESPONSIBLE_FOR" else ""
            groups.setdefault((fact.source, fact.target, fact.type, duty), []).append(fact)
        return [self._link(facts) for facts in groups.values()]

    def _link(self, facts: Sequence[Fact]) -> Link:
        first = facts[0]
        relation = ontology().relations.get(first.type)
        details = [(title, _values(facts, name)) for name, title in _DETAILS if first.type != "RESPONSIBLE_FOR"]
        return Link(
            first.source, first.target, first.type, len({fact.clause for fact in facts} - {""}), kind=kind(facts),
            directed=relation is None or not relation.symmetric,
            details=tuple((title, values) for title, values in details if values),
            sentences=self.sentences(facts),
        )  # fmt: skip

    def sentences(self, facts: Iterable[Fact]) -> tuple[Sentence, ...]:
        """The sentences of facts, each once, newest document first."""
        facts = list(facts)
        self.reader.meet(key for fact in facts for key in (fact.clause, fact.policy))
        there = [fact for fact in facts if fact.clause in self.reader.things]
        said = {(fact.clause, _quote(fact)): self._sentence(fact) for fact in there}
        found = [said[key] for key in sorted(said)]
        return tuple(sorted(found, key=lambda item: item.issued, reverse=True))

    def _sentence(self, fact: Fact) -> Sentence:
        clause, policy = (self.reader.thing(key).properties for key in (fact.clause, fact.policy))
        return sentence({
            "policy": policy.get("name"), "number": policy.get("number"), "issued": policy.get("issuedOn"),
            "source": policy.get("source"), "clause": clause.get("number"), "text": clause.get("text"),
            "quote": _quote(fact), "clause_id": fact.clause, "confidence": fact.properties.get("confidence"),
        })  # fmt: skip


def kind(facts: Sequence[Fact]) -> str:
    """What a link of these facts is called: the duty, the highest role in a chain, else its type in Chinese."""
    roles = set(_values(facts, "role"))
    if facts[0].type == "RESPONSIBLE_FOR" and roles & _DUTIES.keys():
        return _DUTIES[min(roles & _DUTIES.keys())]
    known = ontology().relations.get(facts[0].type)
    return next((rank for rank in _RANKS if rank in roles), known.zh if known else facts[0].type)


def _quote(fact: Fact) -> str:
    return str(fact.properties.get("quote") or "")


def _key(fact: Fact) -> tuple[Any, ...]:
    return (fact.source, fact.target, fact.type, tuple(sorted((name, str(v)) for name, v in fact.properties.items())))


def _values(facts: Iterable[Fact], name: str) -> tuple[str, ...]:
    return tuple(sorted({str(fact.properties[name]) for fact in facts if fact.properties.get(name)}))


def _strength(link: Link) -> tuple[bool, int, str, str, str, str]:
    return link.derived, -link.weight, link.source, link.target, link.relation, link.kind
