"""Who bears a name that a person gives: what `graph.corrections` asks, answered from the gazetteers of `extract`."""

from extract.gazetteers.departments import departments
from extract.gazetteers.regions import Region, openings, regions
from extract.scene import region_found
from graph.corrections import Identity
from graph.ids import entity_id
from graph.ontology import ontology

_CHAIN_TAILS = ("产业集群", "产业链", "产业", "集群", "行业")


def identify(label: str, name: str, near: str) -> Identity | None:
    """The identity of an entity with a label and a name, in a document about the region `near` ('' if unknown).

    A division has the code of the gazetteer: None where it knows none of this label, or several. A chain is known
    without its suffix, an agency by its full name; anything else by the name as it is given.
    """
    home = regions().resolve(near, None) if near else None
    if label in ontology().region_labels:
        return _division(label, name, home)
    plain = {"IndustryChain": _chain, "Agency": _agency}.get(label)
    known = plain(name, home) if plain is not None else name
    return Identity(entity_id(label, known), known)


def _division(label: str, name: str, home: Region | None) -> Identity | None:
    """By code or by name; of several with the name the one that a document about `home` means."""
    table = regions()
    code = name.rpartition(":")[2]
    found = table.by_code(code) if code.isdigit() else table.resolve(name, home)
    if found is None or found.label != label:
        bearing = [region for region in table.candidates(name) if region.label == label]
        inside = [region for region in bearing if home is not None and table.is_within(region, home)]
        fitting = bearing if len(bearing) == 1 else inside
        if len(fitting) != 1:
            return None
        found = fitting[0]
    mention = region_found(found, 0, 0, "", "correction")
    return Identity(mention.id, mention.name, mention.properties)


def _chain(name: str, _home: Region | None) -> str:
    """先进钢铁材料产业链 → 先进钢铁材料"""
    tail = next((tail for tail in _CHAIN_TAILS if name.endswith(tail) and len(name) > len(tail) + 1), "")
    return name.removesuffix(tail)


def _agency(name: str, home: Region | None) -> str:
    """湘潭市工信局 → 湘潭市工业和信息化局; what no table of bodies knows stays as it is."""
    table = departments()
    national = table.national(name)
    if national is not None:
        return national
    for head, form in openings(name, rest=1):
        region = regions().resolve(head, home)
        body = table.find(form)
        if region is not None and body is not None and name.startswith((region.name, region.short or region.name)):
            return table.official(body, region, form)
    return name
