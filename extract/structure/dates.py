"""Dates as documents write them, as ISO dates of the same precision."""

import re
from datetime import date

from extract.structure.numerals import number

_DIGIT = "〇○零一二三四五六七八九"
_SMALL = "一二三四五六七八九十"
_PATTERN = (
    rf"(?:(?:19|20)\d{{2}}年\d{{1,2}}月\d{{1,2}}日|[一二][{_DIGIT}]{{3}}年[{_SMALL}]{{1,2}}月[{_SMALL}]{{1,3}}日"
    r"|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2})"
)
DATE = re.compile(_PATTERN)
DATE_LINE = re.compile(rf"{_PATTERN}(?:印发)?[\s|。]{{0,3}}$")
LONGEST_DATE_LINE = 20
MONTH_LINE = re.compile(  # 2021年12月: the date on a plan's cover
    rf"(?:(?:19|20)\d{{2}}年\d{{1,2}}月|[一二][{_DIGIT}]{{3}}年[{_SMALL}]{{1,2}}月)$"
)
# （2023年6月12日）, （2023年6月12日市人民政府令第5号公布）: the line below a title
BRACKETED_DATE = re.compile(rf"[（(](?:自)?{_PATTERN}[^（）()]{{0,30}}[）)]$")
_ISO = re.compile(r"((?:19|20)\d{2})(?!\d)[-./年]?(?:(\d{1,2})(?!\d)[-./月]?(?:(\d{1,2})(?!\d)日?)?)?")
_CHINESE = re.compile(rf"([一二][{_DIGIT}]{{3}})年(?:([{_SMALL}]{{1,2}})月(?:([{_SMALL}]{{1,3}})日)?)?")


def iso_date(text: str) -> str | None:
    """2022年11月24日, 2023-5-12, 2024年1月, 2021, 二〇二一年五月六日 → ISO, as precise as the text.

    Gives the first date of the text; None if there is none or no such day.
    """
    match = _ISO.search(text)
    if match is not None:
        return _iso([int(part) for part in match.groups() if part])
    match = _CHINESE.search(text)
    return _iso([number(part) for part in match.groups() if part]) if match else None


def full_date(iso: str | None) -> date | None:
    """The day of an ISO date that is precise to the day."""
    return date.fromisoformat(iso) if iso is not None and len(iso) == 10 else None


def _iso(parts: list[int]) -> str | None:
    try:
        year, month, day = [*parts, 1, 1][:3]
        date(year, month, day)
    except ValueError:
        return f"{parts[0]}" if len(parts) > 1 and not 1 <= parts[1] <= 12 else None
    return "-".join([str(parts[0]), *(f"{part:02d}" for part in parts[1:])])
