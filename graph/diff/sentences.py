"""Sentences of clauses: which one says something, and which one of the other version stands in its place."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

# What a clause begins with: 一、 （一） 1. 第一条, and Markdown's mark of a heading.
_NUMBER = re.compile(
    r"#*(?:第[一二三四五六七八九十百零\d]+[章节条款]|[（(]?[一二三四五六七八九十百零\d]{1,4}[）)、.．])"
)
_SENTENCE = re.compile(r"[^。；;！？]+(?:[。；;！？]+[”’」』）)]?|$)")
_ENDED = re.compile(r"[。；;！？：:”）)］】]$")
_OPEN = re.compile(r"[、，,《（]$")
_LEAST = 15  # characters: no carrier has shorter lines
_FULL = 0.7  # a line that ends so far before the longest one was not broken for want of room
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
    """The sentences of a clause; lines that were only wrapped are joined."""
    found = (match.group().strip()[:_LONGEST] for part in _paragraphs(text) for match in _SENTENCE.finditer(part))
    return [sentence for sentence in found if sentence]


def _paragraphs(text: str) -> Iterator[str]:
    """The lines of a text, those joined that the carrier broke: full ones, or such as end where nothing can end, up to
    one that ends a sentence."""
    lines = [line.strip() for line in text.split("\n")]
    full, begun = max(_LEAST, _FULL * max(map(len, lines))), list[str]()
    for line in lines:
        begun.append(line)
        if _ENDED.search(line):
            yield "".join(begun)
        elif len(line) >= full or _OPEN.search("".join(begun)):
            continue
        else:
            yield from begun
        begun = []
    yield from begun


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
