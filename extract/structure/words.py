"""The vocabulary of metadata_words.toml, compiled once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extract.scan import either


@dataclass(frozen=True, slots=True)
class Words:
    """Lists and the patterns made of them."""

    genres: Mapping[str, str]
    documents: tuple[str, ...]
    genre_end: re.Pattern[str]
    hand_out: re.Pattern[str]
    hand_out_plain: frozenset[str]
    notice_end: re.Pattern[str]
    draft: re.Pattern[str]
    skipped: frozenset[str]
    openings: frozenset[str]
    proposal: re.Pattern[str]
    facts: Mapping[str, str]
    fact: re.Pattern[str]
    issuer_tail: re.Pattern[str]
    issuer_heads: tuple[str, ...]
    others: re.Pattern[str]
    own: re.Pattern[str]
    until: str
    term: str
    start: str


@cache
def words() -> Words:
    """The vocabulary, read once."""
    raw = tomllib.loads(files("extract.structure").joinpath("data/metadata_words.toml").read_text(encoding="utf-8"))
    titles, issuers, validity = raw["titles"], raw["issuers"], raw["validity"]
    keys = {key: kind for kind, names in raw["facts"].items() for key in names}
    proposals = either(titles["proposals"])
    return Words(
        genres=raw["genres"],
        documents=tuple(genre for genre in raw["genres"] if len(genre) > 1 and genre not in titles["proposals"]),
        genre_end=re.compile(rf"(?P<genre>{either(raw['genres'])})(?:[（(][^（()）]{{1,24}}[）)])?$"),
        hand_out=re.compile(
            rf"^(?P<issuer>[^《》]{{0,60}}?)(?:关于)?(?P<verb>{either(titles['hand_out'])})"
            rf"(?P<inner>.{{4,160}}?)的?(?P<kind>{either(titles['notices'])})$"
        ),
        hand_out_plain=frozenset(titles["hand_out_plain"]),
        notice_end=re.compile(rf"(?:{either(titles['notices'])})$"),
        draft=re.compile(rf"[（(](?:{either(titles['drafts'])})[）)]$"),
        skipped=frozenset(titles["skipped"]),
        openings=frozenset(titles["openings"]),
        proposal=re.compile(rf"《([^《》\n]{{4,80}}(?:{proposals}))》|《([^《》\n]{{4,80}})》的?(?:{proposals})"),
        facts=keys,
        fact=re.compile(
            rf"(?:^|(?<=\s))(?:-\s?)?(?:(?P<key>{either(keys)})[：:]|\|\s?(?P<cell>{either(keys)})\s?\|)\s?"
        ),
        issuer_tail=re.compile(rf"(?:{either(issuers['tails'])})(?:{either(issuers['offices'])})?"),
        issuer_heads=tuple(issuers["heads"]),
        others=re.compile(rf"等[一二三四五六七八九十\d]{{1,3}}个?(?:{either(issuers['others'])})$"),
        own=re.compile(either(validity["own"])),
        until=either(validity["until"]),
        term=either(validity["term"]),
        start=either(validity["start"]),
    )
