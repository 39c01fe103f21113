"""A picture that can still be read: its strongest part, and how much was left out."""

from collections.abc import Mapping
from dataclasses import replace

from viz.model import Picture
from viz.resources import words


def strongest(picture: Picture, most: int | None) -> Picture:
    """The picture with at most so many nodes: what it is about, then those with the most clauses on their links.

    A node that only the dropped ones tied to the rest goes too. The notes tell how many were left out; None leaves all.
    """
    if most is None or len(picture.nodes) <= most:
        return picture
    weights = _weights(picture)
    ranked = sorted(picture.nodes, key=lambda node: (not node.main, -weights.get(node.id, 0), node.id))
    kept = {node.id for node in ranked[:most]}
    links = tuple(link for link in picture.links if link.source in kept and link.target in kept)
    tied = {end for link in links for end in (link.source, link.target)}
    nodes = tuple(node for node in picture.nodes if node.id in kept and (node.id in tied or node.main))
    omitted = len(picture.nodes) - len(nodes)
    note = words("page")["omitted"].format(shown=len(nodes), omitted=omitted)
    return replace(picture, nodes=nodes, links=links, notes=(note, *picture.notes), omitted=omitted)


def _weights(picture: Picture) -> Mapping[str, float]:
    """How much each node is tied: the clauses of its links, those to what the picture is about counting most."""
    main = {node.id for node in picture.nodes if node.main}
    weights: dict[str, float] = {}
    for link in picture.links:
        near = 1000 if main & {link.source, link.target} else 1
        for end in (link.source, link.target):
            weights[end] = weights.get(end, 0) + link.weight * near
    return weights
