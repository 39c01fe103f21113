"""A table of corrections, and what it makes of a document."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from graph.corrections.correction import Correction, Identify, Key, named, policy_key
from graph.corrections.decisions import DECISIONS
from graph.corrections.draft import Draft, Unmet
from graph.corrections.identities import settle
from graph.corrections.marks import said, texts_recorded
from graph.corrections.relations import in_words, labels_at
from graph.corrections.rules import Rules
from graph.corrections.sentences import Sentences
from graph.errors import TableError
from graph.facts import Document
from graph.ids import canonical_key
from graph.ontology import ontology

_ROUNDS = 8
_BECOMES = {name: kind.becomes for name, kind in DECISIONS.items() if kind.becomes is not None}


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document after its corrections. `effective` are the lines that hold in it, of which `changing` were not in
    effect before; `reasons` tell why others that came near do not hold, `lost` are the relations that went because the
    ontology does not allow them any more."""

    document: Document
    effective: frozenset[Correction]
    changing: frozenset[Correction]
    reasons: Mapping[Correction, str]
    lost: tuple[str, ...]


class Corrections:
    """The lines of a table, indexed so that a document only meets those about it."""

    def __init__(
        self, lines: Iterable[Correction], doubled: Iterable[tuple[Correction, Correction]] = (), source: str = ""
    ) -> None:
        """Lines that do not contradict one another; `doubled` are those that say what another one says."""
        self.lines, self.doubled, self.source = tuple(lines), tuple(doubled), source
        self._here: dict[str, list[Correction]] = {}
        for line in self.lines:
            if line.scope:
                self._here.setdefault(line.scope, []).append(line)
        everywhere = [line for line in self.lines if not line.scope]
        self._rules = _rules(everywhere)
        self._labels: dict[str, list[Correction]] = {}  # the decisions on what things are, by name whatever the type
        for line in self._rules.values():
            self._labels.setdefault(line.key[1], []).append(line)
        # By a word that a document must hold: the lines, each with the words of which it must hold one, too.
        self._by_word: dict[str, list[tuple[Correction, frozenset[str]]]] = {}
        for line in everywhere:
            if line.decision in ("missing", *_BECOMES):
                continue
            joins = line.relation and "Clause" not in labels_at(line, target=True)
            others = self._words(line.other, line.other_type) if joins else frozenset()
            for word in self._words(line.name, line.type):
                self._by_word.setdefault(word, []).append((line, others))
        self._by_text: dict[str, list[Correction]] = {}
        for line in self.lines:
            self._by_text.setdefault(said(line), []).append(line)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences([line for line in self.lines if line.decision == "missing"])

    @cached_property
    def fingerprint(self) -> str:
        """A checksum of all that the lines say, whatever their order: with the same one, documents become the same."""
        said_ = sorted([line.text, line.scope, line.detail, line.who, line.when] for line in self.lines)
        return sha256(json.dumps(said_, ensure_ascii=False).encode("utf-8")).hexdigest() if said_ else ""

    def _words(self, name: str, label: str) -> frozenset[str]:
        """The names under which a document may hold something: as it is told, and after other lines."""
        words = {canonical_key(name)}
        if words & self._labels.keys():
            rules = Rules(_BECOMES, self._rules)
            labels = (label,) if label else tuple(ontology().labels)
            for rule in filter(None, (rules.at((one, canonical_key(name))) for one in labels)):
                words |= {canonical_key(other) for _, other in rules.resolve(rule, name)[0]}
        return frozenset(words)

    # -- a document -------------------------------------------------------------------------------------------------

    def apply(self, document: Document, identify: Identify) -> Corrected:
        """Correct a verified document until nothing is left to do: what is corrected already stays as it is.

        The order of lines plays no part. Raises TableError where lines undo one another in the document.
        """
        here = self._about(document)
        rules = Rules(_BECOMES, self._rules, _rules(here))
        effective = self._recorded(document, here)
        reasons = {line: f"{known.where} says otherwise of the same policy" for line, known in _clashes(here)}
        lost: list[str] = []
        known = frozenset(effective)
        changing: set[Correction] = set()
        for _ in range(_ROUNDS):
            draft = self._round(document, rules, here, identify)
            after = draft.document()
            effective |= draft.effective
            changing |= draft.changing
            reasons |= draft.reasons
            lost += draft.lost
            if after == document:
                left = {line: reason for line, reason in reasons.items() if line not in effective}
                return Corrected(
                    document, frozenset(effective), frozenset(changing - known), left, tuple(dict.fromkeys(lost))
                )
            document = after
        restless = "; ".join(sorted(line.where for line in draft.effective)[:5])
        raise TableError(
            f"Some of these lines undo one another in 《{document.policy.title}》: {restless}; remove one."
        )

    def policies(self, document: Document) -> frozenset[str]:
        """Under what a line may name a document, as it is compared: title, number, id, other titles."""
        policy = document.policy
        own = next(entity for entity in document.entities if entity.id == policy.id)
        names = (policy.title, policy.number or "", policy.id, *own.aliases)
        return frozenset(policy_key(name) for name in names if name)

    def _about(self, document: Document) -> list[Correction]:
        """The lines that hold in this document only."""
        keys = sorted(self.policies(document))
        return list(dict.fromkeys(line for key in keys for line in self._here.get(key, ())))

    def _recorded(self, document: Document, here: Sequence[Correction]) -> set[Correction]:
        """The lines that held in the document when it was corrected before."""
        own = next(entity for entity in document.entities if entity.id == document.policy.id)
        texts = texts_recorded(own.properties.get("corrections"))
        mine = set(here)
        lines = (line for text in texts for line in self._by_text.get(text, ()))
        return {line for line in lines if not line.scope or line in mine}

    def _round(self, document: Document, rules: Rules, here: Sequence[Correction], identify: Identify) -> Draft:
        """Once through all that concerns a document: what things are, further names, relations that go and come."""
        places = self._sentences.found(document.clauses)
        draft = Draft(document, rules, identify, places)
        words = set(draft.names.words)
        self._other_labels(draft)
        settle(draft)
        words |= draft.names.words
        mine = set(here)
        near = [
            line
            for word in sorted(words)
            for line, others in self._by_word.get(word, ())
            if not others or not others.isdisjoint(words)
        ]
        near += [line for line in here if line.decision not in _BECOMES]
        near += [line for line in places if not line.scope or line in mine]
        order = list(DECISIONS)
        for line in sorted(dict.fromkeys(near), key=lambda line: (order.index(line.decision), line.text, line.scope)):
            apply = DECISIONS[line.decision].apply
            try:
                if apply is not None:
                    apply(draft, line)
            except Unmet as reason:
                draft.tell(line, str(reason))
        return draft

    def _other_labels(self, draft: Draft) -> None:
        """Tell of names that a line gives another type than the document does."""
        for entity in draft.entities.values():
            for line in self._labels.get(canonical_key(entity.name), ()):
                if line.type != entity.type:
                    zh = ontology().labels[entity.type].zh
                    draft.tell(line, f"{line.name} is {zh}, not {ontology().labels[line.type].zh}, "
                                     f"in 《{draft.policy.title}》")  # fmt: skip

    def effective_by(self, records: Iterable[str]) -> Iterator[Correction]:
        """The lines that records of documents name (`corrections` of a policy)."""
        for text in {text for record in records for text in texts_recorded(record)}:
            yield from self._by_text.get(text, ())


def why_not(line: Correction) -> str:
    """Why a line found nothing in any document, where no document knows better."""
    if line.decision == "wrong":
        return f"{in_words(line)} is stated in none of the documents"
    if line.decision == "missing":
        return "its sentence stands in none of the documents, at least not within one clause"
    return f"none of the documents holds {named(line.type, line.name)}"


def _rules(lines: Iterable[Correction]) -> dict[Key, Correction]:
    """The decisions on what things are; of one policy some may clash, since it can be named in several ways."""
    clashing = {line.key for line, _ in _clashes(lines)}
    return {line.key: line for line in lines if line.decision in _BECOMES and line.key not in clashing}


def _clashes(lines: Iterable[Correction]) -> Iterator[tuple[Correction, Correction]]:
    """Pairs of lines that decide differently on one thing."""
    first: dict[Key, Correction] = {}
    for line in lines:
        if line.decision in _BECOMES:
            known = first.setdefault(line.key, line)
            if known.text != line.text:
                yield line, known
