"""Which documents are meant by paths, folders and patterns."""

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from graph.errors import InputError

Input = Path | Literal["-"]


def discover(paths: Sequence[str], suffixes: tuple[str, ...]) -> list[Input]:
    """Each document once, in the order of the paths. Hidden files and files of other kinds in folders are passed over."""
    found: dict[str, Input] = {}
    for path in paths:
        for item in _meant(path, suffixes):
            found.setdefault(str(item), item)
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
        matches = [Path(match) for match in sorted(glob.glob(path, recursive=True)) if Path(match).is_file()]
        if not matches:
            raise InputError(f"The pattern {path} matches no file; check it, in quotation marks.")
        return list(matches)
    raise InputError(f"{path} does not exist; check the path.")


def _hidden(path: Path, top: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.relative_to(top).parts)
