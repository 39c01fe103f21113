"""An alias: a further name under which an entity is found."""

from collections.abc import Iterator
from dataclasses import replace

from graph.corrections.correction import Correction, named
from graph.corrections.draft import Draft
from graph.corrections.kind import Kind, about_things
from graph.corrections.marks import marked
from graph.ids import canonical_key


def _check(line: Correction) -> Iterator[str]:
    yield from about_things(line)
    if canonical_key(line.name) in map(canonical_key, line.others):
        yield "the alias in other_name (另一名称) is the name itself"


def _apply(draft: Draft, line: Correction) -> None:
    found = draft.find((line.type,), line.name, line)
    for key in found:
        entity = draft.entities[key]
        new = [alias for alias in line.others if alias not in entity.aliases and alias != entity.name]
        draft.took_effect(line, changed=bool(new))
        if new:
            properties = marked(entity.properties, line)
            draft.put(replace(entity, aliases=(*entity.aliases, *new), properties=properties))


kind = Kind(
    words=("加别名", "alias"),
    needs=("type", "name", "other_name"),
    says=lambda line: f"{named(line.type, line.name)}又名" + "、".join(f"“{name}”" for name in line.others),
    check=_check,
    apply=_apply,
    several=True,
)
