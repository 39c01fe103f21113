"""Text as it may be shown: nothing in it acts on a terminal, turns the line around or cannot be written as XML."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from viz.model import Picture

# Controls (but not the line feed), marks that reorder text, halves of surrogate pairs, what XML does not allow.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_KEYS = frozenset({"id", "source", "target", "key"})


def visible(text: str) -> str:
    """The same text, as long, in which such characters are U+FFFD."""
    return _UNSEEN.sub("\ufffd", text)


def shown(picture: Picture) -> Picture:
    """The picture with all its texts made visible; ids, which nobody sees, stay what they are."""
    cleaned: Picture = _shown(picture)
    return cleaned


def _shown(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, tuple):
        return tuple(_shown(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _shown(getattr(value, f.name)) for f in fields(value) if f.name not in _KEYS})
    return value
