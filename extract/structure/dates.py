"""Dates and terms of validity."""

import re
from datetime import date

_DAY = r"(?P<y>(?:19|20)\d{2})年(?P<m>\d{1,2})月(?P<d>\d{1,2})日"
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
DATE_LINE = re.compile(r"(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|二[〇○零]\d?[一二三四五六七八九〇○零]{1,3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$")
_ISO = re.compile(r"(?P<y>(?:19|20)\d{2})[-./年](?:(?P<m>\d{1,2})(?:[-./月](?P<d>\d{1,2}))?)?")
_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:截至|截止到?|至|到)|(?:实施|执行|有效)(?:期限)?至|执行至){_DAY}")
_TERM = re.compile(r"有效期(?:为|是)?(?P<n>\d{1,2}|[一二三四五六七八九十])年")
_FROM = re.compile(rf"自{_DAY}起(?:施行|实施|执行|生效)")
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def iso_date(text: str) -> str | None:
    """2022年11月24日, 2023-5-12, 2024年1月, 2021, 二〇二一年五月六日 → ISO, as precise as the text; None if it is no date."""
    match = _ISO.search(_arabic(text))
    if match is None:
        return None
    parts = [match.group("y"), *(f"{int(part):02d}" for part in (match.group("m"), match.group("d")) if part)]
    return "-".join(parts)


def _arabic(text: str) -> str:
    if not re.search(r"[〇○零一二三四五六七八九]{4}年", text):
        return text
    def month(match: re.Match[str]) -> str:
        tens, _, ones = match.group(1).rpartition("十")
        has_ten = "十" in match.group(1)
        value = (_NUMBERS.get(tens, 1) * 10 if has_ten else 0) + _NUMBERS.get(ones, 0)
        return f"{value}{match.group(2)}"
    text = re.sub(r"([一二三四五六七八九十]{1,3})([月日])", month, text)
    return text.translate(_CHINESE_DIGITS)


def effective_until(text: str, issued: str | None) -> str | None:
    """The last day of validity that the text states, or that a term of years from its start date gives."""
    until = _UNTIL.search(text)
    if until is not None:
        return _day(until).isoformat()
    term = _TERM.search(text)
    if term is None:
        return None
    start = _FROM.search(text)
    begin = _day(start) if start is not None else _full(issued)
    if begin is None:
        return None
    number = term.group("n")
    years = _NUMBERS.get(number) or int(number)
    end = begin.replace(year=begin.year + years, day=min(begin.day, 28 if begin.month == 2 else begin.day))
    return date.fromordinal(end.toordinal() - 1).isoformat()


def _day(match: re.Match[str]) -> date:
    return date(int(match.group("y")), max(1, min(12, int(match.group("m")))), max(1, min(28 if int(match.group("m")) == 2 else 30, int(match.group("d")))) if int(match.group("d")) < 31 else 31 if int(match.group("m")) in (1, 3, 5, 7, 8, 10, 12) else 30)


def _full(issued: str | None) -> date | None:
    return date.fromisoformat(issued) if issued is not None and len(issued) == 10 else None
