"""The vocabularies of industry: chains, parks, institutions, enterprises, generic nouns, words at which names begin.

They speak of the world, not of any document: facts with their source in the header of each data file.
"""

import re
import tomllib
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Self

from extract.gazetteers.regions import Region, regions
from extract.gazetteers.tables import read_table
from graph.errors import DataError

OWN = "lexicon"  # the source of what the user has added
_FOLDER = "extract/gazetteers/data"
_NUMERAL = r"(?:第?[一二三四五六七八九十百千万亿两几数\d]+[多余]?"
_QUOTES = re.compile(r"[“”‘’\"']")


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a vocabulary as its file tells it; what a file does not tell is an empty string."""

    name: str
    full: str = ""
    level: str = ""
    kind: str = ""
    broader: str = ""
    region: str = ""
    source: str = ""
    sector: bool = False
    ambiguous: bool = False

    @property
    def unplaced(self) -> bool:
        """Whether it is of the user's own lexicon and that does not tell its place: it may be anywhere."""
        return self.source == OWN and not self.region


class Vocabulary:
    """Look-up of entries by canonical name, official full name or alias."""

    def __init__(self, rows: Iterable[Mapping[str, str]], file: str) -> None:
        """Rows as the data file `file` has them. Raises DataError for a name that stands twice or an empty one."""
        rows = list(rows)
        self._entries: dict[str, Entry] = {}
        for row in rows:
            if not row["name"] or row["name"] in self._entries:
                raise DataError(f"{_FOLDER}/{file}: the name {row['name']!r} is empty or stands twice; remove one row.")
            self._entries[row["name"]] = _entry(row)
        for row in rows:
            for name in (row.get("full", ""), *row.get("aliases", "").split(";")):
                if name:
                    self._entries.setdefault(name, self._entries[row["name"]])

    def widened(self, own: Sequence[tuple[Entry, Iterable[str]]], foreign: Container[str]) -> Self:
        """The same with further entries, each under its names, and without the names `foreign` of other things.

        A further entry takes the place of ours where its name or full name is one of ours: it gets all names of that.
        """
        wider = type(self)((), "")
        names: dict[int, list[str]] = {}
        for name, entry in self._entries.items():
            names.setdefault(id(entry), []).append(name)
            if name not in foreign:
                wider._entries[name] = entry
        for entry, _ in own:
            replaced = [self._entries[name] for name in (entry.name, entry.full) if name in self._entries]
            taken = [name for ours in replaced for name in names[id(ours)] if name not in foreign]
            wider._entries |= dict.fromkeys(taken, entry)
        for entry, given in own:
            wider._entries |= dict.fromkeys(given, entry)
        return wider

    def find(self, surface: str) -> Entry | None:
        """The entry that bears a name, or None."""
        return self._entries.get(surface)

    def surfaces(self) -> Mapping[str, Entry]:
        """All names with their entries; iterating gives the names."""
        return self._entries

    def entries(self) -> tuple[Entry, ...]:
        """Each entry once, in the order of the file."""
        return tuple(dict.fromkeys(self._entries.values()))

    def is_ambiguous(self, surface: str) -> bool:
        """Whether a name is an ordinary word or a place too; its official full name never is."""
        entry = self._entries.get(surface)
        return entry is not None and entry.ambiguous and surface != entry.full


@dataclass(frozen=True, slots=True)
class GenericTerms:
    """Nouns of one label that name no thing of their own."""

    terms: frozenset[str]
    modifiers: frozenset[str]
    words: frozenset[str]  # modifiers and head nouns
    count: re.Pattern[str]
    longest: int
    tails: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()

    def is_generic(self, name: str) -> bool:
        """Whether a name is a generic noun, or made of modifiers, head nouns and counts only."""
        bare = self.count.sub("", _QUOTES.sub("", name))
        return not bare or bare in self.terms or self._only_words(bare)

    def _only_words(self, name: str) -> bool:
        words, reached = self.words, {0}
        for start in range(len(name)):
            if start in reached:
                counted = self.count.match(name, start)
                if counted is not None:
                    reached.add(counted.end())
                for end in range(start + 1, min(len(name), start + self.longest) + 1):
                    if name[start:end] in words:
                        reached.add(end)
        return len(name) in reached


@dataclass(frozen=True, slots=True)
class BoundaryWords:
    """Words after which a name may begin, by kind; `protected` are longer words in which one of them is none."""

    verbs: tuple[str, ...]
    particles: tuple[str, ...]
    conjunctions: tuple[str, ...]
    quantifiers: tuple[str, ...]
    deictics: tuple[str, ...]
    adverbs: tuple[str, ...]
    protected: tuple[str, ...]
    classifiers: str

    def edges(self) -> frozenset[str]:
        """All words at whose end a name may begin (conjunctions are for the reader of lists)."""
        return frozenset((*self.verbs, *self.particles, *self.quantifiers, *self.deictics, *self.adverbs))


def place_of(entry: Entry | None, near: Region | None = None) -> Region | None:
    """Where an entry says that a thing has its seat, read in a document about `near`; None if it does not say."""
    if entry is None or not entry.region:
        return None
    told = entry.region
    return regions().by_code(told) if told[0].isdigit() else regions().resolve(told, near)


def _entry(row: Mapping[str, str]) -> Entry:
    texts = {key: row.get(key, "") for key in ("full", "level", "kind", "broader", "region", "source")}
    return Entry(row["name"], **texts, sector=row.get("sector") == "1", ambiguous=row.get("ambiguous") == "1")


def _toml(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(files("extract.gazetteers").joinpath("data", name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{_FOLDER}/{name} is no valid TOML: {error}; repair the file.") from error


def _section(raw: Mapping[str, Any], key: str, file: str, choices: str = "") -> Any:
    try:
        return raw[key]
    except KeyError as error:
        raise DataError(f"{_FOLDER}/{file} has no {key!r}; it has {choices or ', '.join(raw)}.") from error


def _vocabulary(file: str) -> Vocabulary:
    rows = read_table(file)
    if rows and "name" not in rows[0]:
        raise DataError(f"{_FOLDER}/{file} has no column 'name'; rebuild the file with its script in tools/.")
    return Vocabulary(rows, file)


@cache
def chains() -> Vocabulary:
    """Industries and chains: `kind` industry, strategic or policy; `broader`; `sector`: a whole sector."""
    return _vocabulary("chains.tsv")


@cache
def parks() -> Vocabulary:
    """Development zones by short name: `full`, `level` 国家级 or 省级, `kind`, `region` (official name)."""
    return _vocabulary("parks.tsv")


@cache
def institutions() -> Vocabulary:
    """Universities, institutes, laboratories, exchanges: `kind`, `region` of the seat (official name or empty)."""
    return _vocabulary("institutions.tsv")


@cache
def enterprises() -> Vocabulary:
    """Known firms by short name: `full`, `region` code, `ambiguous`: an ordinary word or a place too."""
    return _vocabulary("enterprises.tsv")


# The vocabularies by the label of what they name.
VOCABULARIES: Mapping[str, Callable[[], Vocabulary]] = {
    "IndustryChain": chains,
    "Park": parks,
    "Enterprise": enterprises,
    "Institution": institutions,
}


@cache
def generic(label: str) -> GenericTerms:
    """The generic nouns of IndustryChain, Park, Enterprise, Institution or Agency. Raises DataError for others."""
    raw = _section(_toml("generic_terms.toml"), label, "generic_terms.toml")
    terms, modifiers = (frozenset(_section(raw, key, "generic_terms.toml").split()) for key in ("terms", "modifiers"))
    heads = frozenset(raw["heads"].split()) if "heads" in raw else terms
    count = re.compile(rf"^{_NUMERAL}[{boundary_words().classifiers}]?)+")
    tails, starts, ends = (frozenset(raw.get(key, "").split()) for key in ("tails", "starts", "ends"))
    words = heads | modifiers
    return GenericTerms(terms, modifiers, words, count, max(map(len, words)), tails, starts, ends)


@cache
def firm_tails() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ends of firms' short names: those of firms only, and those that industries have too."""
    raw, file = _toml("firm_tails.toml"), "firm_tails.toml"
    return tuple(_section(raw, "strong", file).split()), tuple(_section(raw, "weak", file).split())


@cache
def firm_verbs() -> tuple[str, ...]:
    """What firms are told to do, behind their names: 扩大, 牵头."""
    return tuple(_section(_toml("firm_tails.toml"), "verbs", "firm_tails.toml").split())


@cache
def programmes() -> tuple[re.Pattern[str], ...]:
    """Patterns of programmes, slogans and strategies, which are neither projects nor facts."""
    raw = _section(_toml("generic_terms.toml"), "programmes", "generic_terms.toml")
    return tuple(re.compile(pattern) for pattern in _section(raw, "patterns", "generic_terms.toml"))


@cache
def function_words() -> tuple[str, ...]:
    """Frequent verbs, adverbs and the like that stand in no name of the vocabularies (firms aside)."""
    return tuple(row["word"] for row in read_table("function_words.tsv"))


@cache
def prose_words() -> frozenset[str]:
    """All words after which a name may begin, curated and from the dictionary: none of them is a name itself."""
    return boundary_words().edges() | frozenset(function_words())


@cache
def boundary_words() -> BoundaryWords:
    """The words at which names begin."""
    raw, file = _toml("boundary_words.toml"), "boundary_words.toml"
    kinds = [kind for kind in BoundaryWords.__slots__ if kind != "classifiers"]
    words = {kind: tuple(dict.fromkeys(_section(raw, kind, file).split())) for kind in kinds}
    return BoundaryWords(**words, classifiers=_section(raw, "classifiers", file))
