"""Pictures of a graph: what `view` and `demo` share."""

from graph.stores import Store
from viz import links_page as draw_links


def links_page(store: Store) -> str:
    """The page of the links between places, as one HTML text."""
    return draw_links(store)
