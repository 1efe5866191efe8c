"""Periods as EDTF (ISO 8601-2), and those that are counted from others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

# EDTF's years have four digits
_LAST_YEAR = 10_000
_HALVES = {"上半": ("01", "50"), "前半": ("01", "50"), "下半": ("51", "00"), "后半": ("51", "00")}


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day, or the interval of two; ``text`` gives it as EDTF."""

    start: str
    end: str | None = None

    @property
    def text(self) -> str:
        """EDTF: ``2018-03`` or ``2012/2016``."""
        return f"{self.start}/{self.end}" if self.end else self.start

    @property
    def last(self) -> str:
        """The later end."""
        return self.end or self.start

    @property
    def year(self) -> int | None:
        """The year of the later end; None for a decade or a century."""
        return int(self.last[:4]) if self.last[:4].isdigit() else None

    @property
    def month(self) -> str | None:
        """The month of the later end, where it has one."""
        return self.last[:7] if len(self.last) >= len("2018-03") and self.year else None


def in_year(period: Period, year: int) -> Period:
    """The same part of another year.

    >>> in_year(Period("2023-01", "2023-06"), 2022).text
    '2022-01/2022-06'
    """
    return Period(f"{year}{period.start[4:]}", f"{year}{period.end[4:]}" if period.end else None)


def years(first: int, last: int) -> Period | None:
    """From one year to another, or one year; None beyond the years that EDTF can say."""
    if not 0 <= first <= last < _LAST_YEAR:
        return None
    return Period(f"{first:04}", f"{last:04}" if last > first else None)


def years_beside(period: Period, count: int) -> Period | None:
    """So many years after a period, or before it; None where its years are not told.

    >>> five = Period("2020", "2024")
    >>> years_beside(five, -5).text, years_beside(five, 5).text
    ('2015/2019', '2025/2029')
    """
    if period.year is None or not period.start[:4].isdigit():
        return None
    first = period.year + 1 if count > 0 else int(period.start[:4]) + count
    return years(first, first + abs(count) - 1)


def months(year: int, first: int, last: int) -> Period:
    """The months of a year from one to another."""
    return Period(f"{year}-{first:02}", f"{year}-{last:02}")


def day_after(period: Period, count: int) -> Period | None:
    """The day so many days after a period that ends with one; None where it ends with none.

    >>> day_after(Period("2018-02-27"), 3).text, day_after(Period("2018-02"), 3)
    ('2018-03-02', None)
    """
    try:
        return Period((date.fromisoformat(period.last) + timedelta(days=count)).isoformat())
    except (ValueError, OverflowError):
        return None


def month_after(period: Period, count: int) -> Period | None:
    """The month so many months after a period that ends with one, or before it; None where only its year is told.

    >>> month_after(Period("2018-11"), 3).text, month_after(Period("2018"), 3)
    ('2019-02', None)
    """
    if period.month is None:
        return None
    later, month = divmod(int(period.month[5:]) - 1 + count, 12)
    year = int(period.month[:4]) + later
    return Period(f"{year:04}-{month + 1:02}") if 0 <= year < _LAST_YEAR else None


def quarter_after(period: Period, count: int) -> Period | None:
    """The quarter so many quarters after the one that a period ends with, or before it.

    >>> quarter_after(Period("2018-10", "2018-12"), 1).text
    '2019-01/2019-03'
    """
    end = month_after(period, 3 * count)
    if end is None:
        return None
    year, month = int(end.start[:4]), int(end.start[5:])
    first = month - (month - 1) % 3
    return months(year, first, first + 2)


def year_before(period: Period) -> Period | None:
    """The same part of the year before; of years, the one before the last.

    >>> year_before(Period("2023-01", "2023-06")).text, year_before(Period("2019", "2023")).text
    ('2022-01/2022-06', '2022')
    """
    if period.year is None or period.start[:4] != period.last[:4] != period.last:
        return None
    if len(period.last) == len("2023"):
        return years(period.year - 1, period.year - 1)
    return None if period.last.endswith("-02-29") else in_year(period, period.year - 1)


def step_before(period: Period) -> Period | None:
    """The month before a month, the quarter before a quarter; None for others.

    >>> step_before(Period("2023-01")).text, step_before(Period("2023-04", "2023-06")).text, step_before(Period("2023"))
    ('2022-12', '2023-01/2023-03', None)
    """
    if period.end is None:
        return month_after(period, -1) if len(period.start) == len("2023-01") else None
    before = quarter_after(period, -1)
    return before if before and quarter_after(before, 1) == period else None


def decade(hundreds: int, ten: int, ten_from: int | None = None) -> Period:
    """A decade, or one decade up to another.

    >>> decade(19, 9).text, decade(19, 9, ten_from=8).text
    ('199X', '198X/199X')
    """
    last = f"{hundreds:02}{ten}X"
    return Period(f"{hundreds:02}{ten_from}X", last) if ten_from and ten_from < ten else Period(last)


def century(hundreds: int, part: str = "") -> Period:
    """A century, its half, or the decade that it begins or ends with.

    >>> [century(18, part).text for part in ("", "上半叶", "末")]
    ['18XX', '1801/1850', '189X']
    """
    if half := _HALVES.get(part[:2]):
        return Period(f"{hundreds:02}{half[0]}", f"{hundreds + (half[1] == '00'):02}{half[1]}")
    if "初" in part or "末" in part:
        return Period(f"{hundreds:02}{'0' if '初' in part else '9'}X")
    return Period(f"{hundreds:02}XX")


def five_year_plan(number: int) -> Period | None:
    """The years of a Chinese five-year plan; the third began three years late, in 1966.

    >>> five_year_plan(2).text, five_year_plan(14).text
    ('1958/1962', '2021/2025')
    """
    first = 1951 + 5 * number if number > 2 else 1948 + 5 * number
    return years(first, first + 4)
