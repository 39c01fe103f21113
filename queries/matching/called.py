"""The first rungs: the text is a name or an id, or an alias, a code or a number, to the letter."""

from queries.matching.base import Ask, Typed


def by_name(typed: Typed) -> Ask:
    """Found by index; no other name is read."""
    return Ask("n.name = $text OR n.id = $text", {"text": typed.text}, lambda _: "name")


def by_alias(typed: Typed) -> Ask:
    """One comparison in the engine."""
    text = typed.text
    return Ask(
        "$text IN n.aliases OR n.shortName = $text OR n.number = $text OR n.adcode = $text",
        {"text": text},
        lambda node: "code" if text == node.code else "alias",
    )
