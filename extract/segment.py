"""Word boundaries where patterns and gazetteers leave a choice: jieba with its dictionary fed from our gazetteers."""

import logging
import re
from functools import cache, lru_cache

import jieba

from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import chains

_PROPER = re.compile(r"^(\S{2,4}) \d+ n(?:r|rt|rfg|z|s|t)$", re.M)


@cache
def _tokenizer() -> jieba.Tokenizer:
    """A tokenizer of our own: what is added to it does not change jieba for others. Loaded when first asked for."""
    jieba.setLogLevel(logging.WARNING)  # its progress messages are no business of a user's
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for name, is_short in regions().names():
        if not is_short:
            tokenizer.add_word(name)
    for name in chains().surfaces():
        tokenizer.add_word(name)
    return tokenizer


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a short text, by dictionary only; remembered, since a name is asked for several times on end."""
    return tuple(_tokenizer().cut(text, HMM=False))


def is_plain_words(text: str) -> bool:
    """Whether a text consists of dictionary words of two and more characters only: 基因工程, 整机组装.

    A proper name mostly leaves single characters over (湘高电器 → 湘, 高, 电器).
    """
    return all(len(token) > 1 for token in tokens(text))


@cache
def _proper_names() -> frozenset[str]:
    """The words that jieba's dictionary marks as names of persons, places, bodies and brands."""
    with jieba.get_dict_file() as stream:
        return frozenset(_PROPER.findall(stream.read().decode("utf-8")))


def is_name(text: str) -> bool:
    """Whether a word is a proper name to jieba's dictionary: 南湖, 紫金山, but not 联合."""
    return text in _proper_names()


def is_word(text: str) -> bool:
    """Whether a text is one word of the dictionary and no proper name: 精密, 钢铁, but not 华为, 湘高电器."""
    return bool(_tokenizer().FREQ.get(text)) and not is_name(text)


def opens_with_name(text: str) -> bool:
    """Whether the first of several words is a proper name to jieba's dictionary: 亚泰|医药, 劳伦斯|机床."""
    first, *rest = tokens(text)
    return bool(rest) and first in _proper_names()


def cuts_word(text: str, start: int, end: int) -> bool:
    """Whether a border of [start, end) lies inside a word of the text."""
    if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
        return False
    position = 0
    for token in tokens(text):
        if position < start < position + len(token) or position < end < position + len(token):
            return True
        position += len(token)
    return False
