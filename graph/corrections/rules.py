"""The lines that decide what an entity is, as they hold in one document: those of the policy before those of all."""

from collections.abc import Callable, Mapping

from graph.corrections.correction import Correction, Key, Name
from graph.ids import canonical_key

# What a line makes of an entity with a name: the labels and names instead.
Becoming = Callable[[Correction, str], tuple[Name, ...]]
_LONGEST = 50  # steps in a chain
_End = tuple[tuple[Name, ...], tuple[Correction, ...]]
_Ends = dict[tuple[Correction, str], _End]


class Circle(Exception):
    """Lines that lead back to where they began, or on and on."""

    def __init__(self, lines: tuple[Correction, ...]) -> None:
        super().__init__()
        self.lines = lines


class Rules:
    """Look-up by key, and where a chain of decisions (甲 is 乙, 乙 is 丙) ends."""

    def __init__(
        self,
        becomes: Mapping[str, Becoming],
        everywhere: Mapping[Key, Correction],
        here: Mapping[Key, Correction] | None = None,
    ) -> None:
        """`becomes` is by decision; `here` holds in this document only and goes before `everywhere`."""
        self._becomes, self._everywhere, self._here = becomes, everywhere, here or {}

    def at(self, key: Key) -> Correction | None:
        """The line about a name."""
        return self._here.get(key) or self._everywhere.get(key)

    def resolve(self, line: Correction, name: str) -> _End:
        """All that an entity with a name is in the end, and the lines that say so. Raises Circle."""
        return self._follow(line, name, (), {})

    def _follow(self, line: Correction, name: str, before: tuple[Correction, ...], known: _Ends) -> _End:
        """One step and all that follow; `known` are the ends that were found before."""
        if (line, name) in known:
            return known[line, name]
        if line in before or len(before) == _LONGEST:
            raise Circle(before[before.index(line) if line in before else 0 :])
        found: dict[Name, None] = {}
        used: dict[Correction, None] = {line: None}
        for label, other in self._becomes[line.decision](line, name):
            following = self.at((label, canonical_key(other)))
            if following is None or following is line:
                found[label, other] = None
                continue
            names, more = self._follow(following, other, (*before, line), known)
            found |= dict.fromkeys(names)
            used |= dict.fromkeys(more)
        known[line, name] = tuple(found), tuple(used)
        return known[line, name]
