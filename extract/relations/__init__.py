"""The relation rules, one family a file, in the order in which they run."""

from collections.abc import Callable, Iterator

from extract.model import Link
from extract.relations import (
    applies,
    cites,
    cooperation,
    develops,
    enclaves,
    in_chain,
    issued,
    location,
    membership,
    responsible,
    subchain,
    targets,
)
from extract.scene import Scene

RULES: tuple[tuple[str, Callable[[Scene], Iterator[Link]]], ...] = (
    ("issued", issued.relate),
    ("cites", cites.relate),
    ("applies", applies.relate),
    ("membership", membership.relate),
    ("location", location.relate),
    ("develops", develops.relate),
    ("in_chain", in_chain.relate),
    ("subchain", subchain.relate),
    ("cooperation", cooperation.relate),
    ("enclaves", enclaves.relate),
    ("responsible", responsible.relate),
    ("targets", targets.relate),
)
