"""Names that documents use often and no vocabulary knows, in the form in which a lexicon takes them in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.cleaning import clean
from extract.enumeration import list_items
from extract.fragments import fragment
from extract.gazetteers.regions import Region, openings, regions
from extract.model import Found, Options
from extract.own_names.checks import check
from extract.own_names.places import region_cell
from extract.own_names.told import Told
from extract.pipeline import scenes_of
from extract.recognisers.firm_lists import can_name_firm
from extract.relations.location import relate as locate
from extract.scene import Scene
from extract.segment import is_plain_words, is_word

LABELS = ("Enterprise", "Park", "IndustryChain", "Agency", "Institution", "CityGroup")
SENTENCES = 3
_LONGEST_SENTENCE = 120
# The divisions of a body (注册处) are told by its name, and what is said of many (有监管职能的处室) is no name.
_DIVISION = re.compile(r"(?:处|科|处室|科室)$|的|以及|[及和与]")
_PARK_HEAD = re.compile(r"(?:产业|工业|科技|物流|创新|创业)?(?:园区|园|基地|城|片区|集聚区|集中区|小镇)$")
_HEAD = re.compile(r"等[^，。；：、\n]{0,8}?(?:企业|公司)")
_REACH = 300


@dataclass(slots=True)
class Suggestion:
    """A name with what the documents tell of it: the type guessed, its region and members as cells of a lexicon, how
    often it stands in how many documents, and some sentences, each from another place."""

    label: str
    name: str
    count: int = 0
    documents: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)
    regions: set[str] = field(default_factory=set)  # codes
    members: tuple[str, ...] = ()  # codes

    @property
    def region(self) -> str:
        """The cell of its region: empty where the documents tell none, or several."""
        return _cell(next(iter(self.regions))) if len(self.regions) == 1 else ""

    @property
    def member_cells(self) -> tuple[str, ...]:
        """The cells of its members."""
        return tuple(map(_cell, self.members))


Gathered = dict[tuple[str, str], Suggestion]  # by label and name


def gather(found: Gathered, text: str, source: str, options: Options) -> None:
    """Add the unknown names of one document, given by its text and its name, to what others have told."""
    for scene in scenes_of(clean(text).text, source, options):
        _count(scene, source, found)


def ranked(found: Gathered, least: int = 2) -> list[Suggestion]:
    """The names that stand at least `least` times, the most frequent first; each may be a row of a lexicon."""
    wanted: dict[str, Suggestion] = {}
    for item in sorted(found.values(), key=lambda item: (-item.count, -len(item.documents), item.label, item.name)):
        if item.count >= least and not check(told(item)).problems:
            wanted.setdefault(item.name, item)  # of one name the type that is told most often
    return list(wanted.values())


def told(item: Suggestion) -> Told:
    """A suggestion as the row of a lexicon."""
    takes_region = item.label not in ("IndustryChain", "CityGroup")
    region = item.region if takes_region else ""
    return Told(Path(), 0, item.label, item.name, region=region, members=item.member_cells)


def _count(scene: Scene, source: str, known: Gathered) -> None:
    located = _located(scene)
    for found in (*scene.found, *_in_lists_of_firms(scene)):
        if found.label not in LABELS or not found.listed or not _is_unknown(scene, found):
            continue
        item = known.setdefault((found.label, found.name), Suggestion(found.label, found.name))
        item.count += 1
        item.documents.add(source)
        item.regions |= located.get(found.id, set()) or _named_region(found)
        if found.label == "CityGroup":
            item.members = item.members or tuple(key.partition(":")[2] for key in scene.groups.get(found.id, ()))
        sentence = _sentence(scene, found)
        if len(item.sentences) < SENTENCES and sentence not in item.sentences:
            item.sentences.append(sentence)


def _is_unknown(scene: Scene, found: Found) -> bool:
    """Whether no vocabulary holds a name that may be one of its own."""
    known, name = scene.known, found.name
    if known.own.entry(found.label, name) is not None or is_word(name):
        return False
    if found.label == "Agency":
        return found.rule == "agency-unit" and not _DIVISION.search(name)
    if found.label == "CityGroup":
        return known.groups.find(name) is None
    if found.label == "Park":
        kind = _PARK_HEAD.search(name)
        bare = kind is not None and known.chains.find(name[: kind.start()]) is not None
        return known.parks.find(name) is None and not bare  # 电力|产业园 is any of the trade
    tables = {"Enterprise": known.enterprises, "IndustryChain": known.chains, "Institution": known.institutions}
    return tables[found.label].find(name) is None


def _in_lists_of_firms(scene: Scene) -> Iterator[Found]:
    """What stands beside firms in a list with the head 企业 and is none to the rules, if it is no ordinary words."""
    for head in _HEAD.finditer(scene.text):
        items = list_items(scene, head.start(), max(0, head.start() - _REACH), firm=True)
        if not any(scene.within(item.start, item.end, "Enterprise") for item in items):
            continue
        for item in items:
            name = scene.text[item.start : item.end]
            if can_name_firm(scene, item.start, item.end) and not is_plain_words(name):
                yield Found(item.start, item.end, "Enterprise", name, scene.id_of("Enterprise", name))


def _located(scene: Scene) -> dict[str, set[str]]:
    """The codes of the regions in which the document locates things, the lowest of each, by the things' ids."""
    found: dict[str, list[Region]] = {}
    for link in locate(scene):
        region = regions().by_code(link.target.partition(":")[2])
        if region is not None:
            found.setdefault(link.source, []).append(region)
    return {
        key: {
            place.code for place in places if not any(regions().is_within(one, place) for one in places if one != place)
        }
        for key, places in found.items()
    }


def _named_region(found: Found) -> set[str]:
    """The code of the region with whose official name an agency's begins."""
    if found.label != "Agency":
        return set()
    for head, _ in openings(found.name):
        named = [one for one in regions().candidates(head) if one.name == head]
        if len(named) == 1:
            return {named[0].code}
    return set()


def _cell(code: str) -> str:
    region = regions().by_code(code)
    return region_cell(region) if region is not None else ""


def _sentence(scene: Scene, found: Found) -> str:
    """The sentence around a mention, of a long one the part between commas, cut where that is long too."""
    sentence = scene.sentence_at(found.start)
    start, end = sentence.start, max(sentence.end, found.end)
    if end - start > _LONGEST_SENTENCE:
        start, end = fragment(scene, sentence, found.start)
    start = max(start, found.start - _LONGEST_SENTENCE // 2)
    return scene.text[start : min(max(end, found.end), start + _LONGEST_SENTENCE)].strip()
