"""Which regions a document speaks for: the one it is about and that of its issuer (phenomenon 4 of DESIGN 5)."""

from extract.gazetteers.regions import Region, regions
from extract.structure import Metadata


def home_of(meta: Metadata) -> tuple[Region | None, Region | None]:
    """(the region the policy is about, the issuer's region), each None where the document does not tell."""
    issuer = _first(meta.issuer_region, None)
    home = _first(meta.region_hint, issuer) or issuer
    return home, issuer or home


def _first(name: str | None, near: Region | None) -> Region | None:
    return regions().resolve(name, near) if name else None
