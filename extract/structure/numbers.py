"""Numbers of documents: 湘政办发〔2022〕60号, and registrations: HNPR—2022—01043."""

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.structure.paragraphs import Paragraph
from extract.structure.words import words

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[［【（(](?:19|20)\d{2}[〕\]］】）)]第?\d{1,5}号")
_ORDER = re.compile(r"[（(]?(?:[\u4e00-\u9fff]{2,20}令|公告)?(?:(?:19|20)\d{2}年)?第\d{1,5}号[）)]?")
_YEAR = re.compile(r"[〔\[［【（(]((?:19|20)\d{2})[〕\]］】）)]")
_REGISTRATION = re.compile(r"[A-Z]{2,6}\d{0,2}[—–\-－]{1,2}\d{4}[—–\-－]{1,2}\d{2,8}")
_MAX_LINES = 30


def normal_number(number: str) -> str:
    """湘工信建议函[2023]266号 → 湘工信建议函〔2023〕266号."""
    return _YEAR.sub(r"〔\1〕", number)


def is_registration(line: str) -> bool:
    """Whether a line is a registration of the document."""
    return _REGISTRATION.fullmatch(line) is not None


def is_number(line: str) -> bool:
    """Whether a line is a number of a document and nothing else."""
    bare = line.strip("（()）")
    return (
        NUMBER.fullmatch(bare) is not None or NUMBER.fullmatch(line) is not None or _ORDER.fullmatch(line) is not None
    )


def own_numbers(head: Sequence[Paragraph], facts: Mapping[str, Paragraph]) -> list[Paragraph]:
    """The document's numbers with their places: lines of their own above the prose, ends of the title's line, the fact
    sheet. Numbers behind 《》 are those of cited documents."""
    found: list[Paragraph] = []
    for line in _above_prose(head):
        match = NUMBER.search(line.text)
        if match is not None and _is_own(line.text, match):
            start = match.start() + _glued(line.text, match)
            found.append(Paragraph(line.start + start, line.text[start : match.end()]))
        elif _ORDER.fullmatch(line.text):
            found.append(line)
    fact = facts.get("number")
    if fact is not None and re.search(r"\d", fact.text):
        found.append(fact)
    return found


def registrations(head: Sequence[Paragraph], facts: Mapping[str, Paragraph]) -> list[Paragraph]:
    """Registration numbers with their places."""
    lines = [line for line in head[:_MAX_LINES] if is_registration(line.text)]
    return [*lines, *(facts[key] for key in ("registration",) if key in facts)]


def _above_prose(head: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The lines before the first sentence; of a text on one line, its first sentence."""
    for index, line in enumerate(head[:_MAX_LINES]):
        sentence, stop, _ = line.text.partition("。")
        if not stop or not index:
            yield Paragraph(line.start, sentence)
        if stop:
            return


def _is_own(line: str, match: re.Match[str]) -> bool:
    before, after = line[: match.start()], line[match.end() :]
    if before.strip("（( ") and not words().genre_end.search(before.rstrip("（( ")) and not _glued(line, match):
        return False
    return "《" not in before and (len(after) < 16 or "《" not in after) and not before.endswith("》")


def _glued(line: str, match: re.Match[str]) -> int:
    """How many characters of a match belong to a title in front of it (…的通知湘政发〔2022〕3号)."""
    year = _YEAR.search(match.group())
    if year is None or line[: match.start()].strip("（( ") == "":
        return 0
    stem = match.group()[: year.start() - 1]
    return max((stem.rfind(genre) + len(genre) for genre in words().documents if genre in stem), default=0)
