"""What a store remembers of a document that was read: its bytes, its kind of carrier, and who read it."""

from pathlib import PurePath


def reading(sha256: str, source: str, reader: str) -> str:
    """The same text for the same bytes in the same kind of file, read by the same reader; '' where one is not known.

    `sha256` is that of the bytes, `source` the path of the file, of which the ending counts, `reader` a fingerprint of
    all else that decides what is read in it.
    """
    return f"{sha256}{PurePath(source).suffix.lower()} {reader}" if sha256 and reader else ""
