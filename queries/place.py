"""Where things lie: the names of the regions above them."""

from collections.abc import Iterable, Mapping, Sequence

from graph.ontology import ontology
from graph.stores import Store

_DEEPEST = 4
_BODIES = "Agency"


def paths(store: Store, nodes: Sequence[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    """From the province down to what each node (id, label, name) lies in, by id; empty where nothing says so.

    A thing lies where most clauses put it, a public body in the region that its name begins with.
    """
    bodies = [(key, name) for key, label, name in nodes if label == _BODIES]
    lie = _above(store, [key for key, label, _ in nodes if label != _BODIES], {label for _, label, _ in nodes})
    steps = lie | _heads(store, bodies)
    border = {key for key, _ in steps.values()}
    for _ in range(_DEEPEST):
        more = _above(store, border - steps.keys(), {"Park", *ontology().region_labels}) if border else {}
        steps |= more
        border = {key for key, _ in more.values()}
    return {key: _path(steps, key) for key, _, _ in nodes}


def _path(steps: Mapping[str, tuple[str, str]], key: str) -> tuple[str, ...]:
    names: list[str] = []
    while key in steps and len(names) <= _DEEPEST:
        key, name = steps[key]
        names.append(name)
    return tuple(reversed(names))


def _above(store: Store, ids: Iterable[str], labels: Iterable[str]) -> dict[str, tuple[str, str]]:
    """(id, name) of what each of these nodes lies in, by id."""
    wanted = [label for label in ontology().labels if label in set(labels)]
    rows = store.read(
        f"MATCH (a:{'|'.join(wanted)})-[r:PART_OF|LOCATED_IN]->(b) WHERE a.id IN $ids AND r.policyId IS NOT NULL "
        "WITH a, b, type(r) AS kind, count(r) AS clauses "
        "RETURN a.id AS id, b.id AS above, b.name AS name ORDER BY kind DESC, clauses DESC, name, above",
        {"ids": sorted(ids)},
    ).rows
    found: dict[str, tuple[str, str]] = {}
    for key, above, name in rows:
        found.setdefault(key, (above, name))
    return found


def _heads(store: Store, bodies: Sequence[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """The region with the longest name that the name of a body begins with."""
    if not bodies:
        return {}
    rows = store.read(
        "MATCH (r:Region) WHERE any(name IN $names WHERE name STARTS WITH r.name) "
        "RETURN r.id AS id, r.name AS name ORDER BY size(r.name), id",
        {"names": sorted({name for _, name in bodies})},
    ).rows
    return {body: (key, head) for body, name in bodies for key, head in rows if name.startswith(head)}


def whereabouts(store: Store, nodes: Sequence[tuple[str, str, str]]) -> Mapping[str, str]:
    """In a few words where each node (id, label, name) lies, by id; of a document, the region that it is about."""
    about = {key: (name,) for key, name in _subjects(store, [key for key, label, _ in nodes if label == "Policy"])}
    return {key: " > ".join(path) for key, path in (paths(store, nodes) | about).items()}


def _subjects(store: Store, policies: Sequence[str]) -> list[tuple[str, str]]:
    rows = store.read(
        "MATCH (p:Policy) WHERE p.id IN $ids AND p.region IS NOT NULL RETURN p.id AS id, p.region AS region",
        {"ids": list(policies)},
    ).rows
    return [(key, region) for key, region in rows]
