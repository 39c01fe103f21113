"""Word boundaries where patterns and gazetteers leave a choice: jieba with its dictionary fed from our gazetteers."""

import logging
from functools import cache

import jieba

from extract.gazetteers.regions import regions
from extract.gazetteers.vocabulary import chains


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


def tokens(text: str) -> list[str]:
    """The words of a short text, by dictionary only."""
    return list(_tokenizer().cut(text, HMM=False))


def is_plain_words(text: str) -> bool:
    """Whether a text consists of dictionary words of two and more characters only: 基因工程, 整机组装.

    A proper name mostly leaves single characters over (湘高电器 → 湘, 高, 电器).
    """
    return all(len(token) > 1 for token in tokens(text))


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
