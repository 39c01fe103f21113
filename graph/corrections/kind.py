"""What every kind of decision tells of itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.corrections.correction import Correction, Name
from graph.corrections.draft import Draft
from graph.ontology import ontology

# What no decision makes or takes for something else: the text itself, and figures, which stand in it.
TEXTUAL = ("Clause", "Target")


def nothing_wrong(_line: Correction) -> Iterator[str]:
    """The check of a kind that has no rule of its own."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of decision. `words` are what may stand in the column decision, the Chinese one first, then the English.

    `needs` are the columns that must be filled, `takes` others that may be; who, when and note always may. `says` puts
    a line in Chinese, `check` tells what is wrong with one, as the second half of a sentence. A kind that decides what
    an entity is has `becomes`, which tells from a line and the name of the entity all that it is instead; any other
    kind has `apply`, which changes a document. `several`: the column other_name may hold several names.
    """

    words: tuple[str, ...]
    needs: tuple[str, ...]
    says: Callable[[Correction], str]
    takes: tuple[str, ...] = ("policy",)
    check: Callable[[Correction], Iterator[str]] = nothing_wrong
    becomes: Callable[[Correction, str], tuple[Name, ...]] | None = None
    apply: Callable[[Draft, Correction], None] | None = None
    several: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that a line of this kind may fill."""
        return (*self.needs, *self.takes, "who", "when", "note")


def about_things(line: Correction) -> Iterator[str]:
    """The check of decisions on what an entity is: clauses and figures are what they are."""
    for label in (line.type, line.other_type):
        if label in TEXTUAL:
            yield f"{ontology().labels[label].zh} is part of the text and cannot be made something else or be renamed"
