"""Sentences of clauses: which one says something, and which one of the other version stands in its place."""

import re

from rapidfuzz import fuzz

# What a clause begins with: 一、 （一） 1. 第一条, and Markdown's mark of a heading.
_NUMBER = re.compile(
    r"#*(?:第[一二三四五六七八九十百零\d]+[章节条款]|[（(]?[一二三四五六七八九十百零\d]{1,4}[）)、.．])"
)
_SENTENCE = re.compile(r"[^。；;！？\n]+(?:[。；;！？]+[”’」』）)]?|\n|$)")
_LONGEST = 300
_LIKE = 45  # per cent: sentences less alike than this say different things


def bare(text: str) -> str:
    """A text without white space and Markdown's stars."""
    return "".join(text.split()).replace("*", "")


def plain(text: str) -> str:
    """A text without white space, stars and the number that it begins with."""
    stripped = bare(text)
    number = _NUMBER.match(stripped)
    return stripped[number.end() :] if number else stripped


def split(text: str) -> list[str]:
    """The sentences of a clause, slices of its text without the white space around them."""
    found = (match.group().strip()[:_LONGEST] for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if sentence]


def naming(text: str, words: tuple[str, ...]) -> str:
    """The first sentence that holds one of some words (white space aside), the first at all if none does."""
    sentences = split(text)
    for word in map(bare, words):
        for sentence in sentences:
            if word and word in bare(sentence):
                return sentence
    return sentences[0] if sentences else ""


def nearest(texts: list[str], quote: str) -> tuple[int, str] | None:
    """The sentence of some texts that is most like a quotation, with the index of its text; None if none is like it."""
    wanted = bare(quote)
    best: tuple[float, int, str] | None = None
    for index, text in enumerate(texts):
        for sentence in split(text):
            likeness = fuzz.ratio(wanted, bare(sentence), score_cutoff=_LIKE)
            if likeness and (best is None or likeness > best[0]):
                best = (likeness, index, sentence)
    return best and (best[1], best[2])
