"""MEMBER_OF: regions of a city group that its name spells, where the text names both, or that the text lists."""

from collections.abc import Iterator

from extract.fragments import PLACES
from extract.gazetteers.city_groups import city_groups
from extract.model import Link
from extract.scene import Scene
from graph.ids import entity_id


def relate(scene: Scene) -> Iterator[Link]:
    """Each region named in the document with each group named in it whose name holds the region's first character."""
    named = {found.id: found for found in scene.found if found.label in PLACES and found.listed}
    done: set[str] = set()
    for found in scene.found:
        if found.label != "CityGroup" or found.id in done:
            continue
        done.add(found.id)
        group = city_groups().find(found.name)
        sentence = scene.sentence_at(found.start)
        for region in scene.groups.get(found.id, ()):
            yield Link(region, "MEMBER_OF", found.id, sentence.start, sentence.end, "member-listed")
        for member in group.members if group is not None else ():
            region = entity_id(member.label, member.code)
            spelled = any(sign in found.name for sign in member.short[:2] + member.abbr)
            if region in named and spelled:
                yield Link(region, "MEMBER_OF", found.id, sentence.start, sentence.end, "member-spelled")
