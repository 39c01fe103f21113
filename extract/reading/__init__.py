"""Documents from files, folders, patterns and standard input, as source text.

The source text is what all offsets refer to: for .txt and .md the decoded file as it is; for .html, .pdf and .docx the
text that the reader takes out of the carrier, where block elements, pages and paragraphs become lines.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extract.reading import docx, html, markdown, pdf, txt
from extract.reading.inputs import discover as _discover
from graph.errors import InputError

Input = Path | Literal["-"]
_CHINESE = re.compile("[\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")

# Readers by suffix: bytes and name in, source text out.
READERS: dict[str, tuple[str, Callable[[bytes, str], str]]] = {
    ".txt": ("txt", txt.read),
    ".text": ("txt", txt.read),
    ".md": ("md", markdown.read),
    ".markdown": ("md", markdown.read),
    ".html": ("html", html.read),
    ".htm": ("html", html.read),
    ".pdf": ("pdf", pdf.read),
    ".docx": ("docx", docx.read),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A document read: its name as given, its source text, the SHA-256 of its bytes, and the kind of carrier.

    All offsets of its facts are half-open and count the characters of `text`: of the decoded file, less its byte order
    mark, for `media` txt and md; of the text taken out of the carrier for html, pdf and docx.
    """

    name: str
    text: str
    sha256: str
    media: str

    @property
    def chinese(self) -> bool:
        """Whether the text holds a Chinese character at all."""
        return _CHINESE.search(self.text) is not None


def discover(paths: Sequence[str]) -> list[Input]:
    """The documents behind files, folders, patterns and `-`, sorted within each folder.

    Raises InputError where a path does not exist, a pattern matches nothing, or a folder holds no document.
    """
    return _discover(paths, tuple(READERS))


def read(item: Input) -> Source:
    """Read one document. Raises InputError, in one sentence with the remedy, where it cannot be read."""
    if item == "-":
        data, name, suffix = sys.stdin.buffer.read(), "-", ".txt"
    else:
        path = Path(item)
        name, suffix = str(item), path.suffix.lower()
        data = _bytes(path)
    if suffix not in READERS:
        raise InputError(
            f"{name}: {suffix or 'no suffix'} is no kind of document Liantu reads; give one of {' '.join(READERS)}."
        )
    if not data.strip():
        raise InputError(f"{name} is empty; give a file with text in it.")
    media, reader = READERS[suffix]
    if suffix in (".txt", ".text") and data.lstrip()[:64].lower().startswith((b"<!doctype html", b"<html")):
        media, reader = READERS[".html"]
    text = reader(data, name)
    if not text.strip():
        raise InputError(f"{name} is empty; give a file with text in it.")
    return Source(name, text, hashlib.sha256(data).hexdigest(), media)


def checksum(path: Path) -> str:
    """The SHA-256 of a file's bytes, as `Source.sha256` has it; empty where the file cannot be opened."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path} does not exist any more; check the path and run the command again.") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder; give a file in it, or the folder to `liantu extract`.") from None
    except PermissionError:
        raise InputError(f"{path} may not be read; check its permissions.") from None
    except OSError as error:
        raise InputError(
            f"{path} cannot be read ({error.strerror}); check the disk and run the command again."
        ) from None
