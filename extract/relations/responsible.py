"""RESPONSIBLE_FOR: the units of a bracket or line with the clause it closes (phenomenon 5 of DESIGN 5)."""

from collections import Counter
from collections.abc import Iterator

from extract.model import Link
from extract.scene import Scene
from graph.ids import clause_id

Path = tuple[int, ...]
_SEVERAL = 3


def relate(scene: Scene) -> Iterator[Link]:
    """Each unit with the clause that holds its bracket, or with the section that its line closes."""
    paths = [scene.clauses[scene.clause_at(duty.start)].path for duty in scene.duties]
    closing = _closing_lines(scene, paths)
    for index, (duty, path) in enumerate(zip(scene.duties, paths, strict=True)):
        clause = clause_id(scene.document, path[:-1] if index in closing else path)
        for unit in duty.units:
            for found in scene.within(unit.start, unit.end, "Agency", "Enterprise", "Institution"):
                yield Link(
                    found.id, "RESPONSIBLE_FOR", clause, duty.proof, duty.end, "duty-bracket", {"role": unit.role}
                )


def _closing_lines(scene: Scene, paths: list[Path]) -> set[int]:
    """Which of the duties are lines of their own behind the last item of a section none of whose items has units else:
    they answer for the section.

    Of two items the last may have units and the first none; of three or more none is likely to be left without.
    """
    lines = [index for index, duty in enumerate(scene.duties) if scene.text[duty.start - 1 : duty.start] == "\n"]
    if not lines:
        return set()
    last: dict[Path, Path] = {}
    items: Counter[Path] = Counter()
    for clause in scene.clauses:
        last[clause.path[:-1]] = clause.path
        items[clause.path[:-1]] += 1
    below = Counter(path[:depth] for path in paths for depth in range(1, len(path) + 1))
    return {
        index
        for index in lines
        if (section := paths[index][:-1])
        and items[section] >= _SEVERAL
        and last[section] == paths[index]
        and below[section] == below[paths[index]]
    }
