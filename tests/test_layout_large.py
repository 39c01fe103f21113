"""Large pictures are laid out in seconds, with hardly a name over another."""

from random import Random
from time import process_time

import pytest
from test_layout_common import overlaps

from viz.layout import arrange
from viz.model import Link, Node, Picture

_SIGNS = "湘潭娄底株洲长沙先进钢铁材料新能源装备制造电子信息生物医药科技股份有限公司"


def grown(nodes: int, links: int, seed: int = 1) -> Picture:
    """A picture in which few nodes have many links, as in graphs of policies; the same for the same numbers."""
    random = Random(seed)
    names = ("".join(random.choices(_SIGNS, k=random.randint(3, 9))) for _ in range(nodes))
    made = tuple(Node(f"N:{i:05}", "Enterprise" if i % 3 else "City", name) for i, name in enumerate(names))
    pairs: dict[tuple[int, int], None] = {}
    while len(pairs) < links:
        one, other = random.randrange(nodes), min(random.randrange(nodes), random.randrange(nodes))
        if one != other:
            pairs[one, other] = None
    tied = (Link(made[a].id, made[b].id, "COOPERATES_WITH", 1 + (a + b) % 3, kind="合作") for a, b in pairs)
    return Picture("大图", "有多少？", "2026-11-27", 1, links, made, tuple(tied))


@pytest.mark.parametrize(("nodes", "links", "seconds"), [(300, 900, 3.0), (300, 200, 3.0)])
def test_three_hundred_nodes_are_laid_out_within_three_seconds(nodes: int, links: int, seconds: float) -> None:
    """300 nodes, tied or scattered: in time by the clock of the processor, and no name over another."""
    picture = grown(nodes, links)
    began = process_time()
    arrange(picture, "force")
    assert process_time() - began < seconds
    assert overlaps(picture, "force") == []


@pytest.mark.slow
def test_five_thousand_nodes_are_laid_out_in_seconds() -> None:
    """5,000 nodes and 15,000 links: some ten seconds by the clock of the processor, never minutes."""
    picture = grown(5_000, 15_000)
    began = process_time()
    arranged = arrange(picture, "force")
    assert process_time() - began < 60
    assert len(set(arranged.places.values())) > 4_990
