"""Writers of results, one a file. The table names the module and whether the format is bytes."""

from dataclasses import dataclass
from importlib import import_module
from io import BytesIO, StringIO
from typing import IO

from liantu.output.sheet import Sheet, Tabular, record

__all__ = ["FORMATS", "Format", "Sheet", "Tabular", "record", "render", "render_bytes"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the module that writes it: `write(table, stream)`; `mark`: files begin with a byte order mark."""

    module: str
    binary: bool = False
    mark: bool = False


FORMATS: dict[str, Format] = {
    "table": Format("liantu.output.table"),
    "csv": Format("liantu.output.csv", mark=True),
    "json": Format("liantu.output.json"),
    "jsonl": Format("liantu.output.jsonl"),
    "md": Format("liantu.output.markdown"),
    "xlsx": Format("liantu.output.xlsx", binary=True),
}


def _write(table: Tabular, format_name: str, stream: IO[str] | IO[bytes]) -> None:
    import_module(FORMATS[format_name].module).write(table, stream)


def render(table: Tabular, format_name: str) -> str:
    """The result in a text format, ending in a newline."""
    stream = StringIO(newline="")
    _write(table, format_name, stream)
    return stream.getvalue()


def render_bytes(table: Tabular, format_name: str) -> bytes:
    """The result as the bytes of a file: UTF-8 for text, with a byte order mark where Excel wants one."""
    if not FORMATS[format_name].binary:
        return render(table, format_name).encode("utf-8-sig" if FORMATS[format_name].mark else "utf-8")
    stream = BytesIO()
    _write(table, format_name, stream)
    return stream.getvalue()
