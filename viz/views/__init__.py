"""The views: each asks the graph for the facts about a subject and makes a picture of them."""

from viz.views.agency import agency
from viz.views.chain import chain
from viz.views.ego import ego
from viz.views.links import links
from viz.views.path import path
from viz.views.policy import policy
from viz.views.query import query
from viz.views.region import region
from viz.views.shared import shared

__all__ = ["agency", "chain", "ego", "links", "path", "policy", "query", "region", "shared"]
