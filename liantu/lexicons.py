"""`--lexicon`: the user's own names on the way to extraction."""

from collections.abc import Sequence
from pathlib import Path

import click

from extract.model import Options
from extract.own_names.reading import read_lexicons
from liantu.options import remark
from liantu.output.safe import safe

lexicon_option = click.option(
    "--lexicon",
    "lexicons",
    type=click.Path(path_type=Path),
    multiple=True,
    envvar="LIANTU_LEXICON",
    show_envvar=True,
    metavar="FILE",
    help="Names of your own that count before ours: .csv, .xlsx or .toml; may be repeated.",
)


def own_options(lexicons: Sequence[Path]) -> Options:
    """The options of extraction with the names of these files. Raises TableError with every mistake in them.

    What of them is an ordinary word is told on standard error by number; `liantu lexicon check` names each.
    """
    if not lexicons:
        return Options()
    read = read_lexicons(lexicons)
    if read.remarks:
        remark(
            f"Ordinary words in the lexicon, which count only in lists and the like: {len(read.remarks):,}; "
            f"`liantu lexicon check {safe(str(lexicons[0]))}` names them."
        )
    return Options(read.names)
