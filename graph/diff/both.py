"""The two versions side by side: what every kind of change asks of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from graph.diff.alignment import Matter, align
from graph.diff.sentences import nearest
from graph.diff.values import Passage
from graph.diff.version import Version


@dataclass(frozen=True)
class Both:
    """Two versions and the matters that both treat."""

    old: Version
    new: Version

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """The clauses that answer to each other."""
        return align(self.old.clauses, self.new.clauses)

    @cached_property
    def _of_old(self) -> Mapping[str, int]:
        return self._matter_of(self.old, [matter.old for matter in self.matters])

    @cached_property
    def _of_new(self) -> Mapping[str, int]:
        return self._matter_of(self.new, [matter.new for matter in self.matters])

    @staticmethod
    def _matter_of(version: Version, places: Sequence[tuple[int, ...]]) -> Mapping[str, int]:
        return {version.clauses[place].id: index for index, some in enumerate(places) for place in some}

    def matter_of_old(self, clause: str) -> int:
        """The place in `matters` of that of a clause of the old version."""
        return self._of_old[clause]

    def matter_of_new(self, clause: str) -> int:
        """The same for the new version."""
        return self._of_new[clause]

    def in_old(self, clause: str, quote: str) -> Passage | None:
        """What the old version has in the place of a quotation from a clause of the new one."""
        return _counterpart(self.old, self.matters[self._of_new[clause]].old, quote)

    def in_new(self, clause: str, quote: str) -> Passage | None:
        """What the new version has in the place of a quotation from a clause of the old one."""
        return _counterpart(self.new, self.matters[self._of_old[clause]].new, quote)


def _counterpart(version: Version, places: Sequence[int], quote: str) -> Passage | None:
    clauses = [version.clauses[place] for place in places]
    found = nearest([clause.part["text"] for clause in clauses], quote)
    return found and Passage(version.number(clauses[found[0]].id), found[1])
