"""Folders of files, written beside their place and then moved there whole."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import IO

from graph.errors import OutputError

# Opens a file of the folder by its name, such as a.csv or tables/a.csv, for bytes.
Opener = Callable[[str], AbstractContextManager[IO[bytes]]]


@contextmanager
def replacing_folder(path: Path) -> Iterator[Opener]:
    """A way to open files of a folder that becomes `path` when the block ends well, and vanishes when it does not.

    In a folder that holds something already, files of the same names are replaced and all others stay. Raises
    OutputError if the path is a file, the folder around it is missing or cannot be written to, or there is no room.
    """
    if path.exists() and not path.is_dir():
        raise OutputError(f"{path} is a file; name a folder to write to.")
    if not path.absolute().parent.is_dir():
        raise OutputError(f"The folder {path.parent} does not exist; create it or name another output path.")
    # Its name is known before it is there, so that it is found wherever the work is broken off.
    beside = path.absolute().with_name(f".{path.name[:50]}.{token_hex(4)}.part")
    try:
        beside.mkdir()
        yield lambda name: _kept(beside / name)
        _move(beside, path)
    except OSError as error:
        told = error.strerror or error
        raise OutputError(f"{path} cannot be written ({told}); choose another place or make room.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


@contextmanager
def _kept(path: Path) -> Iterator[IO[bytes]]:
    """A file, perhaps in a folder of the folder, that is on the disk when it is closed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def _move(beside: Path, path: Path) -> None:
    """Put the folder in its place; what is in a folder there already is replaced file by file."""
    if path.is_dir() and any(path.iterdir()):
        for file in sorted(item for item in beside.rglob("*") if item.is_file()):
            target = path / file.relative_to(beside)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.replace(target)
        return
    if path.is_dir():
        path.rmdir()
    beside.rename(path)
