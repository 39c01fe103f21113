"""Plain text: UTF-8 with or without byte order mark, UTF-16, GB18030."""

import codecs
import re

from graph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
)
_COMMON = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef \n\r\tA-Za-z0-9]")
_SAMPLE = 20_000
_PLAUSIBLE = 0.8
_HAN = re.compile(r"[\u3400-\u9fff]")
_FAMILIAR = 0.5


def read(data: bytes, name: str) -> str:
    """Decode a text file; the byte order mark is no part of the text. Raises InputError for what is no text."""
    return decode(data, name)


def decode(data: bytes, name: str) -> str:
    """The text behind bytes of unknown encoding, decided strictly. Raises InputError where no encoding fits."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    if data.startswith(_BINARY):
        raise InputError(f"{name} is a binary file, no text; give the document itself, with its right suffix.")
    if b"\x00" in data[:_SAMPLE]:
        wide = _without_mark(data)
        if wide is None:
            raise InputError(f"{name} is a binary file, no text; give the document itself, with its right suffix.")
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _plausible(text) and _familiar(text):
        return text
    wide = _without_mark(data)
    if wide is not None:
        return wide
    raise InputError(f"{name} is neither UTF-8 (byte {offset} does not fit) nor UTF-16 nor GB18030; save it as UTF-8.")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, if it reads as text."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text) and _familiar(text):
            return text
    return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} claims to be {encoding}, but byte {error.start} does not fit; save it as UTF-8."
        ) from None


def _plausible(text: str) -> bool:
    sample = text[:_SAMPLE]
    return bool(sample) and len(_COMMON.findall(sample)) >= _PLAUSIBLE * len(sample)


def _familiar(text: str) -> bool:
    """Whether at least half of the Chinese characters are among the 6,763 everyday ones of GB 2312.

    Bytes of another encoding (Big5, Shift JIS, Latin-1) read as characters that nobody uses; of a text in traditional
    characters about two thirds are everyday ones.
    """
    han = "".join(_HAN.findall(text[:_SAMPLE]))
    return len(han.encode("gb2312", "ignore")) >= _FAMILIAR * 2 * len(han)
