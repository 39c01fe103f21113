"""The first rung: the text is a name, an alias, an id, a code or a number, to the letter."""

from queries.matching.base import Ask, Candidate, Typed


def ask(typed: Typed) -> Ask:
    """One comparison in the engine; no other name is read."""
    text = typed.text

    def way(node: Candidate) -> str:
        if text in (node.name, node.id):
            return "name"
        return "code" if text == node.code else "alias"

    return Ask(
        "n.name = $text OR n.id = $text OR $text IN n.aliases OR n.shortName = $text OR n.number = $text "
        "OR n.adcode = $text",
        {"text": text},
        way,
    )
