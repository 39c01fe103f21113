"""ISSUED: the issuer's name in the title or the signature."""

from collections.abc import Iterator

from extract.model import Link
from extract.scene import Scene


def relate(scene: Scene) -> Iterator[Link]:
    """Each issuing body with the document, once."""
    for start, end in scene.meta.issuer_spans:
        for agency in scene.within(start, end, "Agency")[:1]:
            yield Link(agency.id, "ISSUED", scene.policy, start, end, "issued-metadata")
