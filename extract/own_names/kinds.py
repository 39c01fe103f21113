"""The kinds of things that a lexicon may hold, and by what words its users tell them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.ontology import ontology


@dataclass(frozen=True, slots=True)
class Kind:
    """A label with its Chinese name, the columns that say something of it, whether a name may be an ordinary word."""

    label: str
    zh: str
    takes: frozenset[str]
    ordinary: bool


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds by all words that tell them, in lower case."""
    found: dict[str, Kind] = {}
    raw = tomllib.loads(files("extract.own_names").joinpath("data/kinds.toml").read_text(encoding="utf-8"))
    for label, told in raw.items():
        kind = Kind(label, ontology().labels[label].zh, frozenset(told["takes"]), told.get("ordinary", True))
        found |= {word.casefold(): kind for word in (label, kind.zh, *told["words"])}
    return found


def choices() -> str:
    """The kinds as messages list them: Enterprise (企业), …"""
    return ", ".join(dict.fromkeys(f"{kind.label} ({kind.zh})" for kind in kinds().values()))
