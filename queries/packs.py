"""The packs that come with Liantu, one .cypher file each in folders by subject, and those of the user's own folders."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from graph.errors import QueryError
from queries.header import Pack, read_pack

# The subjects in the order in which they are listed: folder and Chinese name.
SUBJECTS = {
    "places": "地区与合作",
    "chains": "产业链",
    "enterprises": "企业与项目",
    "parks": "园区与平台",
    "agencies": "机构与职责",
    "targets": "量化目标",
    "policies": "文件与引用",
    "quality": "数据质量",
}
OWN = "own"


def packs(own: Sequence[Path] = ()) -> tuple[Pack, ...]:
    """All packs, by subject and name; after them those of the folders `own`.

    Raises QueryError if a file is broken or a name is already taken.
    """
    if not own:
        return _ours()
    taken = {pack.name: pack for pack in _ours()}
    for folder in own:
        for pack in _users(folder):
            _add(taken, pack)
    return tuple(taken.values())


@cache
def _ours() -> tuple[Pack, ...]:
    taken: dict[str, Pack] = {}
    for subject in SUBJECTS:
        for file in _cypher(files("queries").joinpath(subject)):
            _add(taken, read_pack(file.read_text(encoding="utf-8"), subject, f"queries/{subject}/{file.name}"))
    return tuple(taken.values())


def _users(folder: Path) -> Iterator[Pack]:
    """The packs in a folder and in the folders in it; the name of an inner folder is the subject."""
    if not folder.is_dir():
        raise QueryError(f"{folder} is no folder; --packs and LIANTU_PACKS name folders with .cypher files.")
    inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    for place, subject in ((folder, OWN), *((path, path.name) for path in inner)):
        for file in _cypher(place):
            source = str(place / file.name)
            yield read_pack(_text(place / file.name), subject, source)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8.") from error
    except OSError as error:
        raise QueryError(f"{path} cannot be read ({error.strerror}); check its permissions.") from error


def _cypher(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".cypher")), key=lambda file: file.name)


def _add(taken: dict[str, Pack], pack: Pack) -> None:
    other = taken.setdefault(pack.name, pack)
    if other is not pack:
        raise QueryError(f"{pack.source}: a pack {pack.name!r} is already in {other.source}; rename one.")
