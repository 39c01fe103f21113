"""The text is a part of a name, or of what a gazetteer reads it as: 发改 in 湘潭市发展和改革委员会."""

from graph.ids import canonical_key
from queries.matching.base import Ask, Candidate, Typed, any_name, holds_any
from queries.matching.spelling import latin, plain, variants
from queries.matching.syllables import letters

# More readings than these are whole names of many places, and no parts of names.
_FEW = 12


def ask(typed: Typed) -> Ask | None:
    """For what is no pinyin."""
    return None if letters(typed.text) else _ask(typed)


def of_letters(typed: Typed) -> Ask | None:
    """For what may be pinyin too."""
    return _ask(typed) if letters(typed.text) else None


def _ask(typed: Typed) -> Ask | None:
    """Searches names in the engine; ids hold them without marks and spaces."""
    text, forms = typed.text, variants(typed.text)
    readings = tuple(typed.readings(text))
    parts = list(dict.fromkeys((text, *forms, *(readings if len(readings) <= _FEW else ()))))
    wanted = {plain(part) for part in parts} - {""}
    if not wanted:
        return None
    codes = [part for part in parts if part.isdecimal() and len(part) > 1]

    def way(node: Candidate) -> str:
        names = [plain(name) for name in node.names]
        if any(part in name for part in wanted for name in names):
            return "part"
        return "part" if any(node.code.startswith(code) for code in codes) else ""

    in_letters = latin(text)
    held, asked = holds_any("part", [part.lower() for part in parts] if in_letters else parts)
    within, keys = holds_any("key", [key for key in map(canonical_key, parts) if key])
    condition = any_name(held.replace("{0}", "toLower({0})") if in_letters else held) + " OR " + within.format("n.id")
    if codes:
        condition += " OR any(p IN $codes WHERE n.adcode STARTS WITH p)"
    return Ask(condition, {**asked, **keys, "codes": codes}, way)
