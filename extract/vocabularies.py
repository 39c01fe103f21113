"""All that is known by name while a document is read: Liantu's vocabularies, widened by the user's own names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.gazetteers.city_groups import CityGroup, CityGroupTable, city_groups
from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import (
    OWN,
    Entry,
    Vocabulary,
    chains,
    enterprises,
    institutions,
    parks,
)
from extract.lexicon import Lexicon, lexicon
from extract.own_names.forms import OwnForms
from extract.own_names.model import NO_NAMES, OwnName, OwnNames


@dataclass(frozen=True, slots=True, eq=False)
class Vocabularies:
    """The vocabularies of one run. `own` are the user's names as texts write them, `lexicon` finds all in one pass."""

    chains: Vocabulary
    parks: Vocabulary
    institutions: Vocabulary
    enterprises: Vocabulary
    groups: CityGroupTable
    own: OwnForms
    lexicon: Lexicon


@lru_cache(maxsize=2)
def vocabularies(names: OwnNames = NO_NAMES) -> Vocabularies:
    """The vocabularies with `names` in them: made once for equal names. What the user says of a name counts."""
    own = OwnForms(names.entries)
    tables = (
        _widened(chains(), "IndustryChain", names.entries, own),
        _widened(parks(), "Park", names.entries, own),
        _widened(institutions(), "Institution", names.entries, own),
        _widened(enterprises(), "Enterprise", names.entries, own),
        _with_groups(city_groups(), names.entries, own) if names.entries else city_groups(),
    )
    return Vocabularies(*tables, own, lexicon(*tables, own.surfaces))


def _widened(table: Vocabulary, label: str, entries: Iterable[OwnName], own: OwnForms) -> Vocabulary:
    if not own.surfaces:
        return table
    added = [(_entry(entry), own.clean(entry)) for entry in entries if entry.label == label]
    return table.widened(added, own.foreign(label))


def _entry(entry: OwnName) -> Entry:
    return Entry(
        entry.name,
        full=entry.full,
        level=entry.level,
        kind=entry.kind,
        region=entry.region,
        source=OWN,
        ambiguous=bool(entry.words),
    )


def _with_groups(table: CityGroupTable, entries: Iterable[OwnName], own: OwnForms) -> CityGroupTable:
    return table.widened(_groups(entries, own), own.foreign("CityGroup"))


def _groups(entries: Iterable[OwnName], own: OwnForms) -> Iterator[CityGroup]:
    for entry in entries:
        if entry.label == "CityGroup":
            members = (regions().by_code(code) for code in entry.members)
            known = tuple(member for member in members if member is not None)
            yield CityGroup(entry.name, own.clean(entry), entry.kind, known, strict=True, source=OWN)
