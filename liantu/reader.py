"""Who reads: a fingerprint of all that decides which facts a document gives, besides the document itself."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from liantu import __version__

# What is read in a document depends on code and data of these.
_OURS = ("extract", "graph")
_THEIRS = ("jieba", "pypdf", "python-docx", "selectolax")


@cache
def reader(*settings: str) -> str:
    """The fingerprint of this Liantu with settings of the user's: fingerprints such as that of a lexicon, '' for none.

    The same on every machine with the same versions; another one after any change of extraction.
    """
    digest = sha256(__version__.encode("utf-8"))
    for package in _THEIRS:
        digest.update(f"\0{package} {version(package)}".encode())
    for package in _OURS:
        for name, content in _files(files(package), package):
            digest.update(f"\0{name} {len(content)}\0".encode() + content)
    for setting in filter(None, settings):
        digest.update(b"\1" + setting.encode("utf-8"))
    return digest.hexdigest()[:32]


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of all files of a package, in order."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            if item.name != "__pycache__":
                yield from _files(item, f"{name}/{item.name}")
        elif not item.name.startswith("."):
            yield f"{name}/{item.name}", item.read_bytes()
