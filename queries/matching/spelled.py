"""The text is a name in another spelling: traditional characters, other brackets, spaces, widths, case, no 《》."""

from graph.ids import entity_id
from graph.ontology import ontology
from queries.matching.base import Ask, Candidate, Typed, any_name
from queries.matching.spelling import latin, plain, variants
from queries.matching.syllables import letters


def ask(typed: Typed) -> Ask | None:
    """Compares spellings; ids hold names in their canonical one."""
    text, forms = typed.text, variants(typed.text)
    wanted = {plain(form) for form in (text, *forms)} - {""}
    if not wanted:
        return None
    ids = [entity_id(label, form) for label in ontology().labels for form in (text, *forms[:2])]

    def way(node: Candidate) -> str:
        if any(plain(name) in wanted for name in node.names):
            return "spelling"
        return "code" if node.code in wanted else ""

    condition = "n.id IN $ids"
    if forms:
        condition += " OR n.adcode IN $forms OR " + any_name("{0} IN $forms")
    if latin(text) and not letters(text):  # else the rung of parts asks for the same
        condition += " OR " + any_name("toLower({0}) IN $small")
    small = sorted({form.lower() for form in (text, *forms)})
    return Ask(condition, {"ids": ids, "forms": list(forms), "small": small}, way)
