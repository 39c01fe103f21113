"""The divisions above one, from the gazetteer of `extract`, in the form in which stores want them."""

from collections.abc import Sequence

from extract.gazetteers.regions import regions
from graph.stores import RegionRow


def divisions(adcode: str) -> Sequence[RegionRow]:
    """The divisions from the province down to the one with this code; empty if it is unknown."""
    table = regions()
    region = table.by_code(adcode)
    if region is None:
        return ()
    return [RegionRow(step.label, step.code, step.name, step.short, step.lon, step.lat) for step in table.path(region)]
