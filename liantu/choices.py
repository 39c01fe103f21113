"""What a name may mean, as a list to choose from, and what to say where it means nothing."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from graph.stores import Store, shown
from liantu.options import plural
from liantu.output import Sheet, render
from liantu.output.safe import safe, safe_json
from queries.names import Found, Hit, to_type
from queries.place import whereabouts

# So many are listed on a terminal; the others are counted.
SHOWN = 20
_FEW, _LONG, _NAMED = 2, 20, 5


def choices_sheet(store: Store, hits: Sequence[Hit]) -> Sheet:
    """A row a hit: what to type to get just that one, its kind, where it lies, clauses that name it, other names."""
    inputs, places = to_type(store, hits), whereabouts(store, [(hit.id, hit.label, hit.name) for hit in hits])
    rows = [(inputs[hit.id], hit.zh, places[hit.id], hit.said, _others(hit, inputs[hit.id])) for hit in hits]
    return Sheet(("input", "zh", "place", "clauses", "others"), ("输入", "类型", "所在", "提及", "又名"), tuple(rows))


def choices_text(store: Store, hits: Sequence[Hit]) -> str:
    """The first of the hits as a table."""
    return render(choices_sheet(store, hits[:SHOWN]), "table")


def choices_json(store: Store, name: str, hits: Sequence[Hit]) -> str:
    """All hits for a program, best first."""
    sheet = choices_sheet(store, hits)
    choices = [
        asdict(hit) | {"zh": hit.zh, "input": row[0], "place": row[2]}
        for hit, row in zip(hits, sheet.rows, strict=True)
    ]
    return safe_json(json.dumps({"name": name, "choices": choices}, ensure_ascii=False, indent=2))


def several_sentence(name: str, hits: Sequence[Hit]) -> str:
    """What to say above a list of choices."""
    listed = f"; the {SHOWN} most spoken of are listed" if len(hits) > SHOWN else ""
    return (
        f"{safe(name.strip())} may mean {plural(len(hits), 'thing')}（{hits[0].way_zh}）{listed}. "
        "Look one of them up by what stands under 输入, or narrow it down with --type or --in."
    )


def nearest_sentence(name: str, found: Found, graph: str | None) -> str:
    """What to say when there is nothing of that name."""
    near = "、".join(f"{hit.name}（{hit.zh}）" for hit in found.nearest)
    remedy = f"the nearest names are {near}" if near else "no name is near it; see `liantu query` for what to ask"
    return f"{name} is not in {shown(graph)}; {remedy}."


def elsewhere_sentence(name: str, found: Found, graph: str | None) -> str:
    """What to say when nothing of that name is of the type or in the region asked for. `found`: what there is else."""
    if not found.hits:
        return nearest_sentence(name, found, graph)
    means = "、".join(f"{hit.name}（{hit.zh}）" for hit in found.hits[:_NAMED])
    more = f" and {len(found.hits) - _NAMED:,} more" if len(found.hits) > _NAMED else ""
    return f"No {name} in {shown(graph)} is of this type and place; without --type and --in it means {means}{more}."


def _others(hit: Hit, typed: str) -> str:
    """Its shortest other names; its name first where it is its id that has to be typed."""
    names = [hit.name] if typed != hit.name else []
    short = sorted((alias for alias in hit.aliases if len(alias) <= _LONG), key=lambda alias: (len(alias), alias))
    return "、".join([*names, *short][:_FEW])
