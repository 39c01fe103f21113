"""Pages in two languages say the same: headings, commands, links, pictures."""

import re
from collections import Counter
from pathlib import Path

import pytest
from doc_pages import CHINESE, ROOT, anchors, blocks, chinese, headings, links, mentioned, pages, translation

# Pages for those who change Liantu or read its rules: English only.
ONE_LANGUAGE = ("docs/architecture.md", "docs/dependencies.md", "docs/extraction.md")
ENGLISH = [page for page in pages() if not chinese(page)]
PAIRS = [page for page in ENGLISH if translation(page).exists()]
_COMMENT = re.compile(r"(?:^|\s+)(?:#|//) (?!exit code).*$")


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", ENGLISH, ids=_name)
def test_pages_for_analysts_are_there_in_chinese(page: Path) -> None:
    """Every page but those listed has a Chinese one."""
    assert translation(page).exists() != (_name(page) in ONE_LANGUAGE)


@pytest.mark.parametrize("page", PAIRS, ids=_name)
def test_both_begin_with_a_link_to_the_other(page: Path) -> None:
    """The first link of a page leads to the same page in the other language."""
    other = translation(page)
    assert links(page.read_text(encoding="utf-8"))[0] == (other.name, "")
    assert links(other.read_text(encoding="utf-8"))[0] == (page.name, "")


@pytest.mark.parametrize("page", PAIRS, ids=_name)
def test_both_have_the_same_headings(page: Path) -> None:
    """As many headings, of the same levels, in the same order."""
    ours, theirs = (headings(path.read_text(encoding="utf-8")) for path in (page, translation(page)))
    assert [level for level, _ in ours] == [level for level, _ in theirs], list(zip(ours, theirs, strict=False))


@pytest.mark.parametrize("page", PAIRS, ids=_name)
def test_both_show_the_same_commands_and_files(page: Path) -> None:
    """Fenced blocks differ in comments only, and the prose names the same commands."""
    ours, theirs = (_blocks(path) for path in (page, translation(page)))
    assert ours == theirs
    told, retold = (set(mentioned(path.read_text(encoding="utf-8"))) for path in (page, translation(page)))
    assert told == retold


def _blocks(page: Path) -> list[tuple[str, str, list[str]]]:
    """Language, kind and lines of each block, without comments."""
    return [
        (block.language, block.note, [line for line in (_COMMENT.sub("", line) for line in block.lines) if line])
        for block in blocks(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("page", PAIRS, ids=_name)
def test_both_lead_to_the_same_places(page: Path) -> None:
    """Links go to the same pages, in the reader's language where there is one, and to the same heading."""
    other = translation(page)
    ours = Counter(_in_chinese(page, *link) for link in links(page.read_text(encoding="utf-8"))[1:])
    theirs = Counter(links(other.read_text(encoding="utf-8"))[1:])
    assert ours - theirs == theirs - ours == Counter()


def _in_chinese(page: Path, target: str, anchor: str) -> tuple[str, str]:
    """What a link of an English page is in its Chinese page."""
    path = (page.parent / target).resolve() if target else page
    if not target.startswith("http") and path.suffix == ".md" and translation(path).exists():
        if anchor:
            place = anchors(path.read_text(encoding="utf-8")).index(anchor)
            anchor = anchors(translation(path).read_text(encoding="utf-8"))[place]
        return (target.removesuffix(".md") + CHINESE if target else ""), anchor
    return target, anchor


@pytest.mark.parametrize("page", [page for page in pages() if chinese(page)], ids=_name)
def test_chinese_prose_has_chinese_punctuation(page: Path) -> None:
    """Behind a Chinese character stands no ASCII comma, semicolon, colon, question mark or bracket."""
    text = re.sub(r"`[^`]*`|<!--.*?-->|\]\([^)]*\)", "", _prose(page), flags=re.DOTALL)
    assert re.findall(r".{0,12}[\u4e00-\u9fff][,;:?!()].{0,12}", text) == []


def _prose(page: Path) -> str:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"<!-- generated.*?<!-- end: [\w-]+ -->", "", text, flags=re.DOTALL)
