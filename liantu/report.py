"""What a run says at its end, on standard error: counts, and every document that was left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import click

from graph.facts import Document
from liantu.options import plural, say
from liantu.outcome import Failure
from liantu.output.safe import safe


@dataclass(frozen=True, slots=True)
class Skipped(Failure):
    """An input that gave no facts because there is nothing for us in it: told, counted, and no reason to fail."""


@dataclass(slots=True)
class Tally:
    """Counts over the documents that have passed."""

    documents: int = 0
    clauses: int = 0
    entities: int = 0
    relations: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, document: Document) -> None:
        """Count one document."""
        self.documents += 1
        self.clauses += len(document.clauses)
        self.entities += len(document.entities)
        self.relations += len(document.relations)

    def counts(self) -> str:
        """The counts as a phrase."""
        skipped = sum(isinstance(failure, Skipped) for failure in self.failures)
        return (
            f"{plural(self.documents, 'document')}, {plural(self.clauses, 'clause')}, "
            f"{plural(self.entities, 'entity')}, {plural(self.relations, 'relation')}"
        ) + (f"; {skipped:,} skipped" if skipped else "")


def warn(message: str) -> None:
    """Tell of a document that was skipped."""
    say(f"Warning: {safe(message)}")


def finish(failures: Iterable[Failure], others: int = 0) -> None:
    """Name what failed and leave with exit code 1 if anything did. `others` documents have come through."""
    messages = [failure.message for failure in failures if not isinstance(failure, Skipped)]
    for message in messages:
        say(f"Error: {safe(message)}")
    if messages:
        if others:
            say(f"{len(messages)} left out; the facts of the others are kept.")
        click.get_current_context().exit(1)
