"""Names as commands take them: with the abbreviations that gazetteers know, and a word where a name was guessed."""

from graph.stores import Store
from liantu.options import say
from liantu.output.safe import safe
from liantu.readings import readings
from queries import names
from queries.names import Hit


def meant(store: Store, name: str, kind: str) -> Hit:
    """The one node that a name of this kind means. Raises QueryError, with the choices, if it is not one."""
    hit = names.meant(store, name, kind, readings)
    tell_guess(name, hit)
    return hit


def resolve(store: Store, name: str, kind: str) -> str:
    """The id of the one node that a name means, as `meant` finds it."""
    return meant(store, name, kind).id


def tell_guess(name: str, hit: Hit) -> None:
    """Say how a name was understood that is none of the graph's own."""
    if not hit.certain:
        say(f"{safe(name.strip())} is taken for {safe(hit.name)}（{hit.zh}，{hit.way_zh}）.")
