"""One row of a lexicon as its file tells it, before anything is checked."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Told:
    """The cells of a row (of a TOML file a table), and where it stands."""

    path: Path
    line: int
    type: str
    name: str
    full: str = ""
    aliases: tuple[str, ...] = ()
    region: str = ""
    members: tuple[str, ...] = ()
    kind: str = ""
    level: str = ""
