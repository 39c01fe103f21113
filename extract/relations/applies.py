"""APPLIES_TO: the region the policy is about, shown by the place that names it first."""

from collections.abc import Iterator

from extract.fragments import PLACES
from extract.model import Link
from extract.scene import Scene
from graph.ids import entity_id


def relate(scene: Scene) -> Iterator[Link]:
    """The document with its region."""
    if scene.home is None:
        return
    home = entity_id(scene.home.label, scene.home.code)
    for found in scene.found:
        if found.label in PLACES and found.id == home:
            sentence = scene.sentence_at(found.start)
            yield Link(scene.policy, "APPLIES_TO", home, sentence.start, sentence.end, "applies-region")
            return
