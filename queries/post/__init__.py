"""Steps that rows go through after the statement, for what Cypher alone cannot answer; a pack's header names them.

Each is a module with `step(answer, parameters)`, which takes the rows of the statement and returns those of the pack.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from graph.stores import Answer

# The steps by the name that a header gives.
POST = {
    "centrality": "queries.post.centrality",
    "chinese": "queries.post.chinese",
    "likeness": "queries.post.likeness",
}


def take(name: str, answer: Answer, parameters: Mapping[str, Any]) -> Answer:
    """The answer after one step."""
    result: Answer = import_module(POST[name]).step(answer, parameters)
    return result
