"""Files written beside their place and then renamed, so that nobody ever sees half of one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO

from graph.errors import OutputError


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A stream of bytes that becomes `path` when the block ends well, and vanishes when it does not.

    Raises OutputError if the path is a folder, its folder is missing or cannot be written to, or there is no room.
    """
    if path.is_dir():
        raise OutputError(f"{path} is a folder; name a file to write to, such as {path / 'result'}.")
    if not path.parent.is_dir():
        raise OutputError(f"The folder {path.parent} does not exist; create it or name another output path.")
    if path.exists() and not path.is_file():
        with _device(path) as stream:
            yield stream
        return
    # Its name is known before it is there, so that it is found wherever the work is broken off.
    beside = path.with_name(f".{path.name[:50]}.{token_hex(4)}.part")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        beside.replace(path)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


@contextmanager
def _device(path: Path) -> Iterator[IO[bytes]]:
    """A device or a pipe, which is written to and never replaced."""
    try:
        with path.open("wb") as stream:
            yield stream
    except OSError as error:
        raise _failed(path, error) from error


def _failed(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written ({error.strerror or error}); choose another place or make room.")


def write_file(path: Path, content: bytes) -> None:
    """Write a whole file at once. Raises OutputError as `replacing` does."""
    with replacing(path) as stream:
        stream.write(content)
