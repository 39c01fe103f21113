"""The text is an abbreviation that a gazetteer can read: 潭市工信局 is 湘潭市工业和信息化局."""

from queries.matching.base import Ask, Candidate, Typed
from queries.matching.spelling import plain, simplified


def ask(typed: Typed) -> Ask | None:
    """Looks for the official names in the index of names."""
    names = list(dict.fromkeys(typed.readings(simplified(typed.text))))
    wanted = {plain(name) for name in names}

    def way(node: Candidate) -> str:
        return "reading" if plain(node.name) in wanted else ""

    return Ask("n.name IN $names", {"names": names}, way) if names else None
