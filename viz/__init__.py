"""Facts and query results as interactive pages."""

from viz.links import LinkRows, links_page
from viz.model import Link, Node, Picture, Sentence
from viz.options import LinksOptions
from viz.page import render

__all__ = ["Link", "LinkRows", "LinksOptions", "Node", "Picture", "Sentence", "links_page", "render"]
