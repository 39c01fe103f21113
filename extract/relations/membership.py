"""MEMBER_OF: regions of a city group that its name spells, where the text names both, or that the text lists."""

import re
from collections.abc import Iterator

from extract.fragments import PLACES, run_before
from extract.gazetteers.vocabulary import OWN
from extract.model import Found, Link
from extract.scene import Scene
from graph.ids import entity_id

_COUNTED = re.compile(r"(?:等)?[三四五六七八九十\d]{1,2}(?:市|州|县|区|地)")
_PART_OF = re.compile(r"的?[\u4e00-\u9fff]{0,4}(?:成员|组成部分|节点城市|核心城市|城市之一)")
_IS = re.compile(r"(?:是|作为)$")
_CIRCLE_CITIES = re.compile(r"等(?P<kind>都市圈|城市群)(?:各?城市|各市|成员)")
_CIRCLE = re.compile(r"(?:现代化|大)?(?:都市圈|城市圈|经济圈)")
_FEWEST, _REACH, _MEMBERS = 3, 80, ("城市", "各市", "各城市", "各地", "成员")


def relate(scene: Scene) -> Iterator[Link]:
    """Each region named in the document with each group named in it whose name holds the region's first character, or
    to which the user's lexicon counts it."""
    named = {found.id: found for found in scene.found if found.label in PLACES and found.listed}
    done: set[str] = set()
    yield from _of_the_circle(scene)
    yield from _said(scene)
    for found in scene.found:
        if found.label != "CityGroup":
            continue
        yield from (*_before(scene, found), *_after(scene, found))
        if found.id in done:
            continue
        done.add(found.id)
        yield from _centre(scene, found)
        group = scene.known.groups.find(found.name)
        sentence = scene.sentence_at(found.start)
        for region in scene.groups.get(found.id, ()):
            if found.rule == "group-spelled" and region not in named and region != scene.home_id:
                continue  # the document does not speak of it
            yield Link(region, "MEMBER_OF", found.id, sentence.start, sentence.end, "member-listed")
        for member in group.members if group is not None else ():
            region = entity_id(member.label, member.code)
            own = group is not None and group.source == OWN
            spelled = any(sign in found.name for sign in member.short[:2] + member.abbr)
            if region in named and (spelled or own):
                rule = "member-lexicon" if own else "member-spelled"
                yield Link(region, "MEMBER_OF", found.id, sentence.start, sentence.end, rule)


def _of_the_circle(scene: Scene) -> Iterator[Link]:
    """The cities listed as those of the only circle that the document names: 鄂州、黄石、黄冈等|都市圈城市."""
    groups = {item.id: item for item in scene.found if item.label == "CityGroup"}
    for match in _CIRCLE_CITIES.finditer(scene.text) if groups else ():
        named = [group for group in groups.values() if group.name.endswith(match.group("kind"))]
        sentence = scene.sentence_at(match.start())
        places = scene.within(max(sentence.start, match.start() - _REACH), match.start(), *PLACES)
        if len(named) != 1 or not places or places[-1].end != match.start():
            continue
        run = run_before(scene, places, len(places) - 1)
        for place in run if len(run) >= _FEWEST else ():
            yield Link(place.id, "MEMBER_OF", named[0].id, sentence.start, sentence.end, "member-listed")


def _said(scene: Scene) -> Iterator[Link]:
    """A place that is said to be of a group: |四平市|是长春现代化都市圈的重要组成部分."""
    for group in scene.found:
        if group.label != "CityGroup" or not _PART_OF.match(scene.text, group.end):
            continue
        sentence = scene.sentence_at(group.start)
        places = [item for item in scene.within(sentence.start, group.start, *PLACES) if item.listed]
        if places and _IS.search(scene.text, places[0].end, group.start):
            yield Link(places[0].id, "MEMBER_OF", group.id, sentence.start, sentence.end, "member-said")


def _centre(scene: Scene, group: Found) -> Iterator[Link]:
    """The city after which a circle is called: |长春|现代化都市圈."""
    sentence = scene.sentence_at(group.start)
    for _, end, region in scene.regions_in(group.start, group.end):
        if (
            region.level == "city"
            and group.name.startswith(region.short)
            and _CIRCLE.fullmatch(scene.text, end, group.end)
        ):
            member = entity_id(region.label, region.code)
            yield Link(member, "MEMBER_OF", group.id, sentence.start, sentence.end, "member-spelled")


def _after(scene: Scene, group: Found) -> Iterator[Link]:
    """The regions listed right behind a group with their count: 山西中部城市群|晋中、忻州、吕梁、阳泉四市."""
    sentence = scene.sentence_at(group.start)
    places = scene.within(group.end, min(sentence.end, group.end + _REACH), *PLACES)
    run = [place for index, place in enumerate(places) if run_before(scene, places, index)[0] is places[0]]
    counted = run and run[0].start == group.end and _COUNTED.match(scene.text, run[-1].end)
    for place in run if counted and len(run) >= _FEWEST else ():
        yield Link(place.id, "MEMBER_OF", group.id, sentence.start, sentence.end, "member-listed")


def _before(scene: Scene, group: Found) -> Iterator[Link]:
    """The regions listed before a group that heads them: 长春、吉林、四平等|长春现代化都市圈|城市."""
    if scene.text[group.start - 1 : group.start] != "等" or not scene.text.startswith(_MEMBERS, group.end):
        return
    sentence = scene.sentence_at(group.start)
    places = scene.within(max(sentence.start, group.start - _REACH), group.start - 1, *PLACES)
    listed = run_before(scene, places, len(places) - 1) if places and places[-1].end == group.start - 1 else []
    for place in listed if len(listed) >= _FEWEST else ():
        yield Link(place.id, "MEMBER_OF", group.id, sentence.start, sentence.end, "member-listed")
