"""How names, figures and metrics are compared with those of a gold graph."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from graph.ontology import ontology

_CHAIN_SUFFIX = re.compile(r"(产业链条|产业链|产业集群|集群产业链|产业|集群|行业)$")
_MARKS = re.compile(r"[《》<>〈〉\"'·]")


def norm(text: str | None) -> str:
    """The form in which names are compared: NFKC, no white space, no title marks."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))
    plain = plain.replace("—", "-").replace("–", "-").replace("“", '"').replace("”", '"')
    return _MARKS.sub("", plain)


def kind_of(label: str) -> str:
    """The label, with the levels of regions taken together."""
    return "Region" if label in (*ontology().region_labels, "Region") else label


def keys(label: str, names: Iterable[str]) -> set[str]:
    """All forms under which an entity is known; a chain with and without its suffixes."""
    found = {norm(name) for name in names} - {""}
    if label != "IndustryChain":
        return found
    for name in list(found):
        while (shorter := _CHAIN_SUFFIX.sub("", name)) and shorter != name:
            name = shorter
            found.add(name)
    return found


def number(value: object) -> float | None:
    """A value as a number, or None."""
    try:
        return float(str(value))
    except ValueError:
        return None


def unit(value: object) -> str:
    """A unit, with 亿 and 亿元 the same."""
    plain = norm(str(value or ""))
    return "亿元" if plain == "亿" else plain


def overlap(one: str, other: str) -> float:
    """How alike two metrics are, by their characters: 0 to 1."""
    if not one or not other:
        return 0.0
    return 2 * sum((Counter(one) & Counter(other)).values()) / (len(one) + len(other))
