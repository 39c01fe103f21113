"""The ontology, read once from ontology.toml: what labels and relation types there are and what they may join."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from graph.errors import DataError


@dataclass(frozen=True, slots=True)
class Label:
    """A node label with its Chinese name. `region` labels also carry the label Region in a graph."""

    name: str
    zh: str
    identity: str
    region: bool
    properties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation type with its Chinese name. `derived` ones are added on loading, never extracted."""

    name: str
    zh: str
    ends: tuple[tuple[frozenset[str], frozenset[str]], ...]
    symmetric: bool
    derived: bool
    properties: Mapping[str, str]

    def allows(self, source: str, target: str) -> bool:
        """Whether the type may run from a node with label `source` to one with label `target`."""
        return any(source in left and target in right for left, right in self.ends)


@dataclass(frozen=True, slots=True)
class Ontology:
    """Labels and relation types by name, in the order of the data file.

    `corrected` are the properties that corrections leave; they are among those of each label and type that has them.
    """

    labels: Mapping[str, Label]
    relations: Mapping[str, RelationType]
    corrected: Mapping[str, str]

    @property
    def region_labels(self) -> tuple[str, ...]:
        """The labels that are administrative divisions, from province to town."""
        return tuple(label.name for label in self.labels.values() if label.region)


@cache
def ontology() -> Ontology:
    """Read the ontology. Raises DataError if the data file names an unknown label."""
    raw = tomllib.loads(files("graph").joinpath("ontology.toml").read_text(encoding="utf-8"))
    corrected: Mapping[str, str] = raw["corrected"]["properties"]

    def label(name: str, entry: Mapping[str, Any]) -> Label:
        """One label; a clause is the text itself, in which nobody corrects anything."""
        properties = entry["properties"] | ({} if name == "Clause" else corrected)
        return Label(name, entry["zh"], entry["identity"], entry.get("region", False), properties)

    labels = {name: label(name, entry) for name, entry in raw["labels"].items()}
    regions = frozenset(known.name for known in labels.values() if known.region)

    def expand(names: str) -> frozenset[str]:
        """Resolve `A|Region` to the labels meant."""
        found: set[str] = set()
        for name in names.split("|"):
            if name != "Region" and name not in labels:
                raise DataError(f"graph/ontology.toml names the unknown label {name!r}; add it under [labels].")
            found |= regions if name == "Region" else {name}
        return frozenset(found)

    def relation(name: str, entry: Mapping[str, Any]) -> RelationType:
        """One relation type with its ends expanded."""
        ends = tuple((expand(left), expand(right)) for left, right in entry["ends"])
        derived = entry.get("derived", False)
        properties = entry["properties"] | ({} if derived else corrected)
        return RelationType(name, entry["zh"], ends, entry.get("symmetric", False), derived, properties)

    return Ontology(labels, {name: relation(name, entry) for name, entry in raw["relations"].items()}, corrected)
