"""CSV as Excel and others write it: the encoding and the separator are found out."""

import csv
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from graph.errors import TableError
from graph.tabular.line import Line, trimmed

_SEPARATORS = (",", ";", "\t", "，")


def csv_lines(path: Path, _sheet: str = "") -> Iterator[Line]:
    """The lines of a CSV file; `number` is that of the line on which a row begins.

    Raises TableError where the file cannot be opened, is no text or has a quotation mark that nothing closes.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path} cannot be opened ({error.strerror}); check the path.") from error
    text = _decoded(path, data)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise TableError(
                f"{path}, line {begins}: this row cannot be read ({error}); look for a quotation mark without its pair."
            ) from error
        if cells is None:
            return
        yield Line(begins, trimmed([_undone(cell) for cell in cells]))
        begins = reader.line_num + 1


def _decoded(path: Path, data: bytes) -> str:
    """UTF-8 or UTF-16 by the byte order mark, else UTF-8, else what Excel writes in China."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    elif data.startswith(BOM_UTF8):
        encodings = ("utf-8-sig",)
    else:
        encodings = ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise TableError(f"{path} is no text in UTF-8, UTF-16 or GB18030; save it as “CSV UTF-8” and give that.")


def _separator(text: str) -> str:
    """What stands most often between the names in the first line."""
    first = text.lstrip("\r\n").splitlines()[0] if text.strip() else ""
    return max(_SEPARATORS, key=first.count)


def _undone(cell: str) -> str:
    """A cell without the apostrophe that Liantu's own CSV files put before what spreadsheets would compute."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@＝＋－＠") else cell
