"""The view `links`: regions and city groups, tied by the clauses that state a cooperation between them (DESIGN 9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.ontology import ontology
from graph.stores import Store
from viz.model import Link, Node, Picture
from viz.options import LinksOptions
from viz.places import Places, places
from viz.reading import Reader
from viz.resources import words
from viz.stated import Row, stated, unfolded


@dataclass(frozen=True, slots=True)
class LinkRows:
    """What the queries of this view return, row by row as mappings from column to value."""

    links: Sequence[Row]
    members: Sequence[Row] = ()
    places: Sequence[Row] = ()
    documents: int = 0


def links(source: Store | LinkRows, options: LinksOptions | None = None) -> Picture:
    """The picture of the links between places, from a graph or from rows. Raises QueryError."""
    rows = source if isinstance(source, LinkRows) else read_rows(source)
    return _Drawing(rows, options or LinksOptions()).picture()


def read_rows(store: Store) -> LinkRows:
    """Ask a graph what this view needs."""
    rows = Reader(store).rows
    return LinkRows(rows("links"), rows("members"), rows("places"), documents_read(store))


def documents_read(store: Store) -> int:
    """How many documents were read into the graph."""
    return int(Reader(store).rows("documents")[0]["documents"])


class _Drawing:
    """One picture in the making: what was asked is resolved once, notes gather on the way."""

    def __init__(self, rows: LinkRows, options: LinksOptions) -> None:
        self.rows, self.options, self.words = rows, options, words("links")
        self.places: Places = places(rows.places)
        self.notes: list[str] = []
        self.missing = [name for name in (options.focus, options.group) if name and not self.places.find(name)]
        self.focus = self._resolve(options.focus)
        self.groups = self._resolve(options.group)
        self.members = tuple(dict.fromkeys(row["a"] for row in rows.members if row["b"] in self.groups))
        if options.group and self.groups and not self.members:
            self._note("no_members", name=self.places.names(self.groups))

    def picture(self) -> Picture:
        """The whole of it; without links a picture that says why."""
        rows = [] if self.missing else [row for row in self._dated() if self._wanted(row)]
        found = stated(rows)
        facts = sum(link.weight for link in found)
        derived = unfolded(rows, self.rows.members, self.rows.links) if self.options.unfold else []
        derived = [link for link in derived if self._touches(link.source, link.target)]
        if derived:
            found += derived
            self._note("derived")
        used = len({row["policy_id"] for row in rows})
        if self.rows.documents:
            self._note("read", count=self.rows.documents, used=used)
        found = [self._turned(link) for link in found]
        found.sort(key=lambda link: (link.derived, -link.weight, link.source, link.target))
        return Picture(
            self.words["title"], self._question(), self.options.date, used, facts,
            self._nodes(found) if found else (), tuple(found), tuple(self.notes if found else self._reasons()),
            "links", self.options.layout or "force",
        )  # fmt: skip

    def _turned(self, link: Link) -> Link:
        """The same link, read from what was asked for, else from the region to the group, the larger region first."""
        ends = sorted((link.source, link.target), key=self._rank)
        return replace(link, source=ends[0], target=ends[1])

    def _rank(self, place: str) -> tuple[bool, bool, int, str]:
        known = self.places.nodes.get(place)
        order = list(ontology().labels).index(known.label) if known and known.label else -1
        return place not in self.focus, place not in self.members, order, place

    def _resolve(self, name: str | None) -> tuple[str, ...]:
        found = self.places.find(name) if name else ()
        if len(found) > 1:
            self._note("several", name=name, names=self.places.names(found))
        return found

    def _dated(self) -> list[Row]:
        """The rows of documents since the year asked for."""
        if self.options.since is None:
            return list(self.rows.links)
        undated = {row["clause_id"] for row in self.rows.links if not row["issued"]}
        if undated:
            self._note("undated", count=len(undated))
        return [row for row in self.rows.links if row["issued"] and int(row["issued"][:4]) >= self.options.since]

    def _wanted(self, row: Row) -> bool:
        mode, unfolding = self.options.mode, self.options.unfold
        sure = float(row.get("confidence") or 1.0) >= self.options.confidence
        return sure and (mode is None or row["mode"] == mode) and self._touches(row["a"], row["b"], unfolding=unfolding)

    def _touches(self, one: str, other: str, *, unfolding: bool = False) -> bool:
        """Whether a link between these two is asked for; when unfolding, also one with a group of the focus."""
        ends = {one, other}
        focus = set(self.focus)
        if unfolding:
            focus |= {row["b"] for row in self.rows.members if row["a"] in self.focus}
        circle = {*self.groups, *self.members}
        return (not self.focus or bool(ends & focus)) and (not self.groups or bool(ends & circle))

    def _nodes(self, found: Sequence[Link]) -> tuple[Node, ...]:
        """The ends of the links, and whatever was asked for by name."""
        asked = {*self.focus, *self.members}
        wanted = {end for link in found for end in (link.source, link.target)} | asked
        return tuple(replace(self._node(node), main=node in asked) for node in sorted(wanted))

    def _node(self, place: str) -> Node:
        """A node; a group, which has no coordinates, stands amid its members."""
        node = self.places.nodes.get(place) or Node(place, "", place)
        ids = sorted({row["a"] for row in self.rows.members if row["b"] == place})
        members = [self.places.nodes.get(member) for member in ids]
        known = [(one.lon, one.lat) for one in members if one and one.lon is not None and one.lat is not None]
        if node.lon is not None or not known:
            return node
        lon, lat = (round(sum(values) / len(known), 6) for values in zip(*known, strict=True))
        return replace(node, lon=lon, lat=lat)

    def _question(self) -> str:
        """What was asked, in Chinese, with the names resolved."""
        options, said = self.options, self.words
        parts: list[str] = []
        if options.focus:
            parts.append(said["focus"].format(name=self.places.names(self.focus) or options.focus))
        if options.group:
            key = "group" if self.members else "group_alone"
            name = self.places.names(self.groups) or options.group
            parts.append(said[key].format(name=name, members=self.places.names(self.members)))
        if options.since is not None:
            parts.append(said["since"].format(year=options.since))
        if options.mode:
            parts.append(said["mode"].format(mode=options.mode))
        if options.unfold:
            parts.append(said["unfold"])
        return str(said["question"]) + (f"（{'；'.join(parts)}）" if parts else "")

    def _reasons(self) -> list[str]:
        """Why nothing is there."""
        empty: Mapping[str, str] = self.words["empty"]
        if not self.rows.documents and not self.rows.links:
            return [empty["nothing_read"]]
        if self.missing:
            return [self._unknown(name, empty) for name in self.missing]
        key = "filtered" if self.rows.links else "no_links"
        return [empty[key].format(documents=self.rows.documents, total=len(self.rows.links))]

    def _unknown(self, name: str, empty: Mapping[str, str]) -> str:
        near = "、".join(self.places.nearest(name))
        return empty["unknown"].format(name=name, nearest=empty["nearest"].format(names=near) if near else "")

    def _note(self, key: str, **values: Any) -> None:
        self.notes.append(self.words["notes"][key].format(**values))
