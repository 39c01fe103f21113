"""RESPONSIBLE_FOR: the units of a bracket or line with the clause it closes (phenomenon 5 of DESIGN 5)."""

from collections.abc import Iterator

from extract.model import Link
from extract.scene import Scene
from graph.ids import clause_id


def relate(scene: Scene) -> Iterator[Link]:
    """Each unit with the clause that holds its bracket."""
    for duty in scene.duties:
        clause = clause_id(scene.document, scene.clauses[scene.clause_at(duty.start)].path)
        for unit in duty.units:
            for found in scene.within(unit.start, unit.end, "Agency", "Enterprise", "Institution"):
                yield Link(
                    found.id, "RESPONSIBLE_FOR", clause, duty.proof, duty.end, "duty-bracket", {"role": unit.role}
                )
