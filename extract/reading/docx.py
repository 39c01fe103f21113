"""Word documents: paragraphs and tables in order, one line a paragraph or table row, its cells between bars."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from graph.errors import InputError

if TYPE_CHECKING:
    from docx.document import Document as DocumentType

_OLD_WORD = b"\xd0\xcf\x11\xe0"


def read(data: bytes, name: str) -> str:
    """The text of a document. Raises InputError if the file is locked or broken."""
    if data.startswith(_OLD_WORD):
        raise InputError(f"{name} is locked with a password or an old .doc; save it as .docx with Word, unlocked.")
    from docx import Document  # takes as long to load as all the rest: not before there is a .docx to read

    try:
        return "\n".join(_lines(Document(BytesIO(data))))
    except Exception as error:  # what python-docx raises on broken bytes is no closed list
        raise InputError(f"{name} is a broken .docx ({type(error).__name__}); open and save it with Word.") from None


def _lines(document: "DocumentType") -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells = {id(cell._tc): cell for cell in row.cells}  # a merged cell comes once for each it covers
                yield "|".join(" ".join(cell.text.split()) for cell in cells.values())
        else:
            yield block.text
