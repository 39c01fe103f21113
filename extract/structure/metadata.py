"""What a document says of itself: title, number, issuer, date, validity, kind, and the region it is about."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from extract.structure.clauses import ClauseSpan
from extract.structure.dates import DATE_LINE, effective_until, iso_date

RegionSpans = Callable[[str], list[tuple[int, int, str, str]]]
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［【（(](?:19|20)\d{2}[〕\]］】）)]第?\d{1,5}号")
_REGISTRATION = re.compile(r"^[A-Z]{2,6}[—–\-]\d{4}[—–\-]\d{2,8}$")
_COLLECTION = re.compile(r"^\d{1,3}[.．、]\s?")
_TITLE_NOTE = re.compile(r"[（(](?:\d{4}年\d{1,2}月\d{1,2}日|送审稿|征求意见稿|试行|草案|审议稿|讨论稿|暂行|公开征求意见稿)[）)]$")
_TITLE_DATE = re.compile(r"[（(](\d{4}年\d{1,2}月\d{1,2}日)[）)]")
_FORWARD = re.compile(r"^(?P<issuer>.*?)(?:关于)?(?:印发|转发|批转|发布)(?P<inner>.{4,120}?)(?:的)(?P<kind>通知|公告|函|决定)$")
_ABOUT = re.compile(r"^(?P<issuer>[\u4e00-\u9fff、]{4,60}?)(?:等[一二三四五六七八九十\d]+(?:个)?(?:部门|单位|部委))?(?:关于|对|印发)")
_PROSE = re.compile(r"^(?:为|根据|依据|按照|各|前言|目录|“|现将|经)|[：:]$|。")
_MAX_TITLE_LINES, _MAX_TITLE = 6, 140


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title and the rest. Spans are half-open clean offsets; regions are official names."""

    title: str
    alias_names: tuple[str, ...]
    name_spans: tuple[tuple[int, int, str], ...]
    number: str | None
    issuer: str | None
    issuers: tuple[str, ...]
    issuer_spans: tuple[tuple[int, int], ...]
    issued: str | None
    effective_until: str | None
    genre: str | None
    region_hint: str | None
    issuer_region: str | None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    text: str


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("extract.structure").joinpath("data/metadata_words.toml").read_text(encoding="utf-8"))


@cache
def _genre_end() -> re.Pattern[str]:
    names = sorted(_words()["genres"], key=lambda word: (-len(word), word))
    return re.compile(rf"(?P<genre>{'|'.join(names)})(?:[（(][^（()）]{{1,24}}[）)])?$")


@cache
def _issuer_pattern() -> re.Pattern[str]:
    tails = "|".join(_words()["issuers"]["tails"])
    return re.compile(rf"[\u4e00-\u9fff]{{2,28}}?(?:{tails})(?![\u4e00-\u9fff]{{0,2}}(?:厅|局|室|会)$)")


def metadata(text: str, clauses: tuple[ClauseSpan, ...], source: str, regions_in: RegionSpans) -> Metadata:
    """Read the metadata of a clean text.

    `source` is the document's name as given: its stem is the title where the text has none. `regions_in` gives the
    regions named in a string as (start, end, official name, level).
    """
    paragraphs = list(_paragraphs(text))
    head = [p for p in paragraphs if not clauses or clauses[0].path != (0,) or p.start < clauses[0].end]
    facts = _facts(head)
    full, span = _title(head)
    if not full and facts.get("title"):
        full = facts["title"][0]
    title, note = _canonical(full)
    issuers = _issuers(full, span, paragraphs, facts)
    number = _number(head, facts)
    issued = _issued(paragraphs, full, facts, [name for name, _, _ in issuers])
    names = _names(text, full, note, span, number, head)
    region = _issuer_region([name for name, _, _ in issuers], regions_in)
    stem = PurePath(source).stem or "document"
    return Metadata(
        title=title or stem,
        alias_names=tuple(name for _, _, name in names),
        name_spans=tuple(names),
        number=_normal(number[2]) if number else None,
        issuer=issuers[0][0] if issuers else None,
        issuers=tuple(name for name, _, _ in issuers),
        issuer_spans=tuple((start, end) for _, start, end in issuers if end > start),
        issued=issued,
        effective_until=effective_until(text, issued),
        genre=_genre(title),
        region_hint=_about(_subject(title or ""), text, head, region, bool(issuers), regions_in),
        issuer_region=region,
    )


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    start = 0
    for piece in text.split("\n"):
        if piece:
            yield _Paragraph(start, piece)
        start += len(piece) + 1


def _facts(head: list[_Paragraph]) -> dict[str, tuple[str, int]]:
    """The fact sheet on top: 发布日期: 2025-03-10 … as (value, offset)."""
    found: dict[str, tuple[str, int]] = {}
    for paragraph in head[:30]:
        key, colon, value = paragraph.text.replace("：", ":", 1).partition(":")
        for name, keys in _words()["facts"].items():
            if colon and key in keys and value:
                found.setdefault(name, (value, paragraph.start + len(key) + 1))
    return found


def _title(head: list[_Paragraph]) -> tuple[str, tuple[int, int]]:
    """The title's lines joined, and their span; empty where the document opens with prose."""
    parts: list[_Paragraph] = []
    for paragraph in head:
        line = paragraph.text
        if not parts and (_REGISTRATION.match(line) or _NUMBER.fullmatch(line) or _is_fact(line) or DATE_LINE.match(line)):
            continue
        if not parts and line in ("政策全文", "基本信息", "正文"):
            continue
        if _NUMBER.match(line) or (parts and _PROSE.search(line)) or len(line) > _MAX_TITLE or len(parts) >= _MAX_TITLE_LINES:
            break
        if not parts and (_PROSE.search(line) and not _genre_end().search(_bare(line))):
            break
        parts.append(paragraph)
        if _genre_end().search(_bare("".join(part.text for part in parts))):
            break
    joined = _bare("".join(part.text for part in parts))
    if not parts or not (_genre_end().search(joined)):
        return "", (0, 0)
    return joined, (parts[0].start, parts[-1].start + len(parts[-1].text))


def _is_fact(line: str) -> bool:
    key = line.replace("：", ":", 1).partition(":")
    known = {name for names in _words()["facts"].values() for name in names} | {"原文链接", "检索时间", "检索关键词", "附件", "分类", "来源", "文档类型", "索引号", "主题分类", "生效日期", "公开方式"}
    return bool(key[1]) and key[0] in known


def _bare(title: str) -> str:
    """Without the number of a collection in front and notes in brackets behind."""
    title = _COLLECTION.sub("", title)
    while _TITLE_NOTE.search(title):
        title = _TITLE_NOTE.sub("", title)
    return title


def _canonical(full: str) -> tuple[str, str]:
    """(the title that identifies, the notice's own title or ''): a notice goes by the name of what it forwards."""
    forward = _FORWARD.match(full)
    if forward is None:
        return full, ""
    inner = forward.group("inner")
    if inner.startswith("《") and "》" in inner:
        inner = inner[1 : inner.index("》")]
    return _bare(inner), full


def _issuers(
    full: str, span: tuple[int, int], paragraphs: list[_Paragraph], facts: dict[str, tuple[str, int]]
) -> list[tuple[str, int, int]]:
    """(name, start, end) of the issuing bodies: before 关于 in the title, else in the signature, else in the fact sheet."""
    about = _ABOUT.match(full)
    signed = _signature(paragraphs)
    if about is not None:
        names = [match.group() for match in _issuer_pattern().finditer(about.group("issuer"))]
        if "".join(names) == about.group("issuer").replace("、", ""):
            places = [(name, *_find(paragraphs, name, span)) for name in names]
            joint = signed if any(item[0] in names for item in signed) else []
            return [*places, *(item for item in joint if item[0] not in names)]
    if signed:
        return signed
    if "issuer" in facts:
        name, start = facts["issuer"]
        return [(name, start, start + len(name))]
    return []


def _find(paragraphs: list[_Paragraph], name: str, span: tuple[int, int]) -> tuple[int, int]:
    for paragraph in paragraphs:
        index = paragraph.text.find(name)
        if index >= 0 and paragraph.start >= span[0]:
            return paragraph.start + index, paragraph.start + index + len(name)
    return 0, 0


def _signature(paragraphs: list[_Paragraph]) -> list[tuple[str, int, int]]:
    """The bodies on the lines above the first date line, or on its own line before the date."""
    for index, paragraph in enumerate(paragraphs):
        date = DATE_LINE.search(paragraph.text)
        if date is None or len(paragraph.text) > 90:
            continue
        found: list[tuple[str, int, int]] = []
        before = paragraph.text[: date.start()]
        lines = [_Paragraph(paragraph.start, before)] if before else []
        above = index - 1
        while above >= 0 and len(paragraphs[above].text) <= 60 and _all_issuers(paragraphs[above].text):
            lines.insert(0, paragraphs[above])
            above -= 1
        for line in lines:
            for match in _issuer_pattern().finditer(line.text):
                found.append((match.group(), line.start + match.start(), line.start + match.end()))
        if found:
            return found
    return []


def _all_issuers(line: str) -> bool:
    return "".join(match.group() for match in _issuer_pattern().finditer(line)) == line


def _number(head: list[_Paragraph], facts: dict[str, tuple[str, int]]) -> tuple[int, int, str] | None:
    for paragraph in head[:30]:
        match = _NUMBER.search(paragraph.text)
        if match is None or paragraph.text[: match.start()].count("《"):
            continue
        if match.start() == 0 or match.end() == len(paragraph.text):
            return paragraph.start + match.start(), paragraph.start + match.end(), match.group()
    if "number" in facts:
        value, start = facts["number"]
        return start, start + len(value), value
    return None


def _normal(number: str) -> str:
    return re.sub(r"[〔\[［【（(]((?:19|20)\d{2})[〕\]］】）)]", r"〔\1〕", number)


def _issued(
    paragraphs: list[_Paragraph], full: str, facts: dict[str, tuple[str, int]], issuers: list[str]
) -> str | None:
    """The date in the title; else the one below the signature; else the fact sheet's; else the last date line."""
    for paragraph in paragraphs[:4]:
        date = _TITLE_DATE.search(paragraph.text)
        if date is not None:
            return iso_date(date.group(1))
    for index, paragraph in enumerate(paragraphs):
        date = DATE_LINE.search(paragraph.text)
        if date is None or len(paragraph.text) > 90:
            continue
        above = paragraphs[index - 1].text if index else ""
        if any(name in paragraph.text or name in above for name in issuers) or _all_issuers(above):
            return iso_date(date.group())
    if "issued" in facts:
        return iso_date(facts["issued"][0])
    lines = [p.text for p in paragraphs if DATE_LINE.match(p.text) and len(p.text) < 30]
    return iso_date(lines[-1]) if lines else None


def _names(
    text: str, full: str, note: str, span: tuple[int, int], number: tuple[int, int, str] | None, head: list[_Paragraph]
) -> list[tuple[int, int, str]]:
    """Where the document names itself: (start, end, name)."""
    found: list[tuple[int, int, str]] = []
    if full and span[1] > span[0]:
        found.append((*span, full))
        about = _ABOUT.match(full)
        if about is not None and full[about.end("issuer") :].startswith("关于"):
            position = text.find("关于", span[0], span[1])
            if position > span[0]:
                found.append((position, span[1], full[about.end("issuer") :]))
    if number is not None:
        found.append((number[0], number[1], _normal(number[2])))
    for paragraph in head[:6]:
        if _REGISTRATION.match(paragraph.text):
            found.append((paragraph.start, paragraph.start + len(paragraph.text), paragraph.text))
    return found


def _genre(title: str | None) -> str | None:
    match = _genre_end().search(title or "")
    return str(_words()["genres"][match.group("genre")]) if match else None


def _issuer_region(issuers: list[str], regions_in: RegionSpans) -> str | None:
    for issuer in issuers:
        end, name = 0, None
        for start, stop, official, _level in regions_in(issuer):
            if start == end:
                end, name = stop, official
        if name is not None:
            return name
    return None


def _subject(title: str) -> str:
    """The title without the issuers in front, unless nothing but they name a place."""
    about = _ABOUT.match(title)
    return title[about.end("issuer") :] if about is not None and not title.endswith("答复") else title


def _about(
    title: str, text: str, head: list[_Paragraph], issuer: str | None, signed: bool, regions_in: RegionSpans
) -> str | None:
    """The region the policy is about: the one its title names, a reply's that of the proposal, else the issuer's; in a
    text that names no issuer, the region it names most."""
    named = [official for _, _, official, _ in regions_in(title)]
    if title.endswith("答复"):
        for paragraph in head[:8]:
            proposal = re.search(r"《([^》]{4,80}(?:建议|提案))》|《([^》]{4,80})》的?(?:建议|提案)", paragraph.text)
            if proposal is not None:
                named = [official for _, _, official, _ in regions_in(proposal.group(1) or proposal.group(2))] or named
    if issuer is not None and len(set(named)) > 1:
        named = [name for name in named if name != issuer]
    if len(set(named)) == 1:
        return named[0]
    if issuer is not None or signed:
        return issuer
    counts = Counter(official for _, _, official, level in regions_in(text[:20000]) if level != "province")
    return counts.most_common(1)[0][0] if counts else None
