"""Where the packaged examples are: inside an installed package, or beside the packages in a checkout."""

from pathlib import Path

from graph.errors import DataError


def examples_folder() -> Path:
    """The folder of example documents. Raises DataError if the installation lacks it."""
    here = Path(__file__).resolve().parent
    for folder in (here / "examples", here.parent / "examples"):
        if folder.is_dir():
            return folder
    raise DataError(f"The example documents are missing from {here}; install Liantu again.")
