"""Repair of single characters, one to one: full-width digits and letters, radicals, compatibility forms; what cannot be
read (control, zero-width and private-use characters) becomes a space that later repairs drop."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

# What most texts are made of stays as it is; only the rest is looked up.
_REST = re.compile("[^\n -~\u4e00-\u9fa5，。、；：“”（）《》]+")
_DROPPED = (0x00AD, 0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xFFFD)


class _Table(dict[int, str]):
    """A translation table that decides each character once."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _repaired(code)
        return found


def _repaired(code: int) -> str:
    sign = chr(code)
    if sign == "\n":
        return sign
    if 0xFF10 <= code <= 0xFF19 or 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A or sign in "％＋＆":
        return chr(code - 0xFEE0)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
        plain = _radicals().get(sign) or unicodedata.normalize("NFKC", sign)
        return plain if len(plain) == 1 else sign
    if code < 0x20 or 0x7F <= code < 0xA0 or code in _DROPPED:
        return " "
    category = unicodedata.category(sign)
    return " " if category in ("Co", "Cs", "Zs", "Zl", "Zp", "Cn") else sign


@cache
def _radicals() -> dict[str, str]:
    """The characters that radicals stand for, by radical."""
    raw = tomllib.loads(files("extract.cleaning").joinpath("data/radicals.toml").read_text(encoding="utf-8"))
    return {pair[0]: pair[1] for pair in str(raw["radicals"]).split()}


@cache
def _table() -> _Table:
    return _Table()


def repair(text: str) -> str:
    """The text with each character repaired; as many characters as before."""
    return _REST.sub(lambda match: match.group().translate(_table()), text)
