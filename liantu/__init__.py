"""链图 Liantu: Chinese policy documents to a knowledge graph in which every fact keeps its sentence.

As a library it is six functions: `extract`, `load`, `query`, `view` and `lookup` do what the commands of these names
do, `graph` gives a networkx graph. They print nothing, and what can be mended is raised as one sentence, a
`graph.errors.LiantuError`. They are imported when they are first used: the command line has to start fast.
"""

TYPE_CHECKING = False  # true to type checkers; to import typing would be most of what `liantu --help` takes
if TYPE_CHECKING:
    from liantu.api import extract, graph, load, lookup, query, view

__version__ = "0.1.0"
__all__ = ["extract", "graph", "load", "lookup", "query", "view"]


def __getattr__(name: str) -> object:
    """One of the functions."""
    if name not in __all__:
        raise AttributeError(f"module 'liantu' has no attribute {name!r}; its functions are {', '.join(__all__)}.")
    from liantu import api

    return getattr(api, name)


def __dir__() -> list[str]:
    """What is there for those who use it."""
    return sorted([*__all__, "__version__"])
