"""APPLIES_TO: the region the policy is about, shown by the place that names it first."""

from collections.abc import Iterator

from extract.fragments import PLACES
from extract.model import Link
from extract.scene import Scene
from graph.ids import entity_id


def relate(scene: Scene) -> Iterator[Link]:
    """The document with its region; a joint notice with the regions of all its issuers on the same level."""
    if scene.home is None:
        return
    joint = [region for region in scene.issuer_regions if region.level == scene.home.level]
    for region in dict.fromkeys((scene.home, *(joint if scene.home in joint else ()))):
        place = entity_id(region.label, region.code)
        named = next((found for found in scene.found if found.label in PLACES and found.id == place), None)
        if named is not None:
            sentence = scene.sentence_at(named.start)
            yield Link(scene.policy, "APPLIES_TO", place, sentence.start, sentence.end, "applies-region")
