"""Text in, facts out: the whole of extraction as one pure function of (text, source name, options)."""

from collections.abc import Iterable
from functools import cache, partial
from typing import TypeVar

from extract.assemble import Assembler
from extract.cleaning import clean
from extract.gazetteers.regions import Region, regions
from extract.home import home_of
from extract.lexicon import Names
from extract.model import Found, Link, Options
from extract.parts import Part, split_parts
from extract.recognisers import RECOGNISERS
from extract.relations import RULES
from extract.scene import Scene
from extract.structure import ClauseSpan, Metadata
from extract.vocabularies import Vocabularies, vocabularies
from graph.facts import Document, Policy
from graph.ids import canonical_key, policy_id
from graph.verify import verify

_Placed = TypeVar("_Placed", Found, Link, ClauseSpan)


def extract_text(text: str, source: str, *, sha256: str = "", options: Options | None = None) -> Document:
    """Extract the facts of one document.

    `text` is the decoded source text, `source` its name as given, `options` the names that the user adds; offsets in
    the result are half-open characters of `text`. The same input gives the same output. Raises FactsError only if the
    result contradicts its own text, which is a fault of Liantu.
    """
    cleaned = clean(text)
    scenes = scenes_of(cleaned.text, source, options)
    found = [item for scene in scenes for item in _moved(scene.found, scene.base)]
    links = [link for scene in scenes for _name, relate in RULES for link in _moved(relate(scene), scene.base)]
    clauses = [clause for scene in scenes for clause in _moved(scene.clauses, scene.base)]
    policy = _policy(scenes[0], source, sha256)
    own = scenes[0].known.own
    document = Assembler(policy.id, clauses, cleaned, text, own).document(policy, found, links)
    verify(document)
    return document


def scenes_of(text: str, source: str, options: Options | None = None) -> list[Scene]:
    """The parts of a clean text, each with all that the recognisers find in it; one for most texts."""
    known = vocabularies((options or Options()).names)
    names: Names = cache(known.lexicon.hits)  # a part is read for the region it is about, then for all that it names
    parts = split_parts(text, source, partial(region_spans, names))
    document = policy_id(parts[0].meta.title)
    return [_read(part, document, names, known) for part in parts]


def _read(part: Part, document: str, names: Names, known: Vocabularies) -> Scene:
    """One part with all that the recognisers find in it."""
    scene = Scene(part, document, *home_of(part.meta), names(part.text), known)
    for _name, recognise in RECOGNISERS:
        scene.add(list(recognise(scene)))
    scene.add(own_mentions(scene))
    return scene


def _moved(items: Iterable[_Placed], base: int) -> Iterable[_Placed]:
    """The same with offsets in the whole clean text."""
    return (item.moved(base) for item in items) if base else items


def region_spans(names: Names, text: str) -> list[tuple[int, int, str, str]]:
    """The regions named in a text: (start, end, official name, level). Ambiguous names are left out."""
    table, found = regions(), []
    for start, end, word in names(text)["Region"]:
        region: Region | None = table.resolve(word, None)
        if region is not None and not (table.is_ambiguous_short(word) and word != region.name):
            found.append((start, end, region.name, region.level))
    return found


def own_mentions(scene: Scene) -> list[Found]:
    """The document itself as an entity: its title, its other names, its number."""
    meta = scene.meta
    properties = {
        "number": meta.number,
        "issuedOn": meta.issued,
        "effectiveUntil": meta.effective_until,
        "genre": meta.genre,
    }
    kept = {key: value for key, value in properties.items() if value is not None}
    found = []
    for start, end, name in meta.name_spans:
        alias = "" if canonical_key(name) == canonical_key(meta.title) else name
        found.append(Found(start, end, "Policy", meta.title, scene.policy, alias, "own-title", properties=kept))
    if not found:
        end = min(len(scene.text), 1)
        found.append(Found(0, end, "Policy", meta.title, scene.policy, "", "own-title", properties=kept))
    return found


def _policy(scene: Scene, source: str, sha256: str) -> Policy:
    meta: Metadata = scene.meta
    return Policy(
        scene.policy,
        meta.title,
        meta.number,
        meta.issuer,
        meta.issued,
        meta.effective_until,
        meta.genre,
        scene.home.name if scene.home else None,
        source,
        sha256,
    )
