"""What holds for every layout: nodes have one place, names do not lie over one another, the same gives the same."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viz.boxes import box, ems, label_lines
from viz.layout import LAYOUTS, arrange, radius
from viz.model import Link, Node, Picture

_NAMES = st.text("湘潭娄底株洲长沙先进钢铁材料产业（》、ab1 \n", min_size=0, max_size=24)
_DEGREES = st.one_of(st.none(), st.floats(-180, 180))


@st.composite
def pictures(draw: st.DrawFn, most: int = 30) -> Picture:
    """A picture of up to `most` nodes in any state: no links, loops, twice the same, no layers, places at one point."""
    names = draw(st.lists(_NAMES, max_size=most))
    spots = st.one_of(st.tuples(_DEGREES, st.one_of(st.none(), st.floats(-85, 85))), st.just((112.9, 27.8)))
    layers = st.one_of(st.none(), st.integers(0, 4))
    nodes = tuple(Node(f"N{i:02}", "City", name, (), *draw(spots), layer=draw(layers)) for i, name in enumerate(names))
    if not nodes:
        return Picture("", "", "", 0, 0)
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes), st.integers(1, 30), st.booleans())
    tied = draw(st.lists(ends, max_size=60))
    links = tuple(Link(a.id, b.id, "COOPERATES_WITH", weight, derived=derived) for a, b, weight, derived in tied)
    return Picture("", "", "", 1, 1, nodes, links)


def overlaps(picture: Picture, layout: str) -> list[tuple[str, str]]:
    """The pairs of nodes of which one's shape or name lies over the other's; a rounded pixel is no overlap."""
    places, sizes = arrange(picture, layout).places, radius(picture)
    rooms = {node.id: box(node.name, sizes[node.id], over=places[node.id].over) for node in picture.nodes}
    found = []
    for one, other in combinations(rooms, 2):
        (a, x), (b, y) = sorted(((places[one], rooms[one]), (places[other], rooms[other])), key=lambda at: at[0].y)
        beside = abs(a.x - b.x) >= x.half + y.half - 3
        if not beside and b.y - a.y < x.below + y.above - 3:
            found.append((one, other))
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(deadline=None, max_examples=40)
@given(picture=pictures())
def test_every_node_has_one_place(layout: str, picture: Picture) -> None:
    """The places are those of the picture's nodes, in whole pixels, and the same each time."""
    arranged = arrange(picture, layout)
    assert set(arranged.places) == {node.id for node in picture.nodes}
    assert arrange(picture, layout) == arranged


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(deadline=None, max_examples=40)
@given(picture=pictures())
def test_no_name_lies_over_another_among_thirty(layout: str, picture: Picture) -> None:
    """Up to 30 nodes, whatever they are called and however they are tied: no room of a node overlaps another's."""
    assert overlaps(picture, layout) == []


@given(st.text(max_size=120))
def test_a_long_name_is_broken_into_lines_of_bounded_width(name: str) -> None:
    """At most three lines, none much longer than 14 Chinese signs; a short name stays as it is."""
    lines = label_lines(name).split("\n")
    assert len(lines) <= 3 and all(ems(line) <= 18 for line in lines)
    plain = " ".join(name.split())
    if ems(plain) <= 14:
        assert lines == [plain]
    elif ems(plain) <= 42:
        assert "".join("".join(lines).split()) == "".join(plain.split())


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("湘潭市", "湘潭市"),
        ("湖南省发展和改革委员会地区经济处", "湖南省发展和改革\n委员会地区经济处"),
        (
            "关于支持娄底市创建“材料谷”（2022—2025年）的若干意见",
            "关于支持娄底市创建“材料谷”\n（2022—2025年）的若干意见",
        ),
        ("湘潭International Manufacturing工业园", "湘潭International\nManufacturing工业园"),
    ],
)
def test_names_are_broken_where_one_would_break_them(name: str, drawn: str) -> None:
    """Beside brackets and spaces, never within a Latin word or before a closing sign."""
    assert label_lines(name) == drawn
