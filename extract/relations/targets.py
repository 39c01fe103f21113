"""HAS_TARGET: the chain or park a figure speaks of, else the document's region."""

from collections.abc import Iterator

from extract.model import Link
from extract.scene import Scene


def relate(scene: Scene) -> Iterator[Link]:
    """Each target with its subject."""
    for found in scene.found:
        subject = scene.target_subjects.get(found.id) if found.label == "Target" else None
        if subject is not None:
            sentence = scene.sentence_at(found.start)
            rule = "target-region" if subject == scene.home_id else "target-subject"
            yield Link(subject, "HAS_TARGET", found.id, sentence.start, sentence.end, rule)
