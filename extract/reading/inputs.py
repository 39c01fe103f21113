"""Which documents are meant by paths, folders and patterns."""

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from graph.errors import InputError

Input = Path | Literal["-"]


def discover(paths: Sequence[str], suffixes: tuple[str, ...]) -> list[Input]:
    """Each document once, in the order of the paths and under the name it was first given.

    Hidden files, the lock files of Word (~$…) and files of other kinds in folders are passed over.
    """
    found: dict[str, Input] = {}
    for path in paths:
        for item in _meant(path, suffixes):
            found.setdefault(item if isinstance(item, str) else str(item.resolve()), item)
    return list(found.values())


def _meant(path: str, suffixes: tuple[str, ...]) -> list[Input]:
    if path == "-":
        return ["-"]
    place = Path(path)
    if place.is_dir():
        inside = [
            p
            for p in sorted(place.rglob("*"))
            if p.suffix.lower() in suffixes and p.is_file() and not _hidden(p, place)
        ]
        if not inside:
            raise InputError(f"{path} holds no document; documents end in {' '.join(suffixes)}.")
        return list(inside)
    if place.exists():
        return [place]
    if any(sign in path for sign in "*?["):
        # Path.glob takes no absolute pattern.
        named = [Path(match) for match in sorted(glob.glob(path, recursive=True))]  # noqa: PTH207
        matches = [match for match in named if match.is_file() and not _hidden(match, match.parent)]
        if not matches:
            raise InputError(f"The pattern {path} matches no file; check it, in quotation marks.")
        return list(matches)
    raise InputError(f"{path} does not exist; check the path.")


def _hidden(path: Path, top: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(top).parts)
