"""The recognisers, one kind a file, in the order in which they run: what comes first claims its characters."""

from collections.abc import Callable, Iterator

from extract.model import Found
from extract.recognisers import (
    agencies,
    chains,
    enterprises,
    institutions,
    own_names,
    parks,
    policies,
    projects,
    regions,
    spelled_groups,
    targets,
)
from extract.scene import Scene

RECOGNISERS: tuple[tuple[str, Callable[[Scene], Iterator[Found]]], ...] = (
    ("policies", policies.recognise),
    ("own names", own_names.recognise),
    ("agencies", agencies.recognise),
    ("city groups", regions.recognise_groups),
    ("defined groups", regions.recognise_defined_groups),
    ("spelled groups", spelled_groups.recognise),
    ("institutions", institutions.recognise),
    ("projects", projects.recognise),
    ("parks", parks.recognise),
    ("enterprises", enterprises.recognise),
    ("chains", chains.recognise),
    ("own names in longer ones", own_names.recognise_rest),
    ("regions", regions.recognise),
    ("targets", targets.recognise),
)
