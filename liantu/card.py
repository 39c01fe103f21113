"""The lookup card as people read it: names, place, relations counted, sentences with policy and clause."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from liantu.output.safe import safe
from queries.lookup import Card, Sentence, Tie
from queries.names import Found, Hit

_PARTNERS = 12
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
    return f"{name} is not in {graph or 'this graph'}; {remedy}."


def _lines(card: Card, evidence: int) -> Iterator[str]:
    """The lines of the card."""
    hit = card.hit
    yield f"{hit.name}（{hit.zh}）  {hit.id}"
    if hit.aliases:
        yield f"  又名  {'、'.join(hit.aliases)}"
    if len(card.path) > 1:
        yield f"  位置  {' > '.join(card.path)}"
    for title, value in card.properties:
        yield f"  {title}  {value}"
    yield f"  提及  {card.documents} 份文件"
    for heading, ties in groupby(card.ties, key=lambda tie: (tie.zh, tie.direction)):
        yield from _group(heading, list(ties))
    if card.sentences and evidence:
        yield ""
        yield "依据"
        for sentence in card.sentences[:evidence]:
            yield from _sentence(sentence)


def _group(heading: tuple[str, str], ties: list[Tie]) -> Iterator[str]:
    """One kind of relation: its name, how many partners, the strongest with their clauses."""
    zh, direction = heading
    yield ""
    yield f"{zh} {_ARROWS.get(direction, '')} {len(ties)}"
    for tie in ties[:_PARTNERS]:
        yield f"  {tie.clauses:>3} 条  {tie.partner or ''}"
    if len(ties) > _PARTNERS:
        yield f"           …… 另有 {len(ties) - _PARTNERS} 个"


def _sentence(sentence: Sentence) -> Iterator[str]:
    """A sentence and where it stands."""
    yield f"  [{sentence.relation} {sentence.partner}] {sentence.quote}"
    where = [f"《{sentence.policy}》", sentence.number, sentence.issued, sentence.clause]
    yield f"      —— {' '.join(part for part in where if part)}"
