"""Paragraphs of a clean text, and joined lines that know where their characters stand."""

from collections.abc import Iterator, Sequence

from graph.values import value


@value
class Paragraph:
    """A paragraph and its offset in the clean text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset just after its last character."""
        return self.start + len(self.text)


@value
class Joined:
    """Paragraphs as one string without line feeds, with the clean offset of each character."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The clean offsets of the characters [start, end)."""
        return (self.at[start], self.at[end - 1] + 1) if start < end else (self.at[0], self.at[0])

    def slice(self, start: int, end: int) -> "Joined":
        """The characters [start, end)."""
        return Joined(self.text[start:end], self.at[start:end])


def paragraphs(text: str, limit: int | None = None) -> Iterator[Paragraph]:
    """The paragraphs that are not empty, up to the offset `limit`."""
    start = 0
    for piece in text[:limit].split("\n"):
        if piece:
            yield Paragraph(start, piece)
        start += len(piece) + 1


def join(parts: Sequence[Paragraph]) -> Joined:
    """The paragraphs as one string."""
    at = tuple(part.start + index for part in parts for index in range(len(part.text)))
    return Joined("".join(part.text for part in parts), at)
