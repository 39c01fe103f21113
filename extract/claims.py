"""Which characters of a text are taken: of overlapping mentions the first to claim its characters stands."""


class Claims:
    """A text's characters, free or taken. Claiming costs the length of what is claimed, whatever was claimed before."""

    __slots__ = ("_taken",)

    def __init__(self, length: int) -> None:
        """All free."""
        self._taken = bytearray(length)

    def free(self, start: int, end: int) -> bool:
        """Whether no character of [start, end) is taken."""
        return self._taken.find(1, start, end) < 0

    def take(self, start: int, end: int) -> None:
        """Take [start, end)."""
        self._taken[start:end] = b"\1" * (end - start)

    def claim(self, start: int, end: int) -> bool:
        """Take [start, end) if it is free; whether it was."""
        if not self.free(start, end):
            return False
        self.take(start, end)
        return True
