"""What a new version of a document changed: facts against facts, without a store and without reading anything."""

from collections.abc import Iterator, Mapping, Sequence

from graph.diff.both import Both
from graph.diff.clauses import clauses, counts, wording
from graph.diff.duties import duties
from graph.diff.editions import partners
from graph.diff.links import Related
from graph.diff.metadata import metadata
from graph.diff.targets import targets
from graph.diff.things import Find, things
from graph.diff.values import CHANGED, GONE, NEW, Change, ClauseCounts, Comparison, Difference, Gap, Head, Passage
from graph.diff.version import version
from graph.diff.words import kind_title
from graph.rows import Rows

# What is compared, in the order in which it is shown.
KINDS: Mapping[str, Find] = {
    "metadata": metadata,
    "targets": targets,
    "duties": duties,
    "chains": things(Related("DEVELOPS", about_target=True), Related("SUBCHAIN_OF"), label="IndustryChain"),
    "enterprises": things(
        Related("ATTRACTS", about_target=True), Related("IN_CHAIN"), Related("LOCATED_IN", "Enterprise", aside=True),
        label="Enterprise",
    ),
    "parks": things(Related("LOCATED_IN", "Park"), label="Park"),
    "institutions": things(Related("LOCATED_IN", "Institution"), label="Institution"),
    "projects": things(Related("LOCATED_IN", "Project"), label="Project"),
    "cooperation": things(Related("COOPERATES_WITH"), Related("MEMBER_OF")),
    "citations": things(Related("CITES")),
    "clauses": clauses,
}  # fmt: skip
# Asked for by name only: there may be as many of these as sentences.
WORDING = "wording"


def compare(old: Rows, new: Rows, *, reworded: bool = False) -> Comparison:
    """Compare two versions of a document, each given as the rows of one document (`graph.rows.rows`).

    With `reworded` the sentences that only say it in other words are among the changes. Every quotation is of its
    version's text, white space aside. Exchanging `old` and `new` exchanges new and gone, and nothing else.
    """
    both = Both(version(old), version(new))
    found = [change for kind, find in KINDS.items() for change in find(both, kind)]
    if reworded:
        told = {(change.was, change.now) for change in found}
        found += (change for change in wording(both, WORDING) if (change.was, change.now) not in told)
    return Comparison(both.old.head, both.new.head, tuple(found), counts(both))


def compare_all(old: Sequence[Rows], new: Sequence[Rows], *, reworded: bool = False) -> Difference:
    """Compare two collections of documents: by id, then by likeness of their titles; one with one in any case."""
    pairs = partners(old, new)
    compared = tuple(compare(old[i], new[j], reworded=reworded) for i, j in pairs)
    olds, news = {i for i, _ in pairs}, {j for _, j in pairs}
    return Difference(compared, tuple(_heads(new, news)), tuple(_heads(old, olds)))


def _heads(documents: Sequence[Rows], paired: set[int]) -> Iterator[Head]:
    return (version(rows).head for place, rows in enumerate(documents) if place not in paired)


__all__ = [
    "CHANGED", "GONE", "KINDS", "NEW", "WORDING", "Change", "ClauseCounts", "Comparison", "Difference", "Gap", "Head",
    "Passage", "compare", "compare_all", "kind_title",
]  # fmt: skip
