"""Patterns: of words, and for what can begin only at a few signs, since the engine finds a class of signs much faster
than a pattern whose first part is optional."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate


def either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def places_of(sign: re.Pattern[str], text: str) -> list[int]:
    """Where single signs stand in a text; `sign` is a class."""
    between = sign.split(text)
    between.pop()
    return [length + index for index, length in enumerate(accumulate(map(len, between)))]


def matches_at(pattern: re.Pattern[str], places: Iterable[tuple[int, int, str]], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives, for a pattern of which every match begins where one of some words does."""
    reached = 0
    for start, _, _ in places:
        match = pattern.match(text, start) if start >= reached else None
        if match is not None:
            yield match
            reached = match.end()


def matches(pattern: re.Pattern[str], signs: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives, for a pattern of which every match begins with one of `signs` (a class)."""
    reached = 0
    match_at = pattern.match
    for sign in signs.finditer(text):
        start = sign.start()
        match = match_at(text, start) if start >= reached else None
        if match is not None:
            yield match
            reached = match.end()
