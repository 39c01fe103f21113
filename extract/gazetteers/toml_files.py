"""Reading the data files in TOML."""

import tomllib
from importlib.resources import files
from typing import Any

from graph.errors import DataError


def read_toml(name: str) -> dict[str, Any]:
    """A data file as nested dictionaries. Raises DataError with the place of the fault where it is no TOML."""
    try:
        return tomllib.loads(files("extract.gazetteers").joinpath("data", name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"extract/gazetteers/data/{name} is no valid TOML: {error}; repair the file.") from error
