"""Which regions a document speaks for: the one it is about and that of its issuer (phenomenon 4 of DESIGN 5)."""

from extract.gazetteers.regions import Region, openings, regions
from extract.structure import Metadata


def home_of(meta: Metadata) -> tuple[Region | None, Region | None]:
    """(the region the policy is about, the issuer's region), each None where the document does not tell."""
    issuer = _first(meta.issuer_region, None)
    home = _first(meta.region_hint, issuer) or issuer
    return home, issuer or home


def _first(name: str | None, near: Region | None) -> Region | None:
    return regions().resolve(name, near) if name else None


def issuer_regions(meta: Metadata) -> tuple[Region, ...]:
    """The regions of all issuers, each once: of a joint notice of two provinces both."""
    found = [_leading(issuer) for issuer in meta.issuers]
    return tuple(dict.fromkeys(region for region in found if region is not None))


def _leading(issuer: str) -> Region | None:
    """The region with whose official name an issuer begins."""
    named = (regions().resolve(head, None) for head, _ in openings(issuer))
    return next((region for region in named if region is not None and issuer.startswith(region.name)), None)
