"""The text is the pinyin of a name (loudi, lou di, lóu dǐ), its initials (ld), or the beginning of its pinyin."""

from collections.abc import Sequence

from queries.matching.base import Ask, Candidate, Typed, all_of, any_name
from queries.matching.syllables import initial, letters, sounded, starting

_FEWEST = 3


def ask(typed: Typed) -> Ask | None:
    """Names whose first character may be read so; initials count as a beginning if there are at least three."""
    text = letters(typed.text)
    if len(text) < 2:
        return None

    def way(node: Candidate) -> str:
        read = [sounded(name) for name in node.names]
        if any(len(text) in ends(text, syllables) for syllables in read):
            return "pinyin"
        if any(_are_initials(text, syllables) for syllables in read):
            return "initials"
        few = len(text) < _FEWEST
        begun = any(begins(text, names) or (not few and _are_initials(text, names[: len(text)])) for names in read)
        return "opening" if begun else ""

    # Initials: as many characters as letters, or more; the rarer of the first two letters is asked for first.
    length = f"size({{0}}) {'>=' if len(text) >= _FEWEST else '='} $letters"
    heads = {"one": initial(text[0]), "two": initial(text[1])}
    checks = {"one": "$one CONTAINS left({0}, 1)", "two": "$two CONTAINS substring({0}, 1, 1)"}
    rarer = sorted(heads, key=lambda head: len(heads[head]))
    condition = f"({all_of(length, *(checks[head] for head in rarer))} OR $opening CONTAINS left({{0}}, 1))"
    return Ask(any_name(condition), {**heads, "opening": starting(text), "letters": len(text)}, way)


def ends(text: str, syllables: Sequence[Sequence[str]]) -> set[int]:
    """Where in a text these syllables may end that begin it, each with one of its readings; empty if they do not."""
    reached = {0}
    for readings in syllables:
        reached = {at + len(sound) for at in reached for sound in readings if text.startswith(sound, at)}
    return reached


def begins(text: str, syllables: Sequence[Sequence[str]]) -> bool:
    """Whether these syllables begin with a text, which may end amid one of them."""
    reached = {0}
    for readings in syllables:
        if any(sound.startswith(text[at:]) for at in reached for sound in readings):
            return True
        reached = {at + len(sound) for at in reached for sound in readings if text.startswith(sound, at)}
    return False


def _are_initials(text: str, syllables: Sequence[Sequence[str]]) -> bool:
    return len(text) == len(syllables) and all(
        any(sound.startswith(letter) for sound in readings) for letter, readings in zip(text, syllables, strict=True)
    )
