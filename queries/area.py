"""What lies in a region or below it."""

from collections.abc import Iterable

from graph.stores import Store

_BELOW = (
    "MATCH (r:Region)-[:PART_OF*0..4]->(top:Region {id: $id}) RETURN DISTINCT r.id AS id, r.name AS name ORDER BY id"
)
_PARKS = "MATCH (p:Park)-[:LOCATED_IN]->(r:Region) WHERE r.id IN $ids RETURN DISTINCT p.id AS id ORDER BY id"
# By which relations a thing belongs to a region: it lies there or is about it; the region develops it, attracts it, is
# a member of it.
_TIES = ("-[:LOCATED_IN|PART_OF|APPLIES_TO]->", "<-[:DEVELOPS|MEMBER_OF|ATTRACTS]-")


class Area:
    """A region with all divisions below it and the parks in them."""

    def __init__(self, store: Store, region: str) -> None:
        """Reads what lies below the region with this id."""
        self._store = store
        rows = store.read(_BELOW, {"id": region}).rows
        regions = [key for key, _ in rows]
        self._names = tuple(name for _, name in rows)
        self._ids = [*regions, *(key for (key,) in store.read(_PARKS, {"ids": regions}).rows)]

    def holds(self, nodes: Iterable[tuple[str, str, str]]) -> set[str]:
        """The ids of those nodes (id, label, name) that lie here or belong here; a body by the region in its name."""
        every = list(nodes)
        found = {key for key, label, name in every if label == "Agency" and name.startswith(self._names)}
        found |= {key for key, _, _ in every} & set(self._ids)
        asked = {"nodes": [key for key, _, _ in every], "ids": self._ids}
        labels = "|".join(sorted({label for _, label, _ in every}))
        for tie in _TIES:
            statement = f"MATCH (n:{labels}){tie}(r) WHERE n.id IN $nodes AND r.id IN $ids RETURN DISTINCT n.id AS id"
            found |= {key for (key,) in self._store.read(statement, asked).rows}
        return found
