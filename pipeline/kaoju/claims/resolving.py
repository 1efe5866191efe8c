"""When an expression of time is, given the times in force before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kaoju.claims import edtf
from kaoju.claims.edtf import Period
from kaoju.claims.eras import counts_by_republic, first_year, is_lunar, reign
from kaoju.claims.expressions import COUNT, FROM
from kaoju.claims.threads import STOP, year_of_month
from kaoju.figures.numerals import read_numeral

_NUMBER = re.compile(f"{COUNT}+")
_AS_READ = str.maketrans({"○": "〇", "廿": "二十", "卅": "三十"})
# 目录落地一年后: after a deed whose own year is not told
_OF_EVENT = re.compile("[\u4e00-\u9fff](?<![在到仅近约过又而但并且])$")
# 他11月公布，今年的赤字将达5亿: of whoever speaks
_OF_SPEAKER = re.compile("(?:本[年财会]|来年|[今明去]年)(?!.*同期)")
_SAID = re.compile(
    "[说称]|[写报]道|表示|指出|预[计测期]|估[计算]|[宣公发]布|警告|承诺|认为|透露|披露|强调|坦言|提出|要求|报告|演讲|讲话"
)
_REACHED = re.compile("[已便就则才又再]?[增升涨跌降减缩扩攀跃回][^，。；]{0,3}[到至为]")
_FISCAL = re.compile("财年|财政年度|会计年度|学年")
# a bare 二十六年 after 光绪二十年 is of that reign; one that is further off is not
_FURTHEST = 40
# bare years of the Republic begin where they are more than a number of years
_FIRST_BARE = 38
_HUNDREDS = {"上": 19, "上个": 19, "本": 20}


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time at ``text[start:end]`` and its period; ``era`` is the reign that it counts by."""

    start: int
    end: int
    period: Period
    era: str = ""

    @property
    def edtf(self) -> str:
        """The period as EDTF."""
        return self.period.text


_LONG = ("reign", "era_decade", "tens", "decade", "age", "plan")
# what is counted from the time in force, by the name of its group
_STEPS: dict[str, Callable[[Period, int], Period | None]] = {
    "same_day": lambda last, _: Period(last.last),
    "next_day": lambda last, _: edtf.day_after(last, 1),
    "later_days": edtf.day_after,
    "later_weeks": lambda last, count: edtf.day_after(last, 7 * count),
    "half_year_later": lambda last, _: edtf.month_after(last, 6),
    "later_months": edtf.month_after,
    "next_month": lambda last, _: edtf.month_after(last, 1),
    "last_month": lambda last, _: edtf.month_after(last, -1),
    "next_quarter": lambda last, _: edtf.quarter_after(last, 1),
    "last_quarter": lambda last, _: edtf.quarter_after(last, -1),
    "years_before": lambda last, count: edtf.years_beside(last, -count),
    "years_after": edtf.years_beside,
    "during": lambda last, count: edtf.years(last.year, last.year + count) if last.year else None,
}


def resolve(match: re.Match[str], before: Sequence[Time]) -> Period | None:
    """The period of a match of ``EXPRESSION``, given the times in force before it; None where they do not tell."""
    groups = match.groupdict()
    if _is_of_event(match) or _is_far_off(match, before):
        return None
    step = next((name for name in _STEPS if groups[name]), None)
    if step:
        return _STEPS[step](before[-1].period, value(groups[step])) if before else None
    if groups["meanwhile"]:
        return _meanwhile(match.string, match.start(), before)
    if any(groups[name] for name in _LONG):
        return _long(match, before)
    if groups["same_month"]:
        return _same_month(groups["same_month_day"], before)
    return _calendar(match, before)


def era_of(match: re.Match[str], before: Sequence[Time]) -> str:
    """The era that an expression counts by: its own, the Republic's, or the one in force; empty for none."""
    if match["era"]:
        return match["era"]
    if match["republic"] or match["counted"]:
        return "民国" if counts_by_republic(match.string) else before[-1].era if before else ""
    return "" if match["year"] or not before else before[-1].era


def value(words: str) -> int:
    """The number that some words begin with, 1 for 元年; 0 where there is none."""
    if words.startswith("元"):
        return 1
    match = _NUMBER.search(words)
    numeral = read_numeral(match.group().translate(_AS_READ)) if match else None
    return int(numeral.low) if numeral else 0


def _is_of_event(match: re.Match[str]) -> bool:
    counts = any(match[name] for name in ("later", "later_months", "later_weeks", "later_days", "half_year_later"))
    return bool(counts and _OF_EVENT.search(match.string, 0, match.start()))


def _is_far_off(match: re.Match[str], before: Sequence[Time]) -> bool:
    """三年前 or 当时 a sentence or more behind the time in force, 今年 where nobody speaks: of the time of writing, or
    of what was told since."""
    spoken = _OF_SPEAKER.match(match.group()) and not match["month"]
    if not (spoken or match["earlier"] or (match["meanwhile"] or "").endswith("时")) or not before:
        return False
    stops = len(STOP.findall(match.string, before[-1].end, match.start()))
    if not spoken:
        return stops > 1
    goes_on = match.group()[0] in "本来" or _OF_SPEAKER.match(match.string, before[-1].start, before[-1].end)
    return stops > 0 or not (goes_on or _SAID.search(match.string, before[-1].end, match.start()))


def _long(match: re.Match[str], before: Sequence[Time]) -> Period | None:
    """A reign, a decade, a century or a five-year plan."""
    groups = match.groupdict()
    if groups["reign"]:
        return Period(*reign(groups["era"], groups["reign"]).split("/"))
    if groups["plan"]:
        return edtf.five_year_plan(value(groups["plan"]))
    if groups["age"]:
        return edtf.century(_hundreds(groups["age"].removesuffix("世纪"), before), groups["age_part"] or "")
    if groups["tens"]:
        return Period(f"{groups['tens']}X")
    if groups["era_decade"] or _goes_by_era(match, before):
        year = first_year(era_of(match, before)) - 1 + value(groups["era_decade"] or groups["ten"])
        return edtf.years(year, year + 9)
    first = value(groups["ten_from"].rstrip("0十")) if groups["ten_from"] else None
    return edtf.decade(_hundreds(groups["century"], before), value(groups["ten"]) // 10, first)


def _goes_by_era(match: re.Match[str], before: Sequence[Time]) -> bool:
    """70年代 after 民国50年代, which is a decade of the Republic too."""
    if match["century"] or not before or not before[-1].era:
        return False
    last = before[-1].period
    return last.end is not None and last.end[:4].isdigit() and int(last.end[:4]) - int(last.start[:4]) == 9


def _hundreds(words: str | None, before: Sequence[Time]) -> int:
    """20世纪 is of the years 19XX; a decade without its century is of that in force where that is an earlier one, else
    of the twentieth."""
    if words is None:
        told = before[-1].period.last[:2] if before else "19"
        return min(19, int(told)) if told.isdigit() else 19
    return _HUNDREDS.get(words) or value(words) - 1


def _meanwhile(text: str, at: int, before: Sequence[Time]) -> Period | None:
    """届时: the end of the time in force; 同期: all of it, with the one that a change began in:
    由2000年的26%升至2023年的52%，同期; 1880年为5先令，1894年跌到3先令，同期."""
    if not text.startswith("同", at):
        return Period(before[-1].period.last) if before else None
    if len(before) < 2:
        return before[-1].period if before else None
    first, last = before[-2], before[-1]
    led = text[first.start - 1 : first.start] in FROM or _REACHED.match(text, last.end)
    first_year, last_year = first.period.year, last.period.year
    near = not STOP.search(text, first.end, last.start)
    if led and near and first_year and last_year and first_year < last_year:
        return edtf.years(first_year, last_year)
    return last.period


def _same_month(day: str | None, before: Sequence[Time]) -> Period | None:
    month = next((month for one in reversed(before) if (month := one.period.month)), None)
    return _with_day(Period(month), day) if month else None


def _calendar(match: re.Match[str], before: Sequence[Time]) -> Period | None:
    """A year, month or day, the year named or in force."""
    groups = match.groupdict()
    year = _year(match, before)
    if year is None:
        return None
    first_of_range = _first_of_range(match, year) or _fiscal_year(match, before)
    if first_of_range is not None:
        return first_of_range
    month = groups["month"] or groups["bare_month"]
    if groups["bare_month"]:
        year = year_of_month(match.string, match.start(), value(groups["bare_month"]), before) or year
    if month and is_lunar(era_of(match, before)):
        return edtf.years(year, year)
    first = groups["from_month"] or groups["bare_from"]
    if month and first and value(first) < value(month):
        return edtf.months(year, value(first), value(month))
    if month:
        days = (groups["from_day"] or groups["bare_from_day"], groups["day"] or groups["bare_day"])
        return _with_days(Period(f"{year}-{value(month):02}"), *days)
    return _part_of(year, groups["part"] or groups["loose_part"] or "", before)


def _first_of_range(match: re.Match[str], year: int) -> Period | None:
    """2022/23财年, 1997-98年度, 民国85至105年: a range of years in one expression."""
    groups = match.groupdict()
    if groups["to_year"]:
        end = int(f"{str(year)[:2]}{groups['to_year'][1:]}"[-4:])
        return edtf.years(year, max(year, end))
    first = groups["era_from"] or groups["republic_from"]
    if first is None:
        return None
    return edtf.years(first_year(groups["era"] or "民国") - 1 + value(first), year)


def _fiscal_year(match: re.Match[str], before: Sequence[Time]) -> Period | None:
    """上一财年 behind 2022/23财年: 2021/2022."""
    told = before[-1].period if before and _FISCAL.search(match.group()) else None
    first = told.start if told and told.end else ""
    if told is None or not (first.isdigit() and told.last.isdigit() and int(told.last) == int(first) + 1):
        return None
    by = (match["next"] is not None) - (match["last"] is not None)
    return edtf.years(int(first) + by, int(first) + 1 + by) if by or match["same"] else None


def _with_days(month: Period, first: str | None, last: str | None) -> Period:
    """A month with its day, or its days from the first to the last: 7月21—22日."""
    if first and last and value(first) < value(last):
        return Period(_with_day(month, first).start, _with_day(month, last).start)
    return _with_day(month, last)


def _with_day(period: Period, day: str | None) -> Period:
    return replace(period, start=f"{period.start}-{value(day):02}") if day else period


def _year(match: re.Match[str], before: Sequence[Time]) -> int | None:
    """The year that is named, or that the one in force makes of a relative word."""
    groups = match.groupdict()
    if groups["year"]:
        return _digits(groups["year"])
    if groups["era"] or groups["republic"] or groups["counted"]:
        return _year_of_era(match, before)
    last = before[-1].period.year if before else None
    if last is None:
        return None
    later, earlier = groups["later"] or groups["apart"], groups["earlier"]
    counted = (value(later) if later else 0) - (value(earlier) if earlier else 0)
    return last + counted + (groups["next"] is not None) - (groups["last"] is not None)


def _year_of_era(match: re.Match[str], before: Sequence[Time]) -> int | None:
    """光绪八年, 民国114年; a bare 114年度 in a text that counts by the Republic, a bare 十二年 after 光绪八年."""
    era = era_of(match, before)
    if not era:
        return None
    zero, count = first_year(era) - 1, value(match["era_year"] or match["republic"] or match["counted"])
    if match["republic"] and not counts_by_republic(match.string):
        return None
    if match["counted"] and not _goes_on(match, zero + count, before):
        return None
    return zero + count if zero + count < 10_000 else None


def _goes_on(match: re.Match[str], year: int, before: Sequence[Time]) -> bool:
    """Whether a bare number of years is a year: one of the Republic, or a later one of the reign in force."""
    if counts_by_republic(match.string):
        return year >= 1911 + _FIRST_BARE
    last = before[-1].period.year
    return last is not None and last < year <= last + _FURTHEST


def _part_of(year: int, part: str, before: Sequence[Time]) -> Period | None:
    """Halves and quarters as the interval of their months, 2020年同期 as the part in force of another year."""
    if part == "同期" and before and before[-1].period.year:
        return edtf.in_year(before[-1].period, year)
    if "上半年" in part:
        return edtf.months(year, 1, 6)
    if "下半年" in part:
        return edtf.months(year, 7, 12)
    if "个月" in part:
        return edtf.months(year, 1, value(part))
    if "季" in part or part.startswith("Q"):
        return _quarters(year, part)
    return edtf.years(year, year)


def _quarters(year: int, part: str) -> Period:
    """第三季度, 前三季, 首季, 一至三季度."""
    numbers = [value(number) for number in re.findall("[1-4一二三四两]", part)] or [1]
    first = 1 if part[0] in "前首" else numbers[0]
    return edtf.months(year, 3 * first - 2, 3 * max(first, numbers[-1]))


def _digits(year: str) -> int:
    return int(
        "".join(
            str("〇一二三四五六七八九".index(char)) if char in "一二三四五六七八九〇" else char
            for char in re.sub("[零○]", "〇", year)[:4]
        )
    )
