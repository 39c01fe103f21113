"""What becomes of one input: a document's facts, or a sentence that says why there are none."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.facts import Document


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no facts, in one sentence."""

    message: str


@dataclass(frozen=True, slots=True)
class Skipped(Failure):
    """An input that gave no facts because there is nothing for us in it: told, counted, and no reason to fail."""


Result = Document | Failure


def messages(failures: Iterable[Failure], *, skipped: bool) -> list[str]:
    """The sentences on what was skipped, or on what failed."""
    return [failure.message for failure in failures if isinstance(failure, Skipped) == skipped]
