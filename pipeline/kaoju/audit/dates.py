"""Dates as EDTF gives them, and dates that stand in an address."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(zip(calendar.month_abbr, calendar.month_name, strict=True))
    for name in (names[0].lower(), names[1].lower())
    if number
} | {"sept": 9}
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?")
_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_IN_ADDRESS = (
    re.compile(rf"{_YEAR}[-/_.](\d\d?)[-/_.](\d\d?)(?!\d)"),  # 2024-01-20, /2022/10/11/
    re.compile(rf"{_YEAR}[-/_]([a-z]{{3,9}})[-/_](\d\d?)(?!\d)"),  # /2022/sep/18/
    re.compile(rf"{_YEAR}[-/_]?(\d\d)(\d\d)(?!\d)"),  # 20230219, /2022/1011/
    re.compile(rf"{_YEAR}-?(\d\d)/(\d\d)(?!\d)"),  # /2022-10/11/, /202210/11/
)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date stands for, both ends included."""

    start: date
    end: date
    by_day: bool


def span(edtf: str | None) -> Span | None:
    """The days of an EDTF date or interval; None for what is open or no date.

    >>> span("2024-02").end
    datetime.date(2024, 2, 29)
    """
    ends = [_point(part) for part in (edtf or "").split("/")]
    first, last = ends[0], ends[-1]
    if first is None or last is None:
        return None
    return Span(first.start, last.end, first.by_day and last.by_day)


def _point(text: str) -> Span | None:
    match = _EDTF.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    first = _day(year, month or 1, day or 1)
    last = _day(year, month or 12, day or (calendar.monthrange(first.year, month or 12)[1] if first else 1))
    return Span(first, last, day is not None) if first and last else None


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def dates_in_address(url: str) -> list[date]:
    """The days that an address names in full, in their order.

    >>> dates_in_address("https://www.example.com/world/2022/sep/18/a-20230219")
    [datetime.date(2022, 9, 18), datetime.date(2023, 2, 19)]
    """
    found: dict[int, date] = {}
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(url.lower()):
            month = _MONTHS.get(match[2]) or (int(match[2]) if match[2].isdecimal() else 0)
            day = _day(int(match[1]), month, int(match[3]))
            if day:
                found.setdefault(match.start(), day)
    return [found[at] for at in sorted(found)]


def shown(day: date) -> str:
    """A day as an editor writes it: 2024年2月20日."""
    return f"{day.year}年{day.month}月{day.day}日"
