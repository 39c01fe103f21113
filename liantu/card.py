"""The lookup card as people read it: names, place, relations counted, sentences with policy and clause."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from graph.ontology import ontology
from graph.stores import shown
from liantu.output.safe import safe
from queries.lookup import Card, Tie
from queries.names import Found, Hit
from queries.sentences import Sentence

_PARTNERS = 12
_NAMES = 3
_ROLES = {"lead": "牵头", "member": "参与"}
_ARROWS = {"out": "→", "in": "←", "both": "↔"}


def card_text(card: Card, evidence: int) -> str:
    """The card, with at most `evidence` sentences. Text from documents is made harmless."""
    return "".join(f"{safe(line)}\n" if line else "\n" for line in _lines(card, evidence))


def card_record(card: Card) -> dict[str, object]:
    """The whole card for a program."""
    hit = card.hit
    head = {"id": hit.id, "label": hit.label, "zh": hit.zh, "name": hit.name, "aliases": list(hit.aliases)}
    return head | {
        "path": list(card.path),
        "properties": dict(card.properties),
        "documents": card.documents,
        "clauses": card.clauses,
        "relations": [asdict(tie) for tie in card.ties],
        "sentences": [asdict(sentence) for sentence in card.sentences],
    }


def choices_text(name: str, hits: tuple[Hit, ...]) -> str:
    """What else the name may mean, a line each."""
    lines = [f"{name} may also mean:", *(f"  {hit.name}（{hit.zh}）{hit.id}" for hit in hits)]
    return "".join(f"{safe(line)}\n" for line in lines)


def nearest_sentence(name: str, found: Found, graph: str | None) -> str:
    """What to say when there is nothing of that name."""
    near = "、".join(f"{hit.name}（{hit.zh}）" for hit in found.nearest)
    remedy = f"the nearest names are {near}" if near else "no name is near it; see `liantu query` for what to ask"
    return f"{name} is not in {shown(graph)}; {remedy}."


def _lines(card: Card, evidence: int) -> Iterator[str]:
    """The lines of the card."""
    hit = card.hit
    yield f"{hit.name}（{hit.zh}）  {hit.id}"
    if hit.aliases:
        yield f"  又名  {'、'.join(hit.aliases)}"
    if len(card.path) > 1:
        yield f"  位置  {' > '.join(card.path)}"
    known = ontology().labels[hit.label].properties
    for key, value in card.properties:
        meaning = known[key]
        yield f"  {'类别' if '/' in meaning else meaning}  {value}"
    yield f"  提及  {card.documents} 份文件 {card.clauses} 条"
    for heading, ties in groupby(card.ties, key=lambda tie: (tie.zh, tie.direction)):
        yield from _group(heading, list(ties))
    if card.sentences and evidence:
        yield ""
        yield "依据"
        for sentence in card.sentences[:evidence]:
            yield from _sentence(sentence)


def _group(heading: tuple[str, str], ties: list[Tie]) -> Iterator[str]:
    """One kind of relation: its name, how many partners, the strongest with their clauses; duties by document."""
    zh, direction = heading
    lead = sum("lead" in tie.notes for tie in ties)
    yield ""
    yield f"{zh} {_ARROWS.get(direction, '')} {len(ties)}" + (f"（牵头 {lead}）" if lead else "")
    for policy, group in groupby(ties[:_PARTNERS], key=lambda tie: tie.policy):
        if policy:
            yield f"  《{policy}》"
        yield from map(_tie, group)
    if len(ties) > _PARTNERS:
        yield f"  …… 另有 {len(ties) - _PARTNERS} 个，--json 列出全部"


def _tie(tie: Tie) -> str:
    """A partner with the number of clauses, or a clause with the role in it."""
    notes = [_ROLES.get(note, note) for note in tie.notes]
    if tie.policy:
        return f"    {'、'.join(notes) or '参与'}  {tie.partner}"
    return f"  {tie.clauses:>3} 条  {tie.partner}" + (f"（{'、'.join(notes)}）" if notes else "")


def _sentence(sentence: Sentence) -> Iterator[str]:
    """A sentence, what it says and where it stands."""
    partners: dict[str, list[str]] = {}
    for relation, partner in sentence.says:
        partners.setdefault(relation, []).append(partner)
    says = "；".join(f"{relation} {_listed(names)}" for relation, names in partners.items())
    yield f"  [{says}] {sentence.quote}"
    where = [f"《{sentence.policy}》", sentence.number, sentence.issued, sentence.clause]
    yield f"      —— {' '.join(part for part in where if part)}"


def _listed(names: list[str]) -> str:
    """The first few of some names."""
    return "、".join(names[:_NAMES]) + (f"等 {len(names)} 个" if len(names) > _NAMES else "")
