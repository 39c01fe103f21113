"""In columns: layers run from left to right, lines cross as little as can be, long columns are broken."""

from itertools import pairwise

from test_layout_common import overlaps
from test_layout_large import grown

from viz.layout import arrange
from viz.model import Link, Node, Picture


def layered(*layers: int | None, links: tuple[tuple[int, int], ...] = (), name: str = "先进钢铁材料产业") -> Picture:
    """A picture with a node for each of these layers, and links between the nodes of these numbers."""
    nodes = tuple(Node(f"N{i:03}", "Park", f"{name}{i}", layer=layer) for i, layer in enumerate(layers))
    tied = tuple(Link(nodes[a].id, nodes[b].id, "DEVELOPS", 1, directed=True) for a, b in links)
    return Picture("", "", "", 1, len(tied), nodes, tied, layout="layered")


def test_layers_stand_from_left_to_right_and_what_has_none_last() -> None:
    """Whatever the order of the nodes, and numbers may be left out."""
    picture = layered(7, None, 0, 2, 2)
    places = arrange(picture, "layered").places
    columns = [places[f"N{i:03}"].x for i in (2, 3, 0, 1)]
    assert columns == sorted(columns) and len(set(columns)) == 4
    assert places["N003"].x == places["N004"].x


def test_lines_do_not_cross_where_they_need_not() -> None:
    """Five pairs in reverse order are turned; a chain of three layers keeps its neighbours at one height."""
    picture = layered(*[0] * 5, *[1] * 5, *[2] * 5, links=tuple((i, 9 - i) for i in range(5)))
    places = arrange(picture, "layered").places
    assert all(places[link.source].y == places[link.target].y for link in picture.links)


def test_a_long_column_is_broken() -> None:
    """Sixty nodes in one layer stand in several columns, which stay right of the layer before; no name over another."""
    picture = layered(0, *[1] * 60, 2, links=tuple((0, i) for i in range(1, 61)))
    places = arrange(picture, "layered").places
    middle = [places[f"N{i:03}"] for i in range(1, 61)]
    assert len({place.x for place in middle}) > 2
    assert places["N000"].x < min(place.x for place in middle) and max(place.x for place in middle) < places["N061"].x
    assert overlaps(picture, "layered") == []


def test_the_picture_keeps_the_proportions_of_the_page() -> None:
    """One long layer, many layers or many nodes: neither a ribbon nor a tower."""
    for picture in (layered(*[0] * 100), layered(*range(5)), layered(0, *[1] * 40, *[2] * 90, None)):
        places = arrange(picture, "layered").places.values()
        wide = max(place.x for place in places) - min(place.x for place in places) + 150
        high = max(place.y for place in places) - min(place.y for place in places) + 60
        assert wide > 100 and high < 1500 and (len(places) == 5 or 0.8 < wide / high < 2.4)


def test_a_large_picture_in_layers_has_no_name_over_another() -> None:
    """400 nodes in four layers with 1,200 links."""
    picture = grown(400, 1200)
    nodes = tuple(Node(node.id, node.label, node.name, layer=number % 4) for number, node in enumerate(picture.nodes))
    picture = Picture("", "", "", 1, 1, nodes, picture.links)
    assert overlaps(picture, "layered") == []
    xs = sorted({place.x for place in arrange(picture, "layered").places.values()})
    assert all(after - before > 20 for before, after in pairwise(xs))
