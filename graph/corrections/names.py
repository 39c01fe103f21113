"""The names of one document, and what each of them means there."""

from collections.abc import Iterable

from graph.corrections.correction import Key
from graph.facts import Entity
from graph.ids import canonical_key


class Names:
    """Entities by (label, canonical name or id), and by alias."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """The names of these; more can be added."""
        self._by_name: dict[Key, dict[str, None]] = {}
        self._by_alias: dict[Key, dict[str, bool]] = {}
        self.words: set[str] = set()
        for entity in entities:
            self.add(entity)

    def add(self, entity: Entity) -> None:
        """Take in an entity, or further names of one."""
        own = canonical_key(entity.name)
        for name in (own, canonical_key(entity.id)):
            self._by_name.setdefault((entity.type, name), {})[entity.id] = None
            self.words.add(name)
        for alias in entity.aliases:
            key = canonical_key(alias)
            self._by_alias.setdefault((entity.type, key), {})[entity.id] = speaks_alone(entity.type, own, key)
            self.words.add(key)

    def called(self, key: Key) -> tuple[str, ...]:
        """The ids of the entities with a name, or of this id."""
        return tuple(self._by_name.get(key, ()))

    def known_as(self, key: Key, *, scoped: bool) -> tuple[str, ...]:
        """The ids of those with an alias. Unless the line is about one policy (`scoped`), aliases that say something
        else in every document (经开区, 市工信局) count for nothing."""
        return tuple(entity for entity, alone in self._by_alias.get(key, {}).items() if scoped or alone)


def speaks_alone(label: str, name: str, alias: str) -> bool:
    """Whether an alias means the same in all documents: no agency's, and no mere end of the name."""
    return label != "Agency" and not name.endswith(alias)
