"""One name in several spellings: widths, spaces, marks, brackets of document numbers, traditional characters."""

import re
import unicodedata
from functools import cache
from typing import Any

from graph.ids import canonical_key

_NUMBER = re.compile(
    r"^(?P<office>[\u4e00-\u9fff]{2,20}?)第?[\[(【〔〈<{]?(?P<year>(?:19|20)\d{2})年?[\])】〕〉>}]?第?(?P<number>\d{1,5})号?$"
)
_YEAR = re.compile(r"[\[(【〔〈<{](?P<year>(?:19|20)\d{2})年?[\])】〕〉>}]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
LONGEST = 300


def cleaned(text: str) -> str:
    """A text that engines take: without lone surrogates and white space around, cut where no name is so long."""
    return text.encode("utf-8", "ignore").decode("utf-8").strip()[:LONGEST].strip()


def plain(name: str) -> str:
    """The form in which names are compared: canonical, in small letters."""
    return canonical_key(name).casefold()


def understood(text: str) -> str:
    """A text as typed in the form of `plain`, in simplified characters."""
    return plain(simplified(text))


def variants(text: str) -> tuple[str, ...]:
    """The spellings under which a text may stand in a graph, other than itself."""
    key = canonical_key(simplified(text))
    forms = (simplified(text), key, key.replace("(", "（").replace(")", "）"), document_number(key), bracketed(key))
    return tuple(form for form in dict.fromkeys(forms) if form and form != text)


def document_number(key: str) -> str:
    """The number of a document as documents write it: 〔2022〕60号 for [2022] 60; empty if it is none."""
    match = _NUMBER.match(key)
    return f"{match['office']}〔{match['year']}〕{int(match['number'])}号" if match else ""


def bracketed(key: str) -> str:
    """A text with the brackets around a year that documents use."""
    return _YEAR.sub(lambda match: f"〔{match['year']}〕", key)


def simplified(text: str) -> str:
    """Traditional characters as simplified ones."""
    return str(_converter().convert(text)) if _HAN.search(text) else text


def han(text: str) -> bool:
    """Whether a text holds Chinese characters."""
    return _HAN.search(text) is not None


def latin(text: str) -> bool:
    """Whether a text holds letters."""
    return _LATIN.search(unicodedata.normalize("NFKD", text)) is not None


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
