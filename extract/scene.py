"""The document while it is being read: clean text, clauses, sentences, the regions it speaks for, what was found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import attrgetter, itemgetter

from extract.automaton import Hit
from extract.claims import Claims
from extract.divisions import among_cities, with_listed
from extract.edges import PUNCTUATION, Edges
from extract.gazetteers.regions import Region, regions
from extract.home import issuer_regions
from extract.model import Found, Piece, Topics
from extract.parts import Part
from extract.scan import places_of
from extract.sentences import sentences
from extract.vocabularies import Vocabularies
from graph.facts import Scalar
from graph.ids import entity_id, policy_id

_PLACES = ("Province", "City", "County", "Town")
PRONOUNS = ("deixis", "anaphora")  # rules of words that stand for a region and are no name of it
_STOPS = frozenset("，；。！？\n,;")  # each of them is of PUNCTUATION
_TOWN_TAIL = re.compile(r"(?:镇|乡|街道)$")
_GEOGRAPHY = ("山", "江", "河", "湖", "岛", "路", "桥", "寺")  # 岳麓山 is not 岳麓


def region_found(region: Region, start: int, end: int, surface: str, rule: str, *, listed: bool = True) -> Found:
    """A mention of a region under its official name and code."""
    known = _identities.get(region.code)
    if known is None or known[0] is not region:
        known = _identities[region.code] = region, entity_id(region.label, region.code), _properties(region)
    _, identity, properties = known
    alias = "" if rule in PRONOUNS else surface
    return Found(start, end, region.label, region.name, identity, alias, rule, listed, properties)


# The id and the properties of each division of the gazetteer that has been met, by its code.
_identities: dict[str, tuple[Region, str, Mapping[str, Scalar]]] = {}


def _properties(region: Region) -> Mapping[str, Scalar]:
    properties: dict[str, Scalar] = {"level": region.level, "adcode": region.code, "shortName": region.short}
    if region.lon is not None and region.lat is not None:
        properties |= {"lon": region.lon, "lat": region.lat}
    return properties


class Scene:
    """One document in work. Recognisers read it and give mentions, which `add` takes in; relations read those.

    All offsets are those of the part's own text.
    """

    def __init__(
        self,
        part: Part,
        document: str,
        home: Region | None,
        issuer_region: Region | None,
        names: Mapping[str, list[Hit]],
        known: Vocabularies,
    ) -> None:
        """`document` is the policy id that clauses belong to (of a compilation the first part's), `home` the region the
        policy is about, `issuer_region` that of its issuer (they may differ), `names` what `known.lexicon` finds."""
        text, clauses, meta = part.text, part.clauses, part.meta
        self.text = text
        self.known = known
        self.base = part.base
        self.document = document
        self.clauses = clauses
        self.meta = meta
        self.home = home
        self.issuer_region = issuer_region
        self.place = home or issuer_region  # where names are read from
        self.issuer_regions = issuer_regions(meta)
        self.home_id = entity_id(home.label, home.code) if home else None
        self.policy = policy_id(meta.title)
        self.duties = part.duties
        self.duty_starts = [duty.start for duty in part.duties]
        self.chain_abbreviations: dict[str, str] = {}
        self.topics: Topics | None = None  # what sections are about, once `sections` has read it
        self._ids: dict[tuple[str, str], str] = {}
        self.target_subjects: dict[str, str] = {}
        self.groups: dict[str, tuple[str, ...]] = {}  # members by group, where the text itself lists them
        self._found: list[Found] = []
        self._in_order = True  # the mentions, since the last was taken in
        self._by_labels: dict[tuple[str, ...], tuple[list[int], list[Found]]] = {}
        self._claims = Claims(len(text))
        self.free = self._claims.free  # (start, end): whether no mention has taken a character of [start, end)
        self.headings = {clause.path: clause.heading for clause in clauses}
        self._clause_starts = [clause.start for clause in clauses]
        self._signs = places_of(PUNCTUATION, text)
        self.stops = [place for place in self._signs if text[place] in _STOPS]
        self.sentences = tuple(sentences(text, clauses))
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self.names = names
        self.region_hits = self._regions()
        self._region_starts = [start for start, _, _ in self.region_hits]
        self.edges = Edges(text, self._signs, self.names["Name"], self.names["Word"], self.region_hits)

    # -- the text -----------------------------------------------------------------------------------------------

    def clause_at(self, offset: int) -> int:
        """The index of the clause that holds an offset."""
        return max(0, bisect_right(self._clause_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Piece:
        """The sentence that holds an offset."""
        index = bisect_right(self._sentence_starts, offset)
        return self.sentences[index - 1 if index else 0]

    def fragment_start(self, offset: int, floor: int = 0) -> int:
        """Where the unpunctuated stretch that ends at `offset` begins."""
        index = bisect_left(self._signs, offset)
        start = self._signs[index - 1] + 1 if index else 0
        return max(start, min(floor, offset))

    # -- regions ------------------------------------------------------------------------------------------------

    def _regions(self) -> list[tuple[int, int, Region]]:
        table, hits, near = regions(), [], self.place
        meant: dict[str, Region | None] = {}
        for start, end, word in self.names["Region"]:
            if word not in meant:
                region = table.resolve(word, near)
                meant[word] = region if region is not None and self._counts(word, region) else None
            region = meant[word]
            if region is not None and (word == region.name or self.text[end : end + 1] not in _GEOGRAPHY):
                hits.append((start, end, region))
        return among_cities(self.text, with_listed(self.text, hits, self.names["County"], self.place))

    def _counts(self, word: str, region: Region) -> bool:
        """Whether a name counts where it stands alone: a short form must be plain, that of a county near, too."""
        if word == region.name:
            return True
        return not regions().is_ambiguous_short(word) and (region.level != "county" or self._near(region))

    def _near(self, region: Region) -> bool:
        """Whether a county lies in the document's own province: short forms of others are ordinary words too often."""
        return self.place is not None and region.code[:2] == self.place.code[:2]

    def region_before(self, offset: int, floor: int = 0) -> tuple[int, Region] | None:
        """The region whose name ends exactly at `offset`: (its start, the region)."""
        index = bisect_left(self._region_starts, offset) - 1
        start, end, region = self.region_hits[index] if index >= 0 else (0, -1, None)
        return (start, region) if region is not None and end == offset and start >= floor else None

    def regions_in(self, start: int, end: int) -> list[tuple[int, int, Region]]:
        """The region names inside [start, end), also those inside other names."""
        starts = self._region_starts
        low = bisect_left(starts, start)
        if low == len(starts) or starts[low] >= end:
            return []
        return [hit for hit in self.region_hits[low : bisect_left(starts, end, low)] if hit[1] <= end]

    def names_in(self, vocabulary: str, start: int, end: int) -> list[Hit]:
        """The names of a vocabulary inside [start, end)."""
        hits = self.names[vocabulary]
        low = bisect_left(hits, start, key=itemgetter(0))
        return [hit for hit in hits[low : low + end - start] if hit[1] <= end]

    def own_region(self, level: str, tail: str = "") -> Region | None:
        """What 我省, 全市, 市, 县 stand for in this document: the region of that level on the way up from its own.

        `tail`: its name must end so (自治区 in a joint notice of 广东 and 广西).
        """
        for base in (self.home, self.issuer_region, *self.issuer_regions):
            found = self._own(base, level) if base is not None else None
            if found is not None and found.name.endswith(tail):
                return found
        return None

    def _own(self, base: Region, level: str) -> Region | None:
        if level == "city" and base.level == "county" and base.name.endswith("市"):
            return base  # in 太仓 the city is 太仓
        if level == "county" and base.level == "province" and base.name.endswith("区"):
            return base  # 我区 of an autonomous region
        path = regions().path(base)
        for region in reversed(path):
            if region.level == level:
                return region
        return path[0] if level == "city" and path and path[0].name.endswith("市") else None

    # -- mentions -----------------------------------------------------------------------------------------------

    def id_of(self, label: str, name: str) -> str:
        """The id of an entity of this document: made once, since documents say the same names again and again."""
        known = self._ids.get((label, name))
        if known is None:
            known = self._ids[label, name] = entity_id(label, name)
        return known

    def add(self, found: Sequence[Found]) -> None:
        """Take in the mentions of one recogniser."""
        for item in found:
            if item.listed:
                self._claims.take(item.start, item.end)
        if found:
            self._found += found
            self._in_order = False
            self._by_labels.clear()

    @property
    def found(self) -> list[Found]:
        """The mentions so far, in order: put so when they are asked for, since most recognisers do not."""
        if not self._in_order:
            self._found.sort(key=attrgetter("start", "end", "id"))
            self._in_order = True
        return self._found

    def _labelled(self, labels: tuple[str, ...]) -> tuple[list[int], list[Found]]:
        """The mentions of some labels (of all without), and where they begin: kept, since rules ask for few sets."""
        items = [item for item in self.found if item.label in labels] if labels else self.found
        known = self._by_labels[labels] = [item.start for item in items], items
        return known

    @cached_property
    def chain_names(self) -> dict[str, Found]:
        """The first mention of each chain by name; asked for only once chains are known."""
        names: dict[str, Found] = {}
        for item in self.found:
            if item.label == "IndustryChain":
                names.setdefault(item.name, item)
        return names

    @cached_property
    def places(self) -> frozenset[str]:
        """The ids of the regions that the text names; asked for only once they are known."""
        return frozenset(item.id for item in self.found if item.listed and item.label in _PLACES)

    @cached_property
    def towns(self) -> dict[str, str]:
        """The ids of the towns that the text names, by their short names; asked for only once they are known."""
        towns = (item for item in self.found if item.label == "Town" and item.listed)
        return {_TOWN_TAIL.sub("", item.name): item.id for item in towns}

    @cached_property
    def title_chain(self) -> Found | None:
        """The chain that the whole document is about: the only one that its title names."""
        title = self.meta.title
        named = [item for name, item in self.chain_names.items() if name in title]
        longest = max(named, key=lambda item: len(item.name), default=None)
        return longest if longest is not None and all(item.name in longest.name for item in named) else None

    @cached_property
    def parks(self) -> dict[str, str]:
        """The ids of the parks by the names and forms that the text has; asked for only once parks are known."""
        named = [item for item in self.found if item.label == "Park"]
        return {name: item.id for item in named for name in (item.alias, item.name) if name}

    @cached_property
    def mentions(self) -> list[tuple[Piece, list[Found]]]:
        """Each sentence that holds mentions, with those that lie inside it; asked for only once all are known."""
        (starts, found), told = self._labelled(()), []
        high = 0
        for sentence in self.sentences:
            low = bisect_left(starts, sentence.start, high)
            if low == len(starts):
                break
            if starts[low] < sentence.end:
                high = bisect_left(starts, sentence.end, low)
                inside = [item for item in found[low:high] if item.end <= sentence.end]
                if inside:
                    told.append((sentence, inside))
        return told

    def within(self, start: int, end: int, *labels: str) -> list[Found]:
        """The mentions that lie inside [start, end), of the labels given (of all without)."""
        starts, found = self._by_labels.get(labels) or self._labelled(labels)
        low = bisect_left(starts, start)
        if low == len(starts) or starts[low] >= end:
            return []
        return [item for item in found[low : bisect_left(starts, end, low)] if item.end <= end]
