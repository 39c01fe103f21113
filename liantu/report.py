"""What a run counts on its way, and the errors it names at its end."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import click

from graph.facts import Document
from liantu.options import plural, say
from liantu.outcome import Failure, messages
from liantu.output.safe import safe

# What a document may lack, as the summary names it.
UNNUMBERED, UNISSUED, UNDATED = "number", "issuer", "date"
UNDIVIDED, POOR = "clauses", "facts"
# Facts whose rule is right less often are counted as doubtful, as in the pack low_confidence.
DOUBTFUL = 0.8
# A document says little that gives fewer facts than one in so many characters; shorter ones are not asked.
_CHARACTERS_A_FACT = 1000
_ABOUT_ITSELF = ("ISSUED", "CITES", "APPLIES_TO")


@dataclass(slots=True)
class Tally:
    """Counts over the documents that have passed."""

    documents: int = 0
    clauses: int = 0
    entities: int = 0
    relations: int = 0
    doubtful: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    lacking: dict[str, list[str]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Count one document."""
        self.documents += 1
        self.clauses += len(document.clauses)
        self.entities += len(document.entities)
        self.relations += len(document.relations)
        self.labels.update(entity.type for entity in document.entities)
        self.types.update(relation.type for relation in document.relations)
        said = (item.confidence for relation in document.relations for item in relation.evidence)
        self.doubtful += sum(confidence < DOUBTFUL for confidence in said)
        for what in lacks(document):
            self.lacking.setdefault(what, []).append(document.policy.title)

    def counts(self) -> str:
        """The counts as a phrase."""
        skipped = len(messages(self.failures, skipped=True))
        return (
            f"{plural(self.documents, 'document')}, {plural(self.clauses, 'clause')}, "
            f"{plural(self.entities, 'entity')}, {plural(self.relations, 'relation')}"
        ) + (f"; {skipped:,} skipped" if skipped else "")


def lacks(document: Document) -> list[str]:
    """What one would expect of a document and did not find in it."""
    policy, length = document.policy, sum(len(clause.text) for clause in document.clauses)
    facts = sum(relation.type not in _ABOUT_ITSELF for relation in document.relations)
    found = {
        UNNUMBERED: bool(policy.number),
        UNISSUED: bool(policy.issuer),
        UNDATED: bool(policy.issued),
        UNDIVIDED: len(document.clauses) > 1 or length < _CHARACTERS_A_FACT,
        POOR: facts * _CHARACTERS_A_FACT >= length or length < _CHARACTERS_A_FACT,
    }
    return [what for what, there in found.items() if not there]


def finish(failures: Iterable[Failure], others: int = 0) -> None:
    """Name what failed and leave with exit code 1 if anything did. `others` documents have come through."""
    told = messages(failures, skipped=False)
    for message in told:
        say(f"Error: {safe(message)}")
    if told:
        if others:
            say(f"{len(told)} left out; the facts of the others are kept.")
        click.get_current_context().exit(1)
