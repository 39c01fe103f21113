"""Word documents: paragraphs and tables in order, one line a paragraph or table row."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import LxmlError

from graph.errors import InputError


def read(data: bytes, name: str) -> str:
    """The text of a document. Raises InputError if the file is broken."""
    try:
        document = Document(BytesIO(data))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, LxmlError, OSError) as error:
        raise InputError(f"{name} is a broken .docx ({type(error).__name__}); open and save it with Word.") from None
    return "\n".join(_lines(document))


def _lines(document: DocumentType) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(dict.fromkeys(cell.text.replace("\n", " ") for cell in row.cells))
        else:
            yield block.text
