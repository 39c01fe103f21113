"""XML written as it comes, element by element, indented so that people and version control can read it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

# What XML 1.0 has no way to write, not even as an entity.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Writer:
    """Elements on a stream of bytes; characters that XML cannot hold become \ufffd."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._out, self._depth = XMLGenerator(stream, encoding="UTF-8", short_empty_elements=True), 0
        self._out.startDocument()

    @contextmanager
    def element(self, name: str, attributes: Mapping[str, Any] | None = None) -> Iterator[None]:
        """An element around what is written in the block."""
        self._begin(name, attributes)
        self._depth += 1
        yield
        self._depth -= 1
        self._line()
        self._out.endElement(name)

    def leaf(self, name: str, attributes: Mapping[str, Any] | None = None, text: str = "") -> None:
        """An element with nothing but text in it."""
        self._begin(name, attributes)
        if text:
            self._out.characters(_FORBIDDEN.sub("\ufffd", text))
        self._out.endElement(name)

    def end(self) -> None:
        """The end of the file."""
        self._out.characters("\n")
        self._out.endDocument()

    def _begin(self, name: str, attributes: Mapping[str, Any] | None) -> None:
        if self._depth:
            self._line()
        told = {key: _FORBIDDEN.sub("\ufffd", written(value)) for key, value in (attributes or {}).items()}
        self._out.startElement(name, AttributesImpl(told))

    def _line(self) -> None:
        self._out.ignorableWhitespace("\n" + "  " * self._depth)


def written(value: Any) -> str:
    """A value as XML holds it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
