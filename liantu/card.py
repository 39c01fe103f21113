"""The lookup card as people read it: names, place, relations counted, sentences with policy and clause."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from graph.ontology import ontology
from liantu.output.safe import safe
from queries.lookup import Card, Tie
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
        "first": asdict(card.first) if card.first else None,
        "last": asdict(card.last) if card.last else None,
        "relations": [asdict(tie) for tie in card.ties],
        "sentences": [asdict(sentence) for sentence in card.sentences],
    }


def _lines(card: Card, evidence: int) -> Iterator[str]:
    """The lines of the card."""
    hit = card.hit
    yield f"{hit.name}（{hit.zh}）  {hit.id}"
    told = {value for _, value in card.properties}
    others = [alias for alias in hit.aliases if alias not in told]
    if others:
        yield f"  又名  {'、'.join(others)}"
    if len(card.path) > 1:
        yield f"  位置  {' > '.join(card.path)}"
    known = ontology().labels[hit.label].properties
    for key, value in card.properties:
        meaning = known[key]
        yield f"  {'类别' if '/' in meaning else meaning}  {value}"
    yield f"  提及  {card.documents} 份文件 {card.clauses} 条"
    namings = {"最早": card.first, "最近": card.last if card.last != card.first else None}
    for title, naming in namings.items():
        if naming is not None:
            yield f"  {title}  {' '.join(filter(None, (naming.issued, f'《{naming.policy}》', naming.number)))}"
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
    if tie.partner_label == "Target":
        return f"  {tie.partner}"
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
