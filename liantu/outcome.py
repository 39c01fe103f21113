"""What becomes of one input: a document's facts, or a sentence that says why there are none."""

from dataclasses import dataclass

from graph.facts import Document


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no facts, in one sentence."""

    message: str


Result = Document | Failure
