"""The vocabularies of industry: chains, parks, institutions, enterprises, generic nouns, and words at which names begin."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extract.gazetteers.tables import read_table

_COUNT = re.compile(r"^(?:[一二三四五六七八九十百千两\d]+多?[个条大类家项种]?)+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a vocabulary: canonical, with level and kind where the file tells them."""

    name: str
    level: str = ""
    kind: str = ""
    ambiguous: bool = False


class Vocabulary:
    """Look-up of entries by name or alias."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        """Rows as the data file has them."""
        self._entries: dict[str, Entry] = {}
        for row in rows:
            entry = Entry(row["name"], row.get("level", ""), row.get("kind", ""), row.get("ambiguous") == "1")
            for name in (row["name"], *filter(None, row.get("aliases", "").split(";"))):
                self._entries[name] = entry

    def find(self, surface: str) -> Entry | None:
        """The entry that bears a name, or None."""
        return self._entries.get(surface)

    def surfaces(self) -> tuple[str, ...]:
        """All names."""
        return tuple(self._entries)

    def is_ambiguous(self, surface: str) -> bool:
        """Whether a name is an ordinary word too."""
        entry = self._entries.get(surface)
        return entry is not None and entry.ambiguous


@dataclass(frozen=True, slots=True)
class GenericTerms:
    """Nouns that name no thing of their own."""

    terms: frozenset[str]
    modifiers: frozenset[str]
    pattern: re.Pattern[str]

    def is_generic(self, name: str) -> bool:
        """Whether a name is a generic noun, or made of modifiers only, a count in front not counted."""
        bare = _COUNT.sub("", name)
        return not bare or bare in self.terms or self.pattern.fullmatch(bare) is not None


@dataclass(frozen=True, slots=True)
class BoundaryWords:
    """Words after which a name may begin, by kind."""

    verbs: tuple[str, ...]
    particles: tuple[str, ...]
    deictics: tuple[str, ...]
    adverbs: tuple[str, ...]
    quantifiers: tuple[str, ...]


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(files("extract.gazetteers").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def chains() -> Vocabulary:
    """Industries and chains; `kind` is `sector` for whole sectors of the economy."""
    return Vocabulary(read_table("chains.tsv"))


@cache
def parks() -> Vocabulary:
    """Development zones by short name."""
    return Vocabulary(read_table("parks.tsv"))


@cache
def institutions() -> Vocabulary:
    """Universities, institutes, laboratories."""
    return Vocabulary(read_table("institutions.tsv"))


@cache
def enterprises() -> Vocabulary:
    """Well-known firms."""
    return Vocabulary(read_table("enterprises.tsv"))


@cache
def generic(label: str) -> GenericTerms:
    """The generic nouns of a label."""
    raw = _toml("generic_terms.toml")[label]
    terms, modifiers = frozenset(raw["terms"].split()), frozenset(raw["modifiers"].split())
    words = sorted({*modifiers, *terms}, key=lambda word: (-len(word), word))
    return GenericTerms(terms, modifiers, re.compile(rf"(?:{'|'.join(map(re.escape, words))})+"))


@cache
def boundary_words() -> BoundaryWords:
    """The words at which names begin."""
    raw = _toml("boundary_words.toml")
    return BoundaryWords(*(tuple(raw[kind].split()) for kind in BoundaryWords.__slots__))
