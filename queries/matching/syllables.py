"""The sounds of characters: every toneless syllable that one may be read as (长: chang, zhang)."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

_FIRST, _LAST = 0x4E00, 0x9FFF
_APART = re.compile(r"[\s'’`·.\-_]+|[1-5](?![0-9])")
_LETTERS = re.compile(r"[a-z]+")


def letters(text: str) -> str:
    """A text typed as pinyin, in small letters without spaces and tones (lóu dǐ, LouDi, lou3di3); empty if it is none.

    ü is v, as it is typed.
    """
    found = _APART.sub("", _toneless(text).lower())
    return found if _LETTERS.fullmatch(found) else ""


def sounds(sign: str) -> tuple[str, ...]:
    """The syllables of a character, or a letter or figure as itself; empty for other signs."""
    return _table().get(sign) or ((sign.lower(),) if sign.isascii() and sign.isalnum() else ())


def sounded(name: str) -> tuple[tuple[str, ...], ...]:
    """The syllables of each character of a name; marks between them are passed over."""
    return tuple(found for found in map(sounds, name) if found)


@cache
def starting(pinyin: str) -> str:
    """The characters that a name may begin with whose pinyin begins so, amid a syllable or behind several."""
    return _signs(lambda syllable: pinyin.startswith(syllable) or syllable.startswith(pinyin)) + _written(pinyin[0])


@cache
def initial(letter: str) -> str:
    """The characters whose pinyin begins with a letter."""
    return _signs(lambda syllable: syllable.startswith(letter)) + _written(letter)


@cache
def sounding_like(sign: str) -> str:
    """The characters with a syllable in common with this one."""
    wanted = sounds(sign)
    return _signs(lambda syllable: syllable in wanted) or sign


def _signs(fits: Callable[[str], bool]) -> str:
    return "".join(signs for syllable, signs in _by_syllable().items() if fits(syllable))


def _written(letter: str) -> str:
    """A letter as a name may begin with it."""
    return letter + letter.upper()


@cache
def _by_syllable() -> Mapping[str, str]:
    found: dict[str, list[str]] = {}
    for sign, syllables in _table().items():
        for syllable in syllables:
            found.setdefault(syllable, []).append(sign)
    return {syllable: "".join(signs) for syllable, signs in found.items()}


def _toneless(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.replace("ü", "v").replace("Ü", "v"))
    apart = re.sub("u(?:[\u0300-\u0304\u030c]*\u0308)", "v", apart)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    from pypinyin.pinyin_dict import pinyin_dict

    read: dict[str, str] = {}  # by syllable with its tone, of which there are some 1,500
    found: dict[str, tuple[str, ...]] = {}
    for code, written in pinyin_dict.items():
        if _FIRST <= code <= _LAST:
            syllables = written.split(",")
            for syllable in syllables:
                if syllable not in read:
                    read[syllable] = _toneless(syllable)
            plain = [read[syllable] for syllable in syllables]
            # Who cannot type ü types v, or plainly u.
            found[chr(code)] = tuple(dict.fromkeys([*plain, *(sound.replace("v", "u") for sound in plain)]))
    return found
