"""The names of all long options, so that a misspelled one in liantu.toml is found without importing every command.

A test compares them with the options that there are.
"""

# What is said for one call only: neither a file nor a variable of the environment can say it.
ONCE = frozenset({"output", "force", "help", "version"})
OPTIONS = frozenset(
    {
        "again", "all", "confidence", "depth", "evidence", "focus", "format", "graph", "group", "jobs", "json",
        "layout", "limit", "mode", "packs", "since", "timeout", "unfold", "verbose",
    }
)  # fmt: skip
