"""What `liantu --help` prints. It is made without click, whose import alone takes longer than the help may."""

from liantu import __version__
from liantu.commands import COMMANDS

_HEAD = """\
Usage: liantu COMMAND [OPTIONS] [ARGS]...

  Liantu (链图): Chinese policy documents to a knowledge graph of industrial
  chains, in which every fact keeps the sentence it comes from.

Commands:
"""

_TAIL = """
Options:
  --graph PATH|URI  The graph, after the command's name: a file, or a Neo4j
                    server; default ./liantu.kgl (environment: LIANTU_GRAPH,
                    NEO4J_URI).
  -v, -vv           Tell what is done, and more, on standard error.
  --version         Print the version.
  --help            Print this, or after a command its help with an example.

Any option may be set by a variable LIANTU_<OPTION> or in a file liantu.toml.

Begin with:  liantu demo
Then:        liantu ingest FOLDER && liantu lookup 娄底
"""


def overview() -> str:
    """The listing of all commands, ending in a newline."""
    width = max(map(len, COMMANDS)) + 2
    lines = (f"  {name:<{width}}{help_line}\n" for name, (_, help_line) in COMMANDS.items())
    return _HEAD + "".join(lines) + _TAIL


def version() -> str:
    """The line of `liantu --version`, ending in a newline."""
    return f"liantu {__version__}\n"
