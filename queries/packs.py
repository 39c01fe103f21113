"""The packs that come with Liantu: one .cypher file each, in folders by subject."""

from functools import cache
from importlib.resources import files

from graph.errors import QueryError
from queries.header import Pack, read_pack

SUBJECTS = ("places", "chains", "enterprises", "parks", "agencies", "targets", "policies", "quality")


@cache
def packs() -> tuple[Pack, ...]:
    """All packs, by subject and name. Raises QueryError if a file is broken or a name stands twice."""
    found: dict[str, Pack] = {}
    for subject in SUBJECTS:
        folder = files("queries").joinpath(subject)
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.name.endswith(".cypher"):
                pack = read_pack(file)
                if pack.name in found:
                    raise QueryError(
                        f"{file.name}: a pack {pack.name!r} is already in {found[pack.name].source}; rename one."
                    )
                found[pack.name] = pack
    return tuple(found.values())
