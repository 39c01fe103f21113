"""The divisions above one, from the gazetteer of `extract`, in the form in which `graph.loading` wants them."""

from collections.abc import Sequence

from extract.gazetteers.regions import Region, regions
from graph.ids import entity_id
from graph.rows import Part


def divisions(adcode: str) -> Sequence[tuple[str, str, Part]]:
    """(label, id, properties) from the province down to the division with this code; empty if it is unknown.

    A township's nine digits begin with the six of its county.
    """
    table = regions()
    region = table.by_code(adcode) or table.by_code(adcode[:6])
    return [_step(step) for step in table.path(region)] if region else []


def _step(region: Region) -> tuple[str, str, Part]:
    place = {"shortName": region.short or None, "lon": region.lon, "lat": region.lat}
    part: Part = {"name": region.name, "aliases": [], "level": region.level, "adcode": region.code}
    return region.label, entity_id(region.label, region.code), part | {k: v for k, v in place.items() if v is not None}
