"""The names of all long options, so that a misspelled one in liantu.toml is found without importing every command.

A test compares them with the options that there are.
"""

# What is said for one call only: neither a file nor a variable of the environment can say it.
ONCE = frozenset({"output", "force", "help", "version"})
OPTIONS = frozenset(
    {
        "about", "again", "all", "below", "confidence", "corrections", "depth", "each", "evidence", "facts", "focus",
        "format", "graph", "group", "in", "jobs", "json", "layout", "lexicon", "limit", "max-steps", "min-count",
        "mode", "packs", "since", "timeout", "type", "unfold", "verbose", "who", "with", "wording",
    }
)  # fmt: skip
