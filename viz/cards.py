"""What the card of a node tells besides its names: where it is, what is known of it, its key figures."""

from collections.abc import Mapping, Sequence

from viz.reading import Reader, Thing
from viz.resources import words

_LONG = 18
_FIGURES = 6
_SIGNS = {">=": "≥", "<=": "≤", "~": "约", "=": "", ">": "＞"}
Card = tuple[tuple[str, str], ...]


def cards(reader: Reader, keys: Sequence[str]) -> Mapping[str, Card]:
    """The lines (Chinese name, value) of each node's card, by id."""
    above: dict[str, list[str]] = {}
    figures: dict[str, list[str]] = {}
    for row in reader.rows("above", ids=list(keys)):
        above.setdefault(row["id"], []).append(str(row["name"]))
    for row in reader.rows("figures", ids=list(keys)):
        figures.setdefault(row["id"], []).append(_figure(reader.keep(row["t"])))
    return {key: _card(reader.thing(key), above.get(key, []), figures.get(key, [])) for key in keys}


def sign(thing: Thing) -> str:
    """The name that stands at a node: a clause with its heading, a target in words."""
    if thing.label == "Target":
        return _figure(thing)
    if thing.label == "Clause":
        number, heading = thing.properties.get("number") or "", thing.properties.get("heading") or ""
        return f"{number} {heading[:_LONG]}{'…' if len(heading) > _LONG else ''}".strip() or thing.name
    return thing.name


def _card(thing: Thing, above: Sequence[str], figures: Sequence[str]) -> Card:
    """Place, properties and figures, in this order."""
    titles: Mapping[str, str] = words("properties")
    lines = [("位于", "、".join(above))] if above else []
    for name, title in titles.items():
        value = thing.properties.get(name)
        if value not in (None, "", []) and not (name == "level" and thing.label != "Park"):
            lines.append((title, "、".join(map(str, value)) if isinstance(value, list) else _shown(value)))
    if figures:
        rest = len(figures) - _FIGURES
        lines.append(("量化目标", "；".join(figures[:_FIGURES]) + (f"；等 {len(figures)} 项" if rest > 0 else "")))
    return tuple(lines)


def _figure(target: Thing) -> str:
    """A target as one reads it: 营业收入 ≥ 2000 亿元（2026 年）."""
    told = target.properties
    number = f"{_SIGNS.get(str(told.get('comparator')), '')} {_shown(told.get('value'))}{told.get('unit') or ''}"
    year = f"（{told['year']}年）" if told.get("year") else ""
    return f"{told.get('metric') or target.name} {number.strip()}{year}"


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    return {True: "是", False: "否"}.get(value, str(value)) if isinstance(value, bool) else str(value)
