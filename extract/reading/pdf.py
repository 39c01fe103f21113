"""PDF: the text layer page by page. Pages without text are images."""

import logging
from io import BytesIO

from graph.errors import InputError


def read(data: bytes, name: str) -> str:
    """The text of all pages, a line feed between pages. Raises InputError if it is locked, broken, or images only."""
    from pypdf import PdfReader  # takes as long to load as all the rest: not before there is a PDF to read
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{name} is locked with a password; unlock it with a PDF program and give the copy.")
        pages = [page.extract_text() for page in reader.pages]
    except InputError:
        raise
    except DependencyError:
        raise InputError(
            f"{name} is encrypted with AES, which needs another package; run `pip install cryptography`, or save the "
            "document without protection in a PDF program and give the copy."
        ) from None
    except Exception as error:  # what pypdf raises on broken bytes is no closed list
        raise InputError(
            f"{name} is a broken PDF ({type(error).__name__}); open and save it with a PDF program."
        ) from None
    text = "\n".join(pages)
    if not text.strip():
        raise InputError(
            f"{name} holds images only, no text; make its text readable with an OCR program and give the result."
        )
    return text
