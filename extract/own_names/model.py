"""The names that a user adds, as plain values: they travel to other processes with the options."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True, order=True)
class OwnName:
    """A thing that the user knows: an ontology label, the name it is to bear, and all other names of it, spelled as in
    clean text.

    `name` of an agency is its official full name. `region` is the code of its seat or empty, `members` are the codes of
    a group's. `words` are those of its names that are ordinary words too: they count only where the text says so.
    """

    label: str
    name: str
    aliases: tuple[str, ...] = ()
    full: str = ""
    region: str = ""
    members: tuple[str, ...] = ()
    kind: str = ""
    level: str = ""
    words: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, each once."""
        return tuple(dict.fromkeys((self.name, *([self.full] if self.full else []), *self.aliases)))

    def told(self) -> tuple[str | tuple[str, ...], ...]:
        """All that the user says of it."""
        return self.label, self.name, self.aliases, self.full, self.region, self.members, self.kind, self.level


@dataclass(frozen=True, slots=True)
class OwnNames:
    """A user's names. Two are equal where they say the same, in whatever order; made by `own_names`."""

    entries: tuple[OwnName, ...] = field(compare=False, repr=False)
    fingerprint: str


def own_names(entries: Iterable[OwnName]) -> OwnNames:
    """The names in one order, with what tells them from others; without any the fingerprint is empty."""
    ordered = tuple(sorted(entries))
    told = json.dumps([entry.told() for entry in ordered], ensure_ascii=False) if ordered else ""
    return OwnNames(ordered, sha256(told.encode("utf-8")).hexdigest() if told else "")


NO_NAMES = own_names(())
