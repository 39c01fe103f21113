"""Numbers as documents write them: 12, 十二, 二十, 一百零三, ⑫."""

import re

CHINESE = "一二三四五六七八九十百零〇"
_VALUES = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_CIRCLED_ONE = ord("①")
_NUMBER = re.compile(rf"\d+|[{CHINESE}两]+|[①-⑳]")


def first_number(text: str) -> int | None:
    """The first number in a short text, or None."""
    match = _NUMBER.search(text)
    return None if match is None else number(match.group())


def number(digits: str) -> int:
    """The value of Arabic, Chinese or circled digits."""
    if digits.isdecimal():
        return int(digits)
    if "①" <= digits <= "⑳":
        return ord(digits) - _CIRCLED_ONE + 1
    thousands, mark, digits = digits.rpartition("千")
    if mark:
        return 1000 * _VALUES.get(thousands, 1) + (number(digits.lstrip("零〇")) if digits else 0)
    if not set(digits) & {"十", "百"}:
        return int("".join(str(_VALUES[sign]) for sign in digits))
    hundreds, _, rest = digits.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    total = 100 * _VALUES.get(hundreds, 1 if "百" in digits else 0)
    total += 10 * _VALUES.get(tens.lstrip("零〇"), 1) if ten else 0
    return total + _VALUES.get(ones.lstrip("零〇"), 0)
