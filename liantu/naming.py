"""Names as commands take them: with the abbreviations that gazetteers know, and a word where a name was guessed."""

from functools import partial

from graph.stores import Store
from liantu.options import remark
from liantu.output.safe import safe
from liantu.readings import readings
from queries import names
from queries.names import Found, Hit


def meant(store: Store, name: str, kind: str) -> Hit:
    """The one node that a name of this kind means. Raises QueryError, with the choices, if it is not one."""
    hit = names.meant(store, name, kind, readings)
    tell_guess(name, hit)
    return hit


def resolve(store: Store, name: str, kind: str) -> str:
    """The id of the one node that a name means, as `meant` finds it."""
    return meant(store, name, kind).id


def search(store: Store, name: str, labels: tuple[str, ...] = (), region: str | None = None) -> Found:
    """What a name may mean among these labels (none: any), within a region. Raises QueryError for the region's name."""
    within = meant(store, region, "region").id if region else None
    near = within.partition(":")[2] if within else ""
    return names.find(store, name, labels, readings=partial(readings, near=near), within=within)


def tell_guess(name: str, hit: Hit) -> None:
    """Say how a name was understood that is none of the graph's own."""
    if not hit.certain:
        remark(f"{safe(name.strip())} is taken for {safe(hit.name)}（{hit.zh}，{hit.way_zh}）.")
