"""Markdown is read as the text it is; its marks are taken out by cleaning, so that offsets refer to the file."""

from extract.reading.txt import decode


def read(data: bytes, name: str) -> str:
    """Decode a Markdown file. Raises InputError for what is no text."""
    return decode(data, name)
