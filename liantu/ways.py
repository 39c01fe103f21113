"""Connections as people read them: the way in one line, then what each step rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from liantu.output.safe import safe
from queries.connections import Connections, Statement, Way
from queries.names import Hit

_ROLES = {"lead": "牵头", "member": "参与"}


def ways_text(start: Hit, end: Hit, found: Connections) -> str:
    """The ways, each with its sentences. Text from documents is made harmless."""
    return "".join(f"{safe(line)}\n" if line else "\n" for line in _lines(start, end, found))


def ways_record(start: Hit, end: Hit, found: Connections) -> dict[str, object]:
    """All of it for a program."""
    ends = {side: {"id": hit.id, "label": hit.label, "name": hit.name} for side, hit in (("from", start), ("to", end))}
    return ends | asdict(found)


def _lines(start: Hit, end: Hit, found: Connections) -> Iterator[str]:
    yield f"{start.name} → {end.name}：最短 {found.steps} 步，共 {found.total:,} 条路径"
    for number, way in enumerate(found.ways, 1):
        yield ""
        yield f"{number}. {_in_a_line(way)}"
        for near, statements, far in zip(way.nodes, way.steps, way.nodes[1:], strict=False):
            for statement in statements:
                yield from _told(near.name, statement, far.name)
    if found.total > len(found.ways):
        yield ""
        yield f"…… 另有 {found.total - len(found.ways):,} 条，--limit 列出更多"


def _in_a_line(way: Way) -> str:
    """The nodes with the relations between them."""
    parts = [way.nodes[0].name]
    for statements, node in zip(way.steps, way.nodes[1:], strict=True):
        parts += [_arrow(statements), node.name]
    return " ".join(parts)


def _arrow(statements: Sequence[Statement]) -> str:
    names = "、".join(dict.fromkeys(statement.zh for statement in statements))
    if all(statement.forward for statement in statements):
        return f"—{names}—" if any(statement.type == "COOPERATES_WITH" for statement in statements) else f"—{names}→"
    return f"←{names}—" if not any(statement.forward for statement in statements) else f"←{names}→"


def _told(near: str, statement: Statement, far: str) -> Iterator[str]:
    """What a step rests on: who, what, whom, how often; then the sentence and where it stands."""
    subject, target = (near, far) if statement.forward else (far, near)
    notes = "、".join(_ROLES.get(note, note) for note in statement.notes)
    count = f"  {statement.clauses} 条" if statement.clauses else "  （行政区划）"
    yield f"   {subject} {statement.zh} {target}" + (f"（{notes}）" if notes else "") + count
    if statement.quote:
        where = (f"《{statement.policy}》", statement.number, statement.issued, statement.clause)
        yield f"      {statement.quote}"
        yield f"      —— {' '.join(filter(None, where))}"
