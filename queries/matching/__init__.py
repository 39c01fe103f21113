"""The ways in which a text may be a name, as a ladder: the first rung that finds anything counts.

Each rung is a file with a pure function from the text to a question (`queries/matching/base.py`): a condition that the
engine checks, so that not all names of a graph are fetched, and a function that decides.
"""

from queries.matching import called, characters, near, part, pinyin, read, slip, sound, spelled
from queries.matching.base import Rung, together

# From the surest to the boldest.
LADDER: tuple[Rung, ...] = (
    called.by_name,
    called.by_alias,
    together(spelled.ask, pinyin.ask, part.of_letters),
    read.ask,
    part.ask,
    together(characters.ask, sound.ask, slip.ask),
)
# What is asked where none of them finds anything.
NEAREST: Rung = near.ask
