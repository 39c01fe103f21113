"""The error tree. Everything a user can mend derives from LiantuError and is one plain sentence.

LiantuError
├── InputError        a document cannot be read
├── TableError        a table of the user's own (corrections, names) is wrong
├── FactsError        a facts file (JSON Lines) is broken or does not agree with its text
├── GraphError        a graph cannot be opened, read or written
│   ├── GraphLocked   another process is writing to it
│   ├── NoGraph       there is none yet at this place
│   ├── GraphLost     its server went away, or its disk is full: nothing more can be written to it in this run
│   └── NotOurGraph   the file or database holds something else
├── QueryError        a query or a query pack is wrong
├── ConfigurationError  a liantu.toml is wrong
├── OutputError       a result cannot be written
└── DataError         one of Liantu's own data files is broken
"""


class LiantuError(Exception):
    """Base of all errors with a remedy. `str(error)` says what, where and what to do."""


class InputError(LiantuError):
    """A document cannot be read."""


class TableError(LiantuError):
    """A table of the user's own, of corrections or of names, is wrong."""


class FactsError(LiantuError):
    """A facts file is broken, or a fact does not agree with the text it claims to come from."""


class GraphError(LiantuError):
    """A graph cannot be opened, read or written."""


class GraphLocked(GraphError):
    """Another process is writing to the graph."""


class NoGraph(GraphError):
    """There is no graph at a place yet."""


class GraphLost(GraphError):
    """The server went away or the disk is full, and no further document can be written."""


class NotOurGraph(GraphError):
    """The file or database is no Liantu graph."""


class QueryError(LiantuError):
    """A query or a query pack is wrong."""


class ConfigurationError(LiantuError):
    """A configuration file is wrong."""


class OutputError(LiantuError):
    """A result cannot be written."""


class DataError(LiantuError):
    """One of Liantu's own data files is broken."""
