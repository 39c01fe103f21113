"""The text is a part of a name, or of what a gazetteer reads it as: 发改 in 湘潭市发展和改革委员会."""

from graph.ids import canonical_key
from queries.matching.base import Ask, Candidate, Typed, any_name
from queries.matching.spelling import latin, plain, variants

# More readings than these are whole names of many places, and no parts of names.
_FEW = 12


def ask(typed: Typed) -> Ask | None:
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

    condition = any_name("any(p IN $parts WHERE {0} CONTAINS p)") + " OR any(p IN $keys WHERE n.id CONTAINS p)"
    if latin(text):
        condition += " OR " + any_name("any(p IN $small WHERE toLower({0}) CONTAINS p)")
    if codes:
        condition += " OR any(p IN $codes WHERE n.adcode STARTS WITH p)"
    keys = [key for key in (canonical_key(part) for part in parts) if key]
    small = [part.lower() for part in parts]
    return Ask(condition, {"parts": parts, "keys": keys, "small": small, "codes": codes}, way)
