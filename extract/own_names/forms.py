"""The user's names as texts write them: with other brackets, and agencies by their level (市链长办) at home."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from extract.cleaning import characters
from extract.gazetteers.regions import LEVEL_WORDS, Region, regions
from extract.own_names.model import OwnName

_LONGEST_PLACE, _SHORTEST_FIRM = 8, 6
_SPACE = re.compile(r"(?<![!-~])\s+|\s+(?![!-~])")
_BRACKETS = (str.maketrans("()", "（）"), str.maketrans("（）", "()"))


@dataclass(frozen=True, slots=True)
class Form:
    """What a form of a name stands for: anywhere, or with a `level` only where the document's own region of that level
    is the agency's."""

    entry: OwnName
    level: str = ""


class OwnForms:
    """Look-up of the user's entries by any form of a name."""

    __slots__ = ("_by_name", "_forms", "_names")

    def __init__(self, entries: Iterable[OwnName]) -> None:
        """Entries whose names do not contradict one another."""
        self._forms: dict[str, tuple[Form, ...]] = {}
        self._names: dict[str, str] = {}  # the label by name, ordinary words too
        self._by_name: dict[tuple[str, str], OwnName] = {}
        for entry in entries:
            self._by_name[entry.label, entry.name] = entry
            self._names |= dict.fromkeys(self.clean(entry), entry.label)
            for text, form in forms(entry):
                if text not in entry.words and form not in self._forms.get(text, ()):
                    self._forms[text] = (*self._forms.get(text, ()), form)

    @property
    def surfaces(self) -> Collection[str]:
        """The forms to look for; ordinary words are not among them."""
        return self._forms.keys()

    def find(self, surface: str) -> tuple[Form, ...]:
        """What a form stands for: several only where agencies of several places are called so at home."""
        return self._forms.get(surface, ())

    def entry(self, label: str, name: str) -> OwnName | None:
        """The user's entry that bears this name, or None."""
        return self._by_name.get((label, name))

    def clean(self, entry: OwnName) -> tuple[str, ...]:
        """The names of an entry with brackets of either width."""
        return tuple(dict.fromkeys(text for name in entry.names for text in _written(name)))

    def foreign(self, label: str) -> frozenset[str]:
        """The names of things of other labels: in the vocabulary of this one they count no more."""
        return frozenset(name for name, other in self._names.items() if other != label)


def spelled(name: str) -> str:
    """A name as clean text has it: characters repaired, white space between Latin words only."""
    return _SPACE.sub("", characters.repair(name.strip()))


def _written(name: str) -> tuple[str, ...]:
    """The spellings of a name: with brackets of either width."""
    return (name, *(name.translate(table) for table in _BRACKETS)) if "(" in name or "（" in name else (name,)


def forms(entry: OwnName) -> Iterator[tuple[str, Form]]:
    """All forms of an entry with what each stands for."""
    region = regions().by_code(entry.region) if entry.label == "Agency" and entry.region else None
    anywhere = Form(entry)
    if entry.label == "Enterprise" and (short := _without_place(entry.full)):
        yield short, anywhere
    for name in (text for given in entry.names for text in _written(given)):
        if region is None:
            yield name, anywhere
        else:
            yield from ((text, Form(entry, level)) for text, level in _agency_forms(name, region, entry.name))


def _agency_forms(name: str, region: Region, official: str) -> Iterator[tuple[str, str]]:
    """湘潭市链长办 and 湘潭链长办 anywhere; 市链长办, and 链长办 where the user gives that, in 湘潭's own documents."""
    sign = level_sign(region)
    opening = next((text for text in (region.name, region.short) if text and name.startswith(text)), "")
    rest = name.removeprefix(opening or sign)
    if not rest or not (opening or name.startswith(sign)):
        rest = name
        yield name, "" if name == official else region.level
    yield from ((text + rest, "") for text in (region.name, region.short) if text)
    yield sign + rest, region.level


def _without_place(full: str) -> str:
    """A firm's official name without the place that opens it: 湖南|珞石电控科技有限公司; empty where there is none."""
    if not full.endswith("公司"):
        return ""
    lengths = (n for n in range(_LONGEST_PLACE, 1, -1) if regions().candidates(full[:n]))
    rest = full[next(lengths, len(full)) :]
    return rest if len(rest) >= _SHORTEST_FIRM else ""


def level_sign(region: Region) -> str:
    """The word by which a region's own documents speak of it: 市 for 湘潭市, 自治区 for 广西壮族自治区."""
    return next((sign for sign in LEVEL_WORDS if region.name.endswith(sign)), "")
