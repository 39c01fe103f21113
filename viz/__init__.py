"""Facts and query results as interactive pages and figures."""

from viz import views
from viz.layout import LAYOUTS
from viz.model import Link, Node, Picture, Sentence
from viz.options import READABLE, LinksOptions, ViewOptions
from viz.page import render
from viz.trimming import strongest
from viz.views.links import LinkRows

__all__ = [
    "LAYOUTS", "READABLE", "Link", "LinkRows", "LinksOptions", "Node", "Picture", "Sentence", "ViewOptions", "render",
    "strongest", "views",
]  # fmt: skip
