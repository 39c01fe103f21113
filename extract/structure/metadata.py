"""What a document says of itself: title, number, issuer, date, validity, kind, and the region it is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from extract.structure.about import issuer_region, region_hint
from extract.structure.clauses import ClauseSpan
from extract.structure.dates import BRACKETED_DATE, DATE, DATE_LINE, iso_date
from extract.structure.fact_sheet import fact_sheet
from extract.structure.issuers import all_issuers, cover, signature, title_issuers
from extract.structure.numbers import normal_number, own_numbers, registrations
from extract.structure.paragraphs import Paragraph, paragraphs
from extract.structure.titles import Title, find_title
from extract.structure.validity import effective_until
from extract.structure.words import words

RegionSpans = Callable[[str], list[tuple[int, int, str, str]]]
Span = tuple[int, int]
_HEAD, _MAX_DATE_LINE = 12000, 40


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a document. Spans are half-open clean offsets; regions are official names; dates are ISO.

    `title` identifies the policy: of a notice that hands out a document it is the document's name; where the text has
    no title it is the source's stem and `title_span` is None. `name_spans` are the places where the document names
    itself (start, end, name), numbers and registrations too; `alias_names` are those names. `issuer` is the first of
    `issuers`; the spans of a body stand in `issuer_spans` in the same order.
    """

    title: str
    title_span: Span | None
    alias_names: tuple[str, ...]
    name_spans: tuple[tuple[int, int, str], ...]
    number: str | None
    number_span: Span | None
    issuer: str | None
    issuers: tuple[str, ...]
    issuer_span: Span | None
    issuer_spans: tuple[Span, ...]
    issued: str | None
    issued_span: Span | None
    effective_until: str | None
    genre: str | None
    region_hint: str | None
    issuer_region: str | None


def metadata(text: str, clauses: tuple[ClauseSpan, ...], source: str, regions_in: RegionSpans) -> Metadata:
    """Read the metadata of a clean text. Never raises; linear in the length of the text.

    `clauses` are those of `split_clauses`; `source` is the document's name as given; `regions_in` gives the regions
    named in a string as (start, end, official name, level: province, city, county, town).
    """
    head = list(paragraphs(text, _head_end(clauses, len(text))))
    lines = list(paragraphs(text))
    facts = fact_sheet(head)
    title = find_title(head, facts)
    front, named = title_issuers(title.own, regions_in) if title else (0, [])
    signed, signed_on = signature(lines, [body.text for body in named], regions_in)
    if title is not None and not named and not signed:
        signed, signed_on = cover(head, title.span[1], regions_in)
    issuers = all_issuers(named, signed, facts, head, regions_in)
    numbers = own_numbers(head, facts)
    issued = _issued(signed_on, title, facts, head, lines)
    names = tuple(body.text for body in issuers)
    spans = _names(title, front, numbers, registrations(head, facts), head)
    iso = iso_date(issued.text) if issued else None
    name = title.name if title else PurePath(source).stem or "document"
    subject = title.own.text[front:] if title and not title.is_notice else name
    return Metadata(
        title=name,
        title_span=title.name_span if title else None,
        alias_names=tuple(dict.fromkeys(alias for _, _, alias in spans if alias != name)),
        name_spans=tuple(spans),
        number=normal_number(numbers[0].text) if numbers else None,
        number_span=(numbers[0].start, numbers[0].end) if numbers else None,
        issuer=names[0] if names else None,
        issuers=names,
        issuer_span=(issuers[0].start, issuers[0].end) if issuers else None,
        issuer_spans=tuple((body.start, body.end) for body in issuers),
        issued=iso,
        issued_span=(issued.start, issued.end) if issued and iso else None,
        effective_until=effective_until(text, iso, facts),
        genre=_genre(name if title else ""),
        region_hint=region_hint(subject, text, head, names, regions_in),
        issuer_region=issuer_region(names, regions_in),
    )


def _head_end(clauses: tuple[ClauseSpan, ...], length: int) -> int:
    """The head before the first clause, where titles, numbers and facts stand."""
    end = clauses[0].end if clauses and clauses[0].path == (0,) else length
    return min(end, _HEAD)


def _genre(title: str) -> str | None:
    match = words().genre_end.search(title)
    return words().genres[match.group("genre")] if match else None


def _issued(
    signed_on: Paragraph | None,
    title: Title | None,
    facts: Mapping[str, Paragraph],
    head: Sequence[Paragraph],
    lines: Sequence[Paragraph],
) -> Paragraph | None:
    """The date of the signature; else of the title, of a line in the head, of the fact sheet, of the last lines."""
    if signed_on is not None:
        return _only_date(signed_on)
    if title is not None and title.date is not None:
        found = next((line for line in head if title.date in line.text), None)
        return None if found is None else Paragraph(found.start + found.text.index(title.date), title.date)
    for line in head:
        if len(line.text) <= _MAX_DATE_LINE and (DATE_LINE.match(line.text) or BRACKETED_DATE.match(line.text)):
            return _only_date(line)
    if "issued" in facts:
        return facts["issued"]
    last = [line for line in lines[-6:] if len(line.text) <= _MAX_DATE_LINE and DATE_LINE.search(line.text)]
    return _only_date(last[-1]) if last else None


def _only_date(line: Paragraph) -> Paragraph:
    match = DATE.search(line.text)
    return line if match is None else Paragraph(line.start + match.start(), match.group())


def _names(
    title: Title | None, front: int, numbers: list[Paragraph], registered: list[Paragraph], head: Sequence[Paragraph]
) -> list[tuple[int, int, str]]:
    """Where the document names itself, each place and name once."""
    found: list[tuple[int, int, str]] = []
    if title is not None:
        found.append((*title.span, title.own.text))
        if front:
            found.append((*title.own.span(front, len(title.own.text)), title.own.text[front:]))
        found.extend(title.attachments)
        if title.is_notice:
            found.extend(_headings(title, head))
    found.extend((number.start, number.end, normal_number(number.text)) for number in numbers)
    found.extend((line.start, line.end, line.text) for line in registered)
    return list(dict.fromkeys(found))


def _headings(title: Title, head: Sequence[Paragraph]) -> list[tuple[int, int, str]]:
    """The attachment's own heading below the notice, on one line or two."""
    for index, line in enumerate(head):
        if line.start < title.span[1]:
            continue
        for end in range(index, min(index + 3, len(head))):
            joined = "".join(part.text for part in head[index : end + 1])
            if joined == title.name:
                return [(line.start, head[end].end, title.name)]
            if not title.name.startswith(joined):
                break
    return []
